// The minute at which a curfew begins to matter. Whole cases stand in tests/scenario/curfew.
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

constexpr Day kToday{20'000};
constexpr int kMonday = 0;
constexpr int kSunday = 6 * kMinutesPerDay;

constexpr int At(int hour, int minute = 0) { return hour * 60 + minute; }

// Somebody who goes by car to a known place.
class CurfewTest : public testing::Test {
 protected:
  CurfewTest() {
    person_.travel_mode = TravelMode::kCar;
    site_.uncertainty_m = 0;
    place_ = {&site_, 0, 0};
  }

  void Travel(std::int64_t distance_cm, std::int64_t uncertainty_cm = 0) {
    place_.distance_cm = distance_cm;
    place_.uncertainty_cm = uncertainty_cm;
  }

  std::vector<Finding> Check(const WeekPattern& shifts, const std::vector<Curfew>& curfews) {
    SealedPlan plan;
    plan.terms.curfews = curfews;
    std::vector<Finding> kept;
    Findings findings(&kept);
    kCurfew.check({person_, vacancy_, shifts, work_, profile_, {}, catalogue_, 0, place_, kToday},
                  plan, findings);
    return kept;
  }

  // What one shift and one curfew come to.
  std::string_view Of(WeekSpan shift, WeekSpan curfew) {
    const std::vector<Finding> kept = Check({{shift}}, {{"tag", {{curfew}}, std::nullopt}});
    EXPECT_EQ(kept.size(), 1u);
    return kept.front().reason->code;
  }

  CandidateCard person_;
  VacancyCard vacancy_;
  WorkProfile work_;
  PersonProfile profile_;
  Catalogue catalogue_;
  SitePoint site_;
  WorkPlace place_;
};

TEST_F(CurfewTest, EndsToTheMinuteWhereTheCurfewBegins) {
  // 10 minutes home: the allowance alone.
  for (int end = At(18, 40); end <= At(19); ++end) {
    const WeekSpan shift{kMonday + At(9), end - At(9)};
    EXPECT_EQ(Of(shift, {kMonday + At(19), 60}),
              end <= At(18, 50) ? "OUTSIDE_CURFEW" : "CURFEW_BROKEN")
        << end;
  }
}

TEST_F(CurfewTest, BeginsToTheMinuteWhereTheCurfewEnds) {
  for (int begin = At(7); begin <= At(7, 20); ++begin) {
    EXPECT_EQ(Of({kMonday + begin, 60}, {kMonday + At(5), At(2)}),
              begin >= At(7, 10) ? "OUTSIDE_CURFEW" : "CURFEW_BROKEN")
        << begin;
  }
}

TEST_F(CurfewTest, TheWayThereMayLieInTheWeekBefore) {
  const WeekSpan early{kMonday + At(0, 5), 60};
  EXPECT_EQ(Of(early, {kSunday + At(23), 55}), "OUTSIDE_CURFEW");
  EXPECT_EQ(Of(early, {kSunday + At(23), 56}), "CURFEW_BROKEN");
}

TEST_F(CurfewTest, TheWayHomeMayLieInTheWeekAfter) {
  const WeekSpan late{kSunday + At(20), At(3, 55)};  // to 23:55, home at 00:05 on Monday
  EXPECT_EQ(Of(late, {kMonday + 5, 60}), "OUTSIDE_CURFEW");
  EXPECT_EQ(Of(late, {kMonday + 4, 60}), "CURFEW_BROKEN");
}

TEST_F(CurfewTest, ACurfewOfTheWholeWeekLeavesNothingFree) {
  EXPECT_EQ(Of({kMonday + At(12), 1}, {kMonday + At(3), kMinutesPerWeek}), "CURFEW_BROKEN");
}

TEST_F(CurfewTest, AJourneyOfWeeksIsStillOnlyAWeek) {
  person_.travel_mode = TravelMode::kWalk;
  Travel(240'000'000);
  EXPECT_EQ(Of({kMonday + At(12), 60}, {kMonday + At(3), 1}), "CURFEW_BROKEN");
}

// 14 km are 30 minutes; a centimetre more is another minute.
TEST_F(CurfewTest, ACentimetreCanDecide) {
  const WeekSpan shift{kMonday + At(9), At(9, 20)};  // to 18:20
  const WeekSpan curfew{kMonday + At(19), 60};
  Travel(1'400'000);
  EXPECT_EQ(Of(shift, curfew), "OUTSIDE_CURFEW");
  Travel(1'400'001);
  EXPECT_EQ(Of(shift, curfew), "CURFEW_BROKEN");
  Travel(1'399'999, 1);
  EXPECT_EQ(Of(shift, curfew), "OUTSIDE_CURFEW");
  Travel(1'399'999, 2);
  EXPECT_EQ(Of(shift, curfew), "CURFEW_UNCERTAIN");
  Travel(1'400'001, 1);
  EXPECT_EQ(Of(shift, curfew), "CURFEW_UNCERTAIN");
  Travel(1'400'002, 1);
  EXPECT_EQ(Of(shift, curfew), "CURFEW_BROKEN");
}

// However near it may be, the allowance is needed.
TEST_F(CurfewTest, WhatIsLessKnownThanFarIsNotTakenForNegative) {
  Travel(100, 1'000'000);
  EXPECT_EQ(Of({kMonday + At(9), At(9, 50)}, {kMonday + At(19), 60}), "CURFEW_UNCERTAIN");
  EXPECT_EQ(Of({kMonday + At(9), At(9, 51)}, {kMonday + At(19), 60}), "CURFEW_BROKEN");
}

TEST_F(CurfewTest, FindingsNameTheCurfewByItsPlaceInThePlan) {
  const std::vector<Finding> kept =
      Check({{{kMonday + At(9), 60}}}, {{"ended", {{{0, kMinutesPerWeek}}}, Day{19'999}},
                                        {"night", {{{kMonday + At(19), 60}}}, kToday},
                                        {"noon", {{{kMonday + At(9), 60}}}, std::nullopt}});
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].subject, 1);
  EXPECT_EQ(kept[0].reason->code, "OUTSIDE_CURFEW");
  EXPECT_EQ(kept[1].subject, 2);
  EXPECT_EQ(kept[1].reason->code, "CURFEW_BROKEN");
}

}  // namespace
}  // namespace throughgate::matcher
