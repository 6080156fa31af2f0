// The score is the sum of its components, and a pair scores the same from whichever side it is
// looked at.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "tests/support/answers.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

// By candidate and vacancy.
using Pairs = std::map<std::pair<Ordinal, Ordinal>, Match>;

Pairs FoundForCandidates(const Catalogue& catalogue, View view) {
  Pairs pairs;
  for (const auto& [name, candidate] : CandidatesByName(catalogue)) {
    for (const Match& match : VacanciesFor(catalogue, candidate, view)) {
      pairs[{candidate, match.ordinal}] = match;
    }
  }
  return pairs;
}

Pairs FoundForVacancies(const Catalogue& catalogue, View view) {
  Pairs pairs;
  for (const auto& [name, vacancy] : VacanciesByName(catalogue)) {
    for (const Match& match : CandidatesFor(catalogue, vacancy, view)) {
      pairs[{match.ordinal, vacancy}] = match;
    }
  }
  return pairs;
}

Pairs Explained(const Catalogue& catalogue, View view) {
  Pairs pairs;
  for (const auto& [name, candidate] : CandidatesByName(catalogue)) {
    for (const auto& [other_name, vacancy] : VacanciesByName(catalogue)) {
      const Match match = Explain(catalogue, candidate, vacancy, view, kWorldToday).match;
      if (match.verdict != Verdict::kNotAvailable) pairs[{candidate, vacancy}] = match;
    }
  }
  return pairs;
}

// Without what says which side was searched: the ordinal, and the day and hash in the key.
Pairs WithoutSide(Pairs pairs) {
  for (auto& [names, match] : pairs) {
    match.ordinal = kNoOrdinal;
    match.key = {};
  }
  return pairs;
}

View AnyView() { return *rc::gen::element(View::kShared, View::kFull); }

RC_GTEST_PROP(Points, StayWithinTheirMaximaAndAddUpToTheScore, (const World& world)) {
  const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
  const View view = AnyView();
  for (const Pairs& pairs :
       {FoundForCandidates(*catalogue, view), FoundForVacancies(*catalogue, view)}) {
    for (const auto& [names, match] : pairs) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < kComponents; ++i) {
        RC_ASSERT(match.points.by_component[i] >= 0);
        RC_ASSERT(match.points.by_component[i] <= kMaximum[i]);
        sum += match.points.by_component[i];
      }
      RC_ASSERT(match.points.total() == sum);
      RC_ASSERT(match.key.major >> 54 == static_cast<std::uint64_t>(sum));
    }
  }
}

RC_GTEST_PROP(Pair, IsTheSameFromEitherSide, (const World& world)) {
  const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
  const View view = AnyView();
  RC_ASSERT(WithoutSide(FoundForCandidates(*catalogue, view)) ==
            WithoutSide(FoundForVacancies(*catalogue, view)));
}

RC_GTEST_PROP(Pair, IsExplainedAsItIsFound, (const World& world)) {
  const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
  const View view = AnyView();
  RC_ASSERT(FoundForCandidates(*catalogue, view) == Explained(*catalogue, view));
}

RC_GTEST_PROP(Count, IsThatOfTheSharedListOfWhoHasConsented, (const World& world)) {
  const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
  std::set<std::string> consenting;
  for (const matcher::Candidate& candidate : world.candidates) {
    if (candidate.terms.consent.AllowsCounts(kWorldToday)) {
      consenting.insert(candidate.name.ToString());
    }
  }
  const std::size_t most = *rc::gen::inRange<std::size_t>(0, 12);
  for (const auto& [name, vacancy] : VacanciesByName(*catalogue)) {
    std::size_t all = 0;
    for (const matcher::Match& match : CandidatesFor(*catalogue, vacancy, View::kShared)) {
      all += consenting.count(catalogue->candidate_names[match.ordinal]->ToString());
    }
    const auto count =
        CountCandidates(*catalogue, vacancy, kWorldToday, most, [] { return false; });
    RC_ASSERT(count.value() == std::min(all, most));
  }
}

}  // namespace
}  // namespace throughgate
