#include "matcher/licence/sealed_condition.h"

#include <utility>

#include "matcher/licence/condition_table.h"
#include "matcher/licence/filled_in.h"

namespace throughgate::matcher {
namespace {

SealedCondition SealOne(const LicenceCondition& condition, std::size_t index,
                        const RiskPlanTerms& plan) {
  SealedCondition sealed;
  sealed.index = index;
  sealed.form = condition.form;
  if (condition.form != ConditionForm::kOfPolicy) return sealed;
  sealed.reading = LicenceConditions().Find(condition.policy_version, condition.code);
  if (sealed.reading == nullptr) return sealed;
  sealed.expression = ExpressionOf(condition, *sealed.reading, plan);
  sealed.last_day = LastDayOf(condition, *sealed.reading);
  return sealed;
}

// Whether anything can ever be found of it.
bool HasBearing(const SealedCondition& condition) {
  return condition.reading == nullptr || (condition.reading->read_as != ReadAs::kNoBearing &&
                                          condition.reading->read_as != ReadAs::kClearance);
}

// Whether items of the plan that are in force stand in the condition's place.
bool IsExpressed(const SealedCondition& condition, Day today) {
  const Expression& expression = condition.expression;
  return expression.complete && (!expression.last_day || today <= *expression.last_day);
}

}  // namespace

std::vector<SealedCondition> SealConditions(const RiskPlanTerms& plan) {
  std::vector<SealedCondition> sealed;
  for (std::size_t i = 0; i < plan.conditions.size(); ++i) {
    SealedCondition one = SealOne(plan.conditions[i], i, plan);
    if (HasBearing(one)) sealed.push_back(std::move(one));
  }
  return sealed;
}

Standing StandingOn(const SealedCondition& condition, Day today) {
  if (condition.form == ConditionForm::kBespoke) return Standing::kBespoke;
  if (condition.form == ConditionForm::kImageOnly) return Standing::kImageOnly;
  if (condition.reading == nullptr) return Standing::kNotUnderstood;
  if (condition.last_day && today > *condition.last_day) return Standing::kOver;
  switch (condition.reading->read_as) {
    case ReadAs::kPerson:
      return Standing::kForAPerson;
    case ReadAs::kItem:
      if (!IsExpressed(condition, today)) return Standing::kNotExpressed;
      return condition.expression.enough ? Standing::kHolds : Standing::kExpressedByLess;
    case ReadAs::kLimit:
      if (!IsExpressed(condition, today)) return Standing::kHolds;
      return condition.expression.enough ? Standing::kHolds : Standing::kExpressedByLess;
    case ReadAs::kNoBearing:
    case ReadAs::kNotice:
    case ReadAs::kClearance:
      break;
  }
  return Standing::kHolds;
}

ConditionLimits LimitsOn(const SealedCondition& condition, Day today) {
  if (condition.reading == nullptr) return {};
  const ConditionReading& reading = *condition.reading;
  if (condition.last_day && today > *condition.last_day) return {};
  const bool replaced = reading.read_as == ReadAs::kLimit && IsExpressed(condition, today);
  if (replaced) return {};
  return {reading.barred, reading.needs_approval};
}

}  // namespace throughgate::matcher
