#include "services/risk_plan_service.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/rules/suggestions.h"
#include "services/convert/dates.h"
#include "services/convert/disclosure.h"
#include "services/convert/due_cursor.h"
#include "services/convert/outstanding.h"
#include "services/convert/personal_data.h"
#include "services/convert/risk_plan.h"
#include "services/convert/values.h"
#include "services/convert/zone.h"
#include "services/due_plans.h"
#include "services/edge/caseload.h"
#include "services/edge/corrections.h"
#include "services/edge/named_areas.h"
#include "services/edge/opening.h"
#include "services/edge/serve_named.h"
#include "services/edge/shared_effects.h"
#include "services/edge/stated_plan.h"
#include "services/serve_import.h"

namespace throughgate::services {

using matcher::Candidate;
using matcher::CandidateEffects;
using matcher::RiskPlan;

namespace {

constexpr std::int32_t kWithinDaysMax = 366;

v1::SharedEffects WriteEffects(const Stored<CandidateEffects>& stored) {
  v1::SharedEffects wire = WriteSharedEffects(stored.record.terms);
  wire.set_name(stored.record.candidate.SharedEffects());
  wire.set_etag(FormatEtag(stored.versions));
  return wire;
}

}  // namespace

grpc::Status RiskPlanService::GetRiskPlan(grpc::ServerContext* context,
                                          const v1::GetRiskPlanRequest* request,
                                          v1::GetRiskPlanResponse* response) {
  return ServeNamed(backend_, *context, *request, *response,
                    [&](const Caller&, const v1::GetRiskPlanRequest& request) -> absl::Status {
                      Violations violations;
                      const auto name = ReadRiskPlanName(request.name(), Field(violations)["name"]);
                      RETURN_IF_ERROR(violations.status());
                      ASSIGN_OR_RETURN(const auto plan, ReadNow<RiskPlan>(backend_.store, name));
                      *response->mutable_risk_plan() = WriteRiskPlan(plan);
                      *response->mutable_outstanding() =
                          WriteOutstanding(plan.record.terms, LondonDay(backend_.clock()));
                      return absl::OkStatus();
                    });
}

grpc::Status RiskPlanService::SetRiskPlan(grpc::ServerContext* context,
                                          const v1::SetRiskPlanRequest* request,
                                          v1::SetRiskPlanResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::SetRiskPlanRequest& request) -> absl::Status {
        const v1::RiskPlan& wire = request.risk_plan();
        Violations violations;
        const Field field(violations);
        const Field at = field["risk_plan"];
        const WriteRequest write = WriteRequestOf(*context, caller, request, field);
        const matcher::Day today = LondonDay(backend_.clock());
        ASSIGN_OR_RETURN(RiskPlan plan,
                         ReadStatedPlan(backend_.store, wire, caller.organisation, today, at));
        const matcher::CandidateName& candidate = plan.candidate;
        RETURN_IF_ERROR(violations.status());
        const auto decide = [&](const Found<RiskPlan>& before,
                                Edit& edit) -> absl::StatusOr<RiskPlan> {
          RETURN_IF_ERROR(RequireRecord<Candidate>(backend_, candidate, edit));
          RETURN_IF_ERROR(CheckEtag(wire.etag(), before, candidate.RiskPlan()));
          // A plan is replaced whole: whoever has not read what is there could lose a zone of it.
          if (before && wire.etag().empty()) {
            at["etag"].Refuse("A plan is there already; read it and send its etag.");
          }
          RETURN_IF_ERROR(Replace(backend_.store, before, wire, at, plan));
          RETURN_IF_ERROR(violations.status());
          NoteCorrection(before ? before->record : RiskPlan(), plan, today);
          return plan;
        };
        ASSIGN_OR_RETURN(const auto written, Put<RiskPlan>(backend_, write, candidate, decide));
        *response->mutable_risk_plan() = WriteRiskPlan(written.stored);
        *response->mutable_outstanding() = WriteOutstanding(written.stored.record.terms, today);
        SetRevision(backend_, written, *response);
        return absl::OkStatus();
      });
}

grpc::Status RiskPlanService::ReviewRiskPlan(grpc::ServerContext* context,
                                             const v1::ReviewRiskPlanRequest* request,
                                             v1::ReviewRiskPlanResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::ReviewRiskPlanRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        WriteRequest write = WriteRequestOf(*context, caller, request, field);
        write.etag = request.etag();
        const auto candidate = ReadRiskPlanName(request.name(), field["name"]);
        const matcher::Day today = LondonDay(backend_.clock());
        const matcher::Day day = ReadReviewDay(request.has_reviewed_on(), request.reviewed_on(),
                                               today, field["reviewed_on"]);
        RETURN_IF_ERROR(violations.status());
        const auto change = [&](RiskPlan& plan) {
          if (day < plan.terms.reviewed_on)
            field["reviewed_on"].Refuse("Is before the last review.");
          const RiskPlan before = plan;
          plan.terms.reviewed_on = day;
          NoteCorrection(before, plan, today);
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
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::SetWorkApprovalRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        const WriteRequest write = WriteRequestOf(*context, caller, request, field);
        const auto candidate = ReadRiskPlanName(request.name(), field["name"]);
        const Field at = field["work_approval"];
        const matcher::Day today = LondonDay(backend_.clock());
        RETURN_IF_ERROR(RefusePersonalDataInPlan(request.work_approval(), "work_approval"));
        const matcher::WorkApproval approval = ReadWorkApproval(request.work_approval(), today, at);
        RETURN_IF_ERROR(violations.status());
        const auto decide = [&](const Found<RiskPlan>& before,
                                Edit& edit) -> absl::StatusOr<RiskPlan> {
          if (!before) return NotFound(candidate.RiskPlan());
          RETURN_IF_ERROR(CheckEtag(request.etag(), before, candidate.RiskPlan()));
          RiskPlan plan = before->record;
          PutWorkApproval(approval, today, at, plan.terms.work_approvals);
          RETURN_IF_ERROR(violations.status());
          if (approval.vacancy) {
            RETURN_IF_ERROR(RequireRecord<matcher::Vacancy>(backend_, *approval.vacancy, edit));
          }
          return plan;
        };
        ASSIGN_OR_RETURN(const auto written, Put<RiskPlan>(backend_, write, candidate, decide));
        *response->mutable_risk_plan() = WriteRiskPlan(written.stored);
        SetRevision(backend_, written, *response);
        return absl::OkStatus();
      });
}

grpc::Status RiskPlanService::SetZone(grpc::ServerContext* context,
                                      const v1::SetZoneRequest* request,
                                      v1::SetZoneResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::SetZoneRequest& request) -> absl::Status {
        Violations violations;
        const Field field(violations);
        WriteRequest write = WriteRequestOf(*context, caller, request, field);
        write.etag = request.etag();
        const auto candidate = ReadRiskPlanName(request.name(), field["name"]);
        const Field at = field["zone"];
        const matcher::Day today = LondonDay(backend_.clock());
        RETURN_IF_ERROR(RefusePersonalDataInPlan(request.zone(), "zone"));
        v1::Zone wire = request.zone();
        if (wire.shape_case() == v1::Zone::SHAPE_NOT_SET && !wire.named_area().empty()) {
          RETURN_IF_ERROR(FillShape(backend_, at, wire));
          RETURN_IF_ERROR(violations.status());
        }
        const matcher::Zone zone = ReadZone(wire, at);
        RETURN_IF_ERROR(violations.status());
        const auto change = [&](RiskPlan& plan) {
          const RiskPlan before = plan;
          std::vector<matcher::Zone>& all = plan.terms.zones;
          const auto standing = std::ranges::find(all, zone.id, &matcher::Zone::id);
          if (standing != all.end()) {
            *standing = zone;
          } else if (CheckCount(all.size() + 1, kZonesMax, at)) {
            all.push_back(zone);
          }
          CheckZoneVertices(all, at);
          NoteCorrection(before, plan, today);
          return violations.status();
        };
        ASSIGN_OR_RETURN(const auto written, Update<RiskPlan>(backend_, write, candidate, change));
        *response->mutable_risk_plan() = WriteRiskPlan(written.stored);
        SetRevision(backend_, written, *response);
        return absl::OkStatus();
      });
}

grpc::Status RiskPlanService::GetSharedEffects(grpc::ServerContext* context,
                                               const v1::GetSharedEffectsRequest* request,
                                               v1::GetSharedEffectsResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller&, const v1::GetSharedEffectsRequest& request) -> absl::Status {
        Violations violations;
        const auto candidate = ReadSharedEffectsName(request.name(), Field(violations)["name"]);
        RETURN_IF_ERROR(violations.status());
        ASSIGN_OR_RETURN(const auto known, Find<Candidate>(backend_.store, candidate));
        if (!known) return NotFound(candidate.ToString());
        ASSIGN_OR_RETURN(const auto effects, Find<CandidateEffects>(backend_.store, candidate));
        const auto shown = effects.value_or(Stored<CandidateEffects>{{candidate, {}}, {}});
        *response->mutable_shared_effects() = WriteEffects(shown);
        ASSIGN_OR_RETURN(
            const matcher::SharedEffects outdated,
            OutdatedEffects(backend_.store, shown.record, LondonDay(backend_.clock())));
        if (outdated != matcher::SharedEffects()) {
          *response->mutable_outdated() = WriteSharedEffects(outdated);
        }
        return absl::OkStatus();
      });
}

grpc::Status RiskPlanService::SetSharedEffects(grpc::ServerContext* context,
                                               const v1::SetSharedEffectsRequest* request,
                                               v1::SetSharedEffectsResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller& caller, const v1::SetSharedEffectsRequest& request) -> absl::Status {
        const v1::SharedEffects& wire = request.shared_effects();
        Violations violations;
        const Field field(violations);
        const WriteRequest write = WriteRequestOf(*context, caller, request, field);
        const Field at = field["shared_effects"];
        const auto candidate = ReadSharedEffectsName(wire.name(), at["name"]);
        RETURN_IF_ERROR(violations.status());
        const auto decide = [&](const Found<CandidateEffects>& before,
                                Edit& edit) -> absl::StatusOr<CandidateEffects> {
          RETURN_IF_ERROR(CheckEtag(wire.etag(), before, candidate.SharedEffects()));
          const bool anything = before && before->record.terms != matcher::SharedEffects();
          if (anything && wire.etag().empty()) {
            at["etag"].Refuse("Something is disclosed already; read it and send its etag.");
          }
          ASSIGN_OR_RETURN(const Found<RiskPlan> plan,
                           PlanOfAreas(backend_.store, candidate, wire));
          if (plan) {
            edit.Require(*plan);
          } else {
            RETURN_IF_ERROR(RequireRecord<Candidate>(backend_, candidate, edit));
          }
          ASSIGN_OR_RETURN(matcher::SharedEffects effects,
                           ReadEffects(backend_.store, plan, wire, at));
          RETURN_IF_ERROR(violations.status());
          return CandidateEffects{candidate, std::move(effects)};
        };
        ASSIGN_OR_RETURN(const auto written,
                         Put<CandidateEffects>(backend_, write, candidate, decide));
        *response->mutable_shared_effects() = WriteEffects(written.stored);
        SetRevision(backend_, written, *response);
        return absl::OkStatus();
      });
}

grpc::Status RiskPlanService::SuggestSharedEffects(grpc::ServerContext* context,
                                                   const v1::SuggestSharedEffectsRequest* request,
                                                   v1::SuggestSharedEffectsResponse* response) {
  return ServeNamed(
      backend_, *context, *request, *response,
      [&](const Caller&, const v1::SuggestSharedEffectsRequest& request) -> absl::Status {
        Violations violations;
        const auto candidate = ReadSharedEffectsName(request.name(), Field(violations)["name"]);
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

grpc::Status RiskPlanService::ListRiskPlansDue(grpc::ServerContext* context,
                                               const v1::ListRiskPlansDueRequest* request,
                                               v1::ListRiskPlansDueResponse* response) {
  return Serve(backend_, *context, *request, *response, [&](const Caller& caller) -> absl::Status {
    Violations violations;
    const Field field(violations);
    const std::int32_t within =
        ReadNumber(request->within_days(), {0, kWithinDaysMax}, field["within_days"]);
    const std::size_t limit = ReadPageSize(request->page_size(), field["page_size"]);
    RETURN_IF_ERROR(violations.status());

    const std::string subject = SubjectOf(caller, std::to_string(within));
    const PageScope scope{*backend_.handles, backend_.store.id(),
                          MethodOf(*request->GetDescriptor()), subject};
    ASSIGN_OR_RETURN(const auto opening,
                     OpenPage(read_points_, caller.organisation, scope, request->page_token(),
                              ParseDueCursor, {}, DeadlineOf(*context)));
    const auto& [catalogue, as_of, today] = opening.point;
    std::optional<DuePlace> after;
    if (opening.cursor) after = opening.cursor->after;
    const CandidateNames names = NamesFor(backend_, *catalogue, caller);
    const std::vector<DuePlan> due =
        FindDuePlans(*catalogue, Caseload(*catalogue, ReachOf(caller)), names,
                     {today, {today.since_epoch + within}}, after, limit);
    for (const DuePlan& plan : due) {
      const matcher::CandidateBlock& block = catalogue->CandidateBlockOf(plan.candidate);
      *response->add_plans() =
          WriteRiskPlanDue(*catalogue->candidate_names[plan.candidate],
                           *block.plans[plan.candidate % matcher::kCardsPerBlock], today);
    }
    if (due.size() == limit) {
      read_points_.Keep(caller.organisation, opening.point);
      response->set_next_page_token(
          FormatDueCursor(scope, {catalogue->revision, as_of, due.back().place}));
    }
    response->set_revision(FormatRevision(backend_.store.id(), catalogue->revision));
    names.ShowIn(*response);
    return absl::OkStatus();
  });
}

grpc::Status RiskPlanService::ImportRiskPlans(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<v1::ImportRiskPlansResponse, v1::ImportRiskPlansRequest>* stream) {
  return ServeImport(backend_, *context, *stream, services::ImportRiskPlans);
}

}  // namespace throughgate::services
