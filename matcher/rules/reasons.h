// The words for what rules find: a stable code, a sentence, and what would have to change.
#ifndef THROUGHGATE_MATCHER_RULES_REASONS_H_
#define THROUGHGATE_MATCHER_RULES_REASONS_H_

#include <string>
#include <string_view>

#include "matcher/model/units.h"
#include "matcher/model/verdict.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

// "INSIDE_EXCLUSION_ZONE": stable, for programs.
std::string_view ReasonCode(Reason reason);

// What was found, in one sentence, and what would have to change, in another (empty when nothing
// would help or need change). `subject` is the id of what the finding is about, if anything.
std::string ReasonText(const Finding& finding, std::string_view subject);
std::string ReasonChange(const Finding& finding, std::string_view subject);

// "lone work".
std::string_view AttributeName(WorkAttribute attribute);

// "2026-11-21".
std::string DayText(Day day);

// "850 m", "12.4 km": to the nearest tenth, sign dropped.
std::string DistanceText(std::int64_t metres);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_REASONS_H_
