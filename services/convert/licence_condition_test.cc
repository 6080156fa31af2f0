#include "services/convert/licence_condition.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace throughgate::services {
namespace {

using matcher::PlanItemKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;

// A plan with a zone of each kind, a curfew, a tag and limits.
matcher::RiskPlanTerms Plan() {
  matcher::RiskPlanTerms plan;
  plan.zones.resize(2);
  plan.zones[0].id = "park";
  plan.zones[0].kind = matcher::ZoneKind::kExclusion;
  plan.zones[1].id = "borough";
  plan.zones[1].kind = matcher::ZoneKind::kRestriction;
  plan.curfews.resize(1);
  plan.curfews[0].id = "tag";
  plan.work_limits = {{matcher::WorkAttribute::kBladesAndTools, matcher::WorkLimitEffect::kBarred}};
  plan.tags = {{matcher::TagKind::kLocation, std::nullopt}};
  plan.contact_limits = {{matcher::ContactGroup::kChildren, matcher::ContactDegree::kSupervised,
                          matcher::WorkLimitEffect::kBarred}};
  plan.cash_limit = 200;
  plan.commitments = {{.id = "police"}};
  plan.no_contact = {{.id = "nadir"}};
  plan.home_county = "Kent";
  return plan;
}

// Reads a condition of policy 4.0 and returns what is refused: field and description.
std::vector<std::pair<std::string, std::string>> RefusedOf(const std::string& text) {
  v1::LicenceCondition wire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &wire)) << text;
  Violations violations;
  ReadLicenceCondition(wire, Plan(), Field(violations, "c"));
  std::vector<std::pair<std::string, std::string>> refused;
  for (const auto& found : violations.found()) refused.emplace_back(found.field, found.description);
  return refused;
}

std::string Coded(const std::string& code, const std::string& rest = "") {
  return "policy_version: '4.0' code: '" + code + "' " + rest;
}

const std::string kArea = "0f9a20f4-35c7-4c77-8af8-f200f153fa11";
const std::string kCurfew = "52faefcf-15f0-42c5-b908-621b4a7ecdb9";
const std::string kChildren = "9da214a3-c6ae-45e1-a465-12e22adf7c87";
const std::string kVictim = "4858cd8b-bca6-4f11-b6ee-439e27216d7d";
const std::string kItem = "3932e5c9-4d21-4251-a747-ce6dc52dc9c0";
const std::string kCash = "e8478345-019a-4335-9656-73a77ffd3c42";
const std::string kTag = "fd129172-bdd3-4d97-a4a0-efd7b47a49d4";
const std::string kReporting = "2027ae19-04a2-4fa6-8d1b-a62dffba2e62";
const std::string kCounty = "1e9a66c6-f083-4c29-b209-b625252afbe5";
const std::string kOffence = "9ce9d594-e346-4785-9642-c87e764bee37";

TEST(ReadLicenceCondition, TakesACodeThatThePolicyDoesNotHave) {
  EXPECT_THAT(RefusedOf(Coded("00000000-0000-0000-0000-00000000000A")), IsEmpty());
}

// REVIEW, until the policy's conditions are in the table.
TEST(ReadLicenceCondition, TakesAPolicyThatIsNotKnown) {
  EXPECT_THAT(RefusedOf("policy_version: '5.0' code: '" + kArea + "'"), IsEmpty());
}

TEST(ReadLicenceCondition, RefusesWhatIsNoVersionOrCode) {
  EXPECT_THAT(RefusedOf("policy_version: 'V5' code: 'work'"),
              ElementsAre(Pair("c.policy_version", StartsWith("Must be the version of a policy")),
                          Pair("c.code", "Must be a UUID.")));
  EXPECT_THAT(RefusedOf("form: 9"), ElementsAre(Pair("c.form", StartsWith("Is not a value"))));
}

TEST(ReadLicenceCondition, TakesABespokeOneByItsFormAlone) {
  EXPECT_THAT(RefusedOf("form: CONDITION_FORM_BESPOKE condition_id: 'bespoke-1'"), IsEmpty());
  EXPECT_THAT(RefusedOf("form: CONDITION_FORM_IMAGE_ONLY"), IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kArea,
                              "form: CONDITION_FORM_BESPOKE parameters {} "
                              "expressed_by {}")),
              ElementsAre(Pair("c.policy_version", StartsWith("A condition that is of no policy")),
                          Pair("c.code", StartsWith("A condition that is of no policy")),
                          Pair("c.parameters", StartsWith("A condition that is of no policy")),
                          Pair("c.expressed_by", StartsWith("A condition that is of no policy"))));
}

TEST(ReadLicenceCondition, TakesWhatItWasFilledInWith) {
  EXPECT_THAT(RefusedOf(Coded(kChildren, "parameters { name: 'age' values: '16' }")), IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kCurfew,
                              "parameters { name: 'oneCurfewStart' values: '19:00' } "
                              "parameters { name: 'oneCurfewEnd' values: '07:00' }")),
              IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kCash, "parameters { name: 'value' values: '500' }")), IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kTag,
                              "parameters { name: 'endDate' values: '2027-02-28' } "
                              "parameters { name: 'electronicMonitoringTypes' "
                              "values: ['CURFEW', 'LOCATION_MONITORING'] }")),
              IsEmpty());
}

TEST(ReadLicenceCondition, RefusesValuesThatAreNotOfTheInputsForm) {
  EXPECT_THAT(
      RefusedOf(Coded(kChildren, "parameters { name: 'age' values: '19' }")),
      ElementsAre(Pair("c.parameters[0].values[0]", StartsWith("Must be a number of years"))));
  EXPECT_THAT(RefusedOf(Coded(kCurfew, "parameters { name: 'oneCurfewStart' values: '7pm' }")),
              ElementsAre(Pair("c.parameters[0].values[0]", "Must be a time, HH:MM.")));
  EXPECT_THAT(
      RefusedOf(Coded(kCash, "parameters { name: 'value' values: '5.50' }")),
      ElementsAre(Pair("c.parameters[0].values[0]", StartsWith("Must be a number of whole"))));
  EXPECT_THAT(RefusedOf(Coded(kTag, "parameters { name: 'endDate' values: '2027-02-29' }")),
              ElementsAre(Pair("c.parameters[0].values[0]", "Must be a date, YYYY-MM-DD.")));
  EXPECT_THAT(RefusedOf(Coded(kChildren, "parameters { name: 'age' values: ['16', '18'] }")),
              ElementsAre(Pair("c.parameters[0].values", "Has more than 1 entries.")));
  EXPECT_THAT(RefusedOf(Coded(kChildren, "parameters { name: 'age' }")),
              ElementsAre(Pair("c.parameters[0].values", "Needs at least one.")));
  EXPECT_THAT(RefusedOf(Coded(kChildren,
                              "parameters { name: 'age' values: '16' } "
                              "parameters { name: 'age' values: '16' }")),
              ElementsAre(Pair("c.parameters[1].name", "Is listed already. List it once.")));
}

TEST(ReadLicenceCondition, KeepsNoNamesNorAddresses) {
  EXPECT_THAT(RefusedOf(Coded(kVictim, "parameters { name: 'name' values: 'Somebody' }")),
              ElementsAre(Pair("c.parameters[0].name", StartsWith("Names, addresses"))));
  EXPECT_THAT(RefusedOf(Coded(kVictim, "parameters { name: 'victim' values: 'Somebody' }")),
              ElementsAre(Pair("c.parameters[0].name", "Is not an input of this condition.")));
  EXPECT_THAT(RefusedOf(Coded(kTag,
                              "parameters { name: 'electronicMonitoringTypes' "
                              "values: 'CURFEW at M13 9PL' }")),
              ElementsAre(Pair("c.parameters[0].values[0]", StartsWith("Looks like"))));
}

TEST(ReadLicenceCondition, TakesItemsOfThePlanThatExpressIt) {
  EXPECT_THAT(RefusedOf(Coded(kArea,
                              "expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE "
                              "id: 'park' }")),
              IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kCurfew, "expressed_by { kind: PLAN_ITEM_KIND_CURFEW id: 'tag' }")),
              IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kItem,
                              "expressed_by { kind: PLAN_ITEM_KIND_WORK_LIMIT "
                              "id: 'WORK_ATTRIBUTE_BLADES_AND_TOOLS' }")),
              IsEmpty());
}

TEST(ReadLicenceCondition, TakesCommitmentsPeopleAndTheHomeCounty) {
  EXPECT_THAT(
      RefusedOf(Coded(kReporting, "expressed_by { kind: PLAN_ITEM_KIND_COMMITMENT id: 'police' }")),
      IsEmpty());
  EXPECT_THAT(
      RefusedOf(Coded(kReporting, "expressed_by { kind: PLAN_ITEM_KIND_COMMITMENT id: 'court' }")),
      ElementsAre(Pair("c.expressed_by[0].id", "This plan has no such commitment.")));
  EXPECT_THAT(
      RefusedOf(Coded(kVictim, "expressed_by { kind: PLAN_ITEM_KIND_NO_CONTACT id: 'nadir' }")),
      IsEmpty());
  EXPECT_THAT(
      RefusedOf(Coded(kVictim, "expressed_by { kind: PLAN_ITEM_KIND_NO_CONTACT id: 'zenith' }")),
      ElementsAre(Pair("c.expressed_by[0].id", "This plan has no such no-contact entry.")));
  EXPECT_THAT(RefusedOf(Coded(kCounty, "expressed_by { kind: PLAN_ITEM_KIND_HOME_COUNTY }")),
              IsEmpty());
  EXPECT_THAT(
      RefusedOf(Coded(kCounty, "expressed_by { kind: PLAN_ITEM_KIND_HOME_COUNTY id: 'Kent' }")),
      ElementsAre(Pair("c.expressed_by[0].id", "There is one home county, without an id.")));
}

TEST(ReadLicenceCondition, TellsItemsWithoutIdsByWhatTheyAreAbout) {
  EXPECT_THAT(RefusedOf(Coded(kTag,
                              "expressed_by { kind: PLAN_ITEM_KIND_TAG "
                              "id: 'TAG_KIND_LOCATION' }")),
              IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kChildren,
                              "expressed_by { kind: PLAN_ITEM_KIND_CONTACT_LIMIT "
                              "id: 'CONTACT_GROUP_CHILDREN' }")),
              IsEmpty());
  EXPECT_THAT(RefusedOf(Coded(kCash, "expressed_by { kind: PLAN_ITEM_KIND_CASH_LIMIT }")),
              IsEmpty());
}

TEST(ReadLicenceCondition, RefusesItemsThatCannotExpressIt) {
  // A zone to stay in is not one to stay out of, whatever it is called by.
  EXPECT_THAT(RefusedOf(Coded(kArea,
                              "expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE "
                              "id: 'borough' }")),
              ElementsAre(Pair("c.expressed_by[0].id", "This plan has no such exclusion zone.")));
  EXPECT_THAT(RefusedOf(Coded(kArea, "expressed_by { kind: PLAN_ITEM_KIND_CURFEW id: 'tag' }")),
              ElementsAre(Pair("c.expressed_by[0].kind",
                               "This condition is expressed by an exclusion zone.")));
  EXPECT_THAT(
      RefusedOf(Coded(kOffence, "expressed_by { kind: PLAN_ITEM_KIND_CURFEW id: 'tag' }")),
      ElementsAre(Pair("c.expressed_by[0].kind", "No item of a plan expresses this condition.")));
  EXPECT_THAT(RefusedOf(Coded(kItem,
                              "expressed_by { kind: PLAN_ITEM_KIND_WORK_LIMIT "
                              "id: 'WORK_ATTRIBUTE_CASH' }")),
              ElementsAre(Pair("c.expressed_by[0].id", "This plan has no such limit on work.")));
  EXPECT_THAT(RefusedOf(Coded(kItem, "expressed_by { kind: PLAN_ITEM_KIND_WORK_LIMIT }")),
              ElementsAre(Pair("c.expressed_by[0].id", "This plan has no such limit on work.")));
  EXPECT_THAT(RefusedOf(Coded(kCash, "expressed_by { kind: PLAN_ITEM_KIND_CASH_LIMIT id: 'x' }")),
              ElementsAre(Pair("c.expressed_by[0].id", "There is one cash limit, without an id.")));
  EXPECT_THAT(RefusedOf(Coded(kTag,
                              "expressed_by { kind: PLAN_ITEM_KIND_TAG "
                              "id: 'TAG_KIND_ALCOHOL' }")),
              ElementsAre(Pair("c.expressed_by[0].id", "This plan has no such tag.")));
  EXPECT_THAT(RefusedOf(Coded(kArea, "expressed_by {}")),
              ElementsAre(Pair("c.expressed_by[0].kind", "Is required.")));
  EXPECT_THAT(RefusedOf(Coded(kArea,
                              "expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE "
                              "id: 'park' } "
                              "expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE "
                              "id: 'park' }")),
              ElementsAre(Pair("c.expressed_by[1]", "Is listed already. List it once.")));
}

}  // namespace
}  // namespace throughgate::services
