// Opens a file of rows by its name.
#ifndef THROUGHGATE_SERVICES_CLI_ROWS_ROW_FILE_H_
#define THROUGHGATE_SERVICES_CLI_ROWS_ROW_FILE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/cli/files/archive.h"
#include "services/cli/rows/csv_source.h"
#include "services/cli/rows/row_source.h"

namespace throughgate::cli {

// The source reads the archive.
struct RowFile {
  std::unique_ptr<Archive> archive;
  std::unique_ptr<RowSource> source;

  // What files made from this one are called: its name without folder and endings.
  std::string Stem() const;
  // ".csv", ".jsonl": its format.
  std::string extension;
};

// JSON Lines when the text's name ends in .jsonl or .ndjson, else CSV; the text may be in a .gz or
// a .zip. Without columns in `options`, CSV is refused.
//
// Errors  as OpenSingleText and CsvSource::Open, naming the file.
absl::StatusOr<RowFile> OpenRowFile(const std::string& path, const CsvOptions& options);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ROWS_ROW_FILE_H_
