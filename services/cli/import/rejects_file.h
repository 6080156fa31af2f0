// The file in which rejected rows come back, to be mended and imported again.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_REJECTS_FILE_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_REJECTS_FILE_H_

#include <cstdint>
#include <fstream>
#include <string>

#include "absl/status/status.h"
#include "services/cli/rows/row_source.h"

namespace throughgate::cli {

// Threads   one thread at a time.
// Lifetime  the source must outlive the file.
class RejectsFile {
 public:
  RejectsFile(std::string path, const RowSource& source)
      : path_(std::move(path)), source_(source) {}

  const std::string& path() const { return path_; }

  // A new import removes what an earlier one left; a resumed one adds to it.
  //
  // Errors  the file cannot be read or removed.
  absl::Status Begin(bool resumed);

  // Adds a row, in the order of lines; a row that an interrupted run has added already is left
  // out. The file is made with the first row.
  //
  // Errors  the file cannot be written.
  absl::Status Add(const SourceRow& row, const Fault& fault);

 private:
  std::string path_;
  const RowSource& source_;
  std::ofstream file_;
  std::int64_t last_line_ = 0;
  bool has_header_ = false;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_REJECTS_FILE_H_
