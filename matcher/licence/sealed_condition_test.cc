#include "matcher/licence/sealed_condition.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace throughgate::matcher {
namespace {

constexpr Day kToday{20'780};  // 2026-11-23
constexpr Day kTomorrow{20'781};

constexpr char kAreaCode[] = "0f9a20f4-35c7-4c77-8af8-f200f153fa11";
constexpr char kCurfewCode[] = "52faefcf-15f0-42c5-b908-621b4a7ecdb9";
constexpr char kBarsCode[] = "be16ee0b-a916-43ef-9319-b42a1dd418a3";
constexpr char kPassportCode[] = "5fa04bbf-6b7c-4b65-9388-a0115cd365a6";
constexpr char kVehicleCode[] = "d523d711-9975-4a9a-a37e-a17bd611140f";
constexpr char kCashCode[] = "e8478345-019a-4335-9656-73a77ffd3c42";
constexpr char kMeetingsCode[] = "9785d8f8-31a9-4c32-a06d-eff049ecebcd";
constexpr char kOffendersCode[] = "0aa669bf-db8a-4b8e-b8ba-ca82fc245b94";
constexpr char kEventCode[] = "99195049-f355-46fb-b7d8-aef87a1b19c5";
constexpr char kEveningCode[] = "86e6f2a9-bb60-40f8-9ac4-310ebc72ac2f";
constexpr char kChildrenCode[] = "9da214a3-c6ae-45e1-a465-12e22adf7c87";
constexpr char kAloneCode[] = "4a5fed48-0fb9-4711-8ddf-b46ddfd90246";
constexpr char kReportingCode[] = "2027ae19-04a2-4fa6-8d1b-a62dffba2e62";
constexpr char kTagCode[] = "fd129172-bdd3-4d97-a4a0-efd7b47a49d4";
constexpr char kVictimCode[] = "4858cd8b-bca6-4f11-b6ee-439e27216d7d";
constexpr char kCountyCode[] = "1e9a66c6-f083-4c29-b209-b625252afbe5";
constexpr char kAlcoholCode[] = "d36a3b77-30ba-40ce-8953-83e761d3b487";

WeekPattern EveryDay(int begin, int length) {
  WeekPattern pattern;
  for (int day = 0; day < 7; ++day) pattern.spans.push_back({day * kMinutesPerDay + begin, length});
  return pattern;
}

// A plan with one condition of policy 4.0.
RiskPlanTerms PlanWith(const char* code) {
  RiskPlanTerms plan;
  plan.conditions = {{.policy_version = "4.0", .code = code}};
  return plan;
}

SealedCondition Sealed(const RiskPlanTerms& plan) { return SealConditions(plan).at(0); }

RiskPlanTerms CurfewPlan(const WeekPattern& kept) {
  RiskPlanTerms plan = PlanWith(kCurfewCode);
  plan.conditions[0].parameters = {{"oneCurfewStart", {"19:00"}}, {"oneCurfewEnd", {"07:00"}}};
  plan.conditions[0].expressed_by = {{PlanItemKind::kCurfew, "tag"}};
  plan.curfews = {{.id = "tag", .windows = kept, .ends_on = std::nullopt}};
  return plan;
}

TEST(Standing, OfWhatNoPolicyHasIsNotUnderstood) {
  EXPECT_EQ(StandingOn(Sealed(PlanWith("NLC5")), kToday), Standing::kNotUnderstood);
}

TEST(Standing, OfWhatIsOfNoPolicyIsWhatItIs) {
  RiskPlanTerms plan = PlanWith(kAreaCode);
  plan.conditions[0].form = ConditionForm::kBespoke;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kBespoke);
  plan.conditions[0].form = ConditionForm::kImageOnly;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kImageOnly);
}

TEST(Standing, OfAnAreaIsExpressedByItsZone) {
  RiskPlanTerms plan = PlanWith(kAreaCode);
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed);
  plan.zones.resize(1);
  plan.zones[0].id = "park";
  plan.zones[0].kind = ZoneKind::kExclusion;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed) << "the plan must say so";
  plan.conditions[0].expressed_by = {{PlanItemKind::kExclusionZone, "park"}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.zones[0].kind = ZoneKind::kRestriction;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed);
}

RiskPlanTerms ZonePlan(const char* code) {
  RiskPlanTerms plan = PlanWith(code);
  plan.zones.resize(1);
  plan.zones[0].id = "park";
  plan.zones[0].kind = ZoneKind::kExclusion;
  plan.conditions[0].expressed_by = {{PlanItemKind::kExclusionZone, "park"}};
  return plan;
}

// What holds for some hours, or the days of an event, is less than always.
TEST(Standing, OfAnAreaNeedsAZoneThatAlwaysHolds) {
  RiskPlanTerms plan = ZonePlan(kAreaCode);
  plan.zones[0].windows = EveryDay(540, 480);
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.zones[0].windows = {};
  plan.zones[0].ends_on = kToday;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  EXPECT_EQ(StandingOn(Sealed(plan), kTomorrow), Standing::kNotExpressed);
  plan.zones[0].starts_on = kToday;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
}

TEST(Standing, OfAnEventIsExpressedByAZoneOfItsDays) {
  RiskPlanTerms plan = ZonePlan(kEventCode);
  plan.zones[0].starts_on = kTomorrow;
  plan.zones[0].ends_on = kTomorrow;
  plan.zones[0].windows = EveryDay(540, 480);
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  EXPECT_EQ(StandingOn(Sealed(plan), Day{kTomorrow.since_epoch + 1}), Standing::kNotExpressed);
}

// Until a tag is fitted nothing is filled in: the hours are the condition's own.
TEST(Standing, OfTheEveningUntilTaggedNeedsItsHours) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(1020, 420));
  plan.conditions[0] = {.policy_version = "4.0",
                        .code = kEveningCode,
                        .expressed_by = {{PlanItemKind::kCurfew, "tag"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.curfews[0].windows = EveryDay(1021, 419);
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
}

RiskPlanTerms ContactPlan(const char* code, ContactDegree from) {
  RiskPlanTerms plan = PlanWith(code);
  plan.contact_limits = {{ContactGroup::kChildren, from, WorkLimitEffect::kBarred}};
  plan.conditions[0].expressed_by = {
      {PlanItemKind::kContactLimit, "", static_cast<std::uint8_t>(ContactGroup::kChildren)}};
  return plan;
}

TEST(Standing, OfWorkWithChildrenNeedsALimitOnSupervisedContactToo) {
  for (const ContactDegree enough : {ContactDegree::kIncidental, ContactDegree::kSupervised}) {
    EXPECT_EQ(StandingOn(Sealed(ContactPlan(kChildrenCode, enough)), kToday), Standing::kHolds);
  }
  const RiskPlanTerms less = ContactPlan(kChildrenCode, ContactDegree::kUnsupervised);
  EXPECT_EQ(StandingOn(Sealed(less), kToday), Standing::kExpressedByLess);
  const RiskPlanTerms alone = ContactPlan(kAloneCode, ContactDegree::kUnsupervised);
  EXPECT_EQ(StandingOn(Sealed(alone), kToday), Standing::kHolds);
}

// Reporting at these times, with a commitment from six to a quarter past on every day.
RiskPlanTerms ReportingPlan(const std::vector<ConditionParameter>& filled_in) {
  RiskPlanTerms plan = PlanWith(kReportingCode);
  plan.conditions[0].parameters = filled_in;
  plan.conditions[0].expressed_by = {{PlanItemKind::kCommitment, "police"}};
  plan.commitments = {{.id = "police", .windows = EveryDay(1080, 15)}};
  return plan;
}

TEST(Standing, OfReportingNeedsCommitmentsAtItsTimes) {
  const auto standing = [](const std::vector<ConditionParameter>& filled_in) {
    return StandingOn(Sealed(ReportingPlan(filled_in)), kToday);
  };
  const ConditionParameter daily{"reportingFrequency", {"Daily"}};
  EXPECT_EQ(standing({daily, {"reportingTime", {"18:00"}}}), Standing::kHolds);
  EXPECT_EQ(standing({daily, {"reportingTime", {"18:14"}}}), Standing::kHolds);
  EXPECT_EQ(standing({daily, {"reportingTime", {"18:15"}}}), Standing::kExpressedByLess);
  EXPECT_EQ(standing({daily, {"reportingTime1", {"06:00"}}, {"reportingTime2", {"18:00"}}}),
            Standing::kExpressedByLess);
  EXPECT_EQ(standing({daily, {"reportingTime", {"six"}}}), Standing::kExpressedByLess);
}

// Times, or how often, that were never filled in might be any.
TEST(Standing, OfReportingNeedsToKnowWhenAndHowOften) {
  const auto standing = [](const std::vector<ConditionParameter>& filled_in) {
    return StandingOn(Sealed(ReportingPlan(filled_in)), kToday);
  };
  EXPECT_EQ(standing({}), Standing::kExpressedByLess);
  EXPECT_EQ(standing({{"reportingFrequency", {"Daily"}}}), Standing::kExpressedByLess);
  EXPECT_EQ(standing({{"reportingTime", {"18:00"}}}), Standing::kExpressedByLess);
  EXPECT_EQ(standing({{"reportingFrequency", {"Daily"}},
                      {"numberOfReportingTimes", {"Twice a day"}},
                      {"reportingTime1", {"18:00"}}}),
            Standing::kExpressedByLess);
}

// A time that is one of two is not alone, whether or not somebody says that there are two.
TEST(Standing, OfReportingNeedsToKnowBothTimesOfTwo) {
  const auto standing = [](const std::vector<ConditionParameter>& filled_in) {
    return StandingOn(Sealed(ReportingPlan(filled_in)), kToday);
  };
  const ConditionParameter daily{"reportingFrequency", {"Daily"}};
  const ConditionParameter second{"reportingTime2", {"18:00"}};
  EXPECT_EQ(standing({daily, second}), Standing::kExpressedByLess);
  EXPECT_EQ(standing({daily, second, {"reportingTime1", {"18:10"}}}), Standing::kHolds);
  const ConditionParameter alone{"reportingTime", {"18:00"}};
  EXPECT_EQ(standing({daily, alone, {"numberOfReportingTimes", {"Once a day"}}}), Standing::kHolds);
  EXPECT_EQ(standing({daily, alone, {"numberOfReportingTimes", {"Thrice a day"}}}),
            Standing::kExpressedByLess);
}

TEST(Standing, OfReportingNeedsCommitmentsAsOften) {
  RiskPlanTerms plan = ReportingPlan({{"reportingTime", {"18:00"}}});
  WeekPattern& kept = plan.commitments[0].windows;
  kept.spans.resize(5);
  plan.conditions[0].parameters.push_back({"reportingFrequency", {"Monday to Friday"}});
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.conditions[0].parameters[1].values = {"Daily"};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  kept.spans.resize(1);
  plan.conditions[0].parameters[1].values = {"Other"};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.conditions[0].parameters[1].values = {"Monday to Friday"};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
}

// An alcohol tag watches nothing else, and no other tag watches alcohol.
TEST(Standing, OfATagNeedsOneForEachThatIsMonitored) {
  RiskPlanTerms plan = PlanWith(kTagCode);
  plan.tags = {{TagKind::kLocation, std::nullopt}, {TagKind::kAlcohol, std::nullopt}};
  const PlanItem location{PlanItemKind::kTag, "", static_cast<std::uint8_t>(TagKind::kLocation)};
  const PlanItem alcohol{PlanItemKind::kTag, "", static_cast<std::uint8_t>(TagKind::kAlcohol)};
  LicenceCondition& condition = plan.conditions[0];
  condition.parameters = {{"electronicMonitoringTypes", {"CURFEW", "ALCOHOL_MONITORING"}}};
  condition.expressed_by = {location};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  condition.expressed_by = {alcohol};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  condition.expressed_by = {location, alcohol};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
}

TEST(Standing, OfATagNeedsToKnowWhatIsMonitored) {
  RiskPlanTerms plan = PlanWith(kTagCode);
  plan.tags = {{TagKind::kLocation, std::nullopt}};
  LicenceCondition& condition = plan.conditions[0];
  condition.expressed_by = {
      {PlanItemKind::kTag, "", static_cast<std::uint8_t>(TagKind::kLocation)}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  condition.parameters = {{"electronicMonitoringTypes", {"your location"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  condition.parameters = {{"electronicMonitoringTypes", {"that you do not drink any alcohol"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
}

TEST(Standing, OfCashNeedsToKnowTheAmount) {
  RiskPlanTerms plan = PlanWith(kCashCode);
  plan.cash_limit = 50;
  plan.conditions[0].expressed_by = {{PlanItemKind::kCashLimit}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.conditions[0].parameters = {{"value", {"50"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
}

// A limit that leaves nothing open is enough; any other only where the condition is known to leave
// it open too.
TEST(Standing, OfVehiclesNeedsToKnowWhatIsLeftOpen) {
  RiskPlanTerms plan = PlanWith(kVehicleCode);
  plan.vehicle_limits.resize(1);
  plan.vehicle_limits[0].id = "all";
  plan.conditions[0].expressed_by = {{PlanItemKind::kVehicleLimit, "all"}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.vehicle_limits[0].types = MaskOf(VehicleType::kVan);
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.conditions[0].parameters = {{"vehicleTypes", {"Types of motor vehicle"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.vehicle_limits[0].within_zone = "park";
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.conditions[0].parameters.push_back({"locationRestriction", {"In specified locations"}});
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.vehicle_limits[0].windows = EveryDay(0, 60);
  plan.conditions[0].parameters.push_back({"timeRestriction", {"Between specified times"}});
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
}

TEST(Standing, OfPeopleAndTheHomeCountyIsExpressedByTheirItems) {
  RiskPlanTerms plan = PlanWith(kVictimCode);
  plan.conditions[0].expressed_by = {{PlanItemKind::kNoContact, "nadir"}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed);
  plan.no_contact = {{.id = "nadir"}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.conditions[0] = {
      .policy_version = "4.0", .code = kCountyCode, .expressed_by = {{PlanItemKind::kHomeCounty}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed);
  plan.home_county = "Kent";
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
}

TEST(Standing, IsNotExpressedWhenOneItemOfSeveralIsMissing) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(1140, 720));
  plan.conditions[0].expressed_by.push_back({PlanItemKind::kCurfew, "gone"});
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed);
}

TEST(Standing, IsExpressedByLessWhenTheCurfewIsShorter) {
  EXPECT_EQ(StandingOn(Sealed(CurfewPlan(EveryDay(1140, 720))), kToday), Standing::kHolds);
  EXPECT_EQ(StandingOn(Sealed(CurfewPlan(EveryDay(1140, 719))), kToday),
            Standing::kExpressedByLess);
  EXPECT_EQ(StandingOn(Sealed(CurfewPlan(EveryDay(1080, 800))), kToday), Standing::kHolds);
  WeekPattern six_nights = EveryDay(1140, 720);
  six_nights.spans.pop_back();
  EXPECT_EQ(StandingOn(Sealed(CurfewPlan(six_nights)), kToday), Standing::kExpressedByLess);
}

// Hours that were filled in and cannot be read might be any.
TEST(Standing, IsExpressedByLessWhenTheHoursAreHalfKnown) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(0, 1440));
  plan.conditions[0].parameters.pop_back();
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.conditions[0].parameters.clear();
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess) << "nor when not at all";
}

TEST(Standing, IsExpressedByLessWhenASpanOfHoursIsMissing) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(1140, 720));
  plan.conditions[0].parameters = {{"twoCurfewStart", {"19:00"}}, {"twoCurfewEnd", {"07:00"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.conditions[0].parameters = {{"numberOfCurfews", {"Two curfews"}},
                                   {"oneCurfewStart", {"19:00"}},
                                   {"oneCurfewEnd", {"07:00"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  plan.conditions[0].parameters[0].values = {"One curfew"};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  plan.conditions[0].parameters[0].values = {"Some curfews"};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess)
      << "how many is not known";
}

// What was filled in for one curfew says nothing of the second of two.
TEST(Standing, IsExpressedByLessWhenASpanOfTwoIsThereForOne) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(1140, 720));
  std::vector<ConditionParameter>& filled_in = plan.conditions[0].parameters;
  filled_in = {{"numberOfCurfews", {"Two curfews"}},
               {"oneCurfewStart", {"19:00"}},
               {"oneCurfewEnd", {"07:00"}},
               {"twoCurfewStart", {"19:00"}},
               {"twoCurfewEnd", {"07:00"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
  filled_in.push_back({"twoCurfewStart2", {"20:00"}});
  filled_in.push_back({"twoCurfewEnd2", {"21:00"}});
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
}

TEST(Standing, IsExpressedByLessWhenOnlyTheSecondSpanIsThere) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(1140, 720));
  plan.conditions[0].parameters = {{"twoCurfewStart2", {"19:00"}}, {"twoCurfewEnd2", {"07:00"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kExpressedByLess);
}

TEST(Standing, IsNotExpressedOnceTheItemHasEnded) {
  RiskPlanTerms plan = CurfewPlan(EveryDay(1140, 720));
  plan.curfews[0].ends_on = kToday;
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  EXPECT_EQ(StandingOn(Sealed(plan), kTomorrow), Standing::kNotExpressed);
}

TEST(Standing, IsAPersonsDecisionWhateverThePlanNames) {
  RiskPlanTerms plan = PlanWith(kOffendersCode);
  plan.zones.resize(1);
  plan.zones[0].id = "park";
  plan.zones[0].kind = ZoneKind::kExclusion;
  plan.conditions[0].expressed_by = {{PlanItemKind::kExclusionZone, "park"}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kForAPerson);
}

TEST(Standing, IsOverAfterTheLastDay) {
  RiskPlanTerms plan = PlanWith(kAlcoholCode);
  plan.conditions[0].parameters = {{"endDate", {"2026-11-23"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kNotExpressed);
  EXPECT_EQ(LimitsOn(Sealed(plan), kToday).needs_approval,
            MaskOf(WorkAttribute::kAlcohol) | MaskOf(WorkAttribute::kLicensedPremises));
  EXPECT_EQ(StandingOn(Sealed(plan), kTomorrow), Standing::kOver);
  EXPECT_EQ(LimitsOn(Sealed(plan), kTomorrow).needs_approval, 0u);
  plan.conditions[0].parameters = {{"endDate", {"soon"}}};
  EXPECT_EQ(StandingOn(Sealed(plan), kTomorrow), Standing::kNotExpressed);
}

TEST(Limits, OfALimitHoldByThemselves) {
  EXPECT_EQ(LimitsOn(Sealed(PlanWith(kBarsCode)), kToday).needs_approval,
            MaskOf(WorkAttribute::kLicensedPremises));
  EXPECT_EQ(StandingOn(Sealed(PlanWith(kBarsCode)), kToday), Standing::kHolds);
}

TEST(Limits, OfWhatMustBeExpressedHoldBesides) {
  RiskPlanTerms plan = PlanWith(kAlcoholCode);
  const AttributeMask bars =
      MaskOf(WorkAttribute::kAlcohol) | MaskOf(WorkAttribute::kLicensedPremises);
  EXPECT_EQ(LimitsOn(Sealed(plan), kToday).needs_approval, bars);
  plan.tags = {{TagKind::kAlcohol, std::nullopt}};
  plan.conditions[0].expressed_by = {
      {PlanItemKind::kTag, "", static_cast<std::uint8_t>(TagKind::kAlcohol)}};
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  EXPECT_EQ(LimitsOn(Sealed(plan), kToday).needs_approval, bars);
}

TEST(Limits, OfANoticeHoldBesides) {
  const RiskPlanTerms plan = PlanWith(kPassportCode);
  EXPECT_EQ(StandingOn(Sealed(plan), kToday), Standing::kHolds);
  EXPECT_EQ(LimitsOn(Sealed(plan), kToday).needs_approval, MaskOf(WorkAttribute::kWorkAbroad));
}

// Meetings are not all public events, so that no limit on work covers them.
TEST(Standing, OfMeetingsIsAPersonsToJudge) {
  EXPECT_EQ(StandingOn(Sealed(PlanWith(kMeetingsCode)), kToday), Standing::kForAPerson);
}

// What can never be found is not looked at for every vacancy.
TEST(SealConditions, LeavesOutWhatHasNoBearing) {
  RiskPlanTerms plan = PlanWith("9ce9d594-e346-4785-9642-c87e764bee37");
  plan.conditions.push_back({"4.0", "6FA6E492-F0AB-4E76-B868-63813DB44696"});
  plan.conditions.push_back({"4.0", kAreaCode});
  const auto sealed = SealConditions(plan);
  ASSERT_EQ(sealed.size(), 1u);
  EXPECT_EQ(sealed[0].index, 2u);
}

}  // namespace
}  // namespace throughgate::matcher
