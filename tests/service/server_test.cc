// Starting, serving, stopping.
#include "services/server.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <thread>

#include "absl/synchronization/notification.h"
#include "services/edge/loopback.h"
#include "services/edge/policy.h"
#include "storage/format/keys.h"
#include "storage/memory/memory_store.h"
#include "tests/service/faulty_store.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate::services {
namespace {

using testing::HasSubstr;

ServerOptions At(const std::string& address) {
  return {.listen = address, .trust = TrustInTests()};
}
const std::string kAnyPort = "127.0.0.1:0";

TEST(ServerStart, ListensInTheClearOnLoopbackOnly) {
  EXPECT_TRUE(IsLoopback("127.0.0.1:7443"));
  EXPECT_TRUE(IsLoopback("127.8.8.8:7443"));
  EXPECT_TRUE(IsLoopback("[::1]:7443"));
  const auto store = storage::MakeMemoryStore();
  for (const std::string address :
       {"0.0.0.0:7443", "[::]:7443", "192.168.0.1:7443", "example.org:7443", "127.example.org:7443",
        "127.0.0.1.example.org:7443", "unix:/tmp/socket", "127.0.0.1", "7443", ""}) {
    EXPECT_THAT(Server::Start(*store, At(address)),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("without TLS")))
        << address;
  }
}

TEST(ServerStart, SaysThatAnAddressIsTaken) {
  const auto store = storage::MakeMemoryStore();
  ASSERT_OK_AND_ASSIGN(const auto first, Server::Start(*store, At(kAnyPort)));
  EXPECT_THAT(Server::Start(*store, At(first->address())),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr(first->address())));
}

TEST(ServerStart, DoesNotServeAStoreThatItCannotRead) {
  const auto store = storage::MakeMemoryStore();
  ASSERT_OK(store->Commit(
      {.writes = {{format::TermsKey(matcher::EmployerName{"acme"}), "not a record"}}}));
  EXPECT_THAT(Server::Start(*store, At(kAnyPort)),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("acme")));
}

TEST(ServerStart, RefusesAMethodWithoutARowInTheTableOfRoles) {
  constexpr std::string_view kForgotten[] = {"grpc.reflection.v1alpha.ServerReflection"};
  EXPECT_THAT(CheckPolicy(kForgotten),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("ServerReflectionInfo")));
  constexpr std::string_view kSome[] = {"throughgate.v1.EmployerService"};
  EXPECT_THAT(CheckPolicy(kSome),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("rows without a method")));
}

class RunningServer : public testing::Test {
 protected:
  // Over a socket, as clients come.
  std::shared_ptr<grpc::Channel> Connect() {
    return grpc::CreateChannel(server_->address(), grpc::InsecureChannelCredentials());
  }

  const std::unique_ptr<storage::Store> store_ = storage::MakeMemoryStore();
  void SetUp() override {
    GrantEveryRole(*store_, {kEngagement.organisation}, absl::Now());
    ASSERT_OK(server_->feed().AtLeast(store_->latest(), absl::InfiniteFuture()));
  }

  const std::unique_ptr<Server> server_ = *Server::Start(*store_, At(kAnyPort));
};

TEST_F(RunningServer, SaysThatItServesWithoutAskingWhoAsks) {
  const auto health = CallRaw(Connect(), "/grpc.health.v1.Health/Check", "");
  ASSERT_THAT(health, Succeeds());
  EXPECT_EQ(health.response, "\x08\x01");  // status: SERVING
}

TEST_F(RunningServer, SaysThatItDoesNotServeOnceTheCatalogueStandsStill) {
  ASSERT_OK(store_->Commit(
      {.writes = {{format::TermsKey(matcher::EmployerName{"acme"}), "not a record"}}}));
  const auto channel = Connect();
  std::string status;
  for (int i = 0; i < 100 && status != "\x08\x02"; ++i) {
    absl::SleepFor(absl::Milliseconds(50));
    status = CallRaw(channel, "/grpc.health.v1.Health/Check", "").response;
  }
  EXPECT_EQ(status, "\x08\x02");  // status: NOT_SERVING
}

TEST_F(RunningServer, DescribesItself) {
  const std::string list_services("\x3a\x00", 2);
  const auto described = CallRaw(
      Connect(), "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", list_services);
  ASSERT_THAT(described, Succeeds());
  for (const char* service :
       {"AccessService", "EmployerService", "VacancyService", "CandidateService", "RiskPlanService",
        "MatchService", "ReferenceService"}) {
    EXPECT_THAT(described.response, HasSubstr(std::string("throughgate.v1.") + service));
  }
}

TEST_F(RunningServer, TakesNoMessageOfMoreThanFourMebibytes) {
  auto request = EmployerRequest("acme");
  request.mutable_employer()->set_display_name(std::string(5 << 20, 'a'));
  grpc::ClientContext context;
  SetCaller(kEngagement, context);
  v1::CreateEmployerResponse response;
  EXPECT_EQ(v1::EmployerService::NewStub(Connect())
                ->CreateEmployer(&context, request, &response)
                .error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

// A call is under way in a store that waits.
TEST(ServerStop, LetsCallsUnderWayEnd) {
  absl::Notification committing;
  absl::Notification go_on;
  FaultyStore store(storage::MakeMemoryStore());
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(store, At(kAnyPort)));
  GrantEveryRole(store, {kEngagement.organisation}, absl::Now());
  ASSERT_OK(server->feed().AtLeast(store.latest(), absl::InfiniteFuture()));
  const storage::Revision started_at = store.latest();
  store.before_commit = [&] {
    committing.Notify();
    go_on.WaitForNotification();
    return absl::OkStatus();
  };
  const auto channel = grpc::CreateChannel(server->address(), grpc::InsecureChannelCredentials());
  std::thread caller([&] {
    grpc::ClientContext context;
    SetCaller(kEngagement, context);
    v1::CreateEmployerResponse response;
    EXPECT_THAT(v1::EmployerService::NewStub(channel)->CreateEmployer(
                    &context, EmployerRequest("acme"), &response),
                Succeeds());
  });
  committing.WaitForNotification();
  std::thread stopper([&] { server->Stop(); });
  // Until nobody else is let in.
  while (CallRaw(grpc::CreateChannel(server->address(), grpc::InsecureChannelCredentials()),
                 "/grpc.health.v1.Health/Check", "")
             .ok()) {
  }
  go_on.Notify();
  caller.join();
  stopper.join();
  EXPECT_EQ(store.latest(), started_at + 1);
}

}  // namespace
}  // namespace throughgate::services
