#include "services/cli/commands/commands.h"

namespace throughgate::cli {
namespace {

constexpr char kFooter[] = R"(
Names may be short where that is clear: alice for candidates/alice, acme/cook-1 for
employers/acme/vacancies/cook-1, acme/leeds for employers/acme/sites/leeds.

JSON Lines hold one record a line in the API's JSON, and around it what kind of record it is:
{"employer": {...}}, {"site": {...}}, {"vacancy": {...}}, {"slot": {...}}, {"advert": {...}},
{"candidate": {...}}, {"riskPlan": {...}}. Concepts and districts stand by themselves.

Limits: a CSV field 64 KiB, a CSV record 1 MiB, a line of JSON 4 MiB; a file may unpack to 64 MiB or
200 times its size, whichever is more, and never to more than 20 GiB. A packed file is compared with
its checksums first: nothing is sent of one that is damaged or cut off.

Exit status: 0 done; 1 done, but something was refused or not found; 2 could not run.)";

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  app.add_option("--server", options.server, "Where the server is; default 127.0.0.1:7443")
      ->envname("THROUGHGATE_SERVER");
  app.add_option("--role", options.role, "Who asks: broker, engagement, probation or custody")
      ->envname("THROUGHGATE_ROLE")
      ->check(CLI::IsMember({"broker", "engagement", "probation", "custody"}));
  app.add_option("--organisation", options.organisation, "For which organisation, by its id")
      ->envname("THROUGHGATE_ORGANISATION");
  app.add_flag("--json", options.json, "Answer in JSON; lists and streams an object a line");
  app.add_option("--deadline", options.deadline_s,
                 "Seconds after which to give up; default 30, and none for imports and batches")
      ->check(CLI::PositiveNumber);
}

}  // namespace

int RunCommand(int argc, const char* const* argv, Session& session) {
  CLI::App app("Matches people leaving prison with work, and says why.", "throughgate");
  app.require_subcommand(1);
  // Options of the whole command may follow the verb too.
  app.fallthrough();
  AddGlobalOptions(app, session.options);
  AddEmployers(app, session);
  AddVacancies(app, session);
  AddCandidates(app, session);
  AddRiskPlans(app, session);
  AddReference(app, session);
  AddMatch(app, session);
  AddZones(app, session);
  AddRules(app, session);
  app.footer(kFooter);  // last, since verbs would take it over
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Asking for help ends with 0, like any question that was answered.
    const bool answered = app.exit(error, session.out(), session.err()) == 0;
    return static_cast<int>(answered ? ExitStatus::kDone : ExitStatus::kCouldNotRun);
  }
  return static_cast<int>(session.action());
}

}  // namespace throughgate::cli
