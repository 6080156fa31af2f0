#include "services/edge/stated_plan.h"

#include "services/convert/personal_data.h"
#include "services/convert/risk_plan.h"
#include "services/edge/kept_names.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

absl::StatusOr<matcher::RiskPlan> ReadStatedPlan(const storage::Store& store,
                                                 const v1::RiskPlan& wire,
                                                 const matcher::OrganisationId& organisation,
                                                 matcher::Day today, const Field& at) {
  RETURN_IF_ERROR(RefusePersonalDataInPlan(wire, "risk_plan"));
  matcher::RiskPlan plan{.candidate = ReadRiskPlanName(wire.name(), at["name"]),
                         .terms = ReadRiskPlan(wire, today, at)};
  plan.terms.supervised_by = organisation;
  RETURN_IF_ERROR(ReadKeptNames(store, wire, at, plan.terms));
  ReadConditions(wire, at, plan.terms);
  return plan;
}

absl::Status Replace(const storage::Store& store,
                     const std::optional<Stored<matcher::RiskPlan>>& stored,
                     const v1::RiskPlan& wire, const Field& at, matcher::RiskPlan& plan) {
  const matcher::RiskPlanTerms there = stored ? stored->record.terms : matcher::RiskPlanTerms();
  if (stored) CheckReviewedSince(there, plan.terms, at["reviewed_on"]);
  plan.terms.work_approvals = there.work_approvals;
  return CheckKeptNames(store, wire, there, at);
}

}  // namespace throughgate::services
