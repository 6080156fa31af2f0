// What exclusion and restriction zones have in common: whether the work has a place that can be
// tested at all, and permissions.
#ifndef THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_
#define THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_

#include <cstddef>

#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {

// Adds what follows from the place alone for zone `zone` of `plan`, and says whether there is a
// point to test. Work with no site listed is NOT_AVAILABLE for somebody with zones; a site that
// nobody has located, or work that moves about, is REVIEW.
bool PlaceCanBeTested(const Pair& pair, RuleId rule, std::size_t zone, Findings& findings);

// Adds `refusal` (NOT_AVAILABLE), softened to REVIEW when a permission in force names this zone
// and this site. Never softened further.
void AddUnlessPermitted(const Pair& pair, const SealedPlan& plan, std::size_t zone, Finding refusal,
                        Findings& findings);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_
