#include "matcher/rules/supervision.h"

#include <algorithm>

#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {

bool IsBound(const RiskPlanTerms& plan, Day today) {
  const auto of_hours = [&](const auto& item) {
    return !HasEnded(item.ends_on, item.windows, today);
  };
  return !plan.conditions.empty() || std::ranges::any_of(plan.curfews, of_hours) ||
         std::ranges::any_of(plan.commitments, of_hours) ||
         std::ranges::any_of(plan.tags,
                             [&](const Tag& tag) { return !HasEnded(tag.ends_on, today); });
}

}  // namespace throughgate::matcher
