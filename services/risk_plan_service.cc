#include "services/risk_plan_service.h"

#include <string>
#include <utility>
#include <vector>

#include "matcher/rules/suggestions.h"
#include "services/convert/dates.h"
#include "services/convert/disclosure.h"
#include "services/convert/risk_plan.h"
#include "services/convert/values.h"
#include "services/edge/kept_names.h"
#include "services/edge/serve.h"
#include "services/serve_import.h"

namespace throughgate::services {

using matcher::Candidate;
using matcher::CandidateEffects;
using matcher::RiskPlan;

namespace {

constexpr std::size_t kWorkApprovalsMax = 50;

v1::SharedEffects WriteEffects(const Stored<CandidateEffects>& stored) {
  v1::SharedEffects wire = WriteSharedEffects(stored.record.terms);
  wire.set_name(stored.record.candidate.SharedEffects());
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

// A plan is replaced whole: whoever has not read what is there could lose a zone of it.
void CheckReplaces(const matcher::RiskPlanTerms& stored, const matcher::RiskPlanTerms& plan,
                   const std::string& etag, const Field& at) {
  if (etag.empty()) at["etag"].Refuse("A plan is there already; read it and send its etag.");
  CheckReviewedSince(stored, plan, at["reviewed_on"]);
}

}  // namespace

grpc::Status RiskPlanService::GetRiskPlan(grpc::ServerContext* context,
                                          const v1::GetRiskPlanRequest* request,
                                          v1::GetRiskPlanResponse* response) {
  return Serve(*context, *request, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto name = ReadRiskPlanName(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto plan, ReadNow<RiskPlan>(backend_.store, name));
    *response->mutable_risk_plan() = WriteRiskPlan(plan);
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::SetRiskPlan(grpc::ServerContext* context,
                                          const v1::SetRiskPlanRequest* request,
                                          v1::SetRiskPlanResponse* response) {
  return Serve(*context, *request, [&](const Caller& caller) -> absl::Status {
    const v1::RiskPlan& wire = request->risk_plan();
    Violations violations;
    const Field field(violations);
    const Field at = field["risk_plan"];
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const auto candidate = ReadRiskPlanName(wire.name(), at["name"]);
    RiskPlan plan{.candidate = candidate,
                  .terms = ReadRiskPlan(wire, LondonDay(backend_.clock()), at)};
    plan.terms.supervised_by = caller.organisation;
    RETURN_IF_ERROR(ReadKeptNames(backend_.store, wire, at, plan.terms));
    RETURN_IF_ERROR(violations.status());
    const auto decide = [&](const Found<RiskPlan>& before, Edit& edit) -> absl::StatusOr<RiskPlan> {
      RETURN_IF_ERROR(RequireRecord<Candidate>(backend_, candidate, edit));
      RETURN_IF_ERROR(CheckEtag(wire.etag(), before, candidate.RiskPlan()));
      if (before) CheckReplaces(before->record.terms, plan.terms, wire.etag(), at);
      RETURN_IF_ERROR(violations.status());
      // A plan that is replaced keeps its approvals: SetWorkApproval alone gives and replaces them.
      if (before) plan.terms.work_approvals = before->record.terms.work_approvals;
      return plan;
    };
    ASSIGN_OR_RETURN(const auto written, Put<RiskPlan>(backend_, write, candidate, decide));
    *response->mutable_risk_plan() = WriteRiskPlan(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::ReviewRiskPlan(grpc::ServerContext* context,
                                             const v1::ReviewRiskPlanRequest* request,
                                             v1::ReviewRiskPlanResponse* response) {
  return Serve(*context, *request, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = request->etag();
    const auto candidate = ReadRiskPlanName(request->name(), field["name"]);
    const matcher::Day day = ReadReviewDay(request->has_reviewed_on(), request->reviewed_on(),
                                           LondonDay(backend_.clock()), field["reviewed_on"]);
    RETURN_IF_ERROR(violations.status());
    const auto change = [&](RiskPlan& plan) {
      if (day < plan.terms.reviewed_on) field["reviewed_on"].Refuse("Is before the last review.");
      plan.terms.reviewed_on = day;
      return violations.status();
    };
    ASSIGN_OR_RETURN(const auto written, Update<RiskPlan>(backend_, write, candidate, change));
    *response->mutable_risk_plan() = WriteRiskPlan(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::SetWorkApproval(grpc::ServerContext* context,
                                              const v1::SetWorkApprovalRequest* request,
                                              v1::SetWorkApprovalResponse* response) {
  return Serve(*context, *request, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    write.etag = request->etag();
    const auto candidate = ReadRiskPlanName(request->name(), field["name"]);
    const Field at = field["work_approval"];
    const matcher::WorkApproval approval =
        ReadWorkApproval(request->work_approval(), LondonDay(backend_.clock()), at);
    RETURN_IF_ERROR(violations.status());
    const auto change = [&](RiskPlan& plan) {
      std::vector<matcher::WorkApproval>& all = plan.terms.work_approvals;
      std::erase_if(all, [&](const auto& standing) { return standing.id == approval.id; });
      CheckCount(all.size() + 1, kWorkApprovalsMax, at);
      all.push_back(approval);
      return violations.status();
    };
    const auto require = [&](const RiskPlan&, Edit& edit) -> absl::Status {
      if (!approval.vacancy) return absl::OkStatus();
      return RequireRecord<matcher::Vacancy>(backend_, *approval.vacancy, edit);
    };
    ASSIGN_OR_RETURN(const auto written,
                     Update<RiskPlan>(backend_, write, candidate, change, require));
    *response->mutable_risk_plan() = WriteRiskPlan(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::GetSharedEffects(grpc::ServerContext* context,
                                               const v1::GetSharedEffectsRequest* request,
                                               v1::GetSharedEffectsResponse* response) {
  return Serve(*context, *request, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto candidate = ReadSharedEffectsName(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto known, Find<Candidate>(backend_.store, candidate));
    if (!known) return NotFound(candidate.ToString());
    ASSIGN_OR_RETURN(const auto effects, Find<CandidateEffects>(backend_.store, candidate));
    *response->mutable_shared_effects() =
        WriteEffects(effects.value_or(Stored<CandidateEffects>{{candidate, {}}, {}}));
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::SetSharedEffects(grpc::ServerContext* context,
                                               const v1::SetSharedEffectsRequest* request,
                                               v1::SetSharedEffectsResponse* response) {
  return Serve(*context, *request, [&](const Caller& caller) -> absl::Status {
    const v1::SharedEffects& wire = request->shared_effects();
    Violations violations;
    const Field field(violations);
    const WriteRequest write = WriteRequestOf(*context, caller, *request, field);
    const Field at = field["shared_effects"];
    const auto candidate = ReadSharedEffectsName(wire.name(), at["name"]);
    RETURN_IF_ERROR(violations.status());
    const auto decide = [&](const Found<CandidateEffects>& before,
                            Edit& edit) -> absl::StatusOr<CandidateEffects> {
      RETURN_IF_ERROR(CheckEtag(wire.etag(), before, candidate.SharedEffects()));
      if (before && wire.etag().empty()) {
        at["etag"].Refuse("Something is disclosed already; read it and send its etag.");
      }
      ASSIGN_OR_RETURN(const auto plan, Read<RiskPlan>(backend_.store, candidate));
      edit.Require(plan);
      ASSIGN_OR_RETURN(matcher::SharedEffects effects,
                       ReadEffects(backend_.store, plan.record, wire, at));
      RETURN_IF_ERROR(violations.status());
      return CandidateEffects{candidate, std::move(effects)};
    };
    ASSIGN_OR_RETURN(const auto written, Put<CandidateEffects>(backend_, write, candidate, decide));
    *response->mutable_shared_effects() = WriteEffects(written.stored);
    SetRevision(backend_, written, *response);
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::SuggestSharedEffects(grpc::ServerContext* context,
                                                   const v1::SuggestSharedEffectsRequest* request,
                                                   v1::SuggestSharedEffectsResponse* response) {
  return Serve(*context, *request, [&](const Caller&) -> absl::Status {
    Violations violations;
    const auto candidate = ReadSharedEffectsName(request->name(), Field(violations)["name"]);
    RETURN_IF_ERROR(violations.status());
    ASSIGN_OR_RETURN(const auto plan, Read<RiskPlan>(backend_.store, candidate));
    const matcher::Day today = LondonDay(backend_.clock());
    for (const matcher::Suggestion& one : SuggestEffects(plan.record.terms, today)) {
      v1::SharedEffectSuggestion& entry = *response->add_suggestions();
      *entry.mutable_effects() = WriteSharedEffects(one.effects);
      entry.mutable_effects()->set_name(candidate.SharedEffects());
      if (!one.zone.empty()) entry.mutable_effects()->add_areas()->set_zone_id(one.zone);
      entry.set_reveals(one.reveals);
    }
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::ImportRiskPlans(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportRiskPlansResponse, v1::ImportRiskPlansRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportRiskPlans);
}

}  // namespace throughgate::services
