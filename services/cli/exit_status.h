// How the command ends.
#ifndef THROUGHGATE_SERVICES_CLI_EXIT_STATUS_H_
#define THROUGHGATE_SERVICES_CLI_EXIT_STATUS_H_

namespace throughgate::cli {

// The process's exit status. Scripts rely on the numbers.
enum class ExitStatus {
  kDone = 0,
  // Done, but something was refused or not found: rows rejected, no such record.
  kRefused = 1,
  // Could not run: wrong usage, server out of reach, file unreadable.
  kCouldNotRun = 2,
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_EXIT_STATUS_H_
