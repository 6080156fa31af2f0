// Zones of a plan, one by one.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_ADD_ZONE_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_ADD_ZONE_H_

#include <CLI/CLI.hpp>

#include "services/cli/commands/session.h"

namespace throughgate::cli {

// Adds `add-zone` to the noun risk-plans. A zone that is there is drawn anew, and keeps what is not
// given besides; should the plan change in between, the server refuses.
void AddAddZone(CLI::App& plans, Session& session);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_ADD_ZONE_H_
