#include <nlohmann/json.hpp>
#include <string>

#include "matcher/licence/conditions_page.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/rules_page.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"

namespace throughgate::cli {
namespace {

// A rule as one line; the facts of RULES.md.
std::string JsonLine(const matcher::Rule& rule) {
  nlohmann::ordered_json reasons = nlohmann::ordered_json::array();
  for (const matcher::Reason* reason : rule.reasons) {
    reasons.push_back({{"reason", std::string(reason->code)},
                       {"text", std::string(reason->text)},
                       {"change", std::string(reason->change)}});
  }
  const bool each_site = rule.scope == matcher::RuleScope::kSite;
  const bool everyone = rule.audience == matcher::Audience::kEveryone;
  const nlohmann::ordered_json line = {
      {"rule", std::string(rule.name)},          {"condition", std::string(rule.condition)},
      {"reads", std::string(rule.data)},         {"effect", std::string(rule.effect)},
      {"asked", each_site ? "SITE" : "VACANCY"}, {"audience", everyone ? "EVERYONE" : "PROBATION"},
      {"source", std::string(rule.source)},      {"reasons", std::move(reasons)}};
  return line.dump() + "\n";
}

// A licence condition as one line; the facts of CONDITIONS.md.
std::string JsonLine(const matcher::ConditionReading& reading) {
  const bool licence = reading.set == matcher::ConditionSet::kLicence;
  const bool standard = reading.kind == matcher::ConditionKind::kStandard;
  const nlohmann::ordered_json line = {
      {"versions", reading.versions},
      {"code", reading.code},
      {"set", licence ? "LICENCE" : "SUPERVISION"},
      {"kind", standard ? "STANDARD" : "ADDITIONAL"},
      {"category", reading.category},
      {"about", reading.about},
      {"readAs", matcher::ReadingText(reading)},
      {"bearing", reading.bearing},
  };
  return line.dump() + "\n";
}

}  // namespace

void AddRules(CLI::App& app, Session& session) {
  CLI::App* rules =
      app.add_subcommand("rules", "Print every rule, its reasons and its source; asks no server");
  rules->callback([&session] {
    session.action = [&session] {
      if (!session.options.json) {
        session.out() << matcher::RulesPage();
        return ExitStatus::kDone;
      }
      for (const matcher::Rule* rule : matcher::EveryRule()) session.out() << JsonLine(*rule);
      return ExitStatus::kDone;
    };
  });
  CLI::App* conditions =
      app.add_subcommand("conditions", "Print how each licence condition is read; asks no server");
  conditions->callback([&session] {
    session.action = [&session] {
      const matcher::ConditionTable& table = matcher::LicenceConditions();
      if (!session.options.json) {
        session.out() << matcher::ConditionsPage(table);
        return ExitStatus::kDone;
      }
      for (const auto& reading : table.readings()) session.out() << JsonLine(reading);
      return ExitStatus::kDone;
    };
  });
}

}  // namespace throughgate::cli
