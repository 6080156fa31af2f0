#include "services/import/row_ids.h"

#include "absl/hash/hash.h"
#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "services/import/advert.h"

namespace throughgate::services {

RowId IdOf(const v1::ImportEmployersRow& row) {
  if (row.has_site()) return {row.site().name(), "site.name"};
  return {row.employer().name(), "employer.name"};
}

RowId IdOf(const v1::ImportVacanciesRow& row, const std::string& feed) {
  if (row.has_vacancy()) return {row.vacancy().name(), "vacancy.name"};
  if (row.has_slot()) return {row.slot().name(), "slot.name"};
  if (row.advert().external_id().empty()) return {};
  return {NameOfAdvert(row.advert(), feed).ToString(), "advert.external_id"};
}

RowId IdOf(const v1::ImportCandidatesRow& row) {
  return {row.candidate().name(), "candidate.name"};
}

RowId IdOf(const v1::ImportRiskPlansRow& row) { return {row.risk_plan().name(), "risk_plan.name"}; }

absl::Status RowIds::Take(const RowId& id, std::int64_t row) {
  if (id.name.empty()) return absl::OkStatus();
  const std::uint64_t digest = absl::HashOf(id.name);
  if (const auto found = rows_.find(digest); found != rows_.end()) {
    if (found->second == row) return absl::OkStatus();
    return FieldInvalid(std::string(id.field),
                        absl::StrCat("Has the id of row ", found->second,
                                     "; give each its own, or leave one out."));
  }
  if (rows_.size() == kImportRowsMax) {
    return LimitExceeded("rows of one import", kImportRowsMax, "Split the file.");
  }
  rows_.emplace(digest, row);
  return absl::OkStatus();
}

}  // namespace throughgate::services
