#include "tests/service/sealed_world.h"

#include <gtest/gtest.h>

#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "storage/format/keys.h"
#include "storage/format/records.h"
#include "storage/format/secret.h"
#include "storage/secrets/secrets.h"
#include "tests/service/samples.h"
#include "tests/service/sealed_changes.h"
#include "tests/service/wire.h"
#include "tests/support/dice.h"

namespace throughgate {
namespace {

using Random = std::mt19937_64;

const Party kProbations[] = {kProbation, {"probation", "probation-leeds"}};

// A store whose id is no luck.
class NamedStore final : public storage::Store {
 public:
  explicit NamedStore(std::unique_ptr<storage::Store> base) : base_(std::move(base)) {}

  std::string_view id() const override { return "0123456789abcdef"; }
  storage::Revision latest() const override { return base_->latest(); }
  absl::StatusOr<std::optional<storage::Record>> Get(std::string_view key,
                                                     storage::Revision revision) const override {
    return base_->Get(key, revision);
  }
  absl::StatusOr<storage::Page> List(std::string_view prefix, const storage::PageRequest& request,
                                     storage::Revision revision) const override {
    return base_->List(prefix, request, revision);
  }
  absl::StatusOr<storage::Revision> Commit(const storage::Transaction& transaction) override {
    return base_->Commit(transaction);
  }
  absl::StatusOr<std::unique_ptr<storage::Watcher>> Watch(storage::Revision after) override {
    return base_->Watch(after);
  }
  absl::StatusOr<bool> Compact(absl::Time horizon) override { return base_->Compact(horizon); }

 private:
  const std::unique_ptr<storage::Store> base_;
};

// With keys that are no luck either.
std::unique_ptr<storage::Store> WithKeys(std::unique_ptr<storage::Store> store) {
  for (const std::string_view name :
       {storage::kNoContactSecret, storage::kSharedAreasSecret, storage::kHandlesSecret}) {
    const std::string key = format::SecretKey({std::string(name)});
    const format::Secret secret{.key = std::string(format::kSecretBytes, name[0])};
    EXPECT_TRUE(store->Commit({.guards = {}, .writes = {{key, format::Encode(key, secret)}}}).ok());
  }
  return std::make_unique<NamedStore>(std::move(store));
}

// Puts in front of a new store one that has all that was ever committed to `original`, commit by
// commit, so that what was made by luck is the same.
TestServer::Wrap CopyOf(storage::Store& original) {
  return [&original](std::unique_ptr<storage::Store> store) -> std::unique_ptr<storage::Store> {
    const auto watcher = *original.Watch(0);
    while (store->latest() < original.latest()) {
      const storage::Change change = *watcher->Next(absl::InfiniteFuture());
      EXPECT_TRUE(store->Commit({.guards = {}, .writes = change.writes}).ok());
    }
    return std::make_unique<NamedStore>(std::move(store));
  };
}

std::string Plan(const std::string& candidate) { return candidate + "/riskPlan"; }

}  // namespace

SealedWorld::SealedWorld() : server_(StoreKind::kMemory, WithKeys) {
  LoadSamples(server_);
  AddEmployers();
  AddCandidates();
  Disclose();
}

SealedWorld::SealedWorld(SealedWorld& original)
    : server_(StoreKind::kMemory, CopyOf(original.server_.store())) {}

void SealedWorld::AddEmployers() {
  const auto add_vacancy = [&](const std::string& employer, const std::string& id,
                               const std::string& more, const std::vector<std::string>& sites) {
    auto request = VacancyRequest(employer, id);
    v1::Vacancy& vacancy = *request.mutable_vacancy();
    vacancy.clear_sites();
    for (const std::string& site : sites) vacancy.add_sites(site);
    vacancy.MergeFrom(Parse<v1::Vacancy>(more));
    ASSERT_THAT(server_.Call(kEngagement, &Vacancies::CreateVacancy, request), Succeeds());
  };
  for (const char* id : {"bolt", "elsewhere"}) {
    ASSERT_THAT(server_.Call(kEngagement, &Employers::CreateEmployer, EmployerRequest(id)),
                Succeeds());
  }
  for (std::size_t i = 1; i < std::size(kSealedSites); ++i) {
    const std::string name = kSealedSites[i];
    auto request = SiteRequest("employers/bolt", name.substr(name.rfind('/') + 1));
    request.mutable_site()->mutable_position()->set_latitude(kSealedPlaces[i][0]);
    request.mutable_site()->mutable_position()->set_longitude(kSealedPlaces[i][1]);
    ASSERT_THAT(server_.Call(kEngagement, &Employers::CreateSite, request), Succeeds());
  }
  add_vacancy("employers/acme", "night-cook",
              "shifts { windows { days: WEEKDAY_FRIDAY start: '22:00' end: '06:00' } }",
              {kSealedSites[0]});
  add_vacancy("employers/bolt", "stores", "attributes_present: WORK_ATTRIBUTE_STOCK",
              {kSealedSites[1]});
  add_vacancy("employers/bolt", "driver", "attributes_present: WORK_ATTRIBUTE_DRIVING",
              {kSealedSites[1], kSealedSites[2]});
}

void SealedWorld::AddCandidates() {
  for (const auto& [party, id] : {std::pair(kBroker, "second"), {kCustody, "inmate"}}) {
    ASSERT_THAT(server_.Call(party, &Candidates::CreateCandidate, CandidateRequest(id)),
                Succeeds());
    const std::string name = absl::StrCat("candidates/", id);
    for (const Party& probation : kProbations) LinkTo(server_, party, name, probation, id);
  }
  LinkTo(server_, kBroker, "candidates/first", kProbations[1], "first");
}

// Something of the plan of one of them is disclosed, and stays so whatever becomes of the plan.
void SealedWorld::Disclose() {
  ASSERT_THAT(
      server_.Call(kProbation, &RiskPlans::SetRiskPlan, RiskPlanRequest("candidates/second")),
      Succeeds());
  v1::SetSharedEffectsRequest share;
  *share.mutable_shared_effects() = Parse<v1::SharedEffects>(R"pb(
    name: "candidates/second/sharedEffects"
    attributes: WORK_ATTRIBUTE_DRIVING
    hours {
      days: [ WEEKDAY_MONDAY, WEEKDAY_TUESDAY, WEEKDAY_WEDNESDAY ]
      start: "08:00"
      end: "18:00"
    }
    areas { zone_id: "market" }
  )pb");
  ASSERT_THAT(server_.Call(kProbation, &RiskPlans::SetSharedEffects, share), Succeeds());
}

v1::RiskPlan SealedWorld::PlanOf(const std::string& candidate, const Party& reader) {
  v1::GetRiskPlanRequest get;
  get.set_name(Plan(candidate));
  v1::RiskPlan plan = server_.Call(reader, &RiskPlans::GetRiskPlan, get)->risk_plan();
  plan.set_name(Plan(candidate));
  return plan;
}

SealedChange SealedWorld::Change(Random& random) {
  SealedChange change;
  change.candidate = kSealedCandidates[dice::Below(random, std::size(kSealedCandidates))];
  const Party& party = kProbations[dice::Below(random, std::size(kProbations))];
  change.before = PlanOf(change.candidate, party);
  const auto call = [&](auto method, const auto& request, const std::string& what) {
    const auto answer = server_.Call(party, method, request);
    change.status = answer.status;
    change.what = absl::StrCat(what, " of ", change.candidate);
    change.after = answer->risk_plan();
  };
  const std::size_t method = change.before.etag().empty() ? 9 : dice::Below(random, 10);
  if (method == 0) {
    v1::SetZoneRequest request;
    request.set_name(Plan(change.candidate));
    *request.mutable_zone() = AnyZone(random, 1 + static_cast<int>(dice::Below(random, 3)));
    call(&RiskPlans::SetZone, request, "a zone");
  } else if (method == 1) {
    v1::SetWorkApprovalRequest request;
    request.set_name(Plan(change.candidate));
    *request.mutable_work_approval() = AnyApproval(random);
    call(&RiskPlans::SetWorkApproval, request, "an approval");
  } else if (method == 2) {
    v1::ReviewRiskPlanRequest request;
    request.set_name(Plan(change.candidate));
    *request.mutable_reviewed_on() = AnyReviewDay(random, change.before.reviewed_on());
    call(&RiskPlans::ReviewRiskPlan, request, "a review");
  } else {
    v1::SetRiskPlanRequest request;
    *request.mutable_risk_plan() = change.before;
    const std::string what = ChangePlan(random, *request.mutable_risk_plan());
    call(&RiskPlans::SetRiskPlan, request, what);
  }
  return change;
}

void SealedWorld::WriteElsewhere() {
  v1::UpdateEmployerRequest request;
  request.mutable_employer()->set_name("employers/elsewhere");
  request.mutable_employer()->set_display_name(absl::StrCat("Elsewhere ", ++writes_elsewhere_));
  request.mutable_update_mask()->add_paths("display_name");
  ASSERT_THAT(server_.Call(kEngagement, &Employers::UpdateEmployer, request), Succeeds());
}

Heard SealedWorld::AskInFull(const std::string& candidate) {
  auto request = std::make_shared<v1::ExplainMatchRequest>();
  request->set_candidate(candidate);
  request->set_vacancy(kSealedVacancies[0]);
  const Question question{kProbation, "/throughgate.v1.MatchService/ExplainMatch", request};
  return WithoutRevision(question, Ask(server_.channel(), question));
}

}  // namespace throughgate
