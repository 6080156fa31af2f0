#include <optional>
#include <string>

#include "services/convert/names.h"
#include "services/convert/slot.h"
#include "services/convert/vacancy.h"
#include "services/edge/errors.h"
#include "services/import/import_rows.h"
#include "services/import/row_edits.h"

namespace throughgate::services {
namespace {

// A vacancy as a feed first states it: open, posted today unless it says otherwise.
matcher::Vacancy NewVacancy(const matcher::VacancyName& name, const std::string& feed,
                            matcher::Day today) {
  matcher::Vacancy vacancy;
  vacancy.name = name;
  vacancy.detail.posted_on = today;
  vacancy.detail.feed = feed;
  vacancy.detail.external_id = name.vacancy;
  return vacancy;
}

absl::Status RequireSites(const matcher::Vacancy& vacancy, const Field& at, const RowWork& work) {
  for (std::size_t i = 0; const matcher::SiteName& site : SitesOf(vacancy)) {
    RETURN_IF_ERROR(RequireReference<matcher::Site>(site, at[i++], work));
  }
  return absl::OkStatus();
}

}  // namespace

bool MustKeep(const matcher::Vacancy& stored, bool overwrite_corrections) {
  if (stored.terms.state == matcher::VacancyState::kClosed) return true;
  const bool a_persons = stored.detail.corrected || stored.detail.feed.empty();
  return a_persons && !overwrite_corrections;
}

RowResult DecideVacancy(const v1::Vacancy& wire, const std::string& feed, const RowWork& work) {
  Violations violations;
  const Field at(violations, "vacancy");
  const auto name = ReadName<matcher::VacancyName>(wire.name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::Vacancy>(work.store, name));
  if (before && MustKeep(before->record, work.overwrite_corrections)) return RowOutcome::kKept;
  matcher::Vacancy after = before ? before->record : NewVacancy(name, feed, work.today);
  after.detail.corrected = false;
  ReadVacancy(wire, FieldSet(kVacancyFields), ReferenceData(work.catalogue), at, after);
  CheckVacancy(after.terms, at);
  RETURN_IF_ERROR(violations.status());
  if (!before) {
    RETURN_IF_ERROR(RequireReference<matcher::Employer>({name.employer}, at["name"], work));
  }
  RETURN_IF_ERROR(RequireSites(after, at["sites"], work));
  RETURN_IF_ERROR(violations.status());
  return PutRow(before, after, work.edit);
}

RowResult DecideSlot(const v1::WorkTrialSlot& wire, const RowWork& work) {
  Violations violations;
  const Field at(violations, "slot");
  const auto name = ReadName<matcher::SlotName>(wire.name(), at["name"]);
  RETURN_IF_ERROR(violations.status());

  ASSIGN_OR_RETURN(const auto before, Find<matcher::WorkTrialSlot>(work.store, name));
  if (before && before->record.terms.state == matcher::SlotState::kCancelled) {
    return RowOutcome::kKept;
  }
  matcher::WorkTrialSlot after = RecordOr(before, name);
  ReadSlot(wire, at, after);
  RETURN_IF_ERROR(violations.status());
  ASSIGN_OR_RETURN(const auto vacancy, Find<matcher::Vacancy>(work.store, name.vacancy));
  if (!vacancy) return FieldInvalid("slot.name", "Its vacancy does not exist. Import it first.");
  if (vacancy->record.terms.state == matcher::VacancyState::kClosed) {
    return ResourceClosed(name.vacancy.ToString());
  }
  CheckSlotSite(after, vacancy->record.terms, at);
  RETURN_IF_ERROR(violations.status());
  work.edit.Require(*vacancy);
  return PutRow(before, after, work.edit);
}

}  // namespace throughgate::services
