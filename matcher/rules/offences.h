// What rules about criminal records share.
#ifndef THROUGHGATE_MATCHER_RULES_OFFENCES_H_
#define THROUGHGATE_MATCHER_RULES_OFFENCES_H_

#include <string_view>

#include "matcher/model/limits.h"
#include "matcher/model/units.h"

namespace throughgate::matcher {

// Whether it is spent on a day. One whose day is not stated is not spent, as far as is known.
bool IsSpent(const Offence& offence, Day today);

// "criminal damage".
std::string_view OffenceName(OffenceCategory category);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_OFFENCES_H_
