// The file in which rejected rows come back, to be mended and imported again.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_REJECTS_FILE_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_REJECTS_FILE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/cli/files/append_file.h"
#include "services/cli/import/settled_log.h"
#include "services/cli/rows/row_source.h"

namespace throughgate::cli {

// Whatever stops this process, and whenever: the next run of the same import goes on behind a row
// up to which this file is whole, so that in the end it has every rejected row once.
//
// Until the import is complete a log lies beside it, named like it with ".settled" behind.
//
// Threads   one thread at a time.
// Lifetime  the source must outlive the file.
// Errors    of every method: why a file cannot be read or written, naming it.
class RejectsFile {
 public:
  // `import` names the import, where it goes and for whom.
  RejectsFile(std::string path, std::string import, const RowSource& source)
      : import_(std::move(import)),
        source_(source),
        file_(std::move(path)),
        log_(file_.path() + ".settled") {}

  const std::string& path() const { return file_.path(); }

  // Takes up what an earlier run of this import has left, as far as the server has come too, and
  // returns the row to go on behind. Where there is nothing to take up that is 0, and what an
  // earlier import has left is removed.
  //
  // Errors  kFailedPrecondition  the file has been changed since it was left; another import is
  //                              writing it.
  absl::StatusOr<std::int64_t> Begin(std::int64_t applied_through_row);

  // Rejected rows that were there at the beginning.
  std::int64_t rejected_earlier() const { return rejected_earlier_; }

  // Adds a row, in the order of rows. It is on the device once it is settled.
  void Add(const SourceRow& row, const Fault& fault);

  // Every row through `row` is settled: those that were rejected have been added. `sent` is the
  // last that was sent; 0 when none was since the last time. The file is made with the first row.
  absl::Status Settle(std::int64_t row, std::int64_t sent);

  // All rows are settled.
  absl::Status Finish() { return log_.Remove(); }

 private:
  absl::StatusOr<bool> IsAsLeft() const;

  const std::string import_;
  const RowSource& source_;
  AppendFile file_;
  SettledLog log_;
  SettledMark mark_;   // what has been settled
  std::string added_;  // since then
  std::int64_t rejected_earlier_ = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_REJECTS_FILE_H_
