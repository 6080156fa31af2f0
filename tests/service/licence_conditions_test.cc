// Licence conditions as written: kept, read, and told where they are outstanding.
#include <algorithm>

#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class LicenceConditions : public OnEveryStore {
 protected:
  LicenceConditions() { LoadSamples(server); }

  // Sets the plan with these conditions instead of those that it has.
  auto Set(const std::string& conditions) {
    auto request = RiskPlanRequest("candidates/first");
    *request.mutable_risk_plan()->mutable_conditions() =
        Parse<v1::RiskPlan>(conditions).conditions();
    request.mutable_risk_plan()->set_etag(etag_);
    auto set = server.Call(kProbation, &RiskPlans::SetRiskPlan, request);
    if (set.status.ok()) etag_ = set->risk_plan().etag();
    return set;
  }
  v1::GetRiskPlanResponse Get() {
    v1::GetRiskPlanRequest request;
    request.set_name("candidates/first/riskPlan");
    return server.Call(kProbation, &RiskPlans::GetRiskPlan, request).response;
  }
  // Index, id and reason of each.
  template <typename Response>
  static std::vector<std::string> Outstanding(const Response& response) {
    std::vector<std::string> texts;
    for (const v1::OutstandingCondition& each : response.outstanding()) {
      texts.push_back(std::to_string(each.index()) + " " + each.condition_id() + " " +
                      each.reason());
    }
    return texts;
  }

  std::string etag_;
};
ON_EVERY_STORE(LicenceConditions);

constexpr char kArea[] = R"pb(
  conditions {
    policy_version: "4.0"
    code: "0F9A20F4-35c7-4c77-8af8-f200f153fa11"
    condition_id: "area"
    expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE id: "market" }
  }
  conditions {
    policy_version: "4.0"
    code: "52faefcf-15f0-42c5-b908-621b4a7ecdb9"
    condition_id: "hours"
    parameters { name: "oneCurfewStart" values: "19:00" }
    parameters { name: "oneCurfewEnd" values: "07:00" }
    expressed_by { kind: PLAN_ITEM_KIND_CURFEW id: "night" }
  }
  conditions { form: CONDITION_FORM_BESPOKE condition_id: "own" }
)pb";

TEST_P(LicenceConditions, AreKeptAsTheyAreGiven) {
  const auto set = Set(kArea);
  ASSERT_THAT(set, Succeeds());
  v1::RiskPlan given = Parse<v1::RiskPlan>(kArea);
  v1::RiskPlan kept;
  *kept.mutable_conditions() = Get().risk_plan().conditions();
  EXPECT_THAT(kept, Is(given));
}

// The plan's curfew is on Mondays only, and the condition every day.
TEST_P(LicenceConditions, ThatAreOutstandingAreListed) {
  const auto set = Set(kArea);
  ASSERT_THAT(set, Succeeds());
  EXPECT_THAT(Outstanding(set.response),
              ElementsAre("1 hours CONDITION_EXPRESSED_BY_LESS", "2 own CONDITION_BESPOKE"));
  EXPECT_THAT(Outstanding(Get()),
              ElementsAre("1 hours CONDITION_EXPRESSED_BY_LESS", "2 own CONDITION_BESPOKE"));
  EXPECT_THAT(Get().outstanding(0).text(), HasSubstr("on curfew hours (52faefcf of policy 4.0)"));
  EXPECT_THAT(Get().outstanding(0).change(), HasSubstr("at least as much"));
}

TEST_P(LicenceConditions, ThatAreOverAreNotOutstanding) {
  const auto set = Set(R"pb(
    conditions {
      policy_version: "4.0"
      code: "524f2fd6-ad53-47dd-8edc-2161d3dd2ed4"
      parameters { name: "endDate" values: "2025-06-02" }
    }
  )pb");
  ASSERT_THAT(set, Succeeds());
  EXPECT_THAT(Outstanding(Get()), ElementsAre("0  CONDITION_NOT_EXPRESSED"));
  server.Advance(absl::Hours(24));
  EXPECT_THAT(Outstanding(Get()), IsEmpty());
}

TEST_P(LicenceConditions, AreRefusedWithTheirPlace) {
  EXPECT_THAT(Set(R"pb(
                conditions {
                  policy_version: "4.0"
                  code: "0f9a20f4-35c7-4c77-8af8-f200f153fa11"
                  expressed_by { kind: PLAN_ITEM_KIND_EXCLUSION_ZONE id: "gone" }
                }
                conditions { form: CONDITION_FORM_BESPOKE condition_id: "own" }
                conditions { form: CONDITION_FORM_BESPOKE condition_id: "own" }
              )pb"),
              Refuses(Fields{"risk_plan.conditions[0].expressed_by[0].id",
                             "risk_plan.conditions[2].condition_id"}));
}

// Names are kept under a key, and come after everything else of the plan; conditions come after
// them.
TEST_P(LicenceConditions, MayNameWhomToAvoid) {
  auto request = RiskPlanRequest("candidates/first");
  v1::RiskPlan& plan = *request.mutable_risk_plan();
  plan.MergeFrom(Parse<v1::RiskPlan>(R"pb(
    no_contact { no_contact_id: "nadir" kind: NO_CONTACT_KIND_VICTIM employers: "employers/acme" }
    conditions {
      policy_version: "4.0"
      code: "4858cd8b-bca6-4f11-b6ee-439e27216d7d"
      expressed_by { kind: PLAN_ITEM_KIND_NO_CONTACT id: "nadir" }
    }
  )pb"));
  const auto set = server.Call(kProbation, &RiskPlans::SetRiskPlan, request);
  ASSERT_THAT(set, Succeeds());
  EXPECT_EQ(set->risk_plan().conditions(0).expressed_by(0).id(), "nadir");
  EXPECT_THAT(Outstanding(set.response), IsEmpty());
}

TEST_P(LicenceConditions, ThatBarWorkAreSuggestedForDisclosure) {
  ASSERT_THAT(Set(R"pb(
                conditions { policy_version: "4.0" code: "48c4ae87-b8d8-45d1-aded-daefe8ad07fe" }
              )pb"),
              Succeeds());
  v1::SuggestSharedEffectsRequest request;
  request.set_name("candidates/first/sharedEffects");
  const auto found = server.Call(kProbation, &RiskPlans::SuggestSharedEffects, request);
  ASSERT_THAT(found, Succeeds());
  EXPECT_TRUE(std::ranges::any_of(found->suggestions(), [](const auto& suggestion) {
    return suggestion.effects().attributes_size() == 1 &&
           suggestion.effects().attributes(0) == v1::WORK_ATTRIBUTE_SEXUAL_SERVICES;
  }));
}

// A zone cannot be taken out from under the condition that it expresses without a word.
TEST_P(LicenceConditions, NameItemsThatMustBeThere) {
  ASSERT_THAT(Set(kArea), Succeeds());
  auto request = RiskPlanRequest("candidates/first");
  *request.mutable_risk_plan() = Get().risk_plan();
  request.mutable_risk_plan()->clear_zones();
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, request),
              Refuses(Fields{"risk_plan.conditions[0].expressed_by[0].id"}));
}

}  // namespace
}  // namespace throughgate
