// The matcher and the second implementation agree on every pair, whatever the world.
// THROUGHGATE_ORACLE_PAIRS sets how many are compared (120,000), THROUGHGATE_ORACLE_SEED from which
// world on (1).
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "matcher/rules/rulebook.h"
#include "tests/oracle/comparison.h"
#include "tests/oracle/contrary_cases.h"
#include "tests/oracle/edge_world.h"
#include "tests/oracle/licence_items.h"
#include "tests/oracle/rules.h"
#include "tests/oracle/small_world.h"

namespace throughgate::oracle {
namespace {

std::int64_t Setting(const char* name, std::int64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoll(value);
}

void ExpectFewInDoubt(const Tally& tally) {
  std::cout << tally.pairs << " pairs in both views, " << tally.in_doubt
            << " of them too near an edge to be called\n";
  for (const auto& [verdict, count] : tally.verdicts) std::cout << verdict << " " << count << "\n";
  EXPECT_LT(tally.in_doubt, tally.pairs / 20);
}

// So that no rule is agreed upon because nobody asked.
void ExpectEveryReason(const Tally& tally) {
  for (const matcher::Rule* rule : matcher::EveryRule()) {
    for (const matcher::Reason* reason : rule->reasons) {
      const std::string name = std::string(rule->name) + " " + std::string(reason->code);
      const auto given = tally.reasons.find(name);
      EXPECT_TRUE(given != tally.reasons.end()) << name << " was never given";
      if (given != tally.reasons.end()) std::cout << name << " " << given->second << "\n";
    }
  }
}

// Whatever a rule may refuse or hold for review, it does so somewhere without any other's help.
void ExpectEachRuleDecidesAlone(const Tally& tally) {
  std::cout << "rule: pairs in which it says ELIGIBLE, REVIEW, NOT_AVAILABLE (alone)\n";
  for (const auto& [name, rule] : tally.rules) {
    std::cout << name << ": " << rule.said[0] << ", " << rule.said[1] << " (" << rule.alone[1]
              << "), " << rule.said[2] << " (" << rule.alone[2] << ")\n";
    const bool decides = rule.said[1] + rule.said[2] > 0;
    EXPECT_TRUE(!decides || rule.alone[1] + rule.alone[2] > 0) << name << " never decides alone";
  }
}

// How often a line of the table of licence conditions was met, and items stood for it, which
// forbade as much.
struct LineTally {
  int met = 0;
  int stood_for = 0;
  int enough = 0;
};
using LineTallies = std::map<const LicenceLine*, LineTally>;

void CountLines(const PlainWorld& world, LineTallies& tallies) {
  for (const std::optional<matcher::RiskPlanTerms>& plan : world.plans) {
    if (!plan) continue;
    for (const matcher::LicenceCondition& condition : plan->conditions) {
      const LicenceLine* const line = LineOf(condition.policy_version, condition.code);
      if (line == nullptr) continue;
      LineTally& tally = tallies[line];
      const WrittenCondition written{*plan, condition, *line};
      const bool stood_for = StoodFor(written, world.today);
      ++tally.met;
      tally.stood_for += stood_for ? 1 : 0;
      tally.enough += stood_for && ForbidsAsMuch(written) ? 1 : 0;
    }
  }
}

// So that no line is agreed upon because no plan has it.
void ExpectEveryLine(LineTallies tallies) {
  std::cout << "licence condition: plans that have it (and what stands for it, well enough)\n";
  for (const LicenceLine& line : LicenceLines()) {
    const LineTally& tally = tallies[&line];
    const std::string name = line.code + " of " + line.versions.front();
    std::cout << name << ": " << tally.met << " (" << tally.stood_for << ", " << tally.enough
              << ")\n";
    EXPECT_GT(tally.met, 0) << name;
    EXPECT_TRUE(line.items.empty() || tally.enough > 0) << name;
  }
}

// So that no contradiction is agreed upon because no records have it, or because all have.
void ExpectEveryContradiction(const ContraryTallies& tallies) {
  std::cout << "records that speak against each other: how often, and how often not\n";
  for (const auto& [what, sides] : tallies) {
    std::cout << what << ": " << sides.is_so << ", " << sides.is_not << "\n";
    EXPECT_GT(sides.is_so, 0) << what;
    EXPECT_GT(sides.is_not, 0) << what;
  }
}

TEST(Verdicts, AreThoseOfTheSecondImplementation) {
  const std::int64_t pairs = Setting("THROUGHGATE_ORACLE_PAIRS", 120'000);
  Tally tally;
  LineTallies lines;
  ContraryTallies contrary;
  for (std::uint64_t seed = Setting("THROUGHGATE_ORACLE_SEED", 1); tally.pairs < pairs; ++seed) {
    const PlainWorld world = EdgeWorld(seed);
    CountLines(world, lines);
    CountContrary(world, contrary);
    const std::vector<std::string> all = Disagreements(world, tally);
    ASSERT_TRUE(all.empty()) << "world " << seed << ", " << all.front();
  }
  ExpectFewInDoubt(tally);
  ExpectEveryReason(tally);
  ExpectEachRuleDecidesAlone(tally);
  ExpectEveryLine(lines);
  ExpectEveryContradiction(contrary);
}

TEST(Verdicts, AreThoseOfTheSecondImplementationInSmallWorldsToo) {
  constexpr std::uint64_t kWorlds = 40;
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    Tally tally;
    const std::vector<std::string> all = Disagreements(SmallWorld(seed), tally);
    ASSERT_TRUE(all.empty()) << "small world " << seed << ", " << all.front();
  }
}

TEST(SecondImplementation, HasEveryRule) {
  std::set<std::string> ours;
  for (const PlainRule& rule : PlainRules()) ours.insert(rule.name);
  std::set<std::string> theirs;
  for (const matcher::Rule* rule : matcher::EveryRule()) theirs.emplace(rule->name);
  EXPECT_EQ(ours, theirs);
}

}  // namespace
}  // namespace throughgate::oracle
