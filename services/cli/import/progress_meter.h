// Shows how far a long import has got.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_PROGRESS_METER_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_PROGRESS_METER_H_

#include <cstdint>
#include <ostream>
#include <string>

#include "absl/time/time.h"

namespace throughgate::cli {

// Where an import stands.
struct ImportPosition {
  std::int64_t bytes_done = 0;  // of the file as it lies on the disk
  std::int64_t bytes_total = 0;
  std::int64_t rows = 0;      // settled by this run
  std::int64_t rejected = 0;  // of them
};

// One line: how much of the file, rows, rows a second, the time that is left, rejected rows.
// `first` is where this run began, `elapsed` ago.
std::string ProgressLine(const ImportPosition& first, const ImportPosition& now,
                         absl::Duration elapsed);

// "7.4 s", "30 s", "3 min 05 s", "2 h 04 min".
std::string FormatSeconds(absl::Duration duration);

// On a terminal a bar that is redrawn in place; elsewhere a plain line every ten seconds.
//
// Threads   one thread at a time.
class ProgressMeter {
 public:
  ProgressMeter(std::ostream& out, bool terminal) : out_(out), terminal_(terminal) {}

  // Draws, unless it drew a moment ago. The first call sets the start.
  void Update(const ImportPosition& position, absl::Time now);

  // Clears the bar, so that what comes next stands on a line of its own.
  void End();

 private:
  std::ostream& out_;
  const bool terminal_;
  ImportPosition first_;
  absl::Time start_ = absl::InfinitePast();
  absl::Time drawn_ = absl::InfinitePast();
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_PROGRESS_METER_H_
