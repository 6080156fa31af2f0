// The rulebook: every hard rule, one per file, in one table.
//
// A rule adds at least one finding when it has something to say, and the strictest finding of all
// rules is the verdict. Rules never score, and the score never excludes.
#ifndef THROUGHGATE_MATCHER_RULES_RULEBOOK_H_
#define THROUGHGATE_MATCHER_RULES_RULEBOOK_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "matcher/model/units.h"
#include "matcher/rules/rule.h"

namespace throughgate::matcher {

struct SealedCondition;

// The version of rules and score, named in every answer.
inline constexpr std::string_view kRuleSet = "1";

// In the order in which they are asked: cheapest and most decisive first.
std::span<const OpenRule* const> OpenRules();
std::span<const DisclosedRule* const> DisclosedRules();
std::span<const SealedRule* const> SealedRules();

// All kinds, open ones first.
std::vector<const Rule*> EveryRule();

extern const OpenRule kDates;
extern const OpenRule kQualifications;
extern const OpenRule kReach;
extern const OpenRule kReadiness;
extern const OpenRule kYoungWorker;
extern const DisclosedRule kSharedEffects;
extern const SealedRule kBarredList;
extern const SealedRule kCashLimit;
extern const SealedRule kCommitments;
extern const SealedRule kContact;
extern const SealedRule kCorridor;
extern const SealedRule kCourtOrder;
extern const SealedRule kCurfew;
extern const SealedRule kDisclosure;
extern const SealedRule kExclusionZone;
extern const SealedRule kHomeCounty;
extern const SealedRule kLicenceConditions;
extern const SealedRule kNoContact;
extern const SealedRule kOffenceExclusion;
extern const SealedRule kPremises;
extern const SealedRule kRelease;
extern const SealedRule kRestrictionZone;
extern const SealedRule kRiskData;
extern const SealedRule kSeniorApproval;
extern const SealedRule kTag;
extern const SealedRule kTemporaryRelease;
extern const SealedRule kVehicle;
extern const SealedRule kWorkApproval;
extern const SealedRule kWorkAttributes;

// Risk data older than this many days is stale.
inline constexpr std::int32_t kRiskDataMaxAgeDays = 182;

// Whether a review is stale on a day. A review dated after that day had not happened then.
constexpr bool IsStale(Day reviewed_on, Day today) {
  const std::int32_t age = today.since_epoch - reviewed_on.since_epoch;
  return age > kRiskDataMaxAgeDays || age < 0;
}

// The last day on which a review holds.
constexpr Day HoldsUntil(Day reviewed_on) {
  return {reviewed_on.since_epoch + kRiskDataMaxAgeDays};
}

// Adds the finding, if there is one, that a licence condition gives for every vacancy.
void FindOutstanding(const SealedCondition& condition, Day today, Findings& findings);

// What stands in place of all sealed rules when a FULL answer finds no readable plan: REVIEW.
void CheckMissingPlan(Findings& findings);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_RULEBOOK_H_
