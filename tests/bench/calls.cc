#include "tests/bench/calls.h"

#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "absl/strings/str_cat.h"
#include "empty_service.grpc.pb.h"
#include "tests/bench/report.h"
#include "tests/support/country.h"
#include "tests/support/parties.h"
#include "throughgate/v1/match_service.grpc.pb.h"

namespace throughgate::bench {
namespace {

std::shared_ptr<grpc::Channel> Connect(int port, int client) {
  grpc::ChannelArguments arguments;
  arguments.SetInt("client", client);  // a connection of its own
  return grpc::CreateCustomChannel(absl::StrCat("127.0.0.1:", port),
                                   grpc::InsecureChannelCredentials(), arguments);
}

void StopUnlessOk(const grpc::Status& status, const char* call) {
  if (status.ok()) return;
  std::fprintf(stderr, "%s: %s\n", call, status.error_message().c_str());
  std::abort();
}

}  // namespace

Call EmptyCall(int port, int client) {
  std::shared_ptr<v1::EmptyService::Stub> stub = v1::EmptyService::NewStub(Connect(port, client));
  return [stub](std::size_t) {
    grpc::ClientContext context;
    v1::NothingResponse response;
    StopUnlessOk(stub->Nothing(&context, {}, &response), "Nothing");
  };
}

Call FindVacanciesCall(int port, int client, std::size_t askers, const std::string& role,
                       const std::string& named) {
  std::shared_ptr<throughgate::v1::MatchService::Stub> stub =
      throughgate::v1::MatchService::NewStub(Connect(port, client));
  return [stub, askers, role, named, client](std::size_t i) {
    const std::size_t candidate = (i * 7919 + static_cast<std::size_t>(client) * 31) % askers;
    grpc::ClientContext context;
    const Party party{role, Country::CustodianOf(candidate)};
    context.AddMetadata("authorization", TokenOf(SubjectOf(party)));
    context.AddMetadata("throughgate-role", role);
    context.AddMetadata("throughgate-organisation", party.organisation);
    throughgate::v1::FindVacanciesRequest request;
    request.set_candidate(absl::StrCat("candidates/", named, candidate));
    constexpr std::int64_t kNoon = 12 * 60 * 60;
    request.mutable_read_point()->mutable_as_of()->set_seconds(
        std::int64_t{kCountryToday.since_epoch} * 24 * 60 * 60 + kNoon);
    throughgate::v1::FindVacanciesResponse response;
    StopUnlessOk(stub->FindVacancies(&context, request, &response), "FindVacancies");
  };
}

std::vector<double> CallInARow(std::size_t first, std::size_t calls, const Call& call) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i < calls; ++i) seconds.push_back(Seconds([&] { call(first + i); }));
  return seconds;
}

double Throughput(int clients, std::size_t calls, const MakeCall& make_call) {
  std::vector<Call> made;
  for (int c = 0; c < clients; ++c) {
    made.push_back(make_call(c));
    made.back()(0);  // connects
  }
  const double seconds = Seconds([&] {
    std::vector<std::thread> threads;
    for (const Call& call : made) threads.emplace_back([&] { CallInARow(0, calls, call); });
    for (std::thread& thread : threads) thread.join();
  });
  return static_cast<double>(calls) * clients / seconds;
}

}  // namespace throughgate::bench
