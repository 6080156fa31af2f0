// Properties that are never put to the test hold for nothing: worlds must be dense.
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "matcher/rules/rulebook.h"
#include "tests/support/answers.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

constexpr int kWorlds = 200;

TEST(Worlds, MakeEveryRuleGiveEveryReason) {
  std::set<const Reason*> seen;
  std::set<const Reason*> claimed;
  for (int seed = 0; seed < kWorlds; ++seed) {
    const auto catalogue = Catalogued(WorldOfSeed(seed));
    for (const auto& [name, candidate] : CandidatesByName(*catalogue)) {
      for (const auto& [other_name, vacancy] : VacanciesByName(*catalogue)) {
        for (const View view : {View::kFull, View::kShared}) {
          const Explanation explanation =
              Explain(*catalogue, candidate, vacancy, view, kWorldToday);
          for (const Finding& finding : explanation.findings) seen.emplace(finding.reason);
        }
      }
    }
  }
  for (const Rule* rule : EveryRule()) {
    for (const Reason* reason : rule->reasons) {
      EXPECT_TRUE(seen.erase(reason) == 1 || claimed.contains(reason)) << reason->code;
      claimed.insert(reason);
    }
  }
  for (const Reason* reason : seen) ADD_FAILURE() << reason->code << " is no rule's reason";
}

// A rule that never decides alone may be wrong without a property noticing.
TEST(Worlds, LetEveryRuleDecideAlone) {
  // These are told and decide nothing.
  std::set<const Rule*> decided = {&kHomeCounty, &kWorkApproval};
  for (int seed = 0; seed < kWorlds; ++seed) {
    const auto catalogue = Catalogued(WorldOfSeed(seed));
    for (const auto& [name, candidate] : CandidatesByName(*catalogue)) {
      for (const auto& [other_name, vacancy] : VacanciesByName(*catalogue)) {
        for (const View view : {View::kFull, View::kShared}) {
          const Explanation explanation =
              Explain(*catalogue, candidate, vacancy, view, kWorldToday);
          std::set<const Rule*> deciding;
          for (const Finding& finding : explanation.findings) {
            if (finding.verdict == explanation.match.verdict) deciding.insert(finding.rule);
          }
          if (explanation.match.verdict == Verdict::kEligible || deciding.size() > 1) continue;
          decided.insert(deciding.begin(), deciding.end());
        }
      }
    }
  }
  for (const Rule* rule : EveryRule()) EXPECT_TRUE(decided.contains(rule)) << rule->name;
}

// Each verdict often, and often nothing but the hash between two matches.
TEST(Worlds, GiveEveryVerdictAndManyTies) {
  int eligible = 0;
  int review = 0;
  int not_available = 0;
  int ties = 0;
  for (int seed = 0; seed < kWorlds; ++seed) {
    const auto catalogue = Catalogued(WorldOfSeed(seed));
    for (const auto& [name, candidate] : CandidatesByName(*catalogue)) {
      const std::vector<Match> found = VacanciesFor(*catalogue, candidate, View::kFull);
      not_available += static_cast<int>(catalogue->vacancy_count - found.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        (found[i].verdict == Verdict::kEligible ? eligible : review) += 1;
        if (i > 0 && found[i].key.major == found[i - 1].key.major) ++ties;
      }
    }
  }
  EXPECT_GT(eligible, 100);
  EXPECT_GT(review, 500);
  EXPECT_GT(not_available, 500);
  EXPECT_GT(ties, 100);
}

}  // namespace
}  // namespace throughgate
