// Calls over loopback: FindVacancies against an empty unary call to the same server.
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "services/edge/backend.h"
#include "services/match_service.h"
#include "storage/feed/catalogue_feed.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/memory/memory_store.h"
#include "empty_service.grpc.pb.h"
#include "tests/bench/measure.h"
#include "tests/bench/synthetic.h"
#include "throughgate/v1/match_service.grpc.pb.h"

namespace throughgate::bench {
namespace {

constexpr int kClients = 8;

class EmptyService final : public v1::EmptyService::Service {
  grpc::Status Nothing(grpc::ServerContext*, const v1::NothingRequest*,
                       v1::NothingResponse*) override {
    return grpc::Status::OK;
  }
};

// Puts records into a store, as many as fit into each commit.
class Writer {
 public:
  explicit Writer(storage::Store& store) : store_(store) {}
  ~Writer() { Flush(); }

  template <class Part>
  void Put(const std::string& key, const Part& part) {
    std::string value = format::Encode(key, part);
    const std::size_t size = key.size() + value.size();
    if (pending_.writes.size() == storage::kCommitOperationsMax ||
        bytes_ + size > storage::kCommitBytesMax) {
      Flush();
    }
    bytes_ += size;
    pending_.writes.push_back({key, std::move(value)});
  }

 private:
  void Flush() {
    if (!pending_.writes.empty() && !store_.Commit(pending_).ok()) std::abort();
    pending_.writes.clear();
    bytes_ = 0;
  }

  storage::Store& store_;
  storage::Transaction pending_;
  std::size_t bytes_ = 0;
};

void PutReferenceData(const Synthetic& country, Writer& writer) {
  constexpr std::size_t kPerChunk = 1'000;
  format::TaxonomyManifest taxonomy{"1", "synthetic", "", 0};
  for (std::size_t at = 0; at < country.concepts().size(); at += kPerChunk) {
    const auto begin = country.concepts().begin() + static_cast<std::ptrdiff_t>(at);
    const auto count = std::min(kPerChunk, country.concepts().size() - at);
    writer.Put(format::TaxonomyChunkKey({"1", taxonomy.chunks++}),
               format::TaxonomyChunk{{begin, begin + static_cast<std::ptrdiff_t>(count)}});
  }
  writer.Put(format::TaxonomyManifestKey(), taxonomy);
  writer.Put(format::GazetteerChunkKey({"1", 0}), format::GazetteerChunk{country.districts()});
  writer.Put(format::GazetteerManifestKey(), format::GazetteerManifest{"1", "synthetic", 1});
}

void PutRecords(const Scale& scale, const Synthetic& country, Writer& writer) {
  const auto put = [&writer](const auto& record) {
    writer.Put(format::TermsKey(record.name), record.terms);
    writer.Put(format::DetailKey(record.name), record.detail);
  };
  for (std::size_t n = 0; n * Synthetic::kVacanciesPerEmployer < scale.stored; ++n) {
    put(country.EmployerAt(n));
    put(country.SiteAt(n));
  }
  for (std::size_t n = 0; n < scale.stored; ++n) put(country.VacancyAt(n));
  for (std::size_t n = 0; n < scale.served; ++n) {
    put(country.CandidateAt(n));
    const matcher::RiskPlan plan = country.PlanAt(n);
    writer.Put(format::RiskPlanKey(plan.candidate), plan.terms);
  }
}

// One client's calls in a row; the seconds of each.
template <class Call>
std::vector<double> CallInARow(std::size_t calls, Call call) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i < calls; ++i) seconds.push_back(Seconds([&] { call(i); }));
  return seconds;
}

// Calls per second with several clients at once.
template <class MakeCall>
double Throughput(std::size_t calls, MakeCall make_call) {
  const double seconds = Seconds([&] {
    std::vector<std::thread> clients;
    for (int c = 0; c < kClients; ++c) {
      clients.emplace_back([&, c] { CallInARow(calls, make_call(c)); });
    }
    for (std::thread& client : clients) client.join();
  });
  return static_cast<double>(calls) * kClients / seconds;
}

std::shared_ptr<grpc::Channel> Connect(int port, int client) {
  grpc::ChannelArguments arguments;
  arguments.SetInt("client", client);  // a connection of its own
  return grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(port),
                                   grpc::InsecureChannelCredentials(), arguments);
}

auto EmptyCall(int port, int client) {
  std::shared_ptr<v1::EmptyService::Stub> stub = v1::EmptyService::NewStub(Connect(port, client));
  return [stub](std::size_t) {
    grpc::ClientContext context;
    v1::NothingResponse response;
    if (!stub->Nothing(&context, {}, &response).ok()) std::abort();
  };
}

auto FindCall(int port, int client, const Scale& scale, const std::string& role) {
  using throughgate::v1::FindVacanciesRequest;
  using throughgate::v1::FindVacanciesResponse;
  std::shared_ptr<throughgate::v1::MatchService::Stub> stub =
      throughgate::v1::MatchService::NewStub(Connect(port, client));
  return [stub, &scale, role, client](std::size_t i) {
    const std::size_t candidate = (i * 7919 + static_cast<std::size_t>(client) * 31) % scale.served;
    grpc::ClientContext context;
    context.AddMetadata("throughgate-role", role);
    context.AddMetadata("throughgate-organisation", "broker-" + std::to_string(candidate % 50));
    FindVacanciesRequest request;
    request.set_candidate("candidates/candidate-" + std::to_string(candidate));
    FindVacanciesResponse response;
    const grpc::Status status = stub->FindVacancies(&context, request, &response);
    if (!status.ok()) {
      std::fprintf(stderr, "FindVacancies: %s\n", status.error_message().c_str());
      std::abort();
    }
  };
}

}  // namespace

void MeasureEndToEnd(const Scale& scale, Report& report) {
  report.Section("over loopback gRPC");
  const std::unique_ptr<storage::Store> store = storage::MakeMemoryStore();
  {
    const Synthetic country(scale.seed);
    Writer writer(*store);
    PutReferenceData(country, writer);
    PutRecords(scale, country, writer);
  }
  const auto feed = *storage::CatalogueFeed::Open(*store, [](const std::string&) {});
  const services::Backend backend{*store, *feed, absl::Now};
  services::MatchService matches(backend);
  EmptyService empty;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&matches);
  builder.RegisterService(&empty);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();

  CallInARow(scale.calls / 10, EmptyCall(port, 0));  // warms up
  const std::vector<double> nothing = CallInARow(scale.calls, EmptyCall(port, 0));
  const std::vector<double> shared =
      CallInARow(scale.calls / 10, FindCall(port, 0, scale, "broker"));
  const std::vector<double> full =
      CallInARow(scale.calls / 10, FindCall(port, 0, scale, "probation"));
  report.Add("empty_p50_us", Percentile(nothing, 50) * 1e6, "us",
             "empty unary call, the denominator");
  report.Add("e2e_shared_p50_us", Percentile(shared, 50) * 1e6, "us",
             "FindVacancies, k = 20, SHARED");
  report.Add("e2e_full_p50_us", Percentile(full, 50) * 1e6, "us", "the same in the FULL view");
  report.Add("e2e_to_empty_p50", Percentile(shared, 50) / Percentile(nothing, 50), "x", "medians");
  report.Add("e2e_to_empty_p99", Percentile(shared, 99) / Percentile(nothing, 99), "x",
             "99th percentiles");
  const double empty_rate = Throughput(scale.calls, [&](int c) { return EmptyCall(port, c); });
  const double find_rate =
      Throughput(scale.calls / 50, [&](int c) { return FindCall(port, c, scale, "broker"); });
  report.Add("qps8_to_empty", find_rate / empty_rate, "x",
             "calls per second with 8 clients, over empty ones");
  server->Shutdown();
}

}  // namespace throughgate::bench
