// The words for what rules find.
#ifndef THROUGHGATE_MATCHER_RULES_REASONS_H_
#define THROUGHGATE_MATCHER_RULES_REASONS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "matcher/model/premises.h"
#include "matcher/model/risk_plan.h"
#include "matcher/model/units.h"
#include "matcher/model/work.h"
#include "matcher/rules/rule.h"

namespace throughgate::matcher {

// What the finding is about, by the name that the plan gives it; empty when it is about nothing in
// particular, or when there is no plan to name it.
std::string SubjectOf(const Finding& finding, const RiskPlanTerms* plan);

// What was found, in one sentence, and what would have to change, in another (empty when nothing
// would help or need change). `subject` as SubjectOf gives it.
std::string ReasonText(const Finding& finding, std::string_view subject);
std::string ReasonChange(const Finding& finding, std::string_view subject);

// "lone work".
std::string_view AttributeName(WorkAttribute attribute);

// "a swimming pool".
std::string_view PremisesName(PremisesKind kind);

// "2026-11-21".
std::string DayText(Day day);

// "850 m", "12.4 km": to the nearest tenth, sign dropped.
std::string DistanceText(std::int64_t metres);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_REASONS_H_
