// A licence condition of a plan, prepared for the rule that asks about it.
#ifndef THROUGHGATE_MATCHER_LICENCE_SEALED_CONDITION_H_
#define THROUGHGATE_MATCHER_LICENCE_SEALED_CONDITION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/licence/condition_reading.h"
#include "matcher/licence/expression.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// How a condition stands on some day.
enum class Standing : std::uint8_t {
  kOver,             // its last day is past
  kNotUnderstood,    // no policy known here has it
  kBespoke,          // written for the person
  kImageOnly,        // nothing but a picture
  kForAPerson,       // read as a person's decision
  kNotExpressed,     // it must be by an item of the plan, and is by none in force
  kExpressedByLess,  // the items allow what the condition does not
  kHolds,            // read, and expressed where it must be
};

// Whether the condition makes every vacancy REVIEW.
constexpr bool IsOutstanding(Standing standing) {
  return standing != Standing::kOver && standing != Standing::kHolds;
}

struct SealedCondition {
  std::size_t index = 0;  // in RiskPlanTerms::conditions
  ConditionForm form = ConditionForm::kOfPolicy;
  const ConditionReading* reading = nullptr;  // of the table; null when there is none
  Expression expression;
  std::optional<Day> last_day;
};

// The conditions of a plan that bear on work, in its order.
std::vector<SealedCondition> SealConditions(const RiskPlanTerms& plan);

Standing StandingOn(const SealedCondition& condition, Day today);

// What a condition that stands as `standing` limits by itself.
struct ConditionLimits {
  AttributeMask barred = 0;
  AttributeMask needs_approval = 0;
};
ConditionLimits LimitsOn(const SealedCondition& condition, Day today);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_SEALED_CONDITION_H_
