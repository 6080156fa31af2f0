#include <algorithm>
#include <optional>

#include "services/convert/names.h"
#include "services/edge/errors.h"
#include "services/edge/stated_plan.h"
#include "services/import/import_rows.h"
#include "services/import/row_edits.h"

namespace throughgate::services {
namespace {

// A review since the correction was made with knowledge of what the person changed, or should have
// been. One of the same day may be from before it, and would lift a zone that the person added.
bool MustKeep(const matcher::RiskPlanTerms& stored, const matcher::RiskPlanTerms& row,
              bool overwrite_corrections) {
  if (!stored.corrected_on || overwrite_corrections) return false;
  return row.reviewed_on <= std::max(stored.reviewed_on, *stored.corrected_on);
}

}  // namespace

RowResult DecideRiskPlan(const v1::RiskPlan& asked, const RowWork& work) {
  Violations violations;
  const Field at(violations, "risk_plan");
  v1::RiskPlan wire = asked;
  if (const auto internal = work.names.Resolve(asked.name())) {
    wire.set_name(*internal);
  } else if (IsRiskPlanName(asked.name())) {
    return NotFound(asked.name());
  }
  const matcher::CandidateName candidate = ReadRiskPlanName(wire.name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::RiskPlan>(work.store, candidate));
  ASSIGN_OR_RETURN(matcher::RiskPlan after,
                   ReadStatedPlan(work.store, wire, work.organisation, work.today, at));
  if (!before) RETURN_IF_ERROR(RequireReference<matcher::Candidate>(candidate, at["name"], work));
  RETURN_IF_ERROR(violations.status());
  if (before && before->record.terms.supervised_by != work.organisation &&
      !work.overwrite_corrections) {
    at["name"].Refuse(
        "Another organisation has set this plan. Ask them, or import with overwrite_corrections "
        "to take it over.");
  }
  RETURN_IF_ERROR(Replace(work.store, before, wire, at, after));
  RETURN_IF_ERROR(violations.status());
  if (before && MustKeep(before->record.terms, after.terms, work.overwrite_corrections)) {
    return RowOutcome::kKept;
  }
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
