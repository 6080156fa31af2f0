// How verdicts of rules and sites become one. What each rule says is its own tests' business.
#include "matcher/rank/judge.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "matcher/index/catalogue_builder.h"
#include "matcher/rules/rulebook.h"
#include "tests/support/status_matchers.h"

namespace throughgate::matcher {
namespace {

constexpr Day kToday{20'000};
constexpr GeoPoint kHome{534'800'000, -22'400'000};
constexpr std::int32_t kKilometreNorthE7 = 89'860;

// One candidate with a reach of 10 km and one vacancy, at sites so many kilometres to the north;
// none where nobody knows.
class Pairing {
 public:
  Pairing(SiteMode mode, const std::vector<std::optional<int>>& kilometres)
      : builder_(Taxonomy::Build("", "", {}), Gazetteer::Build("", {{.code = "M1",
                                                                     .centre = kHome,
                                                                     .uncertainty = {100},
                                                                     .town = "",
                                                                     .region = "",
                                                                     .wider_region = ""}})) {
    VacancyTerms terms;
    terms.site_mode = mode;
    for (std::size_t i = 0; i < kilometres.size(); ++i) {
      terms.sites.push_back(std::string(1, static_cast<char>('a' + i)));
      SiteTerms site;
      if (kilometres[i]) {
        site.place = Place{
            {kHome.latitude_e7 + *kilometres[i] * kKilometreNorthE7, kHome.longitude_e7}, {100}};
      }
      builder_.SetSite({"acme", terms.sites.back()}, site);
    }
    builder_.SetVacancy({"acme", "cook"}, terms);
    builder_.SetVacancy({"acme", "cook"}, VacancyDetail());
    builder_.SetCandidate({"c-1"}, CandidateTerms{.custodian = {},
                                                  .release_area = "M1",
                                                  .reach = {10'000},
                                                  .travel_mode = TravelMode::kCar,
                                                  .available_from = {}});
    builder_.SetCandidate({"c-1"}, CandidateDetail());
  }

  void SetPlan(const RiskPlanTerms& terms) { EXPECT_OK(builder_.SetRiskPlan({"c-1"}, terms)); }

  Judgement Judged(View view = View::kShared, std::vector<Finding>* kept = nullptr) {
    catalogue_ = builder_.Publish(1);
    return Judge(*catalogue_, PersonIn(view, catalogue_->CandidateBlockOf(0), 0), 0, kToday, kept);
  }
  // The id of the site that counted.
  std::string SiteOf(const Judgement& judged) const {
    return judged.site == kNoOrdinal ? "none" : catalogue_->sites[judged.site]->name.site;
  }

 private:
  CatalogueBuilder builder_;
  std::shared_ptr<const Catalogue> catalogue_;
};

RiskPlanTerms NothingAgainst() {
  RiskPlanTerms terms;
  terms.supervision = Supervision::kOnLicence;
  terms.reviewed_on = kToday;
  terms.rosh = {RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow};
  terms.mappa_level = MappaLevel::kNotApplicable;
  terms.barred_lists = {Known::kNo, Known::kNo};
  return terms;
}

struct Outcome {
  SiteMode mode;
  std::vector<std::optional<int>> kilometres;
  Verdict verdict;
  const char* site;
};

TEST(Judge, CountsTheBestSiteToChooseAndTheWorstOfAll) {
  constexpr auto kOne = SiteMode::kChooseOne;
  constexpr auto kAll = SiteMode::kAll;
  constexpr auto kNobodyKnows = std::nullopt;
  for (const Outcome& expected : std::vector<Outcome>{
           {kOne, {20, 5, 2}, Verdict::kEligible, "c"},
           {kAll, {2, 20, 5}, Verdict::kNotAvailable, "b"},
           {kAll, {2, 5, 3}, Verdict::kEligible, "b"},
           {kOne, {kNobodyKnows, 5}, Verdict::kEligible, "b"},
           {kAll, {5, kNobodyKnows}, Verdict::kReview, "b"},
           {kOne, {20, kNobodyKnows}, Verdict::kReview, "b"},
           {kOne, {4, 4}, Verdict::kEligible, "a"},
           {kAll, {4, 4}, Verdict::kEligible, "a"},
           // Both are for review, at the edge of the reach or anywhere: anywhere is farther.
           {kOne, {kNobodyKnows, 10}, Verdict::kReview, "b"},
           {kAll, {10, kNobodyKnows}, Verdict::kReview, "b"},
           {SiteMode::kMobile, {2, 5}, Verdict::kReview, "b"},
           {SiteMode::kUnspecified, {2, 20}, Verdict::kNotAvailable, "b"},
           {kOne, {}, Verdict::kReview, "none"},
       }) {
    Pairing pairing(expected.mode, expected.kilometres);
    const Judgement judged = pairing.Judged();
    EXPECT_EQ(judged.verdict, expected.verdict);
    EXPECT_EQ(pairing.SiteOf(judged), expected.site);
    std::vector<Finding> kept;
    EXPECT_EQ(pairing.Judged(View::kShared, &kept).verdict, expected.verdict);
  }
}

TEST(Judge, ChoosesTheSiteThatThePlanAllowsInTheFullView) {
  Pairing pairing(SiteMode::kChooseOne, {2, -5});
  RiskPlanTerms plan = NothingAgainst();
  plan.zones = {
      {.id = "z",
       .kind = ZoneKind::kExclusion,
       .shape = Circle{{kHome.latitude_e7 + 2 * kKilometreNorthE7, kHome.longitude_e7}, {1'000}},
       .buffer = {}}};
  pairing.SetPlan(plan);
  const Judgement shared = pairing.Judged(View::kShared);
  EXPECT_EQ(pairing.SiteOf(shared), "a");
  const Judgement full = pairing.Judged(View::kFull);
  EXPECT_EQ(full.verdict, Verdict::kEligible);
  EXPECT_EQ(pairing.SiteOf(full), "b");
}

TEST(Judge, KeepsFindingsOfTheSiteThatCountedOnly) {
  Pairing pairing(SiteMode::kChooseOne, {20, 5});
  std::vector<Finding> kept;
  pairing.Judged(View::kShared, &kept);
  int reach = 0;
  for (const Finding& finding : kept) reach += finding.rule == &kReach ? 1 : 0;
  EXPECT_EQ(reach, 1);
}

TEST(Judge, AsksForReviewWhenTheFullViewFindsNoPlan) {
  Pairing pairing(SiteMode::kChooseOne, {5});
  std::vector<Finding> kept;
  EXPECT_EQ(pairing.Judged(View::kFull, &kept).verdict, Verdict::kReview);
  EXPECT_EQ(kept.back().rule, &kReach);
  EXPECT_EQ(pairing.Judged(View::kShared).verdict, Verdict::kEligible);
}

TEST(ClearanceRequired, UnlessAPlanInDateAttestsThatNobodySupervises) {
  Pairing pairing(SiteMode::kChooseOne, {5});
  EXPECT_TRUE(pairing.Judged(View::kFull).clearance_required);
  RiskPlanTerms plan = NothingAgainst();
  pairing.SetPlan(plan);
  EXPECT_TRUE(pairing.Judged(View::kFull).clearance_required);
  plan.supervision = Supervision::kNotSupervised;
  pairing.SetPlan(plan);
  EXPECT_FALSE(pairing.Judged(View::kFull).clearance_required);
  EXPECT_TRUE(pairing.Judged(View::kShared).clearance_required);
  plan.reviewed_on = {kToday.since_epoch - 183};
  pairing.SetPlan(plan);
  EXPECT_TRUE(pairing.Judged(View::kFull).clearance_required);
}

}  // namespace
}  // namespace throughgate::matcher
