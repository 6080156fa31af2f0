#include <optional>

#include "services/convert/employer.h"
#include "services/convert/names.h"
#include "services/edge/move_budget.h"
#include "services/import/import_rows.h"
#include "services/import/row_edits.h"

namespace throughgate::services {

RowResult DecideEmployer(const v1::Employer& wire, const RowWork& work) {
  Violations violations;
  const Field at(violations, "employer");
  const auto name = ReadName<matcher::EmployerName>(wire.name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::Employer>(work.store, name));
  if (KeepsCorrected(before, work)) return RowOutcome::kKept;
  matcher::Employer after = RecordOr(before, name);
  after.detail.corrected = false;
  ReadEmployer(wire, FieldSet(kEmployerFields), at, after);
  RETURN_IF_ERROR(violations.status());
  return PutRow(before, after, work.edit);
}

RowResult DecideSite(const v1::Site& wire, const RowWork& work) {
  Violations violations;
  const Field at(violations, "site");
  const auto name = ReadName<matcher::SiteName>(wire.name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::Site>(work.store, name));
  if (KeepsCorrected(before, work)) return RowOutcome::kKept;
  matcher::Site after = RecordOr(before, name);
  const std::optional<matcher::Place> was = after.terms.place;
  after.detail.corrected = false;
  ReadSite(wire, FieldSet(kSiteFields), at, after);
  if (!before) {
    after.terms.registered_by = work.organisation;
    RETURN_IF_ERROR(RequireReference<matcher::Employer>({name.employer}, at["name"], work));
  }
  RETURN_IF_ERROR(violations.status());
  RETURN_IF_ERROR(SpendOnPlace(work.store, {name.employer}, was, after.terms.place,
                               PlacedBy::kImport, work.today, work.edit));
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
