#include "matcher/rules/rulebook.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

namespace throughgate::matcher {
namespace {

TEST(Rulebook, EveryRuleStandsInItOnceAndHasAName) {
  std::set<std::string_view> names;
  for (const OpenRule& rule : OpenRules()) EXPECT_TRUE(names.insert(RuleName(rule.id)).second);
  for (const SealedRule& rule : SealedRules()) EXPECT_TRUE(names.insert(RuleName(rule.id)).second);
  EXPECT_EQ(names.size(), static_cast<std::size_t>(RuleId::kRiskData) + 1);
  EXPECT_FALSE(names.contains(""));
}

// What a broker may see is no secret of the plan: only these two read nothing sealed.
TEST(Rulebook, OnlyReachAndDatesAreOpen) {
  std::set<RuleId> open;
  for (const OpenRule& rule : OpenRules()) open.insert(rule.id);
  EXPECT_EQ(open, (std::set<RuleId>{RuleId::kReach, RuleId::kDates}));
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
  EXPECT_EQ(kept[0].reason, Reason::kRiskPlanMissing);
}

}  // namespace
}  // namespace throughgate::matcher
