// Calls at once write to one number without a lock, inside a handler that gRPC calls. The thread
// sanitizer must end this program with its own status; a program that ends well was not watched.
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "throughgate/v1/match_service.grpc.pb.h"

namespace {

namespace v1 = throughgate::v1;

constexpr int kCallers = 4;
constexpr int kCallsEach = 200;

class Racing final : public v1::MatchService::Service {
 public:
  grpc::Status ExplainMatch(grpc::ServerContext*, const v1::ExplainMatchRequest*,
                            v1::ExplainMatchResponse*) override {
    ++calls_;
    return grpc::Status::OK;
  }
  long calls() const { return calls_; }

 private:
  long calls_ = 0;  // guarded by nothing
};

void CallInARow(int port, int caller) {
  grpc::ChannelArguments arguments;
  arguments.SetInt("caller", caller);  // a connection of its own
  const auto stub = v1::MatchService::NewStub(grpc::CreateCustomChannel(
      "127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials(), arguments));
  for (int i = 0; i < kCallsEach; ++i) {
    grpc::ClientContext context;
    v1::ExplainMatchResponse response;
    if (!stub->ExplainMatch(&context, {}, &response).ok()) std::abort();
  }
}

}  // namespace

int main() {
  Racing service;
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  std::vector<std::thread> callers;
  for (int i = 0; i < kCallers; ++i) callers.emplace_back(CallInARow, port, i);
  for (std::thread& caller : callers) caller.join();
  server->Shutdown();
  std::printf("%ld calls counted, and no race found\n", service.calls());
  return 0;
}
