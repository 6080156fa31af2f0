// What rows are about, so that no two rows of an import are about the same.
#ifndef THROUGHGATE_SERVICES_IMPORT_ROW_IDS_H_
#define THROUGHGATE_SERVICES_IMPORT_ROW_IDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "throughgate/v1/candidate_service.pb.h"
#include "throughgate/v1/employer_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"
#include "throughgate/v1/vacancy_service.pb.h"

namespace throughgate::services {

// The most rows of one import.
inline constexpr std::size_t kImportRowsMax = 5'000'000;

struct RowId {
  std::string name;        // of the resource; empty when the row does not say
  std::string_view field;  // that says so
};
RowId IdOf(const v1::ImportEmployersRow& row);
RowId IdOf(const v1::ImportVacanciesRow& row, const std::string& feed);
RowId IdOf(const v1::ImportCandidatesRow& row);
RowId IdOf(const v1::ImportRiskPlansRow& row);

// The ids of an import's rows so far.
//
// Threads  one at a time.
// Memory   some 25 bytes a row: a digest of 8 bytes stands for a name. That two of a million names
//          share one, and the later is refused for nothing, happens once in 37 million imports.
// Why      were the later row applied, the last would win, and each time the file is imported again
//          both would be written again. Which row is refused depends on the file alone, whatever
//          becomes of the rows, so that an import that is cut off and resumed refuses the same.
class RowIds {
 public:
  // Takes the id for the row of that number, which may be decided more than once.
  //
  // Errors  FIELD_INVALID   a row before it has that id; names that row.
  //         LIMIT_EXCEEDED  there are kImportRowsMax already.
  absl::Status Take(const RowId& id, std::int64_t row);

 private:
  absl::flat_hash_map<std::uint64_t, std::int64_t> rows_;  // by the digest of the name
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_ROW_IDS_H_
