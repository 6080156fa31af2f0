// The minute at which a commitment begins to matter. Whole cases stand in tests/scenario.
#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Day kToday{20'000};
constexpr GeoPoint kSite{534'800'000, -22'400'000};
constexpr std::int32_t kKilometreNorthE7 = 89'860;

constexpr int At(int hour, int minute = 0) { return hour * 60 + minute; }

class CommitmentsTest : public testing::Test {
 protected:
  CommitmentsTest() {
    person_.travel_mode = TravelMode::kCar;
    site_.uncertainty_m = 0;
    site_.at = kSite;
    site_.ecef = ToEcef(kSite);
    vacancy_.site_mode = SiteMode::kChooseOne;
    place_ = {&site_, 0, 0};
  }

  // What one shift on Monday and a commitment on Monday come to.
  std::string_view Of(int begin, int end, int from, int to) {
    commitment_.id = "programme";
    commitment_.windows = {{{from, to - from}}};
    SealedPlan plan;
    plan.terms.commitments = {commitment_};
    std::vector<Finding> kept;
    Findings findings(&kept);
    const WeekPattern shifts{{{begin, end - begin}}};
    kCommitments.check(
        {person_, vacancy_, shifts, work_, profile_, {}, catalogue_, 0, place_, kToday}, plan,
        findings);
    return kept.size() == 1 ? kept.front().reason->code : "not one finding";
  }

  void KilometresAway(int kilometres, std::int64_t uncertainty_m = 0) {
    commitment_.where = Place{
        {kSite.latitude_e7 + kilometres * kKilometreNorthE7, kSite.longitude_e7}, {uncertainty_m}};
  }

  Commitment commitment_;
  CandidateCard person_;
  VacancyCard vacancy_;
  WorkProfile work_;
  SitePoint site_;
  WorkPlace place_;
  PersonProfile profile_;
  Catalogue catalogue_;
};

TEST_F(CommitmentsTest, BeginsToTheMinuteWhereTheJourneyEnds) {
  KilometresAway(14);  // 30 minutes by day, 10 more for setting out and arriving
  EXPECT_EQ(Of(At(9), At(17), At(17, 41), At(18)), "COMMITMENT_FITS");
  EXPECT_EQ(Of(At(9), At(17), At(17, 39), At(18)), "COMMITMENT_CLASH");
  EXPECT_EQ(Of(At(9), At(17), At(7), At(8, 19)), "COMMITMENT_FITS");
  EXPECT_EQ(Of(At(9), At(17), At(7), At(8, 21)), "COMMITMENT_CLASH");
}

TEST_F(CommitmentsTest, IsUncertainWhereThePlaceDecides) {
  KilometresAway(14, 3'000);
  EXPECT_EQ(Of(At(9), At(17), At(17, 45), At(18)), "COMMITMENT_UNCERTAIN");
  EXPECT_EQ(Of(At(9), At(17), At(17, 30), At(18)), "COMMITMENT_CLASH");
  EXPECT_EQ(Of(At(9), At(17), At(17, 50), At(18)), "COMMITMENT_FITS");
}

TEST_F(CommitmentsTest, NobodyKnowsTheWayToAPlaceThatIsNotKnown) {
  EXPECT_EQ(Of(At(9), At(17), At(16, 59), At(18)), "COMMITMENT_CLASH");
  EXPECT_EQ(Of(At(9), At(17), At(17), At(18)), "COMMITMENT_UNCERTAIN");
  EXPECT_EQ(Of(At(9), At(17), At(18, 59), At(20)), "COMMITMENT_UNCERTAIN");
  EXPECT_EQ(Of(At(9), At(17), At(21), At(22)), "COMMITMENT_UNCERTAIN") << "on the same day";
  EXPECT_EQ(Of(At(9), At(17), At(24 + 9), At(24 + 10)), "COMMITMENT_FITS");
}

TEST_F(CommitmentsTest, OnceOrTwiceIsAMatterOfLeave) {
  commitment_.starts_on = kToday;
  commitment_.ends_on = Day{kToday.since_epoch + 13};
  EXPECT_EQ(Of(At(9), At(17), At(12), At(13)), "COMMITMENT_ONCE");
  commitment_.ends_on = Day{kToday.since_epoch + 14};
  EXPECT_EQ(Of(At(9), At(17), At(12), At(13)), "COMMITMENT_CLASH");
}

TEST_F(CommitmentsTest, CountsOnItsLastDayAndNoLonger) {
  commitment_.ends_on = kToday;
  EXPECT_EQ(Of(At(9), At(17), At(12), At(13)), "COMMITMENT_CLASH");
  commitment_.ends_on = Day{kToday.since_epoch - 1};
  EXPECT_EQ(Of(At(9), At(17), At(12), At(13)), "not one finding");
}

}  // namespace
}  // namespace throughgate::matcher
