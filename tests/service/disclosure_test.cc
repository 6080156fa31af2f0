// What probation approves, keeps apart and chooses to disclose, and who sees what of it.
#include "absl/strings/str_cat.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr char kPlan[] = "candidates/first/riskPlan";
constexpr char kEffects[] = "candidates/first/sharedEffects";
constexpr char kCook[] = "employers/acme/vacancies/cook";

class Disclosure : public OnEveryStore {
 protected:
  Disclosure() { LoadSamples(server); }

  v1::RiskPlan SetPlan(const std::string& more = "") {
    auto request = RiskPlanRequest("candidates/first");
    request.mutable_risk_plan()->set_etag(Get().etag());
    request.mutable_risk_plan()->MergeFrom(Parse<v1::RiskPlan>(more));
    const auto set = server.Call(kProbation, &RiskPlans::SetRiskPlan, request);
    EXPECT_THAT(set, Succeeds());
    return set->risk_plan();
  }
  v1::RiskPlan Get() {
    v1::GetRiskPlanRequest request;
    request.set_name(kPlan);
    return server.Call(kProbation, &RiskPlans::GetRiskPlan, request)->risk_plan();
  }
  static v1::SetWorkApprovalRequest Approval(const std::string& text) {
    auto request = Parse<v1::SetWorkApprovalRequest>(
        absl::StrCat("work_approval { work_approval_id: 'stores' ",
                     "valid_to { year: 2025 month: 7 day: 1 } ", text, " }"));
    request.set_name(kPlan);
    return request;
  }
  auto Approve(const v1::SetWorkApprovalRequest& request) {
    return server.Call(kProbation, &RiskPlans::SetWorkApproval, request);
  }
  auto Shared() {
    v1::GetSharedEffectsRequest request;
    request.set_name(kEffects);
    return server.Call(kProbation, &RiskPlans::GetSharedEffects, request);
  }
  auto Share(const std::string& text, const std::string& etag = "") {
    v1::SetSharedEffectsRequest request;
    *request.mutable_shared_effects() = Parse<v1::SharedEffects>(text);
    request.mutable_shared_effects()->set_name(kEffects);
    request.mutable_shared_effects()->set_etag(etag);
    return server.Call(kProbation, &RiskPlans::SetSharedEffects, request);
  }
  auto Preview(const std::string& text) {
    v1::PreviewSharedEffectsRequest request;
    *request.mutable_shared_effects() = Parse<v1::SharedEffects>(text);
    request.mutable_shared_effects()->set_name(kEffects);
    return server.Call(kProbation, &Matches::PreviewSharedEffects, request);
  }
  auto Find(const Party& party) {
    v1::FindVacanciesRequest request;
    request.set_candidate("candidates/first");
    return server.Call(party, &Matches::FindVacancies, request);
  }
  v1::VacancyMatch Explain(const Party& party) {
    v1::ExplainMatchRequest request;
    request.set_candidate("candidates/first");
    request.set_vacancy(kCook);
    return server.Call(party, &Matches::ExplainMatch, request)->match();
  }
  static std::vector<std::string> Reasons(const v1::VacancyMatch& match) {
    std::vector<std::string> reasons;
    for (const auto& finding : match.findings()) reasons.push_back(finding.reason());
    return reasons;
  }
};
ON_EVERY_STORE(Disclosure);

TEST_P(Disclosure, AnApprovalIsAddedReplacedAndTold) {
  SetPlan();
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("WORK_NOT_APPROVED"));
  const auto approved = Approve(Approval("occupations: 'isco/51' conditions: 'Days only.'"));
  ASSERT_THAT(approved, Succeeds());
  EXPECT_THAT(approved->risk_plan(), Is(Get()));
  ASSERT_EQ(Get().work_approvals_size(), 1);
  EXPECT_EQ(Get().work_approvals(0).approved_on().day(), 2);
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("WORK_APPROVED"));

  ASSERT_THAT(Approve(Approval("occupations: 'isco/93'")), Succeeds());
  ASSERT_EQ(Get().work_approvals_size(), 1) << "the same id replaces";
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("WORK_NOT_APPROVED"));

  auto another = Approval(absl::StrCat("vacancy: '", kCook, "'"));
  another.mutable_work_approval()->set_work_approval_id("cook");
  ASSERT_THAT(Approve(another), Succeeds());
  EXPECT_EQ(Get().work_approvals_size(), 2);
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("WORK_APPROVED"));
}

TEST_P(Disclosure, AnApprovalStaysWhenThePlanIsReplacedAndEndsWithItsLastDay) {
  SetPlan();
  ASSERT_THAT(Approve(Approval("occupations: 'isco/51'")), Succeeds());
  SetPlan("work_approvals { work_approval_id: 'forged' }");
  ASSERT_EQ(Get().work_approvals_size(), 1);
  EXPECT_EQ(Get().work_approvals(0).work_approval_id(), "stores");
  server.Advance(absl::Hours(24 * 30));
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("WORK_NOT_APPROVED"));
}

TEST_P(Disclosure, AnApprovalNeedsItsPlanAndItsVacancy) {
  const auto early = Approve(Approval("occupations: 'isco/93'"));
  EXPECT_THAT(early, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(early, Names(kPlan));
  SetPlan();
  const auto nowhere = Approve(Approval("vacancy: 'employers/acme/vacancies/none'"));
  EXPECT_THAT(nowhere, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(nowhere, Names("employers/acme/vacancies/none"));
  auto stale = Approval("occupations: 'isco/93'");
  stale.set_etag("old");
  EXPECT_THAT(Approve(stale), Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  EXPECT_THAT(Approve(Approval("")), Refuses(Fields{"work_approval.occupations"}));
  auto trial = Approval("occupations: 'isco/93'");
  trial.set_validate_only(true);
  EXPECT_THAT(Approve(trial), Succeeds());
  EXPECT_EQ(Get().work_approvals_size(), 0);
}

TEST_P(Disclosure, NobodyIsToldWhomAPersonMustNotMeet) {
  SetPlan();
  const std::string shared = Explain(kBroker).SerializeAsString();
  const auto plan = SetPlan(
      "no_contact { no_contact_id: 'v' kind: NO_CONTACT_KIND_VICTIM employers: 'employers/acme' }");
  EXPECT_THAT(plan.DebugString(), Not(HasSubstr("acme")));
  EXPECT_EQ(Explain(kProbation).verdict(), v1::VERDICT_NOT_AVAILABLE);
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("SOMEBODY_TO_AVOID"));
  EXPECT_EQ(Find(kProbation)->matches_size(), 0);
  EXPECT_EQ(Explain(kBroker).SerializeAsString(), shared);

  // What GetRiskPlan shows keeps the entry when it is sent back.
  v1::SetRiskPlanRequest again;
  *again.mutable_risk_plan() = Get();
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, again), Succeeds());
  EXPECT_EQ(Get().no_contact_size(), 1);
  EXPECT_EQ(Explain(kProbation).verdict(), v1::VERDICT_NOT_AVAILABLE);
}

TEST_P(Disclosure, NothingIsDisclosedUntilProbationChoosesTo) {
  const auto nothing = Shared();
  ASSERT_THAT(nothing, Succeeds());
  v1::SharedEffects expected;
  expected.set_name(kEffects);
  expected.set_etag(nothing->shared_effects().etag());
  EXPECT_THAT(nothing->shared_effects(), Is(expected));
  EXPECT_THAT(Share("attributes: WORK_ATTRIBUTE_CHILDREN"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"))
      << "there is no plan of which to disclose anything";

  SetPlan();
  const std::string before = Explain(kBroker).SerializeAsString();
  const auto set = Share("attributes: WORK_ATTRIBUTE_BLADES_AND_TOOLS");
  ASSERT_THAT(set, Succeeds());
  EXPECT_THAT(Shared()->shared_effects(), Is(set->shared_effects()));
  EXPECT_EQ(Find(kBroker)->matches_size(), 0);
  EXPECT_THAT(Reasons(Explain(kBroker)), testing::Contains("NOT_TO_BE_PROPOSED"));
  EXPECT_EQ(Find(kProbation)->matches_size(), 1) << "a FULL answer reads the plan instead";

  // Replaced whole, by who has read it.
  const std::string etag = set->shared_effects().etag();
  EXPECT_THAT(Share(""), Refuses(Fields{"shared_effects.etag"}));
  EXPECT_THAT(Share("", "old"), Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  ASSERT_THAT(Share("", etag), Succeeds());
  EXPECT_EQ(Explain(kBroker).SerializeAsString(), before);
}

TEST_P(Disclosure, OnlyFullRolesMayReadOrChoose) {
  SetPlan();
  v1::GetSharedEffectsRequest get;
  get.set_name(kEffects);
  v1::SuggestSharedEffectsRequest suggest;
  suggest.set_name(kEffects);
  v1::PreviewSharedEffectsRequest preview;
  preview.mutable_shared_effects()->set_name(kEffects);
  for (const Party& party : {kBroker, kEngagement, kOtherBroker}) {
    const auto refused = [&](const auto& answer) {
      EXPECT_EQ(answer.status.error_code(), StatusCode::PERMISSION_DENIED) << party.role;
    };
    refused(server.Call(party, &RiskPlans::GetSharedEffects, get));
    refused(server.Call(party, &RiskPlans::SuggestSharedEffects, suggest));
    refused(server.Call(party, &RiskPlans::SetSharedEffects, {}));
    refused(server.Call(party, &RiskPlans::SetWorkApproval, Approval("occupations: 'isco/93'")));
    refused(server.Call(party, &Matches::PreviewSharedEffects, preview));
  }
}

TEST_P(Disclosure, SuggestionsCanBeSharedAsTheyCame) {
  SetPlan();
  v1::SuggestSharedEffectsRequest request;
  request.set_name(kEffects);
  const auto suggested = server.Call(kProbation, &RiskPlans::SuggestSharedEffects, request);
  ASSERT_THAT(suggested, Succeeds());
  ASSERT_EQ(suggested->suggestions_size(), 3) << "children, the hours outside curfew, the market";
  EXPECT_THAT(suggested->suggestions(0).effects().attributes(),
              ElementsAre(v1::WORK_ATTRIBUTE_CHILDREN));
  EXPECT_GT(suggested->suggestions(1).effects().hours_size(), 0);
  EXPECT_EQ(suggested->suggestions(2).effects().areas(0).zone_id(), "market");
  v1::SharedEffects all;
  for (const auto& suggestion : suggested->suggestions()) {
    EXPECT_FALSE(suggestion.reveals().empty());
    all.MergeFrom(suggestion.effects());
  }
  EXPECT_EQ(Shared()->shared_effects().attributes_size(), 0) << "asking discloses nothing";
  ASSERT_THAT(Share(all.DebugString()), Succeeds());
}

TEST_P(Disclosure, AnAreaHoldsItsZoneAndStaysWhereItIs) {
  SetPlan();
  const auto first = Share("areas { zone_id: 'market' }");
  ASSERT_THAT(first, Succeeds());
  const v1::Circle disc = first->shared_effects().areas(0).disc();
  EXPECT_GE(disc.radius_m(), 500 + 100 + 2'000);
  EXPECT_NE(disc.centre().latitude(), 53.5) << "the middle of the zone is not shown";
  const auto again = Share("areas { zone_id: 'market' }", first->shared_effects().etag());
  EXPECT_THAT(again->shared_effects().areas(0).disc(), Is(disc));
  EXPECT_THAT(Share("areas { zone_id: 'park' }", again->shared_effects().etag()),
              Refuses(Fields{"shared_effects.areas[0].zone_id"}));
}

TEST_P(Disclosure, APreviewIsWhatABrokerWouldSee) {
  for (int i = 0; i < 5; ++i) {
    auto vacancy = VacancyRequest("employers/acme", absl::StrCat("more-", i));
    if (i % 2 == 0) vacancy.mutable_vacancy()->clear_attributes_present();
    ASSERT_THAT(server.Call(kEngagement, &Vacancies::CreateVacancy, vacancy), Succeeds());
  }
  SetPlan();
  const std::string before = Find(kBroker)->SerializeAsString();
  const std::string effects = "attributes: WORK_ATTRIBUTE_BLADES_AND_TOOLS";
  const auto previewed = Preview(effects);
  ASSERT_THAT(previewed, Succeeds());
  EXPECT_EQ(previewed->broker_answer().matches_size(), 3);
  EXPECT_EQ(Find(kBroker)->SerializeAsString(), before) << "a preview stores nothing";

  ASSERT_THAT(Share(effects), Succeeds());
  auto shown = Find(kBroker).response;
  v1::FindVacanciesResponse expected = previewed->broker_answer();
  shown.mutable_basis()->clear_revision();
  expected.mutable_basis()->clear_revision();
  EXPECT_THAT(expected, Is(shown));
  EXPECT_THAT(Preview("areas { zone_id: 'park' }"),
              Refuses(Fields{"shared_effects.areas[0].zone_id"}));
}

}  // namespace
}  // namespace throughgate
