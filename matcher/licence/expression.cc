#include "matcher/licence/expression.h"

#include <cstdint>

#include "matcher/licence/enough.h"
#include "matcher/licence/plan_items.h"

namespace throughgate::matcher {
namespace {

bool CanExpress(const PlanItem& item, const ConditionReading& reading, const RiskPlanTerms& plan) {
  if ((reading.items & KindsOf(item.kind)) == 0 || !HasItem(plan, item)) return false;
  // The policies limit contact with children alone.
  return item.kind != PlanItemKind::kContactLimit ||
         item.about == static_cast<std::uint8_t>(ContactGroup::kChildren);
}

}  // namespace

Expression ExpressionOf(const LicenceCondition& condition, const ConditionReading& reading,
                        const RiskPlanTerms& plan) {
  Expression expression;
  for (const PlanItem& item : condition.expressed_by) {
    if (!CanExpress(item, reading, plan)) return {};
    const std::optional<Day> last = LastDayOf(plan, item);
    if (last && (!expression.last_day || *last < *expression.last_day)) expression.last_day = last;
  }
  expression.complete = !condition.expressed_by.empty();
  expression.enough = expression.complete && AreEnough(condition, reading, plan);
  return expression;
}

}  // namespace throughgate::matcher
