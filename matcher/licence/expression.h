// Whether items of a plan express a licence condition.
#ifndef THROUGHGATE_MATCHER_LICENCE_EXPRESSION_H_
#define THROUGHGATE_MATCHER_LICENCE_EXPRESSION_H_

#include <optional>

#include "matcher/licence/condition_reading.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

struct Expression {
  // Every item that the condition names is in the plan and of a kind that can express it, and
  // there is at least one.
  bool complete = false;
  // Nor do they allow what the condition, as it was filled in, does not.
  bool enough = false;
  // The last day on which all of them are in force; none: no end known.
  std::optional<Day> last_day;
};

// How the items that `condition` names express it. Never an error: what is not there expresses
// nothing.
Expression ExpressionOf(const LicenceCondition& condition, const ConditionReading& reading,
                        const RiskPlanTerms& plan);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_EXPRESSION_H_
