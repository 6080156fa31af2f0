#include "storage/feed/steps_ahead.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "storage/feed/feed_for_test.h"
#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using ::testing::HasSubstr;

// More pages than are read ahead.
constexpr int kVacancies = 20'500;

std::string IdOf(int i) { return absl::StrFormat("v-%05d", i); }

class StepsAheadTest : public ::testing::Test {
 protected:
  StepsAheadTest() {
    for (int first = 0; first < kVacancies; first += 100) {
      Transaction commit;
      for (int i = first; i < first + 100; ++i) {
        const std::string key = format::TermsKey(matcher::VacancyName{"acme", IdOf(i)});
        commit.writes.push_back({key, format::Encode(key, matcher::VacancyTerms())});
      }
      store_->Commit(commit).value();
    }
  }

  void PutBytes(const std::string& key, const std::string& value) {
    store_->Commit({.guards = {}, .writes = {{key, value}}}).value();
  }

  std::unique_ptr<Store> store_ = MakeMemoryStore();
};

TEST_F(StepsAheadTest, AreAllThereIsInTheOrderOfKeys) {
  matcher::CatalogueBuilder builder(matcher::Taxonomy::Build("", "", {}),
                                    matcher::Gazetteer::Build("", {}));
  StepsAhead ahead(*store_, store_->latest());
  while (auto steps = ahead.Next()) {
    ASSERT_OK(steps->status);
    for (CatalogueStep& step : steps->steps) step(builder, [](const std::string&) {});
  }
  const auto catalogue = builder.Publish(1);
  ASSERT_EQ(catalogue->vacancy_count, kVacancies);
  for (int i = 0; i < kVacancies; ++i) {
    ASSERT_EQ(catalogue->vacancy_rows[static_cast<matcher::Ordinal>(i)]->name.vacancy, IdOf(i));
  }
}

TEST_F(StepsAheadTest, EndWithTheFirstThatCannotBeRead) {
  const std::string key = format::TermsKey(matcher::VacancyName{"acme", IdOf(7'000)});
  PutBytes(key, "no record");
  PutBytes(format::TermsKey(matcher::VacancyName{"acme", IdOf(19'000)}), "nor this");
  StepsAhead ahead(*store_, store_->latest());
  std::size_t taken = 0;
  absl::Status fault;
  while (auto steps = ahead.Next()) {
    taken += steps->steps.size();
    fault = steps->status;
    if (!fault.ok()) break;
  }
  EXPECT_EQ(taken, 7'000);
  EXPECT_THAT(fault.ToString(), HasSubstr(IdOf(7'000)));
}

TEST_F(StepsAheadTest, AreOfTheRevisionThatWasAskedFor) {
  const Revision then = store_->latest();
  PutBytes(format::TermsKey(matcher::VacancyName{"acme", IdOf(0)}), "no record");
  StepsAhead ahead(*store_, then);
  EXPECT_THAT(ahead.Next()->status, IsOk());
}

TEST_F(StepsAheadTest, NeedNotBeTaken) {
  StepsAhead none(*store_, store_->latest());
  StepsAhead some(*store_, store_->latest());
  EXPECT_EQ(some.Next()->steps.size(), 1'000);
}

TEST(StepsAheadOfNothing, AreNone) {
  const std::unique_ptr<Store> store = MakeMemoryStore();
  StepsAhead ahead(*store, store->latest());
  const auto steps = ahead.Next();
  EXPECT_TRUE(!steps || steps->steps.empty());
  EXPECT_FALSE(steps && ahead.Next());
}

}  // namespace
}  // namespace throughgate::storage
