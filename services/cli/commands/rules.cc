#include "matcher/rules/rules_page.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"

namespace throughgate::cli {

void AddRules(CLI::App& app, Session& session) {
  CLI::App* rules =
      app.add_subcommand("rules", "Print every rule, its reasons and its source; asks no server");
  rules->callback([&session] {
    session.action = [&session] {
      session.out() << matcher::RulesPage();
      return ExitStatus::kDone;
    };
  });
}

}  // namespace throughgate::cli
