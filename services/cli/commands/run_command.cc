#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/help_format.h"
#include "services/cli/grant_roles.h"
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

void AddCredentialOptions(CLI::App& app, CredentialOptions& options) {
  const auto add = [&](const char* name, std::string& value, const char* type, const char* about) {
    return app.add_option(name, value, about)->type_name(type);
  };
  CLI::Option* file = add("--token-file", options.token_file, "FILE",
                          "Who asks: a file with their token, read for each call; or "
                          "THROUGHGATE_TOKEN_FILE");
  add("--token", options.token, "TOKEN",
      "The token itself, which others on this machine can then see; or THROUGHGATE_TOKEN")
      ->excludes(file);
  app.add_flag("--tls", options.tls, "Talk TLS, with the authorities that this machine trusts");
  add("--tls-ca", options.tls_ca, "FILE", "Talk TLS, with the authorities in a file")
      ->envname("THROUGHGATE_TLS_CA");
  add("--tls-certificate", options.tls_certificate, "FILE",
      "Your own certificate, which may stand for a token")
      ->envname("THROUGHGATE_TLS_CERTIFICATE");
  add("--tls-key", options.tls_key, "FILE", "Its key")->envname("THROUGHGATE_TLS_KEY");
}

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  app.add_option("--server", options.server, "Where the server is; default 127.0.0.1:7443")
      ->type_name("ADDRESS")
      ->envname("THROUGHGATE_SERVER");
  AddCredentialOptions(app, options.credentials);
  app.add_option("--role", options.role,
                 "Which of your grants is meant, where several fit (whoami lists them)")
      ->type_name("ROLE")
      ->envname("THROUGHGATE_ROLE")
      ->check(CLI::IsMember(GrantRoleWords()));
  app.add_option("--organisation", options.organisation, "The same, by the id of its organisation")
      ->type_name("ID")
      ->envname("THROUGHGATE_ORGANISATION");
  app.add_flag("--json", options.json, "Answer in JSON; lists and streams an object a line");
  app.add_option("--deadline", options.deadline_s,
                 "When to give up; default 30, and never for imports and batches")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber);
}

// What the environment says of the token, where the command line says nothing: the one must not
// contradict the other.
void TakeTokenFromEnvironment(CredentialOptions& options) {
  if (!options.token.empty() || !options.token_file.empty()) return;
  const auto take = [](const char* name, std::string& value) {
    if (const char* found = std::getenv(name); found != nullptr) value = found;
  };
  take("THROUGHGATE_TOKEN_FILE", options.token_file);
  take("THROUGHGATE_TOKEN", options.token);
}

// What a verb's help says besides.
constexpr char kVerbFooter[] =
    "The options of throughgate itself may stand here too: --server, --token-file, --tls-ca,\n"
    "--role, --organisation, --json, --deadline and others; see throughgate --help.";

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
  AddOrganisations(app, session);
  AddGrants(app, session);
  AddToken(app, session);
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
  TakeTokenFromEnvironment(session.options.credentials);
  return static_cast<int>(session.action());
}

}  // namespace throughgate::cli
