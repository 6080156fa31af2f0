// Says on the terminal what went wrong.
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_ERRORS_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_ERRORS_H_

#include <grpcpp/grpcpp.h>

#include <ostream>

#include "absl/status/status.h"
#include "services/cli/exit_status.h"

namespace throughgate::cli {

// What the server answered: its message, the reason's code, and each field at fault. Returns
// kRefused when the server has decided, kCouldNotRun when it could not be reached or do its work.
ExitStatus ReportError(std::ostream& err, const grpc::Status& status);

// What went wrong on this side. Returns kCouldNotRun.
ExitStatus ReportError(std::ostream& err, const absl::Status& status);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_ERRORS_H_
