// What callers can make the server hold: how many streams, for how long, how many calls at once.
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/edge/streams.h"
#include "storage/memory/memory_store.h"
#include "tests/service/faulty_store.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/status_matchers.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::HasSubstr;

// An import of employers that a caller has open.
class OpenImport {
 public:
  // The deadline is one that no test gets to unless it says so.
  OpenImport(TestServer& server, const Party& party, bool dry_run = false,
             absl::Duration deadline = absl::Minutes(2)) {
    SetCaller(party, context_);
    context_.set_deadline(absl::ToChronoTime(absl::Now() + deadline));
    stream_ = server.stub<Employers>().ImportEmployers(&context_);
    v1::ImportEmployersRequest request;
    static std::atomic<int> imports = 0;
    request.mutable_header()->set_import_id(absl::StrCat("import-", ++imports));
    request.mutable_header()->set_dry_run(dry_run);
    stream_->Write(request);
    open_ = Answered();
  }
  ~OpenImport() {
    if (!open_) return;
    context_.TryCancel();
    stream_->Finish();
  }

  bool open() const { return open_; }
  // Sends a row and waits for what became of it; false when the stream has ended.
  bool Send() {
    v1::ImportEmployersRequest request;
    v1::ImportEmployersRow& row = *request.mutable_batch()->add_rows();
    row.set_row(++rows_);
    row.mutable_employer()->set_name("employers/acme");
    row.mutable_employer()->set_display_name("Acme");
    return stream_->Write(request) && Answered();
  }
  // Ends it; how it ended.
  grpc::Status End() {
    stream_->WritesDone();
    return AwaitEnd();
  }
  // How it ended, once it has.
  grpc::Status AwaitEnd() {
    open_ = false;
    while (Answered()) continue;
    return stream_->Finish();
  }

 private:
  bool Answered() {
    v1::ImportEmployersResponse response;
    return stream_->Read(&response);
  }

  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ImportEmployersRequest, v1::ImportEmployersResponse>>
      stream_;
  int rows_ = 0;
  bool open_ = false;
};

Party EngagementOf(int organisation) { return {"engagement", absl::StrCat("team-", organisation)}; }

auto IsLimited(const std::string& limit) {
  return testing::AllOf(Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"),
                        testing::Property(&grpc::Status::error_message, HasSubstr(limit)));
}

class OpenStreams : public testing::Test {
 protected:
  // As many as one organisation may have.
  std::vector<std::unique_ptr<OpenImport>> OpenAll(const Party& party, int count,
                                                   bool dry_run = false) {
    std::vector<std::unique_ptr<OpenImport>> all;
    for (int i = 0; i < count; ++i) {
      all.push_back(std::make_unique<OpenImport>(server_, party, dry_run));
      EXPECT_TRUE(all.back()->open());
    }
    return all;
  }
  // One more that is let in, be it after others have been noticed to be over.
  void ExpectRoomFor(const Party& party) {
    for (int i = 0; i < 1000; ++i) {
      OpenImport one(server_, party);
      if (one.open()) return;
      ASSERT_THAT(one.AwaitEnd(), IsLimited("at once"));
      absl::SleepFor(absl::Milliseconds(10));
    }
    ADD_FAILURE() << "no place became free";
  }

  TestServer server_;
};

TEST_F(OpenStreams, AreLimitedForEachOrganisation) {
  auto mine = OpenAll(kEngagement, services::kStreamLimit.of_one);
  OpenImport more(server_, kEngagement);
  ASSERT_FALSE(more.open());
  EXPECT_THAT(more.AwaitEnd(), IsLimited("More than 4 streams of one organisation at once"));
  v1::FindVacanciesBatchRequest batch;
  batch.add_candidates("candidates/first");
  const auto refused =
      CallRaw(server_.channel(), "/throughgate.v1.MatchService/FindVacanciesBatch",
              batch.SerializeAsString(), CallerMetadata({"broker", kEngagement.organisation}));
  EXPECT_THAT(refused.status, IsLimited("More than 4 streams of one organisation at once"));

  ExpectRoomFor(EngagementOf(1));
  EXPECT_TRUE(mine.back()->Send()) << "those that are open go on";
  EXPECT_TRUE(mine.back()->End().ok());
  ExpectRoomFor(kEngagement);
}

TEST_F(OpenStreams, AreLimitedInAll) {
  std::vector<std::vector<std::unique_ptr<OpenImport>>> all;
  const int organisations = services::kStreamLimit.in_all / services::kStreamLimit.of_one;
  for (int i = 0; i < organisations; ++i) {
    all.push_back(OpenAll(EngagementOf(i), services::kStreamLimit.of_one));
  }
  OpenImport more(server_, kEngagement);
  ASSERT_FALSE(more.open());
  EXPECT_THAT(more.AwaitEnd(), IsLimited("More than 16 streams at once"));
  all.pop_back();
  ExpectRoomFor(kEngagement);
}

TEST_F(OpenStreams, ThatAreDryRunsAreFewer) {
  const auto mine = OpenAll(kEngagement, services::kDryRunLimit.of_one, /*dry_run=*/true);
  OpenImport more(server_, kEngagement, /*dry_run=*/true);
  ASSERT_FALSE(more.open());
  EXPECT_THAT(more.AwaitEnd(), IsLimited("More than 2 dry runs of one organisation at once"));
  ExpectRoomFor(kEngagement);
}

TEST_F(OpenStreams, EndWithTheirDeadline) {
  {
    std::vector<std::unique_ptr<OpenImport>> all;
    for (int i = 0; i < services::kStreamLimit.of_one; ++i) {
      all.push_back(
          std::make_unique<OpenImport>(server_, kEngagement, false, absl::Milliseconds(300)));
    }
    for (const auto& one : all) {
      EXPECT_EQ(one->AwaitEnd().error_code(), StatusCode::DEADLINE_EXCEEDED);
    }
  }
  ExpectRoomFor(kEngagement);
}

TEST_F(OpenStreams, EndWhenTheirCallerHasGone) {
  OpenAll(kEngagement, services::kStreamLimit.of_one).clear();
  ExpectRoomFor(kEngagement);
}

// The clock is the test's.
TEST_F(OpenStreams, ThatStandStillAreCancelled) {
  const auto all = OpenAll(kEngagement, services::kStreamLimit.of_one);
  std::atomic<std::size_t> ended = 1;
  std::vector<std::thread> waiting;
  for (std::size_t i = 1; i < all.size(); ++i) {
    waiting.emplace_back([&, i] {
      EXPECT_EQ(all[i]->AwaitEnd().error_code(), StatusCode::CANCELLED);
      ++ended;
    });
  }
  // Time passes until each has been noticed: a stream may begin to wait later than it was opened.
  while (ended < all.size()) {
    server_.Advance(services::kStandstillMax / 2);
    EXPECT_TRUE(all[0]->Send()) << "it does not stand still";
    absl::SleepFor(absl::Milliseconds(100));
  }
  for (std::thread& one : waiting) one.join();
  EXPECT_TRUE(all[0]->Send());
  EXPECT_TRUE(all[0]->End().ok());
}

// Who asks for much and does not read it stands still as well.
TEST_F(OpenStreams, BatchesThatNobodyReadsAreCancelled) {
  v1::FindVacanciesBatchRequest request;
  for (int i = 0; i < 5'000; ++i) {
    request.add_candidates(absl::StrCat("candidates/nobody-of-this-name-", i));
  }
  grpc::ClientContext context;
  SetCaller(kBroker, context);
  context.set_deadline(absl::ToChronoTime(absl::Now() + absl::Minutes(2)));
  const auto batch = server_.stub<Matches>().FindVacanciesBatch(&context, request);
  v1::FindVacanciesBatchResponse row;
  ASSERT_TRUE(batch->Read(&row)) << "it has begun";
  // It is let run ahead so far, and no farther, and is looked at every second.
  for (int i = 0; i < 5; ++i) {
    absl::SleepFor(absl::Milliseconds(1'200));
    server_.Advance(2 * services::kStandstillMax);
  }
  absl::SleepFor(absl::Milliseconds(1'200));
  int read = 1;
  while (batch->Read(&row)) ++read;
  EXPECT_EQ(batch->Finish().error_code(), StatusCode::CANCELLED);
  EXPECT_LT(read, 5'000);
}

// A write that is held up in the store keeps its thread.
TEST(ManyCalls, AreRefusedBeyondTheThreadsAndNobodyElseIsHarmed) {
  constexpr int kThreads = 12;
  constexpr int kCallers = 30;
  std::atomic<bool> held = true;
  std::atomic<int> holding = 0;
  FaultyStore store(storage::MakeMemoryStore());
  ASSERT_OK_AND_ASSIGN(
      const auto server,
      services::Server::Start(
          store, {.listen = "127.0.0.1:0", .trust = TrustInTests(), .threads_max = kThreads}));
  GrantEveryRole(store, {kEngagement.organisation, kBroker.organisation}, absl::Now());
  ASSERT_OK(server->feed().AtLeast(store.latest(), absl::InfiniteFuture()));
  store.before_commit = [&] {
    ++holding;
    while (held) absl::SleepFor(absl::Milliseconds(1));
    return absl::OkStatus();
  };
  const auto channel = grpc::CreateChannel(server->address(), grpc::InsecureChannelCredentials());
  std::atomic<int> made = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> callers;
  const auto create = [&](const std::string& id) {
    grpc::ClientContext context;
    SetCaller(kEngagement, context);
    v1::CreateEmployerResponse response;
    return v1::EmployerService::NewStub(channel)->CreateEmployer(&context, EmployerRequest(id),
                                                                 &response);
  };
  for (int i = 0; i < kCallers; ++i) {
    callers.emplace_back([&, i] {
      const grpc::Status status = create(absl::StrCat("employer-", i));
      EXPECT_TRUE(status.ok() || status.error_code() == StatusCode::RESOURCE_EXHAUSTED)
          << status.error_message();
      ++(status.ok() ? made : refused);
    });
  }
  while (refused == 0 || holding + refused < kCallers) absl::SleepFor(absl::Milliseconds(1));
  EXPECT_LE(holding, kThreads);
  held = false;
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(made + refused, kCallers);
  EXPECT_GT(made, 0);
  EXPECT_TRUE(create("afterwards").ok());
}

}  // namespace
}  // namespace throughgate
