// A server in this process, over a store of its own, and callers of it.
#ifndef THROUGHGATE_TESTS_SERVICE_TEST_SERVER_H_
#define THROUGHGATE_TESTS_SERVICE_TEST_SERVER_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "services/server.h"
#include "storage/store.h"
#include "tests/service/may_see.h"
#include "tests/support/parties.h"
#include "tests/support/temp_directory.h"
#include "throughgate/v1/access_service.grpc.pb.h"
#include "throughgate/v1/candidate_service.grpc.pb.h"
#include "throughgate/v1/employer_service.grpc.pb.h"
#include "throughgate/v1/match_service.grpc.pb.h"
#include "throughgate/v1/reference_service.grpc.pb.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"
#include "throughgate/v1/vacancy_service.grpc.pb.h"

namespace throughgate {

namespace v1 = throughgate::v1;

using Access = v1::AccessService::Stub;
using Employers = v1::EmployerService::Stub;
using Vacancies = v1::VacancyService::Stub;
using Candidates = v1::CandidateService::Stub;
using RiskPlans = v1::RiskPlanService::Stub;
using Matches = v1::MatchService::Stub;
using Reference = v1::ReferenceService::Stub;

// At which the clock of a test's server starts: noon in London on 2 June 2025.
inline const absl::Time kStartInTests = absl::FromUnixSeconds(1'748'862'000);

enum class StoreKind { kMemory, kRocks };
void PrintTo(StoreKind kind, std::ostream* os);

inline const Party kEngagement{"engagement", "jobs-north"};
inline const Party kBroker{"broker", "first-steps"};
inline const Party kOtherBroker{"broker", "second-chance"};
inline const Party kCustody{"custody", "hmp-risley"};
inline const Party kProbation{"probation", "probation-manchester"};
inline const Party kOtherProbation{"probation", "south-probation"};
// Of the organisation that operates the service.
inline const Party kAdministrator{"administrator", kOperatorInTests};

template <typename Response>
struct Answer {
  grpc::Status status;
  Response response;
  bool ok() const { return status.ok(); }
  const Response* operator->() const { return &response; }
};

template <typename Response>
void PrintTo(const Answer<Response>&, std::ostream* os) {
  *os << "an answer";
}

using Metadata = std::vector<std::pair<std::string, std::string>>;

// Calls any method, of whatever kind, with one message of these bytes. The response is the bytes
// of the last message that came back.
Answer<std::string> CallRaw(const std::shared_ptr<grpc::Channel>& channel,
                            const std::string& method, const std::string& bytes,
                            const Metadata& metadata = {});

// That `party` calls: its token, its role and its organisation.
Metadata CallerMetadata(const Party& party);
// That `subject` calls, as `party`.
Metadata CallerMetadata(const std::string& subject, const Party& party);
// Says so in `context`.
void SetCaller(const Party& party, grpc::ClientContext& context);

// A server with callers.
//
//   TestServer server;
//   const auto created = server.Call(kBroker, &Candidates::CreateCandidate, request);
//   ASSERT_THAT(created, Succeeds());
//
// Its clock stands at noon on 2 June 2025 until it is moved; the store's moves with it.
class TestServer {
 public:
  // `wrap` may put another store in front of the real one.
  using Wrap = std::function<std::unique_ptr<storage::Store>(std::unique_ptr<storage::Store>)>;

  explicit TestServer(StoreKind kind = StoreKind::kMemory, Wrap wrap = nullptr);
  ~TestServer();

  storage::Store& store() { return *store_; }
  // The store's revision when the server had started: what it needs for itself, and the grants of
  // the parties above, are there.
  storage::Revision started_at() const { return started_at_; }
  void Advance(absl::Duration by) { offset_seconds_ += absl::ToInt64Seconds(by); }
  absl::Time Now() const;
  // Stops, closes the store, opens it again and starts. Not for a store in memory.
  void Restart();

  // Loads a small taxonomy and gazetteer: "skill/cook", "skill/clean", "occupation/chef",
  // "isco/5120"; "M13" and "LS1".
  void LoadReferenceData();

  // Calls a unary method as `party`, which must be allowed to see all of the answer.
  template <typename Stub, typename Request, typename Response>
  Answer<Response> Call(const Party& party,
                        grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                     Response*),
                        const Request& request) {
    return CallAs(SubjectOf(party), party, method, request);
  }
  // The same as `subject`, who acts as `party`.
  template <typename Stub, typename Request, typename Response>
  Answer<Response> CallAs(const std::string& subject, const Party& party,
                          grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                       Response*),
                          const Request& request) {
    grpc::ClientContext context;
    for (const auto& [key, value] : CallerMetadata(subject, party)) context.AddMetadata(key, value);
    Answer<Response> answer;
    answer.status = (stub<Stub>().*method)(&context, request, &answer.response);
    ExpectMaySee(party.role, party.organisation, answer.response);
    return answer;
  }

  template <typename Stub>
  Stub& stub() {
    return *std::get<std::unique_ptr<Stub>>(stubs_);
  }
  std::shared_ptr<grpc::Channel> channel() { return channel_; }

 private:
  void Start();

  const StoreKind kind_;
  const Wrap wrap_;
  TempDirectory directory_;
  std::atomic<std::int64_t> offset_seconds_ = 0;
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<services::Server> server_;
  storage::Revision started_at_ = 0;
  std::shared_ptr<grpc::Channel> channel_;
  std::tuple<std::unique_ptr<Access>, std::unique_ptr<Employers>, std::unique_ptr<Vacancies>,
             std::unique_ptr<Candidates>, std::unique_ptr<RiskPlans>, std::unique_ptr<Matches>,
             std::unique_ptr<Reference>>
      stubs_;
};

// For what must hold on every store:
//
//   class Employer : public OnEveryStore {};
//   ON_EVERY_STORE(Employer);
//   TEST_P(Employer, …) { server.Call(…) }
class OnEveryStore : public testing::TestWithParam<StoreKind> {
 protected:
  TestServer server{GetParam()};
};
#define ON_EVERY_STORE(Suite)                                                                     \
  INSTANTIATE_TEST_SUITE_P(Stores, Suite, testing::Values(StoreKind::kMemory, StoreKind::kRocks), \
                           testing::PrintToStringParamName())

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_TEST_SERVER_H_
