// Remembers, beside a file of rejected rows, how far its import is settled.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_SETTLED_LOG_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_SETTLED_LOG_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/cli/files/append_file.h"

namespace throughgate::cli {

// Every row through `row` is settled, and those of them that were rejected are what the file of
// rejected rows then was.
struct SettledMark {
  std::int64_t row = 0;        // 0: none is settled
  std::int64_t sent = 0;       // the last of them that was sent at all
  std::int64_t rejected = 0;   // rows in the file
  std::int64_t bytes = 0;      // of the file
  std::uint32_t checksum = 0;  // CRC-32 of those bytes
  bool operator==(const SettledMark&) const = default;
};

// One line of text for each batch that is settled, written behind what it speaks of. A line that a
// kill has cut short counts as none: the import then goes on from an earlier mark.
//
// Threads   one thread at a time.
// Errors    of every method: why the log cannot be read or written, naming it.
class SettledLog {
 public:
  explicit SettledLog(std::string path) : file_(std::move(path)) {}

  // The last mark that an earlier run of `import` has left and that the server, which has applied
  // all that was sent through row `applied`, has come to as well; none if there is none. From then
  // on the log is this process's alone.
  //
  // Errors  kFailedPrecondition  another process is writing it.
  absl::StatusOr<SettledMark> LastOf(const std::string& import, std::int64_t applied);

  // Begins the log of `import` anew, with `mark` unless that is none.
  absl::Status Begin(const std::string& import, const SettledMark& mark);
  absl::Status Add(const SettledMark& mark);

  // The import is complete.
  absl::Status Remove();

 private:
  AppendFile file_;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_SETTLED_LOG_H_
