// The verbs, by the noun that they stand behind. Each function adds one noun to the command line;
// choosing a verb sets the session's action.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_COMMANDS_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_COMMANDS_H_

#include <CLI/CLI.hpp>

#include "services/cli/commands/session.h"

namespace throughgate::cli {

void AddEmployers(CLI::App& app, Session& session);      // employers, sites
void AddVacancies(CLI::App& app, Session& session);      // vacancies, slots
void AddCandidates(CLI::App& app, Session& session);     // candidates
void AddRiskPlans(CLI::App& app, Session& session);      // risk-plans
void AddReference(CLI::App& app, Session& session);      // taxonomy, gazetteer, reference
void AddPlaces(CLI::App& app, Session& session);         // premises, areas
void AddMatch(CLI::App& app, Session& session);          // match, explain
void AddOrganisations(CLI::App& app, Session& session);  // organisations
void AddGrants(CLI::App& app, Session& session);         // grants, whoami
void AddToken(CLI::App& app, Session& session);          // token
void AddZones(CLI::App& app, Session& session);          // zones
void AddRules(CLI::App& app, Session& session);          // rules, conditions

// Reads the command line, does what it says and returns the exit status.
int RunCommand(int argc, const char* const* argv, Session& session);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_COMMANDS_H_
