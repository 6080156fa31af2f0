// Which plans are to be reviewed: the caller's own, the one reviewed first at the top.
#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::ElementsAre;
using testing::IsEmpty;

class RiskPlansDue : public OnEveryStore {
 protected:
  RiskPlansDue() { LoadSamples(server); }

  // A candidate with a plan that was reviewed `days` before today, 2 June 2025.
  void Plan(const std::string& id, int days, const Party& caller = kProbation) {
    ASSERT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest(id)),
                Succeeds());
    LinkTo(server, kBroker, "candidates/" + id, caller, id);
    auto request = RiskPlanRequest("candidates/" + id);
    const absl::CivilDay day = absl::CivilDay(2025, 6, 2) - days;
    v1::Date& reviewed = *request.mutable_risk_plan()->mutable_reviewed_on();
    reviewed.set_year(static_cast<int>(day.year()));
    reviewed.set_month(day.month());
    reviewed.set_day(day.day());
    ASSERT_THAT(server.Call(caller, &RiskPlans::SetRiskPlan, request), Succeeds());
  }
  auto List(int within, int page_size = 0, const std::string& page_token = "",
            const Party& caller = kProbation) {
    v1::ListRiskPlansDueRequest request;
    request.set_within_days(within);
    request.set_page_size(page_size);
    request.set_page_token(page_token);
    return server.Call(caller, &RiskPlans::ListRiskPlansDue, request);
  }
  // Name and days left of each.
  static std::vector<std::string> Texts(const v1::ListRiskPlansDueResponse& response) {
    std::vector<std::string> texts;
    for (const v1::RiskPlanDue& plan : response.plans()) {
      texts.push_back(plan.name() + " " + std::to_string(plan.days_left()));
    }
    return texts;
  }
};
ON_EVERY_STORE(RiskPlansDue);

TEST_P(RiskPlansDue, AreThoseThatGoStaleWithinTheDays) {
  Plan("fresh", 0);
  Plan("soon", 175);
  Plan("today", 182);
  Plan("stale", 200);
  EXPECT_THAT(Texts(List(0).response),
              ElementsAre("candidates/stale/riskPlan -18", "candidates/today/riskPlan 0"));
  EXPECT_THAT(Texts(List(6).response),
              ElementsAre("candidates/stale/riskPlan -18", "candidates/today/riskPlan 0"));
  EXPECT_THAT(Texts(List(7).response),
              ElementsAre("candidates/stale/riskPlan -18", "candidates/today/riskPlan 0",
                          "candidates/soon/riskPlan 7"));
  const auto all = List(366);
  ASSERT_EQ(all->plans_size(), 4);
  EXPECT_EQ(all->plans(0).reviewed_on().ShortDebugString(), "year: 2024 month: 11 day: 14");
  EXPECT_EQ(all->plans(0).holds_until().ShortDebugString(), "year: 2025 month: 5 day: 15");
  EXPECT_EQ(all->plans(3).days_left(), 182);
}

TEST_P(RiskPlansDue, AreTheCallersAlone) {
  Plan("ours", 200);
  Plan("theirs", 200, kOtherProbation);
  EXPECT_THAT(Texts(List(0).response), ElementsAre("candidates/ours/riskPlan -18"));
  EXPECT_THAT(Texts(List(0, 0, "", kOtherProbation).response),
              ElementsAre("candidates/theirs/riskPlan -18"));
  EXPECT_THAT(List(0, 0, "", kBroker), Fails(StatusCode::PERMISSION_DENIED, "ROLE_NOT_PERMITTED"));
}

TEST_P(RiskPlansDue, ComeInPagesOfOneRevision) {
  for (const char* id : {"d", "b", "c"}) Plan(id, 190);
  Plan("a", 185);
  std::vector<std::string> names;
  std::string token;
  int made = 0;
  do {
    const auto page = List(0, 1, token);
    ASSERT_THAT(page, Succeeds());
    for (const std::string& text : Texts(page.response)) names.push_back(text);
    token = page->next_page_token();
    Plan("new-" + std::to_string(++made), 300);
  } while (!token.empty());
  EXPECT_THAT(names, ElementsAre("candidates/b/riskPlan -8", "candidates/c/riskPlan -8",
                                 "candidates/d/riskPlan -8", "candidates/a/riskPlan -3"));
  EXPECT_EQ(List(0)->plans_size(), 4 + made);
}

TEST_P(RiskPlansDue, RefusesTokensOfAnotherList) {
  Plan("a", 190);
  Plan("b", 190);
  const std::string token = List(0, 1)->next_page_token();
  ASSERT_NE(token, "");
  EXPECT_THAT(List(1, 1, token), Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
  EXPECT_THAT(List(0, 1, token, kOtherProbation),
              Fails(StatusCode::INVALID_ARGUMENT, "CURSOR_INVALID"));
  EXPECT_THAT(List(-1), Refuses(Fields{"within_days"}));
  EXPECT_THAT(List(367, 1001), Refuses(Fields{"within_days", "page_size"}));
}

// A review takes a plan off the list.
TEST_P(RiskPlansDue, AreNoLongerOnceReviewed) {
  Plan("ours", 200);
  v1::ReviewRiskPlanRequest request;
  request.set_name("candidates/ours/riskPlan");
  *request.mutable_reviewed_on() = Parse<v1::Date>("year: 2025 month: 6 day: 2");
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::ReviewRiskPlan, request), Succeeds());
  EXPECT_THAT(Texts(List(28).response), IsEmpty());
}

TEST_P(RiskPlansDue, CountWhatIsOutstanding) {
  ASSERT_THAT(server.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("ours")),
              Succeeds());
  LinkTo(server, kBroker, "candidates/ours", kProbation, "ours");
  auto request = RiskPlanRequest("candidates/ours");
  *request.mutable_risk_plan()->mutable_conditions() =
      Parse<v1::RiskPlan>(R"pb(
        conditions { form: CONDITION_FORM_BESPOKE }
        conditions { policy_version: "4.0" code: "52faefcf-15f0-42c5-b908-621b4a7ecdb9" }
        conditions { policy_version: "4.0" code: "9ce9d594-e346-4785-9642-c87e764bee37" }
      )pb")
          .conditions();
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, request), Succeeds());
  const auto listed = List(366);
  ASSERT_EQ(listed->plans_size(), 1);
  EXPECT_EQ(listed->plans(0).outstanding_conditions(), 2);
}

}  // namespace
}  // namespace throughgate
