// `risk-plans import --licences FILE`: licences as the Ministry's systems write them.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_LICENCE_IMPORT_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_LICENCE_IMPORT_H_

#include <string>

#include "services/cli/commands/session.h"

namespace throughgate::cli {

// As typed.
struct LicenceImportOptions {
  std::string file;
  std::string candidates;  // the table that says whose is whose; empty: the licences themselves do
  bool lift_gone = false;
  bool dry_run = false;
};

// Reads the licences and merges each into the plan of its candidate, one after the other. A plan
// that somebody else changes meanwhile is read and merged again.
ExitStatus ImportLicences(Session& session, const LicenceImportOptions& options);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_LICENCE_IMPORT_H_
