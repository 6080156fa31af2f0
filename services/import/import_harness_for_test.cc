#include "services/import/import_harness_for_test.h"

namespace throughgate::services {
namespace {

constexpr char kTaxonomy[] = R"pb(
  taxonomy: "small-1"
  attribution: "Made up."
  concepts { code: "isco/9333" kind: CONCEPT_KIND_OCCUPATION_GROUP label: "Freight handlers" }
  concepts {
    code: "occupation/warehouse"
    kind: CONCEPT_KIND_OCCUPATION
    label: "warehouse worker"
    other_labels: "goods handler"
    broader: "isco/9333"
    essential_skills: "skill/forklift"
  }
  concepts {
    code: "occupation/mover"
    kind: CONCEPT_KIND_OCCUPATION
    label: "mover"
    broader: "isco/9333"
  }
  concepts { code: "occupation/chef" kind: CONCEPT_KIND_OCCUPATION label: "chef" }
  concepts { code: "skill/forklift" kind: CONCEPT_KIND_SKILL label: "operate forklift" }
  concepts { code: "skill/service" kind: CONCEPT_KIND_SKILL label: "customer service" }
)pb";

constexpr char kGazetteer[] = R"pb(
  gazetteer: "small-1"
  districts { code: "LS1" latitude: 53.80 longitude: -1.55 uncertainty_m: 1000 town: "Leeds" }
  districts { code: "LS2" latitude: 53.81 longitude: -1.55 uncertainty_m: 1000 town: "Leeds" }
  districts { code: "LS3" latitude: 53.82 longitude: -1.55 uncertainty_m: 1000 town: "Leeds" }
  districts { code: "NP20" latitude: 51.58 longitude: -3.0 uncertainty_m: 2000 town: "Newport" }
)pb";

// A `read` that gives one request after the other; `next` counts them.
template <class Request>
auto OneByOne(const std::vector<Request>& requests, std::size_t& next) {
  return [&](Request& request) {
    if (next == requests.size()) return false;
    request = requests[next++];
    return true;
  };
}

class HoldableWatcher : public storage::Watcher {
 public:
  HoldableWatcher(std::unique_ptr<storage::Watcher> base, const std::atomic<bool>& held)
      : base_(std::move(base)), held_(held) {}

  absl::StatusOr<storage::Change> Next(absl::Time deadline) override {
    absl::StatusOr<storage::Change> change = base_->Next(deadline);
    if (held_) return absl::DeadlineExceededError("held");
    return change;
  }

 private:
  std::unique_ptr<storage::Watcher> base_;
  const std::atomic<bool>& held_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<storage::Watcher>> HarnessStore::Watch(storage::Revision after) {
  auto watcher = base_->Watch(after);
  if (!watcher.ok()) return watcher;
  return std::make_unique<HoldableWatcher>(*std::move(watcher), held);
}

ImportHarness::ImportHarness() { Empty(); }

void ImportHarness::Empty() {
  feed_.reset();
  store.Empty();
  GrantEveryRole(store.base(), {"north-west", "south-west", "south-east"}, now);
  feed_ = *storage::CatalogueFeed::Open(store, [](const std::string&) {});
  backend_ = std::make_unique<Backend>(Backend{
      store, *feed_, [this] { return now; }, /*authenticator=*/nullptr,
      std::make_shared<const storage::Handles>(format::Secret{.key = std::string(32, 's')})});
}

ImportContext ImportHarness::Context() {
  caller_ = CallerOf(store.base(), {probation ? "probation" : "engagement", organisation});
  return {.backend = *backend_,
          .method = "an import",
          .caller = caller_,
          .deadline = absl::Now() + time_allowed,
          .should_stop = is_over};
}

absl::StatusOr<v1::ImportTaxonomyResponse> ImportHarness::SendTaxonomy(
    std::vector<v1::ImportTaxonomyRequest> requests) {
  std::size_t next = 0;
  const auto read = OneByOne(requests, next);
  return ImportTaxonomy(Context(), read);
}

absl::StatusOr<v1::ImportGazetteerResponse> ImportHarness::SendGazetteer(
    std::vector<v1::ImportGazetteerRequest> requests) {
  std::size_t next = 0;
  const auto read = OneByOne(requests, next);
  return ImportGazetteer(Context(), read);
}

absl::StatusOr<v1::ImportPremisesResponse> ImportHarness::SendPremises(
    std::vector<v1::ImportPremisesRequest> requests) {
  std::size_t next = 0;
  const auto read = OneByOne(requests, next);
  return ImportPremises(Context(), read);
}

absl::StatusOr<v1::ImportAreasResponse> ImportHarness::SendAreas(
    std::vector<v1::ImportAreasRequest> requests) {
  std::size_t next = 0;
  const auto read = OneByOne(requests, next);
  return ImportAreas(Context(), read);
}

void ImportHarness::LoadReferenceData() {
  ASSERT_OK(SendTaxonomy({Proto<v1::ImportTaxonomyRequest>(kTaxonomy)}));
  ASSERT_OK(SendGazetteer({Proto<v1::ImportGazetteerRequest>(kGazetteer)}));
}

}  // namespace throughgate::services
