// What may not be seen is put into answers here, as by a mistake: it does not get out.
#include <grpcpp/server_builder.h>
#include <gtest/gtest-spi.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/edge/serve.h"
#include "services/edge/streams.h"
#include "storage/memory/memory_store.h"
#include "tests/service/may_see.h"
#include "tests/service/test_server.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using services::Caller;
using testing::HasSubstr;
using testing::Not;

constexpr char kHidden[] = "employers/do-not-tell/vacancies/secret";

v1::VacancyMatch Row(bool leaks) {
  v1::VacancyMatch row;
  row.set_vacancy(kHidden);
  if (leaks) row.set_verdict(v1::VERDICT_REVIEW);
  return row;
}

// Answers with sealed fields, whoever asks.
class LeakyMatches final : public v1::MatchService::Service {
 public:
  explicit LeakyMatches(const services::Backend& backend) : backend_(backend) {}

 private:
  grpc::Status ExplainMatch(grpc::ServerContext* context, const v1::ExplainMatchRequest* request,
                            v1::ExplainMatchResponse* response) override {
    return services::Serve(backend_, *context, *request, *response,
                           [&](const Caller&) -> absl::Status {
                             *response->mutable_match() = Row(/*leaks=*/true);
                             return absl::OkStatus();
                           });
  }

  // The second row leaks, the others do not; and it takes no notice of what became of any.
  grpc::Status FindVacanciesBatch(
      grpc::ServerContext* context, const v1::FindVacanciesBatchRequest* request,
      grpc::ServerWriter<v1::FindVacanciesBatchResponse>* writer) override {
    return services::Serve(backend_, *context, *request, *writer,
                           [&](const Caller&, auto& out) -> absl::Status {
                             for (int i = 0; i < 3; ++i) {
                               v1::FindVacanciesBatchResponse row;
                               row.set_candidate(absl::StrCat("candidates/", i));
                               *row.add_matches() = Row(/*leaks=*/i == 1);
                               out.Send(streams_, row);
                             }
                             return absl::OkStatus();
                           });
  }

  const services::Backend& backend_;
  services::Streams streams_{absl::Now};
};

class Leak : public testing::Test {
 protected:
  Leak() {
    GrantEveryRole(*store_, {kBroker.organisation, kCustody.organisation, kProbation.organisation},
                   absl::Now());
    EXPECT_TRUE(feed_->AtLeast(store_->latest(), absl::InfiniteFuture()).ok());
    grpc::ServerBuilder builder;
    builder.RegisterService(&leaky_);
    server_ = builder.BuildAndStart();
    stub_ = v1::MatchService::NewStub(server_->InProcessChannel({}));
  }
  ~Leak() override { server_->Shutdown(); }

  Answer<v1::ExplainMatchResponse> Explain(const Party& party) {
    grpc::ClientContext context;
    SetCaller(party, context);
    Answer<v1::ExplainMatchResponse> answer;
    answer.status = stub_->ExplainMatch(&context, {}, &answer.response);
    return answer;
  }

  // The rows that came, and how it ended.
  Answer<std::vector<v1::FindVacanciesBatchResponse>> Batch(const Party& party) {
    grpc::ClientContext context;
    SetCaller(party, context);
    Answer<std::vector<v1::FindVacanciesBatchResponse>> answer;
    const auto stream = stub_->FindVacanciesBatch(&context, {});
    for (v1::FindVacanciesBatchResponse row; stream->Read(&row);) answer.response.push_back(row);
    answer.status = stream->Finish();
    return answer;
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
  const std::unique_ptr<storage::CatalogueFeed> feed_ =
      *storage::CatalogueFeed::Open(*store_, [](const std::string&) {});
  const services::Trust trust_ = TrustInTests();
  const services::Backend backend_{*store_, *feed_, absl::Now, trust_.authenticator.get()};
  LeakyMatches leaky_{backend_};
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::MatchService::Stub> stub_;
};

TEST_F(Leak, OfAResponseIsRefusedAndNothingOfItGetsOut) {
  for (const Party& party : {kBroker, kCustody}) {
    testing::internal::CaptureStderr();
    const auto answer = Explain(party);
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_THAT(answer, Fails(StatusCode::INTERNAL, "INTERNAL"));
    EXPECT_EQ(answer->ByteSizeLong(), 0u);
    EXPECT_THAT(answer.status.error_message(), Not(HasSubstr("do-not-tell")));
    EXPECT_THAT(answer.status.error_details(), Not(HasSubstr("do-not-tell")));
    EXPECT_THAT(log, HasSubstr("/throughgate.v1.MatchService/ExplainMatch"));
    EXPECT_THAT(log, HasSubstr("match.verdict"));
    EXPECT_THAT(log, Not(HasSubstr("do-not-tell")));
    EXPECT_THAT(log, Not(HasSubstr("REVIEW")));
  }
  const auto full = Explain(kProbation);
  ASSERT_THAT(full, Succeeds());
  EXPECT_EQ(full->match().vacancy(), kHidden);
}

TEST_F(Leak, OfAStreamEndsItBeforeTheMessage) {
  const auto shared = Batch(kBroker);
  EXPECT_THAT(shared, Fails(StatusCode::INTERNAL, "INTERNAL"));
  ASSERT_EQ(shared.response.size(), 1u) << "nothing more is sent, be it harmless";
  EXPECT_EQ(shared.response[0].candidate(), "candidates/0");
  const auto full = Batch(kProbation);
  EXPECT_THAT(full, Succeeds());
  EXPECT_EQ(full.response.size(), 3u);
}

// The tests' own look at every answer.
TEST_F(Leak, IsSeenByTheTestsThemselves) {
  v1::ExplainMatchResponse response;
  *response.mutable_match() = Row(/*leaks=*/false);
  ExpectMaySee("broker", "first-steps", response);
  *response.mutable_match() = Row(/*leaks=*/true);
  ExpectMaySee("probation", "probation-manchester", response);
  EXPECT_NONFATAL_FAILURE(ExpectMaySee("broker", "first-steps", response), "match/verdict");
  v1::GetCandidateResponse candidate;
  candidate.mutable_candidate()->set_custodian("first-steps");
  ExpectMaySee("broker", "first-steps", candidate);
  EXPECT_NONFATAL_FAILURE(ExpectMaySee("broker", "second-chance", candidate),
                          "candidate/custodian");
}

}  // namespace
}  // namespace throughgate
