// What a search does besides ranking: stopping, leaving out, counting.
#include <gtest/gtest.h>

#include <memory>

#include "absl/strings/str_cat.h"
#include "matcher/index/catalogue_builder.h"
#include "matcher/matcher.h"
#include "tests/support/status_matchers.h"

namespace throughgate::matcher {
namespace {

constexpr Day kToday{20'000};
constexpr int kMany = 2 * kCardsPerBlock + 10;
const Question kQuestion{.view = View::kShared, .today = kToday, .limit = kMatchesMax, .after = {}};

bool NeverStop() { return false; }
bool Everybody(const CandidateBlock&, std::size_t) { return true; }

// As many open vacancies as candidates, in three blocks each, and one of each with a part missing.
std::shared_ptr<const Catalogue> Crowd() {
  CatalogueBuilder builder(Taxonomy::Build("", "", {}), Gazetteer::Build("", {}));
  for (int i = 0; i < kMany; ++i) {
    builder.SetVacancy({"acme", absl::StrCat("v-", i)}, VacancyTerms());
    builder.SetVacancy({"acme", absl::StrCat("v-", i)}, VacancyDetail());
    CandidateTerms terms;
    terms.custodian = {i % 2 == 0 ? "even" : "odd"};
    // Three in four may be counted.
    if (i % 4 != 0) {
      terms.consent = {.basis = ConsentBasis::kPublicTask, .counts = true, .given_on = kToday};
    }
    builder.SetCandidate({absl::StrCat("c-", i)}, terms);
    builder.SetCandidate({absl::StrCat("c-", i)}, CandidateDetail());
  }
  builder.SetVacancy({"acme", "half"}, VacancyTerms());
  builder.SetCandidate({"half"}, CandidateDetail());
  return builder.Publish(1);
}

TEST(Search, StopsWhenToldToAndGivesNoPartialList) {
  const auto catalogue = Crowd();
  int left = 0;
  const auto stop = [&left] { return --left == 0; };
  for (const int asking : {1, 2, 3}) {
    left = asking;
    EXPECT_THAT(FindVacancies(*catalogue, 0, kQuestion, stop),
                StatusIs(absl::StatusCode::kDeadlineExceeded));
    left = asking;
    EXPECT_THAT(FindCandidates(*catalogue, 0, kQuestion, Everybody, stop),
                StatusIs(absl::StatusCode::kDeadlineExceeded));
    left = asking;
    EXPECT_THAT(CountCandidates(*catalogue, 0, kToday, kMany, stop),
                StatusIs(absl::StatusCode::kDeadlineExceeded));
  }
}

TEST(Search, LeavesOutRecordsThatAreNotComplete) {
  const auto catalogue = Crowd();
  Question question = kQuestion;
  question.limit = 2 * kMany;
  EXPECT_EQ(FindVacancies(*catalogue, 0, question, NeverStop)->size(), kMany);
  EXPECT_EQ(FindCandidates(*catalogue, 0, question, Everybody, NeverStop)->size(), kMany);
  EXPECT_THAT(CountCandidates(*catalogue, 0, kToday, 2 * kMany, NeverStop),
              IsOkAndHolds(kMany - (kMany + 3) / 4));
}

TEST(Search, FindsOnlyCandidatesWhoMayAppear) {
  const auto catalogue = Crowd();
  const Ordinal odd = catalogue->OrdinalOf(OrganisationId{"odd"}).value();
  const auto of_odd = [&](const CandidateBlock& block, std::size_t i) {
    return block.cards[i].custodian == odd;
  };
  const auto found = FindCandidates(*catalogue, 0, kQuestion, of_odd, NeverStop);
  ASSERT_OK(found);
  EXPECT_EQ(found->size(), kMany / 2);
  for (const Match& match : *found) {
    EXPECT_EQ(catalogue->CandidateOf(match.ordinal).custodian, odd);
  }
}

// Of the odd ones some are known to others too, who find them among their own.
TEST(Search, FindsThoseWhomAnOrganisationHolds) {
  CatalogueBuilder builder(Taxonomy::Build("", "", {}), Gazetteer::Build("", {}));
  builder.SetVacancy({"acme", "v"}, VacancyTerms());
  builder.SetVacancy({"acme", "v"}, VacancyDetail());
  for (int i = 0; i < kMany; ++i) {
    const CandidateName name{absl::StrCat("c-", i)};
    CandidateTerms terms;
    terms.custodian = {i % 2 == 0 ? "even" : "odd"};
    builder.SetCandidate(name, terms);
    builder.SetCandidate(name, CandidateDetail());
    if (i % 10 == 1) builder.SetLink({{"even"}, name}, LinkTerms());
    if (i == 5) builder.SetLink({{"third"}, name}, LinkTerms());
  }
  const auto held_by = [&](const char* organisation) {
    const auto catalogue = builder.Publish(1);
    Question question = kQuestion;
    question.limit = 2 * kMany;
    question.holder = catalogue->OrdinalOf(OrganisationId{organisation}).value();
    return FindCandidates(*catalogue, 0, question, Everybody, NeverStop)->size();
  };
  EXPECT_EQ(held_by("even"), kMany / 2 + (kMany + 8) / 10);
  EXPECT_EQ(held_by("odd"), kMany / 2);
  EXPECT_EQ(held_by("third"), 1u);
  builder.ForgetLink({{"third"}, {"c-5"}});
  EXPECT_EQ(held_by("third"), 0u);
  builder.SetLink({{"third"}, {"c-6"}}, LinkTerms());
  EXPECT_EQ(held_by("third"), 1u);
}

TEST(Search, CountsWhomConsentAllowsOnThatDay) {
  CatalogueBuilder builder(Taxonomy::Build("", "", {}), Gazetteer::Build("", {}));
  builder.SetVacancy({"acme", "v"}, VacancyTerms());
  builder.SetVacancy({"acme", "v"}, VacancyDetail());
  CandidateTerms terms;
  terms.consent = {.basis = ConsentBasis::kConsent,
                   .lists = true,
                   .counts = true,
                   .given_on = kToday,
                   .expires_on = Day{kToday.since_epoch + 1}};
  builder.SetCandidate({"c"}, CandidateDetail());
  const auto counted = [&](int days) {
    builder.SetCandidate({"c"}, terms);
    const Day day{kToday.since_epoch + days};
    return CountCandidates(*builder.Publish(1), 0, day, 10, NeverStop).value();
  };
  EXPECT_EQ(counted(-1), 0u);
  EXPECT_EQ(counted(0), 1u);
  EXPECT_EQ(counted(1), 1u);
  EXPECT_EQ(counted(2), 0u);
  terms.consent.expires_on.reset();
  EXPECT_EQ(counted(20'000), 1u);
  terms.consent.counts = false;
  EXPECT_EQ(counted(0), 0u);
  terms.consent.counts = true;
  terms.consent.basis = ConsentBasis::kUnspecified;
  EXPECT_EQ(counted(0), 0u);
}

TEST(Search, CountsNoFartherThanAsked) {
  const auto catalogue = Crowd();
  EXPECT_THAT(CountCandidates(*catalogue, 0, kToday, 10, NeverStop), IsOkAndHolds(10u));
  EXPECT_THAT(CountCandidates(*catalogue, 0, kToday, 0, NeverStop), IsOkAndHolds(0u));
}

TEST(Search, FindsNothingAmongNone) {
  CatalogueBuilder builder(Taxonomy::Build("", "", {}), Gazetteer::Build("", {}));
  builder.SetCandidate({"c"}, CandidateTerms());
  EXPECT_TRUE(FindVacancies(*builder.Publish(1), 0, kQuestion, NeverStop)->empty());
}

}  // namespace
}  // namespace throughgate::matcher
