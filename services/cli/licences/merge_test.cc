#include "services/cli/licences/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/cli/licences/curfew_times.h"
#include "services/cli/licences/held_parts.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kArea[] = "0f9a20f4-35c7-4c77-8af8-f200f153fa11";
constexpr char kTag[] = "fd129172-bdd3-4d97-a4a0-efd7b47a49d4";
constexpr char kReporting[] = "2027ae19-04a2-4fa6-8d1b-a62dffba2e62";
constexpr char kCurfew[] = "52faefcf-15f0-42c5-b908-621b4a7ecdb9";

constexpr MergeOptions kAlone{.stands_alone = true};
constexpr MergeOptions kLift{.stands_alone = true, .lift_gone = true};

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
  licence.tells_conditions = true;
  licence.conditions = {Condition("cvl-1", kArea), Condition("cvl-2", kCurfew)};
  Express(licence.conditions[1], v1::PLAN_ITEM_KIND_CURFEW, "cvl-2");
  licence.curfews = {EveryDayCurfew("cvl-2", {{1140, until}})};
  return licence;
}

v1::RiskPlan Imported() {
  v1::RiskPlan plan;
  MergeLicence(AreaAndCurfew(), {}, plan);
  return plan;
}

TEST(MergeLicence, AddsWhatThePlanLacks) {
  v1::RiskPlan plan;
  const MergeCounts counts = MergeLicence(AreaAndCurfew(), {}, plan);
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
  const MergeCounts counts = MergeLicence(AreaAndCurfew(), {}, plan);
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
  const MergeCounts counts = MergeLicence(AreaAndCurfew(), {}, plan);
  EXPECT_FALSE(counts.any());
  EXPECT_THAT(counts.gone, IsEmpty());
  EXPECT_EQ(plan.ShortDebugString(), before.ShortDebugString());
}

TEST(MergeLicence, FollowsTheLicencesHours) {
  v1::RiskPlan plan = Imported();
  const MergeCounts counts = MergeLicence(AreaAndCurfew(480), {}, plan);
  EXPECT_EQ(counts.changed, 1);
  EXPECT_EQ(plan.curfews(0).windows(0).end(), "08:00");
}

// What expressed the old condition says nothing of the new one.
TEST(MergeLicence, AsksAnewOnceAnIdIsOfAnotherCondition) {
  v1::RiskPlan plan = Imported();
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  Licence licence = AreaAndCurfew();
  licence.conditions[0].set_policy_version("3.0");
  EXPECT_EQ(MergeLicence(licence, {}, plan).changed, 1);
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 0);
}

TEST(MergeLicence, KnowsAConditionThatWasEnteredByHand) {
  v1::RiskPlan plan;
  *plan.add_conditions() = Condition("", "0F9A20F4-35C7-4C77-8AF8-F200F153FA11");
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  Licence licence = AreaAndCurfew();
  MergeLicence(licence, {}, plan);
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
  MergeLicence(licence, {}, plan);
  EXPECT_EQ(plan.conditions_size(), 4);
  EXPECT_EQ(plan.conditions(1).expressed_by_size(), 0);
}

TEST(MergeLicence, KeepsWhatWasFilledInByHand) {
  v1::RiskPlan plan = Imported();
  v1::ConditionParameter& parameter = *plan.mutable_conditions(1)->add_parameters();
  parameter.set_name("oneCurfewStart");
  parameter.add_values("19:00");
  EXPECT_FALSE(MergeLicence(AreaAndCurfew(), {}, plan).any());
  EXPECT_EQ(plan.conditions(1).parameters_size(), 1);
}

TEST(MergeLicence, TakesOutWhatIsGoneOnlyWhenToldTo) {
  Licence licence = AreaAndCurfew();
  licence.conditions.pop_back();
  licence.curfews.clear();
  v1::RiskPlan plan = Imported();
  *plan.add_conditions() = Condition("mine", kArea);
  MergeCounts counts = MergeLicence(licence, {}, plan);
  EXPECT_THAT(counts.gone, ElementsAre("cvl-2"));
  EXPECT_FALSE(counts.any());
  EXPECT_EQ(plan.conditions_size(), 3);
  counts = MergeLicence(licence, kLift, plan);
  EXPECT_TRUE(counts.any());
  EXPECT_EQ(plan.conditions_size(), 2);
  EXPECT_EQ(plan.curfews_size(), 0);
  EXPECT_EQ(plan.conditions(1).condition_id(), "mine");
}

TEST(MergeLicence, MissesWhatALicenceWithoutConditionsHasNoLonger) {
  Licence licence;
  licence.tells_conditions = true;
  v1::RiskPlan plan = Imported();
  EXPECT_THAT(MergeLicence(licence, {}, plan).gone, ElementsAre("cvl-1", "cvl-2"));
}

// It is of another licence, that may bind still.
TEST(MergeLicence, TakesNothingOutForALicenceThatDoesNotStandAlone) {
  Licence licence = AreaAndCurfew();
  licence.conditions.pop_back();
  v1::RiskPlan plan = Imported();
  EXPECT_FALSE(MergeLicence(licence, {.lift_gone = true}, plan).lifted);
  EXPECT_EQ(plan.conditions_size(), 2);
}

TEST(WhatHindersLifting, IsALicenceInPartsOrInDoubtOrNotAlone) {
  Licence licence;
  EXPECT_THAT(WhatHindersLifting(licence, 1), HasSubstr("not ACTIVE"));
  licence.is_whole = true;
  EXPECT_EQ(WhatHindersLifting(licence, 1), "");
  EXPECT_THAT(WhatHindersLifting(licence, 2), HasSubstr("2 times"));
}

// An order need not say everything to take out what stood for a part that it says in full.
TEST(StandsAlone, IsWhatTheFileHasOnceAndALicenceInForce) {
  Licence licence;
  EXPECT_FALSE(StandsAlone(licence, 1));
  licence.is_whole = true;
  EXPECT_TRUE(StandsAlone(licence, 1));
  EXPECT_FALSE(StandsAlone(licence, 2));
  for (const LicenceKind kind : {LicenceKind::kOrder, LicenceKind::kCurfewTimes}) {
    Licence other;
    other.kind = kind;
    EXPECT_TRUE(StandsAlone(other, 1));
    EXPECT_FALSE(StandsAlone(other, 2));
  }
}

TEST(MergeLicence, KeepsThatAVariationIsSought) {
  v1::RiskPlan plan = Imported();
  plan.mutable_curfews(0)->set_variation_sought(true);
  EXPECT_FALSE(MergeLicence(AreaAndCurfew(), {}, plan).any());
  EXPECT_TRUE(plan.curfews(0).variation_sought());
  MergeLicence(AreaAndCurfew(480), {}, plan);
  EXPECT_TRUE(plan.curfews(0).variation_sought());
}

// The licence of AreaAndCurfew, varied: all ids are new.
Licence Varied() {
  Licence licence = AreaAndCurfew(480);
  licence.conditions[0].set_condition_id("cvl-11");
  licence.conditions[1].set_condition_id("cvl-12");
  licence.conditions[1].mutable_expressed_by(0)->set_id("cvl-12");
  licence.curfews[0].set_curfew_id("cvl-12");
  return licence;
}

void FillIn(v1::LicenceCondition& condition, const char* name, const char* value) {
  v1::ConditionParameter& parameter = *condition.add_parameters();
  parameter.set_name(name);
  parameter.add_values(value);
}

TEST(MergeLicence, CarriesConditionsAndTheirCurfewsOverToALicenceThatWasVaried) {
  v1::RiskPlan plan = Imported();
  plan.mutable_curfews(0)->set_variation_sought(true);
  const MergeCounts counts = MergeLicence(Varied(), kAlone, plan);
  EXPECT_THAT(counts.carried, ElementsAre("cvl-1 as cvl-11", "cvl-2 as cvl-12"));
  EXPECT_THAT(counts.to_say_anew, IsEmpty()) << "nothing was said by hand";
  EXPECT_THAT(counts.gone, IsEmpty());
  EXPECT_TRUE(counts.any());
  ASSERT_EQ(plan.conditions_size(), 2);
  EXPECT_EQ(plan.conditions(0).condition_id(), "cvl-11");
  EXPECT_EQ(plan.conditions(1).expressed_by(0).id(), "cvl-12");
  ASSERT_EQ(plan.curfews_size(), 1);
  EXPECT_EQ(plan.curfews(0).curfew_id(), "cvl-12");
  EXPECT_EQ(plan.curfews(0).windows(0).end(), "08:00");
  EXPECT_TRUE(plan.curfews(0).variation_sought());
  EXPECT_FALSE(MergeLicence(Varied(), kAlone, plan).any());
}

// The new map was never seen: the old zone bars what it bars, and expresses nothing.
TEST(MergeLicence, AsksAnewForItemsOfWhatIsNotKept) {
  v1::RiskPlan plan = Imported();
  plan.add_zones()->set_zone_id("park");
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  const MergeCounts counts = MergeLicence(Varied(), kAlone, plan);
  EXPECT_THAT(counts.to_say_anew, ElementsAre("cvl-11"));
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 0);
  EXPECT_EQ(plan.zones_size(), 1);
  // Named again, it stays named.
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  EXPECT_FALSE(MergeLicence(Varied(), kAlone, plan).any());
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 1);
}

// Names of places are no more kept than maps are.
TEST(MergeLicence, AsksAnewWhereToReport) {
  v1::RiskPlan plan;
  Licence licence;
  licence.tells_conditions = true;
  licence.conditions = {Condition("cvl-1", kReporting)};
  MergeLicence(licence, {}, plan);
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_COMMITMENT, "station");
  licence.conditions = {Condition("cvl-11", kReporting)};
  EXPECT_THAT(MergeLicence(licence, kAlone, plan).to_say_anew, ElementsAre("cvl-11"));
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 0);
}

// Hours that could not be read either time may be others now.
TEST(MergeLicence, CarriesOverNothingThatWasFilledInByHand) {
  v1::RiskPlan plan = Imported();
  FillIn(*plan.mutable_conditions(1), "oneCurfewStart", "19:00");
  const MergeCounts counts = MergeLicence(Varied(), kAlone, plan);
  EXPECT_THAT(counts.to_say_anew, ElementsAre("cvl-12"));
  EXPECT_EQ(plan.conditions(1).parameters_size(), 0);
}

// All that it says is the policy's words and what is kept of it.
TEST(MergeLicence, CarriesOverWhatExpressesAConditionThatIsKeptWhole) {
  Licence licence;
  licence.tells_conditions = true;
  licence.conditions = {Condition("cvl-1", kTag)};
  FillIn(licence.conditions[0], "electronicMonitoringTypes", "CURFEW");
  v1::RiskPlan plan;
  MergeLicence(licence, {}, plan);
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_TAG, "TAG_KIND_CURFEW");
  licence.conditions[0].set_condition_id("cvl-11");
  const v1::RiskPlan before = plan;
  EXPECT_THAT(MergeLicence(licence, kAlone, plan).to_say_anew, IsEmpty());
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 1);
  // Unless there is a picture to it.
  plan = before;
  licence.unread.push_back({.part = "condition 1", .why = "", .told_until_expressed = "cvl-11"});
  EXPECT_THAT(MergeLicence(licence, kAlone, plan).to_say_anew, ElementsAre("cvl-11"));
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 0);
}

TEST(MergeLicence, WritesWhatIsCarriedOverThoughNothingElseChanges) {
  v1::RiskPlan plan;
  Licence licence;
  licence.conditions = {Condition("cvl-1", kArea)};
  MergeLicence(licence, {}, plan);
  licence.conditions = {Condition("cvl-11", kArea)};
  EXPECT_TRUE(MergeLicence(licence, kAlone, plan).any());
}

// Of two that are gone, or new, which is which?
TEST(MergeLicence, CarriesNothingOverThatMayBeAnother) {
  v1::RiskPlan plan = Imported();
  *plan.add_conditions() = Condition("cvl-3", kArea);
  EXPECT_THAT(MergeLicence(Varied(), kAlone, plan).carried, ElementsAre("cvl-2 as cvl-12"));
  plan = Imported();
  Licence licence = Varied();
  licence.conditions.push_back(Condition("cvl-13", kArea));
  EXPECT_THAT(MergeLicence(licence, kAlone, plan).carried, ElementsAre("cvl-2 as cvl-12"));
  plan = Imported();
  licence = Varied();
  licence.conditions[0].set_policy_version("3.0");
  EXPECT_THAT(MergeLicence(licence, kAlone, plan).carried, ElementsAre("cvl-2 as cvl-12"));
  plan = Imported();
  EXPECT_THAT(MergeLicence(Varied(), {}, plan).carried, IsEmpty()) << "it may be another licence";
}

// An order of monitoring says nothing of the licence.
TEST(MergeLicence, MissesNothingWhenThereIsACurfewAlone) {
  v1::RiskPlan plan = Imported();
  Licence order;
  order.curfews = {EveryDayCurfew("cvl-em", {{1140, 420}})};
  const MergeCounts counts = MergeLicence(order, kLift, plan);
  EXPECT_EQ(counts.added, 1);
  EXPECT_THAT(counts.gone, IsEmpty());
  EXPECT_EQ(plan.conditions_size(), 2);
}

// An order with zones, whose hours can be read or not.
Licence Order(bool hours_are_read) {
  Licence order;
  order.kind = LicenceKind::kOrder;
  order.id = "7e";
  Hold("cvl-em-7e-zones", {"enforcementZoneConditions", "Draw them."}, order);
  if (hours_are_read) {
    order.curfews = {EveryDayCurfew("cvl-em-7e", {{1140, 420}})};
    order.read_in_full = {"cvl-em-7e-hours"};
  } else {
    Hold("cvl-em-7e-hours", {"curfew cvl-em-7e, entry 1", "Record it."}, order);
  }
  return order;
}

std::vector<std::string> Ids(const v1::RiskPlan& plan) {
  std::vector<std::string> ids;
  for (const auto& condition : plan.conditions()) ids.push_back(condition.condition_id());
  return ids;
}

TEST(MergeLicence, HoldsWhatCannotBeReadOnce) {
  v1::RiskPlan plan;
  EXPECT_EQ(MergeLicence(Order(false), kAlone, plan).added, 2);
  EXPECT_THAT(Ids(plan), ElementsAre("cvl-em-7e-zones", "cvl-em-7e-hours"));
  EXPECT_EQ(plan.conditions(0).form(), v1::CONDITION_FORM_BESPOKE);
  const MergeCounts again = MergeLicence(Order(false), kLift, plan);
  EXPECT_EQ(again.unchanged, 2);
  EXPECT_FALSE(again.any());
}

// As any other condition that the file has.
TEST(MergeLicence, HoldsAgainWhatAPersonHasTakenOut) {
  v1::RiskPlan plan;
  MergeLicence(Order(false), kAlone, plan);
  plan.clear_conditions();
  EXPECT_EQ(MergeLicence(Order(false), kAlone, plan).added, 2);
}

TEST(MergeLicence, TakesOutWhatStoodForAPartThatIsReadNow) {
  v1::RiskPlan plan;
  MergeLicence(Order(false), kAlone, plan);
  Licence other = Order(true);
  other.read_in_full = {"cvl-em-8f-hours"};
  EXPECT_THAT(MergeLicence(other, kAlone, plan).read_now, IsEmpty()) << "of another order";
  EXPECT_THAT(MergeLicence(Order(true), {}, plan).read_now, IsEmpty())
      << "the file has another, which may say otherwise";
  const MergeCounts counts = MergeLicence(Order(true), kAlone, plan);
  EXPECT_THAT(counts.read_now, ElementsAre("cvl-em-7e-hours"));
  EXPECT_TRUE(counts.any());
  EXPECT_THAT(Ids(plan), ElementsAre("cvl-em-7e-zones"));
  EXPECT_EQ(plan.curfews_size(), 1);
}

// One entry that is read takes nothing out for another that is not.
TEST(MergeLicence, HoldsAPartThatIsReadOnlyInPart) {
  Licence order = Order(false);
  order.read_in_full = {"cvl-em-7e-hours"};
  v1::RiskPlan plan;
  MergeLicence(order, kAlone, plan);
  EXPECT_THAT(MergeLicence(order, kAlone, plan).read_now, IsEmpty());
  EXPECT_EQ(plan.conditions_size(), 2);
}

TEST(MergeLicence, LiftsPartsOfAnOrderForThatOrderAlone) {
  v1::RiskPlan plan;
  MergeLicence(Order(false), {}, plan);
  Licence licence = AreaAndCurfew();
  MergeCounts counts = MergeLicence(licence, kLift, plan);
  EXPECT_THAT(counts.gone, IsEmpty()) << "a licence says nothing of an order";
  EXPECT_EQ(plan.conditions_size(), 4);
  // What is not there any more, without a word, is a person's to lift.
  Licence order = Order(true);
  order.held.clear();
  order.unread.clear();
  order.read_in_full.clear();
  counts = MergeLicence(order, kAlone, plan);
  EXPECT_THAT(counts.gone, ElementsAre("cvl-em-7e-zones", "cvl-em-7e-hours"));
  EXPECT_FALSE(counts.lifted);
  EXPECT_EQ(plan.conditions_size(), 4);
  EXPECT_TRUE(MergeLicence(order, kLift, plan).lifted);
  EXPECT_THAT(Ids(plan), ElementsAre("cvl-1", "cvl-2")) << "and none of the licence's";
  EXPECT_THAT(WhatHindersLifting(order, 1), HasSubstr("does not say of each part"));
  order.is_whole = true;
  EXPECT_EQ(WhatHindersLifting(order, 1), "");
  EXPECT_THAT(WhatHindersLifting(order, 2), HasSubstr("2 times"));
}

// Of the licence before, the zone that was named by hand says nothing of the variation.
TEST(MergeLicence, AsksAnewForWhatWasEnteredByHandBeforeAVariation) {
  v1::RiskPlan by_hand;
  by_hand.add_zones()->set_zone_id("park");
  *by_hand.add_conditions() = Condition("", kArea);
  Express(*by_hand.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  Licence licence = AreaAndCurfew();
  v1::RiskPlan plan = by_hand;
  EXPECT_THAT(MergeLicence(licence, kAlone, plan).to_say_anew, IsEmpty());
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 1);

  plan = by_hand;
  licence.is_variation = true;
  EXPECT_THAT(MergeLicence(licence, {}, plan).to_say_anew, ElementsAre("cvl-1"));
  EXPECT_EQ(plan.conditions(0).condition_id(), "cvl-1");
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 0);
  EXPECT_EQ(plan.zones_size(), 1) << "it bars what it bars";
  // Named again, it stays named.
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  EXPECT_FALSE(MergeLicence(licence, kAlone, plan).any());
  EXPECT_EQ(plan.conditions(0).expressed_by_size(), 1);
}

Licence HomeDetention() {
  Licence licence = AreaAndCurfew();
  licence.id = "77";
  licence.supervision = v1::SUPERVISION_HDC;
  return licence;
}

// Another curfew does not say when home detention is.
TEST(MergeLicence, HoldsTheHoursOfHomeDetentionUntilThereAreSome) {
  v1::RiskPlan plan;
  EXPECT_EQ(MergeLicence(HomeDetention(), kAlone, plan).added, 4);
  EXPECT_THAT(Ids(plan), ElementsAre("cvl-1", "cvl-2", "cvl-hdc-hours"));
  EXPECT_EQ(plan.conditions(2).form(), v1::CONDITION_FORM_BESPOKE);
  ASSERT_EQ(StillToTell(HomeDetention(), plan).size(), 1u);
  EXPECT_EQ(StillToTell(HomeDetention(), plan)[0].held_by, "cvl-hdc-hours");
  EXPECT_FALSE(MergeLicence(HomeDetention(), kLift, plan).any());

  Licence times;
  times.kind = LicenceKind::kCurfewTimes;
  times.curfews = {EveryDayCurfew("cvl-hdc", {{1140, 420}})};
  times.read_in_full = {"cvl-hdc-hours"};
  EXPECT_THAT(MergeLicence(times, kAlone, plan).read_now, ElementsAre("cvl-hdc-hours"));
  EXPECT_FALSE(MergeLicence(HomeDetention(), kAlone, plan).any());
  EXPECT_THAT(StillToTell(HomeDetention(), plan), IsEmpty());
}

// It stands for them already, with what is wrong with them.
TEST(MergeLicence, HoldsTheHoursOfHomeDetentionOnce) {
  Licence licence = HomeDetention();
  Hold("cvl-hdc-hours", {"curfew cvl-hdc, entry 1", "Record it."}, licence);
  v1::RiskPlan plan;
  MergeLicence(licence, kAlone, plan);
  EXPECT_EQ(plan.conditions_size(), 3);
  EXPECT_EQ(StillToTell(licence, plan).size(), 1u);
}

TEST(MergeLicence, AsksForNoHoursOfHomeDetentionOfAnybodyElse) {
  v1::RiskPlan plan;
  MergeLicence(AreaAndCurfew(), kAlone, plan);
  EXPECT_THAT(Ids(plan), ElementsAre("cvl-1", "cvl-2"));
}

TEST(StillToTell, IsNoLongerWhatAZoneWasNamedFor) {
  v1::RiskPlan plan = Imported();
  Licence licence = AreaAndCurfew();
  licence.unread = {{.part = "its map", .why = "", .told_until_expressed = "cvl-1"},
                    {.part = "its words", .why = ""}};
  EXPECT_EQ(StillToTell(licence, plan).size(), 2u);
  Express(*plan.mutable_conditions(0), v1::PLAN_ITEM_KIND_EXCLUSION_ZONE, "park");
  ASSERT_EQ(StillToTell(licence, plan).size(), 1u);
  EXPECT_EQ(StillToTell(licence, plan)[0].part, "its words");
}

}  // namespace
}  // namespace throughgate::cli
