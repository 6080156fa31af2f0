// A table of link codes, as another organisation gave them.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_CODE_TABLE_H_
#define THROUGHGATE_SERVICES_CLI_FILES_CODE_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace throughgate::cli {

struct CodeRow {
  std::int64_t line = 0;  // of the file, from 1
  std::string code;
  std::string reference;  // of one's own; empty: none
  std::string caseload;   // empty: none
};

// The rows of a CSV with a column "code", and perhaps "reference" and "caseload"; what else it has
// is left alone. Plain, .gz or .zip.
//
// Errors  kInvalidArgument  no such column, or a row that has other columns or no code; names the
//                           line.
//         and those of OpenSingleText.
absl::StatusOr<std::vector<CodeRow>> ReadCodeTable(const std::string& path);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_CODE_TABLE_H_
