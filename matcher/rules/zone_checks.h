// What the rules about zones have in common: when a zone bears on work at all, whether the work has
// a place that can be tested, and what softens a refusal.
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
inline constexpr Reason kZoneAtHome{
    "ZONE_AT_HOME", "The work is done at home, so zone {s} does not bear on it.", ""};
inline constexpr Reason kOutsideZoneHours{"OUTSIDE_ZONE_HOURS",
                                          "The shifts are outside the hours of zone {s}.", ""};
inline constexpr Reason kZoneHoursUnknown{
    "ZONE_HOURS_UNKNOWN",
    "Zone {s} holds at some hours and forbids the site, and the shifts are not stated.",
    "The shifts."};
inline constexpr Reason kZoneHoursOnTheWay{
    "ZONE_HOURS_ON_THE_WAY",
    "The shifts are outside the hours of zone {s}, which forbids the site, but the journey may not "
    "be.",
    "Other hours, or more exact positions."};
inline constexpr Reason kZoneOfEvent{"ZONE_OF_EVENT",
                                     "Zone {s} forbids the site from {t} to {T} only.",
                                     "No work there on those days."};

// What the shifts, and the journeys to and from them, have to do with the hours in which a place
// must not be visited. No hours are all hours.
enum class Hours { kApart, kOnTheWay, kNotKnown, kMeet };
Hours HoursOf(const Pair& pair, const WeekPattern& windows);

// The zone's id in the plan.
std::string ZoneIdOf(std::int32_t zone, const RiskPlanTerms& plan);

// Whether the zone is over, the last of its windows included.
bool IsPast(const Zone& zone, Day today);

// Adds what follows for zone `zone` of the plan from hours and place alone, and says whether there
// is a point to test. Work at home passes, and so does work that is outside the zone's hours, the
// journeys counted. Work with no site listed is NOT_AVAILABLE for somebody with zones; a site that
// nobody has located, or work that moves about, is REVIEW.
bool MustBeTested(const Pair& pair, const Rule& rule, const SealedPlan& plan, std::size_t zone,
                  Findings& findings);

// Adds `refusal` (NOT_AVAILABLE), softened to REVIEW, never further, when a permission in force
// names this zone and this site, when the shifts are not stated or only their journeys may meet the
// zone's hours, or when it is there for an event.
void AddRefusal(const Pair& pair, const SealedPlan& plan, std::size_t zone, Finding refusal,
                Findings& findings);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_ZONE_CHECKS_H_
