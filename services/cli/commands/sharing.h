// What probation discloses of a plan.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_SHARING_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_SHARING_H_

#include <CLI/CLI.hpp>

#include "services/cli/commands/session.h"

namespace throughgate::cli {

// Adds `shared-effects`, `suggest` and `share` to the noun `plans`.
void AddSharing(CLI::App& plans, Session& session);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_SHARING_H_
