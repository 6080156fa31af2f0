#include "matcher/rules/rulebook.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

namespace throughgate::matcher {
namespace {

TEST(Rulebook, EveryRuleStandsInItOnceAndSaysWhatItDoes) {
  std::set<std::string_view> names;
  for (const Rule* rule : EveryRule()) {
    EXPECT_TRUE(names.insert(rule->name).second) << rule->name;
    for (const std::string_view fact :
         {rule->name, rule->condition, rule->data, rule->effect, rule->source}) {
      EXPECT_FALSE(fact.empty()) << rule->name;
    }
    EXPECT_FALSE(rule->reasons.empty()) << rule->name;
  }
}

// What everybody may be told must rest on nothing sealed, and what rests on the plan is
// probation's.
TEST(Rulebook, OpenRulesAreForEveryoneAndSealedRulesForProbation) {
  for (const OpenRule* rule : OpenRules()) EXPECT_EQ(rule->audience, Audience::kEveryone);
  for (const DisclosedRule* rule : DisclosedRules()) {
    EXPECT_EQ(rule->audience, Audience::kEveryone);
  }
  for (const SealedRule* rule : SealedRules()) EXPECT_EQ(rule->audience, Audience::kProbation);
}

TEST(Rulebook, AReviewHoldsFor182DaysAndNotBeforeItHappened) {
  constexpr Day kReviewed{20'000};
  EXPECT_TRUE(IsStale(kReviewed, {19'999}));
  EXPECT_FALSE(IsStale(kReviewed, {20'000}));
  EXPECT_FALSE(IsStale(kReviewed, {20'182}));
  EXPECT_TRUE(IsStale(kReviewed, {20'183}));
}

TEST(Rulebook, APlanThatWasNeverReviewedIsStale) { EXPECT_TRUE(IsStale(Day(), {20'000})); }

TEST(Rulebook, AMissingPlanIsForReview) {
  std::vector<Finding> kept;
  Findings findings(&kept);
  CheckMissingPlan(findings);
  EXPECT_EQ(findings.verdict(), Verdict::kReview);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].reason->code, "RISK_PLAN_MISSING");
}

}  // namespace
}  // namespace throughgate::matcher
