#include <optional>

#include "services/convert/candidate.h"
#include "services/convert/names.h"
#include "services/convert/personal_data.h"
#include "services/convert/risk_plan.h"
#include "services/edge/errors.h"
#include "services/edge/kept_names.h"
#include "services/import/import_rows.h"
#include "services/import/row_edits.h"

namespace throughgate::services {

RowResult DecideCandidate(const v1::ImportCandidatesRow& row, const RowWork& work) {
  RETURN_IF_ERROR(RefusePersonalData(row));
  Violations violations;
  const Field at(violations, "candidate");
  const auto name = ReadName<matcher::CandidateName>(row.candidate().name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::Candidate>(work.store, name));
  if (before && before->record.terms.custodian != work.organisation) {
    return AlreadyExists(name.ToString());
  }
  matcher::Candidate after = RecordOr(before, name);
  if (!before) {
    after.terms.custodian = work.organisation;
    after.detail.registered_on = work.today;
  }
  ReadCandidate(row.candidate(), FieldSet(kCandidateFields), ReferenceData(work.catalogue), at,
                after);
  RETURN_IF_ERROR(violations.status());
  return PutRow(before, after, work.edit);
}

namespace {

void CheckReplaces(const matcher::RiskPlanTerms& stored, const matcher::RiskPlanTerms& plan,
                   const RowWork& work, const Field& at) {
  if (stored.supervised_by != plan.supervised_by && !work.overwrite_corrections) {
    at["name"].Refuse(
        "Another organisation has set this plan. Ask them, or import with overwrite_corrections "
        "to take it over.");
  }
  CheckReviewedSince(stored, plan, at["reviewed_on"]);
}

}  // namespace

RowResult DecideRiskPlan(const v1::RiskPlan& wire, const RowWork& work) {
  Violations violations;
  const Field at(violations, "risk_plan");
  const matcher::CandidateName candidate = ReadRiskPlanName(wire.name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::RiskPlan>(work.store, candidate));
  matcher::RiskPlan after{candidate, ReadRiskPlan(wire, work.today, at)};
  after.terms.supervised_by = work.organisation;
  RETURN_IF_ERROR(ReadKeptNames(work.store, wire, at, after.terms));
  ReadConditions(wire, at, after.terms);
  const matcher::RiskPlanTerms stored = before ? before->record.terms : matcher::RiskPlanTerms();
  after.terms.work_approvals = stored.work_approvals;
  if (!before) RETURN_IF_ERROR(RequireReference<matcher::Candidate>(candidate, at["name"], work));
  RETURN_IF_ERROR(violations.status());
  if (before) CheckReplaces(stored, after.terms, work, at);
  RETURN_IF_ERROR(CheckKeptNames(work.store, wire, stored, at));
  RETURN_IF_ERROR(violations.status());
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
