// The items of a plan that licence conditions name.
#ifndef THROUGHGATE_MATCHER_LICENCE_PLAN_ITEMS_H_
#define THROUGHGATE_MATCHER_LICENCE_PLAN_ITEMS_H_

#include <algorithm>
#include <functional>
#include <optional>

#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// The entry of `list` whose `key` is `value`; null when there is none.
template <typename List, typename Key, typename Value>
auto FindIn(const List& list, Key key, const Value& value) {
  const auto found = std::ranges::find(list, value, key);
  return found == list.end() ? nullptr : &*found;
}

// Whether the plan has the item.
bool HasItem(const RiskPlanTerms& plan, const PlanItem& item);

// The last day on which an item that the plan has is in force; none: no end known.
std::optional<Day> LastDayOf(const RiskPlanTerms& plan, const PlanItem& item);

// Whether there is at most one such item in a plan, so that it has neither an id nor a name.
constexpr bool IsOnly(PlanItemKind kind) {
  return kind == PlanItemKind::kCashLimit || kind == PlanItemKind::kHomeCounty;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_PLAN_ITEMS_H_
