#include "services/cli/licences/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/cli/licences/curfew_times.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kArea[] = "0f9a20f4-35c7-4c77-8af8-f200f153fa11";
constexpr char kCurfew[] = "52faefcf-15f0-42c5-b908-621b4a7ecdb9";

v1::LicenceCondition Condition(const char* id, const char* code) {
  v1::LicenceCondition condition;
  condition.set_policy_version("4.0");
  condition.set_code(code);
  condition.set_condition_id(id);
  return condition;
}

void Express(v1::LicenceCondition& condition, v1::PlanItemKind kind, const char* id) {
  condition.add_expressed_by()->set_kind(kind);
  condition.mutable_expressed_by(0)->set_id(id);
}

// An area, and a curfew with its hours.
Licence AreaAndCurfew(int until = 420) {
  Licence licence;
  licence.conditions = {Condition("cvl-1", kArea), Condition("cvl-2", kCurfew)};
  Express(licence.conditions[1], v1::PLAN_ITEM_KIND_CURFEW, "cvl-2");
  licence.curfews = {EveryDayCurfew("cvl-2", {{1140, until}})};
  return licence;
}

v1::RiskPlan Imported() {
  v1::RiskPlan plan;
  MergeLicence(AreaAndCurfew(), false, plan);
  return plan;
}

TEST(MergeLicence, AddsWhatThePlanLacks) {
  v1::RiskPlan plan;
  const MergeCounts counts = MergeLicence(AreaAndCurfew(), false, plan);
  EXPECT_EQ(counts.added, 3);
  EXPECT_EQ(plan.conditions_size(), 2);
  EXPECT_EQ(plan.curfews_size(), 1);
  EXPECT_EQ(plan.conditions(1).expressed_by(0).id(), "cvl-2");
}

TEST(MergeLicence, ChangesNothingTheSecondTime) {
  v1::RiskPlan plan = Imported();
  // As the server groups them.
  v1::WeeklyWindow& sunday = *plan.mutable_curfews(0)->add_windows();
  sunday = plan.curfews(0).windows(0);
  sunday.clear_days();
  sunday.add_days(v1::WEEKDAY_SUNDAY);
  plan.mutable_curfews(0)->mutable_windows(0)->mutable_days()->RemoveLast();
  const MergeCounts counts = MergeLicence(AreaAndCurfew(), false, plan);
  EXPECT_EQ(counts.unchanged, 3);
  EXPECT_FALSE(counts.any());
  EXPECT_THAT(counts.gone, IsEmpty());
}

TEST(MergeLicence, KeepsWhatPeopleHaveEntered) {
  v1::RiskPlan plan = Imported();
  plan.add_zones()->set_zone_id("park");
  plan.add_curfews()->set_curfew_id("by-hand");
  *plan.add_conditions() = Condition("mine", kArea);
  plan.set_supervision(v1::SUPERVISION_HDC);
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  const v1::RiskPlan before = plan;
  const MergeCounts counts = MergeLicence(AreaAndCurfew(), false, plan);
  EXPECT_FALSE(counts.any());
  EXPECT_THAT(counts.gone, IsEmpty());
  EXPECT_EQ(plan.ShortDebugString(), before.ShortDebugString());
}

TEST(MergeLicence, FollowsTheLicencesHours) {
  v1::RiskPlan plan = Imported();
  const MergeCounts counts = MergeLicence(AreaAndCurfew(480), false, plan);
  EXPECT_EQ(counts.changed, 1);
  EXPECT_EQ(plan.curfews(0).windows(0).end(), "08:00");
}

// What expressed the old condition says nothing of the new one.
TEST(MergeLicence, AsksAnewOnceAnIdIsOfAnotherCondition) {
  v1::RiskPlan plan = Imported();
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  Licence licence = AreaAndCurfew();
  licence.conditions[0].set_policy_version("3.0");
  EXPECT_EQ(MergeLicence(licence, false, plan).changed, 1);
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 0);
}

TEST(MergeLicence, KnowsAConditionThatWasEnteredByHand) {
  v1::RiskPlan plan;
  *plan.add_conditions() = Condition("", "0F9A20F4-35C7-4C77-8AF8-F200F153FA11");
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  Licence licence = AreaAndCurfew();
  MergeLicence(licence, false, plan);
  ASSERT_EQ(plan.conditions_size(), 2);
  EXPECT_EQ(plan.conditions(0).condition_id(), "cvl-1");
  EXPECT_EQ(plan.conditions(0).expressed_by(0).id(), "park");
}

// Of two areas, which is the zone's?
TEST(MergeLicence, DoesNotGuessWhichOfTwoWasMeant) {
  v1::RiskPlan plan;
  *plan.add_conditions() = Condition("", kArea);
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  Licence licence = AreaAndCurfew();
  licence.conditions.push_back(Condition("cvl-3", kArea));
  MergeLicence(licence, false, plan);
  EXPECT_EQ(plan.conditions_size(), 4);
  EXPECT_EQ(plan.conditions(1).expressed_by_size(), 0);
}

TEST(MergeLicence, KeepsWhatWasFilledInByHand) {
  v1::RiskPlan plan = Imported();
  v1::ConditionParameter& parameter = *plan.mutable_conditions(1)->add_parameters();
  parameter.set_name("oneCurfewStart");
  parameter.add_values("19:00");
  EXPECT_FALSE(MergeLicence(AreaAndCurfew(), false, plan).any());
  EXPECT_EQ(plan.conditions(1).parameters_size(), 1);
}

TEST(MergeLicence, TakesOutWhatIsGoneOnlyWhenToldTo) {
  Licence licence = AreaAndCurfew();
  licence.conditions.pop_back();
  licence.curfews.clear();
  v1::RiskPlan plan = Imported();
  *plan.add_conditions() = Condition("mine", kArea);
  MergeCounts counts = MergeLicence(licence, false, plan);
  EXPECT_THAT(counts.gone, ElementsAre("cvl-2"));
  EXPECT_FALSE(counts.any());
  EXPECT_EQ(plan.conditions_size(), 3);
  counts = MergeLicence(licence, true, plan);
  EXPECT_TRUE(counts.any());
  EXPECT_EQ(plan.conditions_size(), 2);
  EXPECT_EQ(plan.curfews_size(), 0);
  EXPECT_EQ(plan.conditions(1).condition_id(), "mine");
}

// An order of monitoring says nothing of the licence.
TEST(MergeLicence, MissesNothingWhenThereIsACurfewAlone) {
  v1::RiskPlan plan = Imported();
  Licence order;
  order.curfews = {EveryDayCurfew("cvl-em", {{1140, 420}})};
  const MergeCounts counts = MergeLicence(order, true, plan);
  EXPECT_EQ(counts.added, 1);
  EXPECT_THAT(counts.gone, IsEmpty());
  EXPECT_EQ(plan.conditions_size(), 2);
}

}  // namespace
}  // namespace throughgate::cli
