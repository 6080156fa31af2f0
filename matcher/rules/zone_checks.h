// What exclusion and restriction zones have in common: whether the work has a place that can be
// tested at all, and permissions.
#ifndef THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_
#define THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {

inline constexpr Reason kPermittedInSpiteOfZone{
    "PERMITTED_IN_SPITE_OF_ZONE", "Zone {s} forbids the site, but a written permission names it.",
    "Confirmation that the permission covers this work."};
inline constexpr Reason kZonePlaceUnknown{
    "ZONE_PLACE_UNKNOWN", "The site's position is not known, so zone {s} cannot be tested.",
    "The position of the site."};
inline constexpr Reason kZoneMobileWork{"ZONE_MOBILE_WORK",
                                        "The work moves about, so zone {s} cannot be ruled out.",
                                        "A complete list of the sites."};
inline constexpr Reason kZoneNoSiteList{
    "ZONE_NO_SITE_LIST", "No site is listed, and zone {s} applies wherever the work is.",
    "A complete list of the sites."};

// The zone's id in the plan.
std::string ZoneIdOf(std::int32_t zone, const RiskPlanTerms& plan);

// Adds what follows from the place alone for zone `zone` of `plan`, and says whether there is a
// point to test. Work with no site listed is NOT_AVAILABLE for somebody with zones; a site that
// nobody has located, or work that moves about, is REVIEW.
bool PlaceCanBeTested(const Pair& pair, const Rule& rule, std::size_t zone, Findings& findings);

// Adds `refusal` (NOT_AVAILABLE), softened to REVIEW when a permission in force names this zone
// and this site. Never softened further.
void AddUnlessPermitted(const Pair& pair, const SealedPlan& plan, std::size_t zone, Finding refusal,
                        Findings& findings);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_
