// Matches as callers get them: what was just written is in the next answer, and nobody is told of
// somebody else's candidate.
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

TEST_P(Matching, SomebodyElsesCandidateLooksLikeNone) {
  EXPECT_THAT(Find(kOtherBroker, "candidates/first"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

}  // namespace
}  // namespace throughgate
