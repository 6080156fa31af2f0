// Request ids: a call that is repeated happens once.
#include <thread>

#include "services/edge/mutation.h"
#include "services/edge/request_sweeper.h"
#include "storage/format/keys.h"
#include "tests/service/faulty_store.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

constexpr char kRequestId[] = "0f0d7c2e-2f5c-4d0e-9f1b-52a6d1a7c001";

v1::CreateEmployerRequest WithId(v1::CreateEmployerRequest request) {
  request.set_request_id(kRequestId);
  return request;
}

std::size_t RequestsKept(const TestServer& server) {
  return (*const_cast<TestServer&>(server).store().List(format::kRequestsPrefix, {}))
      .records.size();
}

class Idempotency : public OnEveryStore {
 protected:
  auto Create(const v1::CreateEmployerRequest& request, const Party& party = kEngagement) {
    return server.Call(party, &Employers::CreateEmployer, request);
  }
};
ON_EVERY_STORE(Idempotency);

TEST_P(Idempotency, TheSameIdAgainGivesTheSameResult) {
  const auto first = Create(WithId(EmployerRequest("acme")));
  ASSERT_THAT(first, Succeeds());
  const auto again = Create(WithId(EmployerRequest("acme")));
  ASSERT_THAT(again, Succeeds());
  EXPECT_THAT(again.response, Is(first.response));
  EXPECT_EQ(server.store().latest(), server.started_at() + 1);
}

TEST_P(Idempotency, TheResourceIsToldAsItIsNowWithTheRevisionOfThen) {
  const auto first = Create(WithId(EmployerRequest("acme")));
  const auto updated =
      server.Call(kEngagement, &Employers::UpdateEmployer, Parse<v1::UpdateEmployerRequest>(R"pb(
                    employer { name: "employers/acme" display_name: "Acme" }
                  )pb"));
  const auto again = Create(WithId(EmployerRequest("acme")));
  ASSERT_THAT(again, Succeeds());
  EXPECT_THAT(again->employer(), Is(updated->employer()));
  EXPECT_EQ(again->revision(), first->revision());
}

TEST_P(Idempotency, TheSameIdForSomethingElseIsRefused) {
  ASSERT_THAT(Create(WithId(EmployerRequest("acme"))), Succeeds());
  const auto other = Create(WithId(EmployerRequest("other")));
  EXPECT_THAT(other, Fails(StatusCode::ALREADY_EXISTS, "REQUEST_ID_REUSED"));
  EXPECT_EQ(Decode(other.status).metadata["request_id"], kRequestId);
  auto site = SiteRequest("employers/acme", "main");
  site.set_request_id(kRequestId);
  EXPECT_THAT(server.Call(kEngagement, &Employers::CreateSite, site),
              Fails(StatusCode::ALREADY_EXISTS, "REQUEST_ID_REUSED"));
  // Another organisation has its own.
  EXPECT_THAT(Create(WithId(EmployerRequest("other")), {"engagement", "jobs-south"}), Succeeds());
}

TEST_P(Idempotency, ARefusedRequestUsesNoId) {
  auto request = WithId(EmployerRequest("acme"));
  request.mutable_employer()->clear_display_name();
  EXPECT_THAT(Create(request), Refuses(Fields{"employer.display_name"}));
  request = WithId(EmployerRequest("acme"));
  request.set_validate_only(true);
  EXPECT_THAT(Create(request), Succeeds());
  EXPECT_EQ(RequestsKept(server), 0);
  EXPECT_THAT(Create(WithId(EmployerRequest("acme"))), Succeeds());
}

TEST_P(Idempotency, AnIdOfOurOwnMakingIsMadeOnce) {
  server.LoadReferenceData();
  auto request = CandidateRequest("");
  request.set_request_id(kRequestId);
  const auto first = server.Call(kBroker, &Candidates::CreateCandidate, request);
  const auto again = server.Call(kBroker, &Candidates::CreateCandidate, request);
  ASSERT_THAT(again, Succeeds());
  EXPECT_THAT(again.response, Is(first.response));
}

TEST_P(Idempotency, AnUpdateThatWasOvertakenIsNotRepeated) {
  ASSERT_THAT(Create(EmployerRequest("acme")), Succeeds());
  auto request = Parse<v1::UpdateEmployerRequest>(R"pb(
    employer { name: "employers/acme" display_name: "First" }
  )pb");
  request.set_request_id(kRequestId);
  ASSERT_THAT(server.Call(kEngagement, &Employers::UpdateEmployer, request), Succeeds());
  server.Call(kEngagement, &Employers::UpdateEmployer, Parse<v1::UpdateEmployerRequest>(R"pb(
                employer { name: "employers/acme" display_name: "Second" }
              )pb"));
  const auto again = server.Call(kEngagement, &Employers::UpdateEmployer, request);
  ASSERT_THAT(again, Succeeds());
  EXPECT_EQ(again->employer().display_name(), "Second");
}

TEST_P(Idempotency, ManyAtOnceHappenOnce) {
  constexpr int kCallers = 8;
  constexpr int kRounds = 20;
  for (int round = 0; round < kRounds; ++round) {
    auto request = EmployerRequest("acme-" + std::to_string(round));
    request.set_request_id("at-once-" + std::to_string(round));
    std::vector<std::thread> threads;
    std::vector<Answer<v1::CreateEmployerResponse>> answers(kCallers);
    for (auto& answer : answers) threads.emplace_back([&] { answer = Create(request); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& answer : answers) {
      ASSERT_THAT(answer, Succeeds());
      EXPECT_THAT(answer.response, Is(answers[0].response));
    }
  }
  EXPECT_EQ(server.store().latest(), server.started_at() + kRounds);
}

TEST_P(Idempotency, AnIdIsKeptSevenDays) {
  ASSERT_THAT(Create(WithId(EmployerRequest("acme"))), Succeeds());
  server.Advance(services::kRequestIdsKept);
  EXPECT_THAT(Create(WithId(EmployerRequest("other"))),
              Fails(StatusCode::ALREADY_EXISTS, "REQUEST_ID_REUSED"));
  server.Advance(absl::Seconds(1));
  EXPECT_THAT(Create(WithId(EmployerRequest("other"))), Succeeds());
}

TEST_P(Idempotency, OldIdsAreSweptAway) {
  const auto sweep = [&] {
    return services::SweepRequests(server.store(), server.Now(), [] { return false; });
  };
  constexpr int kOld = 120;
  for (int i = 0; i < kOld; ++i) {
    auto request = EmployerRequest("e" + std::to_string(i));
    request.set_request_id("request-" + std::to_string(i));
    ASSERT_THAT(Create(request), Succeeds());
  }
  ASSERT_OK(sweep());
  EXPECT_EQ(RequestsKept(server), kOld);
  server.Advance(services::kRequestIdsKept + absl::Seconds(1));
  ASSERT_THAT(Create(WithId(EmployerRequest("young"))), Succeeds());
  ASSERT_OK(sweep());
  EXPECT_EQ(RequestsKept(server), 1);
}

TEST(IdempotencyOnRocks, OutlivesARestart) {
  TestServer server(StoreKind::kRocks);
  const auto request = WithId(EmployerRequest("acme"));
  const auto first = server.Call(kEngagement, &Employers::CreateEmployer, request);
  ASSERT_THAT(first, Succeeds());
  server.Restart();
  const auto again = server.Call(kEngagement, &Employers::CreateEmployer, request);
  ASSERT_THAT(again, Succeeds());
  EXPECT_THAT(again.response, Is(first.response));
}

// A second call arrives when the first has decided and not yet committed. Each would make an id of
// its own: nothing but the request id keeps them from both being made.
TEST(IdempotencyWithFaults, TwoOfWhichNeitherSawTheOtherHappenOnce) {
  FaultyStore* store = nullptr;
  TestServer server(StoreKind::kMemory, [&](auto base) {
    auto faulty = std::make_unique<FaultyStore>(std::move(base));
    store = faulty.get();
    return faulty;
  });
  server.LoadReferenceData();
  auto request = CandidateRequest("");
  request.set_request_id(kRequestId);
  Answer<v1::CreateCandidateResponse> second;
  store->before_commit = [&] {
    store->before_commit = nullptr;
    second = server.Call(kBroker, &Candidates::CreateCandidate, request);
    return absl::OkStatus();
  };
  const auto first = server.Call(kBroker, &Candidates::CreateCandidate, request);
  ASSERT_THAT(first, Succeeds());
  ASSERT_THAT(second, Succeeds());
  EXPECT_THAT(first.response, Is(second.response));
}

// The device fails after it has written: the caller cannot know, and asks again.
TEST(IdempotencyWithFaults, AWriteOfUnknownFateIsMadeOnce) {
  FaultyStore* store = nullptr;
  TestServer server(StoreKind::kMemory, [&](auto base) {
    auto faulty = std::make_unique<FaultyStore>(std::move(base));
    store = faulty.get();
    return faulty;
  });
  store->after_commit = [] { return absl::UnavailableError("device gone: secret path"); };
  const auto request = WithId(EmployerRequest("acme"));
  const auto unknown = server.Call(kEngagement, &Employers::CreateEmployer, request);
  EXPECT_THAT(unknown, Fails(StatusCode::UNAVAILABLE, "STORE_UNAVAILABLE"));
  store->after_commit = nullptr;
  EXPECT_THAT(server.Call(kEngagement, &Employers::CreateEmployer, request), Succeeds());
  EXPECT_EQ(server.store().latest(), server.started_at() + 1);
}

}  // namespace
}  // namespace throughgate
