// A catalogue answers for its records alone: not for the order in which they came, nor for what
// came after it was published.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/answers.h"
#include "tests/support/world.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using matcher::Catalogue;
using matcher::View;

std::string AnswersInBothViews(const Catalogue& catalogue) {
  return Answers(catalogue, View::kShared) + Answers(catalogue, View::kFull);
}

// `last` in any order, some of them with one of `earlier`, of the same part, somewhere before.
std::vector<Write> Shuffled(const std::vector<Write>& earlier, const std::vector<Write>& last) {
  std::multimap<int, Write> by_time;
  for (std::size_t i = 0; i < last.size(); ++i) {
    const int when = *generators::Between(0, 1'000);
    if (OneIn(2)) by_time.emplace(*generators::Between(0, when), earlier[i]);
    by_time.emplace(when, last[i]);
  }
  std::vector<Write> writes;
  for (auto& [when, write] : by_time) writes.push_back(std::move(write));
  return writes;
}

// What may have been written before `world` was: other records of the same names. A plan that was
// set cannot be taken back, so none is set where `world` has none.
World EarlierThan(const World& world) {
  World earlier = *WorldNamedAs(world);
  for (std::size_t i = 0; i < world.plans.size(); ++i) {
    if (!world.plans[i]) earlier.plans[i].reset();
  }
  return earlier;
}

RC_GTEST_PROP(Catalogue, AnswersAlikeWhateverTheOrderOfWrites, (const World& world)) {
  matcher::CatalogueBuilder builder = EmptyCatalogue(world);
  for (const Write& write : Shuffled(WritesOf(EarlierThan(world)), WritesOf(world))) {
    write(builder);
    if (OneIn(10)) builder.Publish(1);
  }
  RC_ASSERT(FirstDifference(AnswersInBothViews(*builder.Publish(2)),
                            AnswersInBothViews(*Catalogued(world))) == "");
}

RC_GTEST_PROP(Catalogue, NeverChangesOnceItIsPublished, (const World& world)) {
  matcher::CatalogueBuilder builder = EmptyCatalogue(world);
  std::vector<std::pair<std::shared_ptr<const Catalogue>, std::string>> published;
  for (const Write& write : Shuffled(WritesOf(EarlierThan(world)), WritesOf(world))) {
    write(builder);
    if (!OneIn(10)) continue;
    std::shared_ptr<const Catalogue> catalogue = builder.Publish(published.size());
    std::string answers = AnswersInBothViews(*catalogue);
    published.emplace_back(std::move(catalogue), std::move(answers));
  }
  for (const auto& [catalogue, answers] : published) {
    RC_ASSERT(FirstDifference(AnswersInBothViews(*catalogue), answers) == "");
  }
}

}  // namespace
}  // namespace throughgate
