// What callers are told when other writers, or the store, are in the way.
#include <thread>

#include "services/edge/edit.h"
#include "storage/format/envelope.h"
#include "tests/service/faulty_store.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::HasSubstr;
using testing::Not;

class Failure : public testing::Test {
 protected:
  Failure()
      : server_(StoreKind::kMemory, [this](auto base) {
          auto faulty = std::make_unique<FaultyStore>(std::move(base));
          store_ = faulty.get();
          return faulty;
        }) {
    EXPECT_THAT(server_.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest("acme")),
                Succeeds());
  }

  auto Rename(const std::string& name) {
    v1::UpdateEmployerRequest request;
    request.mutable_employer()->set_name("employers/acme");
    request.mutable_employer()->set_display_name(name);
    request.mutable_update_mask()->add_paths("display_name");
    return server_.Call(kEngagement, &Employers::UpdateEmployer, request);
  }
  auto Get() {
    v1::GetEmployerRequest request;
    request.set_name("employers/acme");
    return server_.Call(kEngagement, &Employers::GetEmployer, request);
  }

  FaultyStore* store_ = nullptr;
  TestServer server_;
};

TEST_F(Failure, AWriterThatIsOvertakenDecidesAnew) {
  int aborted = 0;
  store_->before_commit = [&] {
    return ++aborted <= 3 ? absl::AbortedError("overtaken") : absl::OkStatus();
  };
  EXPECT_THAT(Rename("Acme Foods"), Succeeds());
  EXPECT_EQ(aborted, 4);
}

TEST_F(Failure, AWriterThatIsAlwaysOvertakenIsToldSo) {
  store_->before_commit = [] { return absl::AbortedError("overtaken"); };
  const auto conflict = Rename("Acme Foods");
  EXPECT_THAT(conflict, Fails(StatusCode::ABORTED, "WRITE_CONFLICT"));
  EXPECT_THAT(conflict, Names("employers/acme"));
}

// What a record refers to is in the commit, not only in a read before it.
TEST_F(Failure, AReferenceThatChangesMeanwhileIsReadAgain) {
  server_.LoadReferenceData();
  ASSERT_THAT(
      server_.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme", "main")),
      Succeeds());
  const std::string keys[] = {format::TermsKey(matcher::EmployerName{"acme"}),
                              format::TermsKey(matcher::SiteName{"acme", "main"})};
  for (const std::string& key : keys) {
    int attempts = 0;
    store_->before_commit = [&]() -> absl::Status {
      if (++attempts > 1) return absl::OkStatus();
      // Somebody else writes it, between the decision and the commit.
      const auto found = *store_->base().Get(key, 0);
      return store_->base().Commit({.writes = {{key, found->value}}}).status();
    };
    EXPECT_THAT(
        server_.Call(kEngagement, &Vacancies::CreateVacancy,
                     VacancyRequest("employers/acme", "cook-" + std::to_string(key.size()))),
        Succeeds());
    EXPECT_EQ(attempts, 2) << key;
  }
}

TEST_F(Failure, ConcurrentChangesOfDifferentFieldsAllHappen) {
  std::thread sector([&] {
    EXPECT_THAT(
        server_.Call(kEngagement, &Employers::UpdateEmployer, Parse<v1::UpdateEmployerRequest>(R"pb(
                       employer { name: "employers/acme" sector: EMPLOYER_SECTOR_RETAIL }
                       update_mask { paths: "sector" }
                     )pb")),
        Succeeds());
  });
  EXPECT_THAT(Rename("Acme Foods"), Succeeds());
  sector.join();
  EXPECT_EQ(Get()->employer().display_name(), "Acme Foods");
  EXPECT_EQ(Get()->employer().sector(), v1::EMPLOYER_SECTOR_RETAIL);
}

TEST_F(Failure, InternalTextStaysInside) {
  const struct {
    absl::Status fault;
    StatusCode code;
    std::string reason;
  } kCases[] = {
      {absl::DataLossError("secret"), StatusCode::DATA_LOSS, "STORED_DATA_DAMAGED"},
      {absl::UnavailableError("secret"), StatusCode::UNAVAILABLE, "STORE_UNAVAILABLE"},
      {absl::FailedPreconditionError("secret"), StatusCode::INTERNAL, "INTERNAL"},
      {absl::InvalidArgumentError("secret"), StatusCode::INTERNAL, "INTERNAL"},
  };
  for (const auto& fault : kCases) {
    store_->before_get = [&] { return fault.fault; };
    testing::internal::CaptureStderr();
    const auto failed = Get();
    EXPECT_THAT(testing::internal::GetCapturedStderr(),
                HasSubstr("/throughgate.v1.EmployerService/GetEmployer"));
    EXPECT_THAT(failed, Fails(fault.code, fault.reason));
    EXPECT_THAT(failed.status.error_message(), Not(HasSubstr("secret")));
    EXPECT_THAT(failed.status.error_details(), Not(HasSubstr("secret")));
  }
}

TEST_F(Failure, DamagedRecordsAreNotGuessed) {
  ASSERT_OK(server_.store().Commit(
      {.writes = {{format::DetailKey(matcher::EmployerName{"acme"}), std::nullopt}}}));
  EXPECT_THAT(Get(), Fails(StatusCode::DATA_LOSS, "STORED_DATA_DAMAGED"));
  EXPECT_THAT(Rename("Acme Foods"), Fails(StatusCode::DATA_LOSS, "STORED_DATA_DAMAGED"));
  EXPECT_THAT(server_.Call(kEngagement, &Employers::ListEmployers, v1::ListEmployersRequest()),
              Fails(StatusCode::DATA_LOSS, "STORED_DATA_DAMAGED"));
}

TEST_F(Failure, AListingStopsWhenNobodyWaits) {
  grpc::ClientContext context;
  SetCaller(kEngagement, context);
  context.set_deadline(std::chrono::system_clock::now() - std::chrono::seconds(1));
  v1::ListEmployersResponse response;
  const grpc::Status status =
      server_.stub<Employers>().ListEmployers(&context, v1::ListEmployersRequest(), &response);
  EXPECT_EQ(status.error_code(), StatusCode::DEADLINE_EXCEEDED);
}

// A record that queries cannot take in stops the catalogue; what is written after it is kept, and
// the writer is told that it cannot be seen.
TEST_F(Failure, AWriteThatQueriesWillNotSeeSaysSo) {
  ASSERT_OK(server_.store().Commit(
      {.writes = {{format::TermsKey(matcher::EmployerName{"broken"}), "not a record"}}}));
  EXPECT_THAT(Rename("Acme Foods"), Fails(StatusCode::UNAVAILABLE, "REVISION_NOT_REACHED"));
  EXPECT_EQ(Get()->employer().display_name(), "Acme Foods");
}

// Queries, on a catalogue that may or may not follow its store.
class FailureOfTheFeed : public Failure {
 protected:
  FailureOfTheFeed() {
    server_.LoadReferenceData();
    EXPECT_THAT(
        server_.Call(kEngagement, &Employers::CreateSite, SiteRequest("employers/acme", "main")),
        Succeeds());
    for (const char* id : {"cook", "chef"}) {
      EXPECT_THAT(server_.Call(kEngagement, &Vacancies::CreateVacancy,
                               VacancyRequest("employers/acme", id)),
                  Succeeds());
    }
    EXPECT_THAT(server_.Call(kBroker, &Candidates::CreateCandidate, CandidateRequest("first")),
                Succeeds());
    LinkTo(server_, kBroker, "candidates/first", kProbation, "first");
  }
  auto Find(const Party& party, const std::string& page_token = "",
            const std::string& at_least = "") {
    v1::FindVacanciesRequest request;
    request.set_candidate("candidates/first");
    request.set_page_size(1);
    request.set_page_token(page_token);
    request.mutable_read_point()->set_at_least(at_least);
    request.set_row_view(v1::ROW_VIEW_FULL_ROWS);
    return server_.Call(party, &Matches::FindVacancies, request);
  }
  v1::FindCandidatesRequest OfTheVacancy() {
    v1::FindCandidatesRequest request;
    request.set_vacancy("employers/acme/vacancies/cook");
    return request;
  }
  v1::ExplainMatchRequest ThePair() {
    v1::ExplainMatchRequest request;
    request.set_candidate("candidates/first");
    request.set_vacancy("employers/acme/vacancies/cook");
    return request;
  }
  // The plan of the candidate as stored, in bytes.
  void CommitPlan(std::string bytes) {
    ASSERT_OK(server_.store().Commit(
        {.writes = {
             {format::RiskPlanKey(InternalName(server_, kBroker, "first")), std::move(bytes)}}}));
  }
};

// A plan may have changed since, for all that this server knows.
TEST_F(FailureOfTheFeed, QueriesAreNotAnsweredFromACatalogueThatStandsStill) {
  const auto before = Find(kBroker);
  ASSERT_THAT(before, Succeeds());
  ASSERT_FALSE(before->next_page_token().empty());
  store_->watch_fault = absl::StatusCode::kUnavailable;
  // Is told once the feed has stopped.
  EXPECT_THAT(Rename("Acme Foods"), Fails(StatusCode::UNAVAILABLE, "REVISION_NOT_REACHED"));

  const auto stopped = Fails(StatusCode::UNAVAILABLE, "CATALOGUE_STOPPED");
  const auto refused = Find(kProbation);
  EXPECT_THAT(refused, stopped);
  EXPECT_THAT(refused.status.error_message(), HasSubstr("out of date"));
  EXPECT_THAT(Find(kBroker), stopped);
  EXPECT_THAT(Find(kBroker, before->next_page_token()), stopped);
  EXPECT_THAT(Find(kBroker, "", before->basis().revision()), stopped);
  EXPECT_THAT(server_.Call(kEngagement, &Matches::FindCandidates, OfTheVacancy()), stopped);
  EXPECT_THAT(server_.Call(kProbation, &Matches::ExplainMatch, ThePair()), stopped);
  v1::FindVacanciesBatchRequest batch;
  batch.add_candidates("candidates/first");
  EXPECT_THAT(CallRaw(server_.channel(), "/throughgate.v1.MatchService/FindVacanciesBatch",
                      batch.SerializeAsString(), CallerMetadata(kBroker)),
              stopped);

  store_->watch_fault = absl::StatusCode::kOk;
  while (!Find(kProbation).ok()) absl::SleepFor(absl::Milliseconds(5));
  EXPECT_THAT(Rename("Acme Kitchens"), Succeeds());
  EXPECT_THAT(Find(kBroker), Succeeds());
}

// Unreadable means REVIEW for that candidate, and nothing for anybody else.
TEST_F(FailureOfTheFeed, APlanThatCannotBeReadIsMissingAndStopsNobody) {
  const std::string key = format::RiskPlanKey(InternalName(server_, kBroker, "first"));
  const struct {
    std::string bytes;
    StatusCode code;
    std::string reason;
  } kCases[] = {
      {"rubbish", StatusCode::DATA_LOSS, "STORED_DATA_DAMAGED"},
      // A field 100, of a newer Throughgate.
      {format::Wrap(key, "\xa0\x06\x01"), StatusCode::INTERNAL, "INTERNAL"},
  };
  ASSERT_THAT(Rename("Acme Foods"), Succeeds());
  const std::string shared = Find(kBroker)->matches(0).SerializeAsString();
  for (const auto& plan : kCases) {
    testing::internal::CaptureStderr();
    CommitPlan(plan.bytes);
    ASSERT_THAT(Rename("Acme Foods"), Succeeds());  // waits for all that is in the store
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_THAT(log, HasSubstr(InternalName(server_, kBroker, "first").ToString()));
    EXPECT_THAT(log, Not(HasSubstr(plan.bytes)));

    const auto full = Find(kProbation);
    ASSERT_THAT(full, Succeeds());
    EXPECT_EQ(full->matches(0).verdict(), v1::VERDICT_REVIEW);
    EXPECT_TRUE(full->matches(0).clearance_required());
    EXPECT_THAT(full->matches(0).DebugString(), HasSubstr("RISK_PLAN_MISSING"));
    EXPECT_EQ(Find(kBroker)->matches(0).SerializeAsString(), shared);
    v1::GetRiskPlanRequest get;
    get.set_name("candidates/first/riskPlan");
    EXPECT_THAT(server_.Call(kProbation, &RiskPlans::GetRiskPlan, get),
                Fails(plan.code, plan.reason));
    EXPECT_THAT(
        server_.Call(kProbation, &RiskPlans::SetRiskPlan, RiskPlanRequest("candidates/first")),
        Fails(plan.code, plan.reason))
        << "what cannot be read is not replaced unread";
  }
}

TEST(UnreadablePlanAtTheStart, IsMissingAndKeepsNobodyFromStarting) {
  TestServer server(StoreKind::kRocks);
  LoadSamples(server);
  ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetRiskPlan, RiskPlanRequest("candidates/first")),
              Succeeds());
  ASSERT_OK(server.store().Commit(
      {.writes = {{format::RiskPlanKey(InternalName(server, kBroker, "first")),
                   std::string("rubbish")}}}));
  ASSERT_NO_FATAL_FAILURE(server.Restart());
  v1::FindVacanciesRequest request;
  request.set_candidate("candidates/first");
  const auto found = server.Call(kProbation, &Matches::FindVacancies, request);
  ASSERT_THAT(found, Succeeds());
  EXPECT_EQ(found->matches(0).verdict(), v1::VERDICT_REVIEW);
}

}  // namespace
}  // namespace throughgate
