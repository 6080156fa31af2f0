// The rulebook: every hard rule, one per file, in one table.
//
// A rule adds at least one finding when it has something to say, and the strictest finding of all
// rules is the verdict. Rules never score, and the score never excludes.
//
// There are two kinds, told apart by type. An open rule reads only what every entitled caller may
// see. A sealed rule is given the plan; since only a FULL answer has a plan to give, no sealed
// rule can run for a SHARED one.
//
// Threads  pure functions: no state, no clock, no I/O.
#ifndef THROUGHGATE_MATCHER_RULES_RULEBOOK_H_
#define THROUGHGATE_MATCHER_RULES_RULEBOOK_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "matcher/index/sealed_plan.h"
#include "matcher/model/verdict.h"
#include "matcher/rules/pair.h"

namespace throughgate::matcher {

// The version of rules and score, named in every answer.
inline constexpr std::string_view kRuleSet = "1";

// How often a rule is asked: once for the vacancy, or for each site that might be worked at.
enum class RuleScope { kVacancy, kSite };

struct OpenRule {
  RuleId id;
  RuleScope scope;
  void (*check)(const Pair&, Findings&);
};

struct SealedRule {
  RuleId id;
  RuleScope scope;
  void (*check)(const Pair&, const SealedPlan&, Findings&);
};

// Cheapest and most decisive first.
std::span<const OpenRule> OpenRules();
std::span<const SealedRule> SealedRules();

// "exclusion-zone".
std::string_view RuleName(RuleId rule);

// The rules. Each file's header comment gives condition, data, effect and source.
void CheckReach(const Pair& pair, Findings& findings);
void CheckDates(const Pair& pair, Findings& findings);
void CheckExclusionZones(const Pair& pair, const SealedPlan& plan, Findings& findings);
void CheckRestrictionZones(const Pair& pair, const SealedPlan& plan, Findings& findings);
void CheckCurfews(const Pair& pair, const SealedPlan& plan, Findings& findings);
void CheckWorkAttributes(const Pair& pair, const SealedPlan& plan, Findings& findings);
void CheckRelease(const Pair& pair, const SealedPlan& plan, Findings& findings);
void CheckRiskData(const Pair& pair, const SealedPlan& plan, Findings& findings);

// Risk data older than this many days is stale.
inline constexpr std::int32_t kRiskDataMaxAgeDays = 182;

// Whether a review is stale on a day. A review dated after that day had not happened then.
constexpr bool IsStale(Day reviewed_on, Day today) {
  const std::int32_t age = today.since_epoch - reviewed_on.since_epoch;
  return age > kRiskDataMaxAgeDays || age < 0;
}

// What stands in place of all sealed rules when a FULL answer finds no readable plan: REVIEW.
void CheckMissingPlan(Findings& findings);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_RULEBOOK_H_
