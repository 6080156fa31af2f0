#include "services/cli/commands/licence_import.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/files/whole_text.h"
#include "services/cli/licences/candidate_map.h"
#include "services/cli/licences/licence_file.h"
#include "services/cli/licences/licence_reader.h"
#include "services/cli/licences/licence_report.h"
#include "services/cli/licences/merge.h"
#include "services/cli/show/errors.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::RiskPlanService::Stub;
using Kind = LicenceOutcome::Kind;

constexpr int kAttemptsMax = 5;

// What ends the whole import, as against what is refused of one licence.
bool IsNoAnswer(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED ||
         status.error_code() == grpc::StatusCode::UNAUTHENTICATED ||
         status.error_code() == grpc::StatusCode::PERMISSION_DENIED;
}

// A plan that holds nothing but whose it is and under what supervision.
absl::StatusOr<v1::RiskPlan> NewPlan(const std::string& name, const Licence& licence) {
  if (licence.supervision == v1::SUPERVISION_UNSPECIFIED || !licence.approved_on ||
      !licence.starts_on) {
    return absl::FailedPreconditionError(
        "the candidate has no plan, and this does not say the supervision, when it was approved "
        "and when it begins. Set the plan first");
  }
  v1::RiskPlan plan;
  plan.set_name(name);
  plan.set_supervision(licence.supervision);
  *plan.mutable_release_on() = *licence.starts_on;
  *plan.mutable_reviewed_on() = *licence.approved_on;
  return plan;
}

// Merges one licence into its plan, as the server has it, and sends that back.
class PlanUpdate {
 public:
  // `count` is how often the file has the licence's candidate.
  PlanUpdate(Session& session, const LicenceImportOptions& options, const Licence& licence,
             int count, LicenceOutcome& outcome)
      : session_(session),
        options_(options),
        licence_(licence),
        stands_alone_(StandsAlone(licence, count)),
        hindrance_(WhatHindersLifting(licence, count)),
        outcome_(outcome) {}

  // What stopped the import; OK also when the server refused this licence.
  grpc::Status Run() {
    for (int attempt = 1;; ++attempt) {
      const grpc::Status status = Attempt();
      if (status.error_code() == grpc::StatusCode::ABORTED && attempt < kAttemptsMax) continue;
      if (status.ok() || IsNoAnswer(status)) return status;
      outcome_.kind = Kind::kRefused;
      outcome_.why = status.error_message();
      return grpc::Status::OK;
    }
  }

 private:
  grpc::Status Attempt() {
    v1::GetRiskPlanRequest get;
    get.set_name(absl::StrCat(outcome_.candidate, "/riskPlan"));
    v1::GetRiskPlanResponse got;
    const grpc::Status found = Call(session_, &Stub::GetRiskPlan, get, got);
    const bool is_new = found.error_code() == grpc::StatusCode::NOT_FOUND;
    if (!found.ok() && !is_new) return found;
    v1::SetRiskPlanRequest set;
    *set.mutable_risk_plan() = got.risk_plan();
    if (is_new) {
      absl::StatusOr<v1::RiskPlan> plan = NewPlan(get.name(), licence_);
      if (!plan.ok()) {
        return {grpc::StatusCode::FAILED_PRECONDITION, std::string(plan.status().message())};
      }
      *set.mutable_risk_plan() = *std::move(plan);
    }
    outcome_.counts = MergeLicence(
        licence_,
        {.stands_alone = stands_alone_, .lift_gone = options_.lift_gone && hindrance_.empty()},
        *set.mutable_risk_plan());
    outcome_.unread = StillToTell(licence_, set.risk_plan());
    if (options_.lift_gone) outcome_.counts.kept_because = hindrance_;
    if (!is_new && !outcome_.counts.any()) return Settle(Kind::kUnchanged, got.outstanding());
    set.set_validate_only(options_.dry_run);
    v1::SetRiskPlanResponse response;
    const grpc::Status status = Call(session_, &Stub::SetRiskPlan, set, response);
    if (!status.ok()) return status;
    return Settle(is_new ? Kind::kCreated : Kind::kUpdated, response.outstanding());
  }

  template <typename Outstanding>
  grpc::Status Settle(Kind kind, const Outstanding& outstanding) {
    outcome_.kind = kind;
    outcome_.outstanding.assign(outstanding.begin(), outstanding.end());
    return grpc::Status::OK;
  }

  Session& session_;
  const LicenceImportOptions& options_;
  const Licence& licence_;
  const bool stands_alone_;
  const std::string hindrance_;
  LicenceOutcome& outcome_;
};

// How often a file has each candidate, whether what it has of them can be read or not.
std::map<std::string, int> CountCandidates(const std::vector<nlohmann::json>& licences,
                                           const CandidateMap& candidates) {
  std::map<std::string, int> counts;
  for (const nlohmann::json& json : licences) {
    const absl::StatusOr<std::string> candidate = candidates.CandidateOf(WhoseLicence(json));
    if (candidate.ok()) ++counts[*candidate];
  }
  return counts;
}

void Show(Session& session, const LicenceOutcome& outcome) {
  session.out() << (session.options.json ? OutcomeJson(outcome) : OutcomeText(outcome));
}

// Whose licences a file has.
struct Whose {
  const CandidateMap& candidates;
  const std::map<std::string, int> counts;
};

// What came of the licence at `place`, from 1; nullopt when the import cannot go on.
std::optional<LicenceOutcome> ImportOne(Session& session, const LicenceImportOptions& options,
                                        const Whose& whose, const nlohmann::json& json,
                                        std::size_t place) {
  LicenceOutcome outcome;
  outcome.where = absl::StrCat("licence ", place);
  const absl::StatusOr<Licence> licence = ReadLicence(json);
  if (!licence.ok()) {
    outcome.why = std::string(licence.status().message());
    return outcome;
  }
  if (!licence->id.empty()) absl::StrAppend(&outcome.where, " (id ", licence->id, ")");
  const absl::StatusOr<std::string> candidate = whose.candidates.CandidateOf(*licence);
  if (!candidate.ok()) {
    outcome.why = std::string(candidate.status().message());
    return outcome;
  }
  outcome.candidate = *candidate;
  outcome.unread = licence->unread;
  const int count = whose.counts.at(*candidate);
  const grpc::Status status = PlanUpdate(session, options, *licence, count, outcome).Run();
  if (status.ok()) return outcome;
  ReportError(session.err(), status);
  return std::nullopt;
}

}  // namespace

ExitStatus ImportLicences(Session& session, const LicenceImportOptions& options) {
  CandidateMap candidates;
  if (!options.candidates.empty()) {
    absl::StatusOr<CandidateMap> read = CandidateMap::Open(options.candidates);
    if (!read.ok()) return ReportError(session.err(), read.status());
    candidates = *std::move(read);
  }
  const absl::StatusOr<std::string> text = ReadWholeText(options.file);
  if (!text.ok()) return ReportError(session.err(), text.status());
  const absl::StatusOr<std::vector<nlohmann::json>> licences = LicencesIn(*text);
  if (!licences.ok()) {
    return ReportError(session.err(), absl::InvalidArgumentError(absl::StrCat(
                                          options.file, ": ", licences.status().message())));
  }

  const Whose whose{candidates, CountCandidates(*licences, candidates)};
  std::vector<LicenceOutcome> outcomes;
  bool refused = false;
  for (const nlohmann::json& json : *licences) {
    std::optional<LicenceOutcome> outcome =
        ImportOne(session, options, whose, json, outcomes.size() + 1);
    if (!outcome) return ExitStatus::kCouldNotRun;
    Show(session, *outcome);
    refused = refused || outcome->kind == Kind::kRefused;
    outcomes.push_back(*std::move(outcome));
  }
  if (!session.options.json) session.out() << SummaryText(outcomes, options.dry_run);
  return refused ? ExitStatus::kRefused : ExitStatus::kDone;
}

}  // namespace throughgate::cli
