#include "services/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "services/access_service.h"
#include "services/candidate_service.h"
#include "services/convert/dates.h"
#include "services/edge/log.h"
#include "services/edge/loopback.h"
#include "services/edge/policy.h"
#include "services/edge/status_macros.h"
#include "services/employer_service.h"
#include "services/match_service.h"
#include "services/reference_service.h"
#include "services/risk_plan_service.h"
#include "services/vacancy_service.h"
#include "storage/secrets/secrets.h"

namespace throughgate::services {
namespace {

constexpr int kMessageBytesMax = 4 << 20;
constexpr int kMetadataBytesMax = 16 << 10;
constexpr int kKeepaliveMs = 120'000;
constexpr int kKeepaliveTimeoutMs = 20'000;
constexpr int kClientPingEveryMs = 30'000;
// Certificates are looked at when a connection begins; so long a revoked one goes on.
constexpr int kConnectionAgeMs = 3'600'000;
// On one connection; the client lets more wait.
constexpr int kCallsPerConnectionMax = 100;
// That a queue of calls waits with, and that calls of it run on.
constexpr int kThreadsPerQueueMin = 8;
// What has been received and not yet read, or written and not yet sent, of all calls together.
constexpr std::size_t kBuffersBytesMax = std::size_t{512} << 20;

// Beyond either limit gRPC refuses calls with RESOURCE_EXHAUSTED. It wants at least one thread for
// each of its queues, of which it makes one for each processor if it is left to it.
void LimitResources(int threads_max, grpc::ServerBuilder& builder) {
  grpc::ResourceQuota quota("throughgate");
  quota.Resize(kBuffersBytesMax);
  quota.SetMaxThreads(threads_max);
  builder.SetResourceQuota(quota);
  const int processors = static_cast<int>(std::thread::hardware_concurrency());
  builder.SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::NUM_CQS,
                              std::clamp(processors, 1, threads_max / kThreadsPerQueueMin));
}

void Configure(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMessageBytesMax);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kCallsPerConnectionMax);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMetadataBytesMax);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             kClientPingEveryMs);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, kConnectionAgeMs);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, kConnectionAgeMs);
  // Two servers on one port would share the calls between two stores.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

}  // namespace

struct Server::Services {
  explicit Services(const Backend& backend)
      : access(backend),
        employer(backend),
        vacancy(backend),
        candidate(backend),
        risk_plan(backend),
        match(backend),
        reference(backend) {}

  std::vector<grpc::Service*> all() {
    return {&access, &employer, &vacancy, &candidate, &risk_plan, &match, &reference};
  }

  AccessService access;
  EmployerService employer;
  VacancyService vacancy;
  CandidateService candidate;
  RiskPlanService risk_plan;
  MatchService match;
  ReferenceService reference;
};

absl::StatusOr<std::unique_ptr<Server>> Server::Start(storage::Store& store,
                                                      const ServerOptions& options) {
  constexpr std::string_view kServices[] = {
      v1::AccessService::service_full_name(),   v1::EmployerService::service_full_name(),
      v1::VacancyService::service_full_name(),  v1::CandidateService::service_full_name(),
      v1::RiskPlanService::service_full_name(), v1::MatchService::service_full_name(),
      v1::ReferenceService::service_full_name()};
  assert(options.trust.authenticator != nullptr);
  // Nothing that is secret goes over a network in the clear.
  if (options.trust.credentials == nullptr && !IsLoopback(options.listen)) {
    return absl::InvalidArgumentError("cannot listen on " + options.listen + " without TLS");
  }
  RETURN_IF_ERROR(CheckPolicy(kServices));
  RETURN_IF_ERROR(CheckTimeZone());
  const auto report = [](const std::string& words) { Log(words); };
  RETURN_IF_ERROR(storage::EnsureSecrets(store, report));
  if (options.first_administrator) {
    RETURN_IF_ERROR(
        EnsureFirstAdministrator(store, *options.first_administrator, options.clock(), report));
  }
  ASSIGN_OR_RETURN(const format::Secret secret,
                   storage::ReadSecret(store, storage::kHandlesSecret));
  ASSIGN_OR_RETURN(auto feed, storage::CatalogueFeed::Open(store, report));
  auto server = absl::WrapUnique(new Server(store, options, std::move(feed), secret));
  RETURN_IF_ERROR(server->Listen());
  return server;
}

Server::Server(storage::Store& store, const ServerOptions& options,
               std::unique_ptr<storage::CatalogueFeed> feed, const format::Secret& handles)
    : options_(options),
      feed_(std::move(feed)),
      backend_{store, *feed_, options.clock, options.trust.authenticator.get(),
               std::make_shared<const storage::Handles>(handles)},
      services_(std::make_unique<Services>(backend_)) {}

absl::Status Server::Listen() {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::ServerBuilder builder;
  Configure(builder);
  LimitResources(options_.threads_max, builder);
  int port = 0;
  builder.AddListeningPort(
      options_.listen,
      options_.trust.credentials ? options_.trust.credentials : grpc::InsecureServerCredentials(),
      &port);
  for (grpc::Service* service : services_->all()) builder.RegisterService(service);
  server_ = builder.BuildAndStart();
  if (server_ == nullptr) {
    return absl::UnavailableError("cannot listen on " + options_.listen +
                                  ": another program has the port, or it is not allowed");
  }
  address_ = SplitAddress(options_.listen).first + ":" + std::to_string(port);
  grpc::HealthCheckServiceInterface* health = server_->GetHealthCheckService();
  maintenance_.emplace(backend_, [health](bool serving) { health->SetServingStatus(serving); });
  return absl::OkStatus();
}

std::shared_ptr<grpc::Channel> Server::InProcessChannel() { return server_->InProcessChannel({}); }

void Server::Stop() {
  if (server_ == nullptr) return;
  maintenance_.reset();
  server_->GetHealthCheckService()->Shutdown();
  server_->Shutdown(absl::ToChronoTime(absl::Now() + options_.drain));
  server_.reset();
}

Server::~Server() { Stop(); }

}  // namespace throughgate::services
