#include "services/convert/limits.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/str_cat.h"
#include "services/convert/faults_for_test.h"

namespace throughgate::services {
namespace {

using matcher::WorkLimitEffect;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr char kZone[] = R"pb(
  zones { zone_id: "town" }
)pb";

constexpr char kLimits[] = R"pb(
  curfews {
    curfew_id: "night"
    windows { days: WEEKDAY_MONDAY start: "19:00" end: "07:00" }
    ends_on { year: 2025 month: 9 day: 1 }
  }
  tags { kind: TAG_KIND_ALCOHOL }
  tags {
    kind: TAG_KIND_CURFEW
    ends_on { year: 2025 month: 9 day: 2 }
  }
  work_limits { attribute: WORK_ATTRIBUTE_WORSHIP effect: WORK_LIMIT_EFFECT_NEEDS_APPROVAL }
  contact_limits {
    group: CONTACT_GROUP_ADULTS_AT_RISK
    from: CONTACT_DEGREE_UNSUPERVISED
    effect: WORK_LIMIT_EFFECT_NEEDS_APPROVAL
  }
  contact_limits {
    group: CONTACT_GROUP_CHILDREN
    from: CONTACT_DEGREE_INCIDENTAL
    effect: WORK_LIMIT_EFFECT_BARRED
  }
  vehicle_limits {
    vehicle_limit_id: "vans"
    types: [ VEHICLE_TYPE_VAN, VEHICLE_TYPE_PLANT ]
    windows { days: WEEKDAY_SUNDAY start: "22:00" end: "06:00" }
    within_zone_id: "town"
    effect: WORK_LIMIT_EFFECT_BARRED
  }
  vehicle_limits { vehicle_limit_id: "any" effect: WORK_LIMIT_EFFECT_NEEDS_APPROVAL }
  cash_limit_pounds: 0
)pb";

std::vector<std::string> FaultsOf(const std::string& limits) {
  return FaultyFields([&](const Field& at) {
    matcher::RiskPlanTerms terms;
    ReadLimits(Parse<v1::RiskPlan>(kZone + limits), at["plan"], terms);
  });
}

matcher::RiskPlanTerms Read(const v1::RiskPlan& wire) {
  Violations violations;
  matcher::RiskPlanTerms terms;
  ReadLimits(wire, Field(violations), terms);
  EXPECT_TRUE(violations.empty());
  return terms;
}

TEST(Limits, AreReadAsTheyAreMeant) {
  matcher::RiskPlanTerms expected;
  expected.curfews = {{"night", {{{1140, 720}}}, matcher::Day{20'332}}};
  expected.tags = {{matcher::TagKind::kAlcohol, std::nullopt},
                   {matcher::TagKind::kCurfew, matcher::Day{20'333}}};
  expected.work_limits = {{matcher::WorkAttribute::kWorship, WorkLimitEffect::kNeedsApproval}};
  expected.contact_limits = {
      {matcher::ContactGroup::kAdultsAtRisk, matcher::ContactDegree::kUnsupervised,
       WorkLimitEffect::kNeedsApproval},
      {matcher::ContactGroup::kChildren, matcher::ContactDegree::kIncidental,
       WorkLimitEffect::kBarred}};
  expected.vehicle_limits = {
      {"vans",
       MaskOf(matcher::VehicleType::kVan) | MaskOf(matcher::VehicleType::kPlant),
       {{{6 * matcher::kMinutesPerDay + 1320, 480}}},
       "town",
       WorkLimitEffect::kBarred},
      {"any", 0, {}, "", WorkLimitEffect::kNeedsApproval}};
  expected.cash_limit = 0;
  EXPECT_TRUE(Read(Parse<v1::RiskPlan>(std::string(kZone) + kLimits)) == expected);
}

TEST(Limits, ReadBackAsTheyAreWritten) {
  const auto wire = Parse<v1::RiskPlan>(std::string(kZone) + kLimits);
  v1::RiskPlan written;
  WriteLimits(Read(wire), written);
  *written.mutable_zones() = wire.zones();
  EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(written, wire))
      << written.DebugString();
}

TEST(Limits, ThatAreNotThereAreNotWritten) {
  v1::RiskPlan written;
  WriteLimits(Read({}), written);
  EXPECT_EQ(written.ByteSizeLong(), 0u);
}

TEST(Limits, AreOfTheApisEnumerators) {
  EXPECT_EQ(v1::ContactGroup_MAX, static_cast<int>(matcher::ContactGroup::kAdultsAtRisk));
  EXPECT_EQ(v1::TagKind_MAX, static_cast<int>(matcher::TagKind::kAlcohol));
  EXPECT_EQ(v1::WorkLimitEffect_MAX, static_cast<int>(WorkLimitEffect::kNeedsApproval));
}

TEST(Limits, TellEveryFaultAtOnce) {
  EXPECT_THAT(FaultsOf(R"pb(
                tags {}
                tags {
                  kind: 4
                  ends_on { year: 2025 month: 2 day: 29 }
                }
                contact_limits {}
                contact_limits { group: 3 from: 5 effect: 3 }
                vehicle_limits {
                  vehicle_limit_id: "Vans"
                  types: [ 7, VEHICLE_TYPE_CAR, VEHICLE_TYPE_CAR ]
                  windows { days: WEEKDAY_SUNDAY start: "22" end: "06:00" }
                  within_zone_id: "village"
                }
                cash_limit_pounds: -1
              )pb"),
              UnorderedElementsAre(
                  "plan.tags[0].kind", "plan.tags[1].kind", "plan.tags[1].ends_on",
                  "plan.contact_limits[0].group", "plan.contact_limits[0].from",
                  "plan.contact_limits[0].effect", "plan.contact_limits[1].group",
                  "plan.contact_limits[1].from", "plan.contact_limits[1].effect",
                  "plan.vehicle_limits[0].vehicle_limit_id", "plan.vehicle_limits[0].types[0]",
                  "plan.vehicle_limits[0].types[2]", "plan.vehicle_limits[0].windows[0].start",
                  "plan.vehicle_limits[0].within_zone_id", "plan.vehicle_limits[0].effect",
                  "plan.cash_limit_pounds"));
}

TEST(Limits, OfContactBeginWithSomeContact) {
  for (int from = 0; from <= v1::ContactDegree_MAX; ++from) {
    const auto faults = FaultsOf(absl::StrCat(
        "contact_limits { group: CONTACT_GROUP_CHILDREN effect: WORK_LIMIT_EFFECT_BARRED from: ",
        from, " }"));
    if (from <= v1::CONTACT_DEGREE_NONE) {
      EXPECT_THAT(faults, ElementsAre("plan.contact_limits[0].from")) << from;
    } else {
      EXPECT_THAT(faults, IsEmpty()) << from;
    }
  }
}

TEST(Limits, AreThereOncePerGroupKindAndId) {
  constexpr char kContact[] =
      "contact_limits { group: CONTACT_GROUP_CHILDREN from: CONTACT_DEGREE_SUPERVISED effect: "
      "WORK_LIMIT_EFFECT_BARRED } ";
  constexpr char kTag[] = "tags { kind: TAG_KIND_LOCATION } ";
  constexpr char kVehicle[] =
      "vehicle_limits { vehicle_limit_id: 'vans' effect: WORK_LIMIT_EFFECT_BARRED } ";
  for (const auto& [limit, field] :
       {std::pair(kContact, "plan.contact_limits[1].group"), std::pair(kTag, "plan.tags[1].kind"),
        std::pair(kVehicle, "plan.vehicle_limits[1].vehicle_limit_id")}) {
    EXPECT_THAT(FaultsOf(limit), IsEmpty());
    EXPECT_THAT(FaultsOf(std::string(limit) + limit), ElementsAre(field));
  }
}

TEST(Limits, OfVehiclesAreAtMostTwenty) {
  std::string limits;
  for (int i = 0; i < 20; ++i) {
    absl::StrAppend(&limits, "vehicle_limits { vehicle_limit_id: 'v-", i,
                    "' effect: WORK_LIMIT_EFFECT_BARRED } ");
  }
  EXPECT_THAT(FaultsOf(limits), IsEmpty());
  limits += "vehicle_limits { vehicle_limit_id: 'more' effect: WORK_LIMIT_EFFECT_BARRED }";
  EXPECT_THAT(FaultsOf(limits), ElementsAre("plan.vehicle_limits"));
}

TEST(Limits, OfCashReachAMillionPounds) {
  EXPECT_THAT(FaultsOf("cash_limit_pounds: 1000000"), IsEmpty());
  EXPECT_THAT(FaultsOf("cash_limit_pounds: 1000001"), ElementsAre("plan.cash_limit_pounds"));
}

}  // namespace
}  // namespace throughgate::services
