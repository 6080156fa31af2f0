// The verbs by which organisations come to speak of the same candidate.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_CANDIDATE_LINKS_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_CANDIDATE_LINKS_H_

#include <CLI/CLI.hpp>

#include "services/cli/commands/session.h"

namespace throughgate::cli {

// link-code, link, reference and unlink, behind "candidates".
void AddLinkVerbs(CLI::App& candidates, Session& session);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_CANDIDATE_LINKS_H_
