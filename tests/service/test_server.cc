#include "tests/service/test_server.h"

#include <grpcpp/generic/generic_stub.h>
#include <gtest/gtest.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/memory/memory_store.h"
#include "storage/rocks/rocks_store.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

std::unique_ptr<storage::Store> OpenStore(StoreKind kind, const std::string& path,
                                          std::function<absl::Time()> clock) {
  if (kind == StoreKind::kMemory) return storage::MakeMemoryStore({.clock = std::move(clock)});
  storage::RocksStoreOptions options;
  options.clock = std::move(clock);
  return *storage::OpenRocksStore(path, options);
}

// Each of whose roles somebody has.
std::vector<std::string> OrganisationsInTests() {
  std::vector<std::string> ids = {"somebody", "probation-leeds", "jobs-south"};
  for (const Party& party : {kEngagement, kBroker, kOtherBroker, kCustody, kProbation,
                             kOtherProbation, kAdministrator}) {
    ids.push_back(party.organisation);
  }
  for (int team = 0; team < 10; ++team) ids.push_back(absl::StrCat("team-", team));
  return ids;
}

}  // namespace

void PrintTo(StoreKind kind, std::ostream* os) {
  *os << (kind == StoreKind::kMemory ? "Memory" : "Rocks");
}

TestServer::TestServer(StoreKind kind, Wrap wrap) : kind_(kind), wrap_(std::move(wrap)) { Start(); }

TestServer::~TestServer() = default;

absl::Time TestServer::Now() const { return kStartInTests + absl::Seconds(offset_seconds_.load()); }

void TestServer::Start() {
  store_ = OpenStore(kind_, directory_.path("store"), [this] { return Now(); });
  if (wrap_) store_ = wrap_(std::move(store_));
  services::ServerOptions options;
  options.listen = "127.0.0.1:0";
  options.clock = [this] { return Now(); };
  options.trust = TrustInTests();
  GrantEveryRole(*store_, OrganisationsInTests(), kStartInTests);
  server_ = *services::Server::Start(*store_, options);
  started_at_ = store_->latest();
  channel_ = server_->InProcessChannel();
  stubs_ = {v1::AccessService::NewStub(channel_),   v1::EmployerService::NewStub(channel_),
            v1::VacancyService::NewStub(channel_),  v1::CandidateService::NewStub(channel_),
            v1::RiskPlanService::NewStub(channel_), v1::MatchService::NewStub(channel_),
            v1::ReferenceService::NewStub(channel_)};
}

void TestServer::Restart() {
  ASSERT_NE(kind_, StoreKind::kMemory);
  server_.reset();
  store_.reset();
  Start();
}

void TestServer::LoadReferenceData() {
  grpc::ClientContext taxonomy_context;
  SetCaller(kEngagement, taxonomy_context);
  v1::ImportTaxonomyResponse taxonomy;
  auto concepts = stub<Reference>().ImportTaxonomy(&taxonomy_context, &taxonomy);
  concepts->Write(Parse<v1::ImportTaxonomyRequest>(R"pb(
    taxonomy: "small-1"
    concepts { code: "isco/5120" kind: CONCEPT_KIND_OCCUPATION_GROUP label: "cooks" }
    concepts {
      code: "occupation/chef"
      kind: CONCEPT_KIND_OCCUPATION
      label: "chef"
      broader: "isco/5120"
      essential_skills: "skill/cook"
    }
    concepts { code: "skill/cook" kind: CONCEPT_KIND_SKILL label: "cook meals" }
    concepts { code: "skill/clean" kind: CONCEPT_KIND_SKILL label: "clean kitchens" }
  )pb"));
  concepts->WritesDone();
  ASSERT_TRUE(concepts->Finish().ok());

  grpc::ClientContext gazetteer_context;
  SetCaller(kEngagement, gazetteer_context);
  v1::ImportGazetteerResponse gazetteer;
  auto districts = stub<Reference>().ImportGazetteer(&gazetteer_context, &gazetteer);
  districts->Write(Parse<v1::ImportGazetteerRequest>(R"pb(
    gazetteer: "small-1"
    districts { code: "M13" latitude: 53.460 longitude: -2.214 uncertainty_m: 2000 }
    districts { code: "LS1" latitude: 53.798 longitude: -1.547 uncertainty_m: 1000 }
  )pb"));
  districts->WritesDone();
  ASSERT_TRUE(districts->Finish().ok());
}

Answer<std::string> CallRaw(const std::shared_ptr<grpc::Channel>& channel,
                            const std::string& method, const std::string& bytes,
                            const Metadata& metadata) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
  for (const auto& [key, value] : metadata) context.AddMetadata(key, value);
  grpc::CompletionQueue queue;
  const auto finished = [&queue] {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  };
  const auto call = grpc::GenericStub(channel).PrepareCall(&context, method, &queue);
  call->StartCall(&context);
  finished();
  const grpc::Slice message(bytes);
  call->WriteLast(grpc::ByteBuffer(&message, 1), {}, &context);
  finished();
  // The status comes after the messages.
  Answer<std::string> answer;
  grpc::ByteBuffer buffer;
  while (call->Read(&buffer, &context), finished()) {
    grpc::Slice slice;
    if (buffer.DumpToSingleSlice(&slice).ok()) {
      answer.response.assign(slice.begin(), slice.end());
    }
  }
  call->Finish(&answer.status, &context);
  finished();
  return answer;
}

Metadata CallerMetadata(const Party& party) { return CallerMetadata(SubjectOf(party), party); }

Metadata CallerMetadata(const std::string& subject, const Party& party) {
  Metadata metadata = {{"authorization", TokenOf(subject)}};
  if (!party.role.empty()) metadata.emplace_back("throughgate-role", party.role);
  if (!party.organisation.empty()) {
    metadata.emplace_back("throughgate-organisation", party.organisation);
  }
  return metadata;
}

void SetCaller(const Party& party, grpc::ClientContext& context) {
  for (const auto& [key, value] : CallerMetadata(party)) context.AddMetadata(key, value);
}

}  // namespace throughgate
