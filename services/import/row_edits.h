// What the rows of all kinds share.
#ifndef THROUGHGATE_SERVICES_IMPORT_ROW_EDITS_H_
#define THROUGHGATE_SERVICES_IMPORT_ROW_EDITS_H_

#include <optional>

#include "absl/status/status.h"
#include "services/convert/field.h"
#include "services/edge/records.h"
#include "services/edge/status_macros.h"
#include "services/import/import_rows.h"

namespace throughgate::services {

// The record as it was found, or a new one of that name.
template <typename Model>
Model RecordOr(const std::optional<Stored<Model>>& before, const NameType<Model>& name) {
  if (before) return before->record;
  Model fresh;
  NameOf(fresh) = name;
  return fresh;
}

// Whether the row leaves the record alone because a person has entered or corrected it.
template <typename Model>
bool KeepsCorrected(const std::optional<Stored<Model>>& before, const RowWork& work) {
  return before && before->record.detail.corrected && !work.overwrite_corrections;
}

// Makes a record that was `before` be `after`; the row has changed something if `edit`, which is
// its own, writes anything.
template <typename Model>
RowOutcome PutRow(const std::optional<Stored<Model>>& before, const Model& after, Edit& edit) {
  edit.Put(before, after);
  if (!before) return RowOutcome::kCreated;
  return edit.empty() ? RowOutcome::kUnchanged : RowOutcome::kUpdated;
}

// Rests the row on the record that it refers to, which is refused at `at` when it is not there.
template <typename Model>
absl::Status RequireReference(const NameType<Model>& name, const Field& at, const RowWork& work) {
  ASSIGN_OR_RETURN(const std::optional<Stored<Model>> found, Find<Model>(work.store, name));
  if (found) {
    work.edit.Require(*found);
  } else {
    at.Refuse("Does not exist. Import it first.");
  }
  return absl::OkStatus();
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_ROW_EDITS_H_
