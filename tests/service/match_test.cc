// Matches as callers get them: what was just written is in the next answer, and nobody is told of
// somebody else's candidate.
#include <set>

#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

class Matching : public OnEveryStore {
 protected:
  Matching() { LoadSamples(server); }
  auto Find(const Party& party, const std::string& candidate) {
    v1::FindVacanciesRequest request;
    request.set_candidate(candidate);
    return server.Call(party, &Matches::FindVacancies, request);
  }
  // Of the one candidate and the one vacancy.
  v1::ExplainMatchResponse Explain(const Party& party) {
    v1::ExplainMatchRequest request;
    request.set_candidate("candidates/first");
    request.set_vacancy("employers/acme/vacancies/cook");
    return server.Call(party, &Matches::ExplainMatch, request).response;
  }
  static std::vector<std::string> Reasons(const v1::ExplainMatchResponse& explained) {
    std::vector<std::string> reasons;
    for (const auto& finding : explained.match().findings()) reasons.push_back(finding.reason());
    return reasons;
  }
  // Sets or replaces the plan of the candidate by the strict one, changed.
  void SetStrictPlan(const std::function<void(v1::RiskPlan&)>& change) {
    auto request = StrictRiskPlanRequest("candidates/first");
    v1::GetRiskPlanRequest get;
    get.set_name("candidates/first/riskPlan");
    const auto before = server.Call(kProbation, &RiskPlans::GetRiskPlan, get);
    request.mutable_risk_plan()->set_etag(before->risk_plan().etag());
    change(*request.mutable_risk_plan());
    ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, request), Succeeds());
  }
};
ON_EVERY_STORE(Matching);

TEST_P(Matching, SeesWhatWasJustWritten) {
  for (int i = 0; i < 50; ++i) {
    const std::string id = "extra-" + std::to_string(i);
    const auto created =
        server.Call(kEngagement, &Vacancies::CreateVacancy, VacancyRequest("employers/acme", id));
    ASSERT_THAT(created, Succeeds());
    v1::FindVacanciesRequest request;
    request.set_candidate("candidates/first");
    request.set_page_size(100);
    request.mutable_read_point()->set_at_least(created->revision());
    const auto found = server.Call(kBroker, &Matches::FindVacancies, request);
    ASSERT_THAT(found, Succeeds());
    EXPECT_EQ(found->matches_size(), i + 2);
  }
}

TEST_P(Matching, LosesWhatWasJustClosed) {
  ASSERT_EQ(Find(kBroker, "candidates/first")->matches_size(), 1);
  v1::CloseVacancyRequest close;
  close.set_name("employers/acme/vacancies/cook");
  ASSERT_THAT(server.Call(kEngagement, &Vacancies::CloseVacancy, close), Succeeds());
  EXPECT_EQ(Find(kBroker, "candidates/first")->matches_size(), 0);
}

TEST_P(Matching, TellsProbationAloneHowMuchWorkASearchWasAndWhenAsked) {
  // Whoever supervises nobody has nobody to be searched for.
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, RiskPlanRequest("candidates/first")),
              Succeeds());
  v1::FindVacanciesRequest vacancies;
  vacancies.set_candidate("candidates/first");
  v1::FindCandidatesRequest candidates;
  candidates.set_vacancy("employers/acme/vacancies/cook");
  const auto work_told = [&](const Party& party) {
    const auto found = server.Call(party, &Matches::FindVacancies, vacancies);
    const auto others = server.Call(party, &Matches::FindCandidates, candidates);
    EXPECT_EQ(found->has_work(), others->has_work());
    if (!found->has_work()) return false;
    EXPECT_EQ(found->work().leaves_opened(), 1);
    EXPECT_EQ(others->work().leaves_opened(), 1);
    return true;
  };
  EXPECT_FALSE(work_told(kProbation));
  vacancies.set_show_work(true);
  candidates.set_show_work(true);
  EXPECT_TRUE(work_told(kProbation));
  EXPECT_FALSE(work_told(kBroker));
}

TEST_P(Matching, ObeysThePlanThatWasJustSetInTheFullViewAlone) {
  const std::string before = Find(kBroker, "candidates/first")->matches(0).SerializeAsString();
  auto plan = RiskPlanRequest("candidates/first");
  // Over the only site.
  auto& circle = *plan.mutable_risk_plan()->mutable_zones(0)->mutable_circle();
  circle.mutable_centre()->set_latitude(53.47);
  circle.mutable_centre()->set_longitude(-2.23);
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, plan), Succeeds());
  EXPECT_EQ(Find(kProbation, "candidates/first")->matches_size(), 0);
  EXPECT_EQ(Find(kBroker, "candidates/first")->matches(0).SerializeAsString(), before);
}

TEST_P(Matching, TellsTheBrokerNothingOfWhatALicenceACourtAndARecordLimit) {
  const auto ask = [&] {
    v1::FindVacanciesRequest find;
    find.set_candidate("candidates/first");
    find.set_row_view(v1::ROW_VIEW_FULL_ROWS);
    auto found = server.Call(kBroker, &Matches::FindVacancies, find).response;
    found.mutable_basis()->clear_revision();
    auto explained = Explain(kBroker);
    explained.mutable_basis()->clear_revision();
    return found.SerializeAsString() + explained.SerializeAsString();
  };
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, RiskPlanRequest("candidates/first")),
              Succeeds());
  const std::string before = ask();
  const auto findings = Explain(kProbation).match().findings_size();
  SetStrictPlan([](v1::RiskPlan&) {});
  EXPECT_EQ(ask(), before);
  EXPECT_GT(Explain(kProbation).match().findings_size(), findings);
}

TEST_P(Matching, ObeysACourtUnlessTheWorkCanBeArrangedWithoutWhatItBars) {
  SetStrictPlan([](v1::RiskPlan& plan) {
    plan.mutable_orders(0)->add_barred_attributes(v1::WORK_ATTRIBUTE_BLADES_AND_TOOLS);
  });
  EXPECT_EQ(Find(kProbation, "candidates/first")->matches_size(), 0);
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("ORDER_BARS"));
  v1::UpdateVacancyRequest update;
  update.mutable_vacancy()->set_name("employers/acme/vacancies/cook");
  update.mutable_vacancy()->add_attributes_avoidable(v1::WORK_ATTRIBUTE_BLADES_AND_TOOLS);
  update.mutable_update_mask()->add_paths("attributes_avoidable");
  ASSERT_THAT(server.Call(kEngagement, &Vacancies::UpdateVacancy, update), Succeeds());
  EXPECT_EQ(Find(kProbation, "candidates/first")->matches_size(), 1);
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("ORDER_AVOIDABLE"));
}

TEST_P(Matching, ObeysTheBarredListsByWhatTheRoleIs) {
  SetStrictPlan([](v1::RiskPlan&) {});
  EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains("REGULATED_ACTIVITY_UNKNOWN"));
  for (const auto& [regulated, reason] :
       {std::pair(v1::KNOWN_YES, "ON_BARRED_LIST"), {v1::KNOWN_NO, "NOT_REGULATED_ACTIVITY"}}) {
    v1::UpdateVacancyRequest update;
    update.mutable_vacancy()->set_name("employers/acme/vacancies/cook");
    update.mutable_vacancy()->mutable_role()->set_regulated_with_children(regulated);
    update.mutable_update_mask()->add_paths("role");
    ASSERT_THAT(server.Call(kEngagement, &Vacancies::UpdateVacancy, update), Succeeds());
    EXPECT_THAT(Reasons(Explain(kProbation)), testing::Contains(reason));
    EXPECT_EQ(Find(kProbation, "candidates/first")->matches_size(), regulated == v1::KNOWN_NO);
  }
}

TEST_P(Matching, SomebodyElsesCandidateLooksLikeNone) {
  EXPECT_THAT(Find(kOtherBroker, "candidates/first"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

// Every client takes 4 MiB, the one of this test too.
class LargeAnswers : public OnEveryStore {
 protected:
  static constexpr int kVacancies = 450;

  // Vacancies, and a plan by which a row of each has some twenty thousand bytes.
  LargeAnswers() {
    LoadSamples(server);
    AddVacancies();
    auto plan = RiskPlanRequest("candidates/first");
    plan.mutable_risk_plan()->clear_zones();
    for (int i = 0; i < 50; ++i) {
      v1::Zone& zone = *plan.mutable_risk_plan()->add_zones();
      zone = Parse<v1::Zone>(
          "kind: ZONE_KIND_EXCLUSION circle { centre { latitude: 53.9 longitude: -2.9 } "
          "radius_m: 500 }");
      zone.set_zone_id("a-zone-that-has-rather-a-long-id-so-that-rows-are-large-" +
                       std::to_string(i));
    }
    EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, plan), Succeeds());
  }

  void AddVacancies() {
    grpc::ClientContext context;
    SetCaller(kEngagement, context);
    const auto stream = server.stub<Vacancies>().ImportVacancies(&context);
    v1::ImportVacanciesRequest request;
    request.mutable_header()->set_feed("many");
    request.mutable_header()->mutable_header()->set_import_id("many");
    v1::ImportVacanciesResponse response;
    stream->Write(request);
    stream->Read(&response);
    for (int i = 1; i < kVacancies; ++i) {
      v1::ImportVacanciesRow& row = *request.mutable_batch()->add_rows();
      row.set_row(i);
      *row.mutable_vacancy() = VacancyRequest("employers/acme", "").vacancy();
      row.mutable_vacancy()->set_name("employers/acme/vacancies/many-" + std::to_string(i));
    }
    stream->Write(request);
    stream->Read(&response);
    stream->WritesDone();
    EXPECT_EQ(response.progress().created(), kVacancies - 1);
    EXPECT_TRUE(stream->Finish().ok());
  }
};
ON_EVERY_STORE(LargeAnswers);

TEST_P(LargeAnswers, ComeInShorterPagesThatMissNoRow) {
  v1::FindVacanciesRequest request;
  request.set_candidate("candidates/first");
  request.set_page_size(1000);
  request.set_row_view(v1::ROW_VIEW_FULL_ROWS);
  std::set<std::string> seen;
  int pages = 0;
  do {
    const auto found = server.Call(kProbation, &Matches::FindVacancies, request);
    ASSERT_THAT(found, Succeeds());
    EXPECT_LE(found->ByteSizeLong(), std::size_t{3} << 20);
    for (const auto& match : found->matches()) EXPECT_TRUE(seen.insert(match.vacancy()).second);
    request.set_page_token(found->next_page_token());
    ++pages;
  } while (!request.page_token().empty() && pages < 10);
  EXPECT_GT(pages, 1);
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(kVacancies));
}

TEST_P(LargeAnswers, OfABatchSayThatTheyAreShortened) {
  v1::FindVacanciesBatchRequest request;
  request.add_candidates("candidates/first");
  request.set_page_size(100);
  request.set_row_view(v1::ROW_VIEW_FULL_ROWS);
  grpc::ClientContext context;
  SetCaller(kProbation, context);
  const auto stream = server.stub<Matches>().FindVacanciesBatch(&context, request);
  v1::FindVacanciesBatchResponse response;
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_EQ(response.matches_size(), 100);
  EXPECT_FALSE(response.shortened()) << "a hundred of these fit";
}

// The first page of a ranking is still there after others have had a thousand revisions kept.
TEST_P(Matching, NobodyEndsAnothersPages) {
  v1::FindVacanciesRequest request;
  request.set_candidate("candidates/first");
  request.set_page_size(1);
  const auto add = [&](int i) {
    return server.Call(kEngagement, &Vacancies::CreateVacancy,
                       VacancyRequest("employers/acme", "more-" + std::to_string(i)));
  };
  ASSERT_THAT(add(0), Succeeds());
  const auto first = server.Call(kBroker, &Matches::FindVacancies, request);
  ASSERT_FALSE(first->next_page_token().empty());
  const auto own = server.Call(kOtherBroker, &Candidates::CreateCandidate, CandidateRequest("own"));
  ASSERT_THAT(own, Succeeds());
  v1::FindVacanciesRequest other = request;
  other.set_candidate("candidates/own");
  const auto theirs = server.Call(kOtherBroker, &Matches::FindVacancies, other);
  for (int i = 1; i <= 1100; ++i) {
    ASSERT_THAT(add(i), Succeeds());
    ASSERT_FALSE(
        server.Call(kOtherBroker, &Matches::FindVacancies, other)->next_page_token().empty());
  }
  request.set_page_token(first->next_page_token());
  const auto second = server.Call(kBroker, &Matches::FindVacancies, request);
  ASSERT_THAT(second, Succeeds());
  EXPECT_EQ(second->matches_size(), 1);
  EXPECT_EQ(second->basis().revision(), first->basis().revision());
  other.set_page_token(theirs->next_page_token());
  EXPECT_THAT(server.Call(kOtherBroker, &Matches::FindVacancies, other),
              Fails(StatusCode::FAILED_PRECONDITION, "CURSOR_EXPIRED"));
}

}  // namespace
}  // namespace throughgate
