// What probation approves, keeps apart and chooses to disclose, and who sees what of it.
#include "absl/strings/str_cat.h"
#include "storage/format/keys.h"
#include "storage/secrets/secrets.h"
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
  // A plan with one no-contact entry.
  auto KeepApart(const std::string& fields) {
    v1::SetRiskPlanRequest request;
    *request.mutable_risk_plan() = Get();
    *request.mutable_risk_plan()->add_no_contact() = Parse<v1::NoContact>(
        absl::StrCat("no_contact_id: 'v' kind: NO_CONTACT_KIND_VICTIM ", fields));
    return server.Call(kProbation, &RiskPlans::SetRiskPlan, request);
  }
  // Past the services: nobody but an operator can do that.
  void Overwrite(const std::string& key, std::optional<std::string> bytes) {
    const auto now = server.store().Get(key);
    ASSERT_TRUE(now.ok());
    const storage::Revision version = now->has_value() ? (*now)->version : 0;
    ASSERT_TRUE(server.store().Commit({.guards = {{key, version}}, .writes = {{key, bytes}}}).ok());
  }
  void LoseKey(std::string_view name) {
    Overwrite(format::SecretKey({std::string(name)}), std::nullopt);
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
    request.set_row_view(v1::ROW_VIEW_FULL_ROWS);
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

TEST_P(Disclosure, AnApprovalIsWithdrawnByADayThatIsPast) {
  SetPlan();
  ASSERT_THAT(Approve(Approval("occupations: 'isco/51' conditions: 'Days only.'")), Succeeds());
  auto end = Parse<v1::SetWorkApprovalRequest>(
      "work_approval { work_approval_id: 'stores' valid_to { year: 2025 month: 6 day: 1 } }");
  end.set_name(kPlan);
  const auto ended = Approve(end);
  ASSERT_THAT(ended, Succeeds());
  ASSERT_EQ(ended->risk_plan().work_approvals_size(), 1);
  EXPECT_EQ(ended->risk_plan().work_approvals(0).conditions(), "Days only.");
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("WORK_NOT_APPROVED"));
  end.mutable_work_approval()->set_work_approval_id("none");
  EXPECT_THAT(Approve(end), Refuses(Fields{"work_approval.valid_to"}));
}

TEST_P(Disclosure, TheFiftyFirstApprovalNeedsOneThatHasEnded) {
  SetPlan();
  auto one = Approval("occupations: 'isco/93'");
  for (int i = 0; i < 50; ++i) {
    one.mutable_work_approval()->set_work_approval_id(absl::StrCat("a", i));
    ASSERT_THAT(Approve(one), Succeeds());
  }
  one.mutable_work_approval()->set_work_approval_id("one-more");
  const auto refused = Approve(one);
  EXPECT_THAT(refused, Refuses(Fields{"work_approval"}));
  EXPECT_THAT(refused.status.error_message(), HasSubstr("End one by setting a valid_to"));
  auto end = one;
  end.mutable_work_approval()->set_work_approval_id("a17");
  end.mutable_work_approval()->mutable_valid_to()->set_month(5);
  ASSERT_THAT(Approve(end), Succeeds());
  const auto added = Approve(one);
  ASSERT_THAT(added, Succeeds());
  EXPECT_EQ(added->risk_plan().work_approvals_size(), 50);
}

TEST_P(Disclosure, NamesOfNobodyAreRefused) {
  SetPlan();
  // Of another service, or made up: it agrees with no name here.
  EXPECT_THAT(KeepApart("names: 'AAAAAAAAAAAAAAAAAAAAAA'"),
              Refuses(Fields{"risk_plan.no_contact[0].names[0]"}));
  EXPECT_THAT(
      KeepApart("employers: [ 'employers/acme', 'employers/acme-2' ] "
                "sites: [ 'employers/acme/sites/main', 'employers/acme/sites/none' ]"),
      Refuses(Fields{"risk_plan.no_contact[0].employers[1]", "risk_plan.no_contact[0].sites[1]"}));
  const auto kept = KeepApart("employers: 'employers/acme'");
  ASSERT_THAT(kept, Succeeds());

  // Another entry of the plan may have it; another plan may not.
  v1::SetRiskPlanRequest moved;
  *moved.mutable_risk_plan() = kept->risk_plan();
  moved.mutable_risk_plan()->mutable_no_contact(0)->set_no_contact_id("other");
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, moved), Succeeds());
  ASSERT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("second")),
              Succeeds());
  LinkTo(server, kBroker, "candidates/second", kProbation, "second");
  auto copied = RiskPlanRequest("candidates/second");
  *copied.mutable_risk_plan()->mutable_no_contact() = kept->risk_plan().no_contact();
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, copied),
              Refuses(Fields{"risk_plan.no_contact[0].names[0]"}));
}

TEST_P(Disclosure, ALostKeyIsForWhoeverRunsTheService) {
  SetPlan();
  LoseKey(storage::kNoContactSecret);
  const auto named = KeepApart("employers: 'employers/acme'");
  EXPECT_THAT(named, Fails(StatusCode::FAILED_PRECONDITION, "NAME_KEY_MISSING"));
  EXPECT_THAT(named.status.error_message(), HasSubstr("tell whoever runs the service"));
  SetPlan("supervision: SUPERVISION_COMMUNITY");

  EXPECT_THAT(Share("areas { zone_id: 'market' }"), Succeeds());
  LoseKey(storage::kSharedAreasSecret);
  const std::string etag = Shared()->shared_effects().etag();
  EXPECT_FALSE(Shared()->has_outdated()) << "nobody can say that it has moved";
  const auto area = Share("areas { zone_id: 'market' }", etag);
  EXPECT_THAT(area, Fails(StatusCode::FAILED_PRECONDITION, "NAME_KEY_MISSING"));
  EXPECT_THAT(Preview("areas { zone_id: 'market' }"),
              Fails(StatusCode::FAILED_PRECONDITION, "NAME_KEY_MISSING"));
  EXPECT_THAT(Share("attributes: WORK_ATTRIBUTE_CHILDREN", etag), Succeeds());
}

TEST_P(Disclosure, NothingIsDisclosedUntilProbationChoosesTo) {
  const auto nothing = Shared();
  ASSERT_THAT(nothing, Succeeds());
  v1::SharedEffects expected;
  expected.set_name(kEffects);
  expected.set_etag(nothing->shared_effects().etag());
  EXPECT_THAT(nothing->shared_effects(), Is(expected));
  const auto no_plan = Share("areas { zone_id: 'market' }");
  EXPECT_THAT(no_plan, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(no_plan, Names(kPlan));

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
  EXPECT_THAT(Share("attributes: WORK_ATTRIBUTE_CHILDREN"), Succeeds())
      << "nothing was disclosed any more, so nothing is replaced unread";
}

TEST_P(Disclosure, OfNobodyIsRefused) {
  v1::SetSharedEffectsRequest request;
  request.mutable_shared_effects()->set_name("candidates/nobody/sharedEffects");
  const auto nobody = server.Call(kProbation, &RiskPlans::SetSharedEffects, request);
  EXPECT_THAT(nobody, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(nobody, Names("candidates/nobody/sharedEffects"));
}

TEST_P(Disclosure, IsTakenBackWhateverBecameOfThePlan) {
  SetPlan();
  const auto set = Share("attributes: WORK_ATTRIBUTE_CHILDREN areas { zone_id: 'market' }");
  ASSERT_THAT(set, Succeeds());
  EXPECT_FALSE(Shared()->has_outdated());
  Overwrite(format::RiskPlanKey(InternalName(server, kBroker, "first")), "rubbish");
  const auto shown = Shared();
  ASSERT_THAT(shown, Succeeds());
  EXPECT_THAT(shown->outdated().attributes(), ElementsAre(v1::WORK_ATTRIBUTE_CHILDREN));
  EXPECT_EQ(shown->outdated().areas_size(), 1);
  EXPECT_THAT(Preview(""), Succeeds());
  EXPECT_THAT(Share("", shown->shared_effects().etag()), Succeeds());
  EXPECT_EQ(Shared()->shared_effects().attributes_size(), 0);
}

TEST_P(Disclosure, SaysWhatThePlanNoLongerSpeaksFor) {
  SetPlan(
      "orders { order_id: 'o' kind: ORDER_KIND_OTHER read_in_full: true "
      "barred_occupations: [ 'isco/23', 'isco/53' ] }");
  v1::SuggestSharedEffectsRequest request;
  request.set_name(kEffects);
  v1::SharedEffects all;
  const auto suggested = server.Call(kProbation, &RiskPlans::SuggestSharedEffects, request);
  for (const auto& suggestion : suggested->suggestions()) {
    all.MergeFrom(suggestion.effects());
  }
  ASSERT_THAT(Share(all.DebugString()), Succeeds());
  EXPECT_FALSE(Shared()->has_outdated());

  // The order bars less, the curfew ends earlier, and the zone lies elsewhere.
  auto plan = Get();
  plan.mutable_orders(0)->mutable_barred_occupations()->RemoveLast();
  plan.mutable_curfews(0)->mutable_windows(0)->set_end("06:00");
  plan.mutable_zones(0)->mutable_circle()->mutable_centre()->set_latitude(53.6);
  v1::SetRiskPlanRequest set;
  *set.mutable_risk_plan() = plan;
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, set), Succeeds());
  auto outdated = Shared()->outdated();
  EXPECT_EQ(outdated.attributes_size(), 0);
  EXPECT_THAT(outdated.occupations(), ElementsAre("isco/53"));
  EXPECT_GT(outdated.hours_size(), 0);
  ASSERT_EQ(outdated.areas_size(), 1);
  EXPECT_EQ(outdated.areas(0).zone_id(), "market");

  // What bars children has been lifted, and the curfew is what it was.
  plan = Get();
  plan.mutable_curfews(0)->mutable_windows(0)->set_end("07:00");
  plan.clear_work_limits();
  plan.clear_zones();
  *set.mutable_risk_plan() = plan;
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, set), Succeeds());
  outdated = Shared()->outdated();
  EXPECT_THAT(outdated.attributes(), ElementsAre(v1::WORK_ATTRIBUTE_CHILDREN));
  EXPECT_EQ(outdated.hours_size(), 0);
  EXPECT_EQ(outdated.areas_size(), 1);
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

// Work at licensed premises and the like is not barred by a limit of that name alone.
TEST_P(Disclosure, WhateverBarsWorkIsSuggestedAndNoLongerOnceItIsLifted) {
  auto van = VacancyRequest("employers/acme", "van");
  van.mutable_vacancy()->add_attributes_present(v1::WORK_ATTRIBUTE_DRIVING);
  ASSERT_THAT(server.Call(kEngagement, &Vacancies::CreateVacancy, van), Succeeds());
  const std::string contact = R"pb(
    contact_limits {
      group: CONTACT_GROUP_ADULTS_AT_RISK
      from: CONTACT_DEGREE_UNSUPERVISED
      effect: WORK_LIMIT_EFFECT_BARRED
    }
  )pb";
  SetPlan(absl::StrCat(contact, R"pb(
    barred_lists { adults: KNOWN_YES }
    vehicle_limits { vehicle_limit_id: "all" effect: WORK_LIMIT_EFFECT_BARRED }
    premises_limits {
      premises_limit_id: "pubs"
      kinds: [
        PREMISES_KIND_DRINKING_PLACE,
        PREMISES_KIND_GAMBLING,
        PREMISES_KIND_PLACE_OF_WORSHIP
      ]
      effect: WORK_LIMIT_EFFECT_BARRED
    }
  )pb"));
  v1::SuggestSharedEffectsRequest request;
  request.set_name(kEffects);
  const auto suggested = server.Call(kProbation, &RiskPlans::SuggestSharedEffects, request);
  ASSERT_THAT(suggested, Succeeds());
  v1::SharedEffects all;
  for (const auto& suggestion : suggested->suggestions()) all.MergeFrom(suggestion.effects());
  EXPECT_THAT(all.attributes(),
              ElementsAre(v1::WORK_ATTRIBUTE_CHILDREN, v1::WORK_ATTRIBUTE_VULNERABLE_ADULTS,
                          v1::WORK_ATTRIBUTE_DRIVING, v1::WORK_ATTRIBUTE_LICENSED_PREMISES,
                          v1::WORK_ATTRIBUTE_GAMBLING, v1::WORK_ATTRIBUTE_WORSHIP));
  EXPECT_EQ(suggested->suggestions(1).reveals(),
            "That work with adults at risk is not to be proposed; of that, the plan bars only "
            "contact that nobody supervises, and regulated activity.");

  const int before = Find(kBroker)->matches_size();
  ASSERT_THAT(Share("attributes: WORK_ATTRIBUTE_DRIVING"), Succeeds());
  EXPECT_EQ(Find(kBroker)->matches_size(), before - 1) << "the van";
  ASSERT_THAT(Share(all.DebugString(), Shared()->shared_effects().etag()), Succeeds());
  EXPECT_FALSE(Shared()->has_outdated());
  SetPlan(contact);
  EXPECT_THAT(Shared()->outdated().attributes(),
              ElementsAre(v1::WORK_ATTRIBUTE_DRIVING, v1::WORK_ATTRIBUTE_LICENSED_PREMISES,
                          v1::WORK_ATTRIBUTE_GAMBLING, v1::WORK_ATTRIBUTE_WORSHIP));
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

// Else each name, and each person, would be another draw around the same middle.
TEST_P(Disclosure, AnAreaStaysWhereItIsWhateverItIsCalledAndWhoeverItIsAbout) {
  SetPlan();
  const v1::Circle disc = Share("areas { zone_id: 'market' }")->shared_effects().areas(0).disc();
  auto plan = Get();
  plan.mutable_zones(0)->set_zone_id("the-market");
  v1::SetRiskPlanRequest set;
  *set.mutable_risk_plan() = plan;
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, set), Succeeds());
  const auto renamed = Share("areas { zone_id: 'the-market' }", Shared()->shared_effects().etag());
  ASSERT_THAT(renamed, Succeeds());
  EXPECT_THAT(renamed->shared_effects().areas(0).disc(), Is(disc));

  ASSERT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("second")),
              Succeeds());
  LinkTo(server, kBroker, "candidates/second", kProbation, "second");
  ASSERT_THAT(
      server.Call(kProbation, &RiskPlans::SetRiskPlan, RiskPlanRequest("candidates/second")),
      Succeeds());
  v1::SetSharedEffectsRequest request;
  request.mutable_shared_effects()->set_name("candidates/second/sharedEffects");
  request.mutable_shared_effects()->add_areas()->set_zone_id("market");
  const auto of_another = server.Call(kProbation, &RiskPlans::SetSharedEffects, request);
  ASSERT_THAT(of_another, Succeeds());
  EXPECT_THAT(of_another->shared_effects().areas(0).disc(), Is(disc));
}

// Else a zone that is drawn anew a street away would tell of two middles.
TEST_P(Disclosure, AnAreaKeepsItsMiddleWhileItHoldsItsZone) {
  SetPlan();
  const auto redraw = [&](double latitude, int buffer_m) {
    v1::SetRiskPlanRequest set;
    *set.mutable_risk_plan() = Get();
    v1::Zone& zone = *set.mutable_risk_plan()->mutable_zones(0);
    zone.mutable_circle()->mutable_centre()->set_latitude(latitude);
    zone.set_buffer_m(buffer_m);
    EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, set), Succeeds());
    const int outdated = Shared()->outdated().areas_size();
    const auto shown = Share("areas { zone_id: 'market' }", Shared()->shared_effects().etag());
    EXPECT_THAT(shown, Succeeds());
    EXPECT_FALSE(Shared()->has_outdated());
    return std::pair(outdated, shown->shared_effects().areas(0).disc());
  };
  const v1::Circle first = Share("areas { zone_id: 'market' }")->shared_effects().areas(0).disc();
  // In the next square kilometre.
  const auto [moved_outdated, moved] = redraw(53.506, 100);
  EXPECT_EQ(moved_outdated, 0);
  EXPECT_THAT(moved, Is(first));
  const auto [grown_outdated, grown] = redraw(53.506, 900);
  EXPECT_EQ(grown_outdated, 1);
  EXPECT_THAT(grown.centre(), Is(first.centre()));
  EXPECT_GT(grown.radius_m(), first.radius_m());
  const auto [gone_outdated, gone] = redraw(53.6, 900);
  EXPECT_EQ(gone_outdated, 1);
  EXPECT_THAT(gone.centre(), testing::Not(Is(first.centre())));
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
  ASSERT_EQ(previewed->broker_answer().matches_size(), 3);
  EXPECT_EQ(previewed->broker_answer().matches(0).title(), "Commis chef");
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
