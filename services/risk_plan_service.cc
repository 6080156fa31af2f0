#include "services/risk_plan_service.h"

#include <string>

#include "services/convert/dates.h"
#include "services/convert/risk_plan.h"
#include "services/edge/serve.h"
#include "services/serve_import.h"

namespace throughgate::services {

using matcher::Candidate;
using matcher::RiskPlan;

namespace {

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
    RETURN_IF_ERROR(violations.status());
    const auto decide = [&](const Found<RiskPlan>& before, Edit& edit) -> absl::StatusOr<RiskPlan> {
      RETURN_IF_ERROR(RequireRecord<Candidate>(backend_, candidate, edit));
      RETURN_IF_ERROR(CheckEtag(wire.etag(), before, candidate.RiskPlan()));
      if (before) CheckReplaces(before->record.terms, plan.terms, wire.etag(), at);
      RETURN_IF_ERROR(violations.status());
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

grpc::Status RiskPlanService::ImportRiskPlans(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportRiskPlansResponse, v1::ImportRiskPlansRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportRiskPlans);
}

}  // namespace throughgate::services
