#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/help_format.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

constexpr char kFooter[] = R"(
Names may be short where that is clear: alice for candidates/alice, acme/cook-1 for
employers/acme/vacancies/cook-1, acme/leeds for employers/acme/sites/leeds.

JSON Lines hold one record a line in the API's JSON, and around it what kind of record it is:
{"employer": {...}}, {"site": {...}}, {"vacancy": {...}}, {"slot": {...}}, {"advert": {...}},
{"candidate": {...}}, {"riskPlan": {...}}. Concepts, districts and premises stand by themselves.

Limits: a CSV field 64 KiB, a CSV record 1 MiB, a line of JSON 4 MiB; a file may unpack to 64 MiB or
200 times its size, whichever is more, and never to more than 20 GiB. A packed file is compared with
its checksums first: nothing is sent of one that is damaged or cut off.

Exit status: 0 done; 1 done, but something was refused or not found; 2 could not run.)";

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  app.add_option("--server", options.server, "Where the server is; default 127.0.0.1:7443")
      ->type_name("ADDRESS")
      ->envname("THROUGHGATE_SERVER");
  app.add_option("--role", options.role, "Who asks: broker, engagement, probation or custody")
      ->type_name("ROLE")
      ->envname("THROUGHGATE_ROLE")
      ->check(CLI::IsMember({"broker", "engagement", "probation", "custody"}));
  app.add_option("--organisation", options.organisation, "For which organisation, by its id")
      ->type_name("ID")
      ->envname("THROUGHGATE_ORGANISATION");
  app.add_flag("--json", options.json, "Answer in JSON; lists and streams an object a line");
  app.add_option("--deadline", options.deadline_s,
                 "When to give up; default 30, and never for imports and batches")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber);
}

// What a verb's help says besides.
constexpr char kVerbFooter[] =
    "The options of throughgate itself may stand here too: --server, --role, --organisation,\n"
    "--json, --deadline; see throughgate --help.";

std::vector<const CLI::App*> SubcommandsOf(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* sub) { return !sub->get_name().empty(); });
}

// The last noun or verb before `unknown`.
const CLI::App& WhereIs(const std::string& unknown, const CLI::App& app, int argc,
                        const char* const* argv) {
  const CLI::App* here = &app;
  for (int i = 1; i < argc && argv[i] != unknown; ++i) {
    for (const CLI::App* sub : SubcommandsOf(*here)) {
      if (sub->get_name() == argv[i]) here = sub;
    }
  }
  return *here;
}

// Says which word is none of those that could stand there, and which could; false when it is
// something else that is wrong.
bool ReportUnknownWord(const CLI::App& app, int argc, const char* const* argv, std::ostream& err) {
  const std::vector<std::string> unknown = app.remaining(/*recurse=*/true);
  if (unknown.empty() || absl::StartsWith(unknown.front(), "-")) return false;
  const std::vector<const CLI::App*> known =
      SubcommandsOf(WhereIs(unknown.front(), app, argc, argv));
  if (known.empty()) return false;
  err << "throughgate: there is no '" << Printable(unknown.front()) << "' here. There is: "
      << absl::StrJoin(known, ", ",
                       [](std::string* out, const CLI::App* sub) { *out += sub->get_name(); })
      << "\n";
  return true;
}

}  // namespace

int RunCommand(int argc, const char* const* argv, Session& session) {
  CLI::App app("Matches people leaving prison with work, and says why.", "throughgate");
  app.formatter(std::make_shared<HelpFormat>());
  app.footer(kVerbFooter);
  app.require_subcommand(1);
  // Options of the whole command may follow the verb too.
  app.fallthrough();
  AddGlobalOptions(app, session.options);
  AddEmployers(app, session);
  AddVacancies(app, session);
  AddCandidates(app, session);
  AddRiskPlans(app, session);
  AddReference(app, session);
  AddPlaces(app, session);
  AddMatch(app, session);
  AddZones(app, session);
  AddRules(app, session);
  app.footer(kFooter);  // last: the verbs have taken over the one before
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0 && ReportUnknownWord(app, argc, argv, session.err())) {
      return static_cast<int>(ExitStatus::kCouldNotRun);
    }
    // Asking for help ends with 0, like any question that was answered.
    const bool answered = app.exit(error, session.out(), session.err()) == 0;
    return static_cast<int>(answered ? ExitStatus::kDone : ExitStatus::kCouldNotRun);
  }
  return static_cast<int>(session.action());
}

}  // namespace throughgate::cli
