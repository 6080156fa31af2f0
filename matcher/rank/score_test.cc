// Each published number of the score, one by one.
#include "matcher/rank/score.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "matcher/index/cards.h"

namespace throughgate::matcher {
namespace {

constexpr Day kToday{20'000};

int PointsFor(Component component, const ScoreInputs& inputs) { return ScoreOf(inputs)[component]; }

TEST(SkillCredit, IsRelationTimesLevelTimesEvidence) {
  const auto percent = [](int relation, SkillLevel held, SkillLevel needed,
                          SkillEvidence evidence) {
    return static_cast<int>(CreditFor(relation, held, needed, evidence).percent);
  };
  constexpr auto kVerified = SkillEvidence::kVerified;
  EXPECT_EQ(percent(100, SkillLevel::kWorking, SkillLevel::kWorking, kVerified), 100);
  EXPECT_EQ(percent(100, SkillLevel::kExpert, SkillLevel::kAwareness, kVerified), 100);
  EXPECT_EQ(percent(100, SkillLevel::kWorking, SkillLevel::kProficient, kVerified), 60);
  EXPECT_EQ(percent(100, SkillLevel::kWorking, SkillLevel::kExpert, kVerified), 25);
  EXPECT_EQ(percent(100, SkillLevel::kAwareness, SkillLevel::kExpert, kVerified), 0);
  EXPECT_EQ(percent(100, SkillLevel::kUnspecified, SkillLevel::kExpert, kVerified), 0);
  EXPECT_EQ(percent(100, SkillLevel::kUnspecified, SkillLevel::kAwareness, kVerified), 60);
  EXPECT_EQ(percent(100, SkillLevel::kWorking, SkillLevel::kWorking, SkillEvidence::kWitnessed),
            90);
  EXPECT_EQ(percent(100, SkillLevel::kWorking, SkillLevel::kWorking, SkillEvidence::kSelfDeclared),
            70);
  EXPECT_EQ(percent(100, SkillLevel::kWorking, SkillLevel::kWorking, SkillEvidence::kUnspecified),
            70);
  // 50 % of 60 % of 70 % is 21 %; 40 % of 25 % of 70 % is 7 %: rounded once, at the end.
  EXPECT_EQ(
      percent(50, SkillLevel::kWorking, SkillLevel::kProficient, SkillEvidence::kSelfDeclared), 21);
  EXPECT_EQ(percent(40, SkillLevel::kWorking, SkillLevel::kExpert, SkillEvidence::kSelfDeclared),
            7);
}

TEST(SkillCredit, IsMetByRelationAndLevelWhateverTheEvidence) {
  constexpr auto kDeclared = SkillEvidence::kSelfDeclared;
  EXPECT_TRUE(CreditFor(100, SkillLevel::kWorking, SkillLevel::kWorking, kDeclared).met);
  EXPECT_FALSE(CreditFor(100, SkillLevel::kAwareness, SkillLevel::kWorking, kDeclared).met);
  EXPECT_FALSE(CreditFor(50, SkillLevel::kExpert, SkillLevel::kWorking, kDeclared).met);
}

TEST(SkillCredit, IsTheBestOfSeveralNeverTheirSum) {
  SkillCredit credit{40, false};
  credit.Improve({30, true});
  EXPECT_EQ(credit, (SkillCredit{40, true}));
  credit.Improve({70, false});
  EXPECT_EQ(credit, (SkillCredit{70, true}));
}

TEST(SkillPoints, AreAShareOf350ByWeight) {
  const auto points = [](int weight, int credit) {
    return PointsFor(Component::kSkills, {.skill_weight = weight, .skill_weighted_credit = credit});
  };
  EXPECT_EQ(points(4, 0), 0);
  EXPECT_EQ(points(4, 300), 262);
  EXPECT_EQ(points(4, 400), 350);
  EXPECT_EQ(points(150, 15'000), 350) << "50 essential needs, all met";
}

TEST(SkillPoints, GoByTheTypeOfWorkWhenNoSkillsAreStated) {
  EXPECT_EQ(PointsFor(Component::kSkills, {.occupation_percent = 0}), 0);
  EXPECT_EQ(PointsFor(Component::kSkills, {.occupation_percent = 45}), 63);
  EXPECT_EQ(PointsFor(Component::kSkills, {.occupation_percent = 100}), 140);
}

TEST(OccupationPoints, AreTwoForEachPercent) {
  EXPECT_EQ(PointsFor(Component::kOccupation, {.occupation_percent = 0}), 0);
  EXPECT_EQ(PointsFor(Component::kOccupation, {.occupation_percent = 85}), 170);
  EXPECT_EQ(PointsFor(Component::kOccupation, {.occupation_percent = 100}), 200);
}

TEST(DistancePoints, FallFromComfortToReach) {
  const auto points = [](std::int64_t metres, std::int64_t reach_m) {
    return PointsFor(Component::kDistance,
                     {.distance_cm = metres * 100, .reach_cm = reach_m * 100});
  };
  EXPECT_EQ(points(0, 20'000), 150);
  EXPECT_EQ(points(3'000, 20'000), 150);
  EXPECT_EQ(points(3'001, 20'000), 149);
  EXPECT_EQ(points(11'500, 20'000), 75);
  EXPECT_EQ(points(19'999, 20'000), 0);
  EXPECT_EQ(points(20'000, 20'000), 0);
  EXPECT_EQ(points(25'000, 20'000), 0);
  EXPECT_EQ(points(2'000, 8'000), 150) << "a quarter of a short reach";
  EXPECT_EQ(points(5'000, 8'000), 75);
  EXPECT_EQ(points(0, 0), 0);
  EXPECT_EQ(points(500'000, 1'000'000), 75);
  EXPECT_EQ(PointsFor(Component::kDistance, {.distance_cm = -1, .reach_cm = 100}), 0);
}

TEST(AvailabilityPoints, Are70ForShiftsAnd30ForTheStart) {
  const auto points = [](int percent, int gap) {
    return PointsFor(Component::kAvailability, {.shift_percent = percent, .start_gap_days = gap});
  };
  EXPECT_EQ(points(100, 0), 100);
  EXPECT_EQ(points(kShiftNeutralPercent, 0), 65);
  EXPECT_EQ(points(99, 0), 99);
  EXPECT_EQ(points(0, 6), 30);
  EXPECT_EQ(points(0, 7), 28);
  EXPECT_EQ(points(0, 15 * 7 - 1), 2);
  EXPECT_EQ(points(0, 15 * 7), 0);
  EXPECT_EQ(points(0, std::numeric_limits<std::int32_t>::max()), 0);
}

TEST(PayPoints, AreABandAroundTheLeastPaySought) {
  const auto points = [](int pay, int least) {
    return PointsFor(Component::kPay, {.pay = pay, .pay_floor = least});
  };
  EXPECT_EQ(points(0, 1'000), 50);
  EXPECT_EQ(points(1'000, 0), 50);
  EXPECT_EQ(points(800, 1'000), 0);
  EXPECT_EQ(points(100, 1'000), 0);
  EXPECT_EQ(points(990, 1'000), 57);
  EXPECT_EQ(points(999, 1'000), 57) << "whole percents, rounded down";
  EXPECT_EQ(points(1'000, 1'000), 60);
  EXPECT_EQ(points(1'100, 1'000), 80);
  EXPECT_EQ(points(1'200, 1'000), 100);
  EXPECT_EQ(points(1'230, 1'000), 100) << "and no more";
  EXPECT_EQ(points(std::numeric_limits<std::int32_t>::max(), 1), 100);
}

TEST(CharterPoints, AreATwelfthOfThePledgesInForce) {
  const auto points = [](PledgeState state, int pledges, std::optional<Day> valid_to = {}) {
    return CharterPoints(std::vector<Pledge>(pledges, {1, state, valid_to}), kToday);
  };
  EXPECT_EQ(points(PledgeState::kVerified, kPledgeCodes), 100);
  EXPECT_EQ(points(PledgeState::kEvidenced, kPledgeCodes), 75);
  EXPECT_EQ(points(PledgeState::kDeclared, kPledgeCodes), 40);
  EXPECT_EQ(points(PledgeState::kVerified, 1), 8);
  EXPECT_EQ(points(PledgeState::kLapsed, kPledgeCodes), 0);
  EXPECT_EQ(points(PledgeState::kSuspended, kPledgeCodes), 0);
  EXPECT_EQ(points(PledgeState::kUnspecified, kPledgeCodes), 0);
  EXPECT_EQ(points(PledgeState::kVerified, 6, kToday), 50) << "the last day still counts";
  EXPECT_EQ(points(PledgeState::kVerified, 6, Day{kToday.since_epoch - 1}), 0);
}

TEST(StartGap, IsBetweenTheStartAndWhenThePersonCan) {
  const auto gap = [](std::int32_t starts_on, std::int32_t available_from) {
    return StartGapDays(starts_on, available_from, kToday);
  };
  EXPECT_EQ(gap(kNoDay, kNoDay), 0);
  EXPECT_EQ(gap(20'010, kNoDay), 10);
  EXPECT_EQ(gap(20'010, 20'004), 6);
  EXPECT_EQ(gap(kNoDay, 20'004), 4);
  EXPECT_EQ(gap(20'010, 19'000), 10);
  EXPECT_EQ(gap(19'000, kNoDay), 0) << "work that has begun can be joined now";
}

TEST(Score, IsTheSumOfComponentsThatReach1000) {
  const Points best = ScoreOf({.skill_weight = 1,
                               .skill_weighted_credit = 100,
                               .requirements_met = 1,
                               .occupation_percent = 100,
                               .distance_cm = 0,
                               .reach_cm = 100,
                               .shift_percent = 100,
                               .pay = 2,
                               .pay_floor = 1,
                               .charter_points = 100});
  EXPECT_EQ(best.by_component, kMaximum);
  EXPECT_EQ(best.total(), 1'000);
}

}  // namespace
}  // namespace throughgate::matcher
