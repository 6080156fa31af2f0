#include <optional>

#include "services/convert/candidate.h"
#include "services/convert/names.h"
#include "services/convert/personal_data.h"
#include "services/edge/errors.h"
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
  if (KeepsCorrected(before, work)) return RowOutcome::kKept;
  matcher::Candidate after = RecordOr(before, name);
  after.detail.corrected = false;
  if (!before) {
    after.terms.custodian = work.organisation;
    after.detail.registered_on = work.today;
  }
  ReadCandidate(row.candidate(), FieldSet(kCandidateFields), ReferenceData(work.catalogue), at,
                after);
  RETURN_IF_ERROR(violations.status());
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
