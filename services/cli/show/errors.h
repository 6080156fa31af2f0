// Says on the terminal what went wrong.
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_ERRORS_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_ERRORS_H_

#include <grpcpp/grpcpp.h>

#include <ostream>

#include "absl/status/status.h"
#include "services/cli/exit_status.h"

namespace throughgate::cli {

// What the server answered, a line for each field at fault or else its message, each with the
// reason's code; and what to do about it where the message does not say. Returns
// kRefused when the server has decided, kCouldNotRun when it could not be reached or do its work.
ExitStatus ReportError(std::ostream& err, const grpc::Status& status);

// What went wrong on this side. Returns kCouldNotRun.
ExitStatus ReportError(std::ostream& err, const absl::Status& status);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_ERRORS_H_
