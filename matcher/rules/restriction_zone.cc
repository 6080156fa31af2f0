#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/zone_checks.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kInsideRestrictionZone{"INSIDE_RESTRICTION_ZONE",
                                        "{d} inside restriction zone {s}.", ""};
constexpr Reason kOutsideRestrictionZone{
    "OUTSIDE_RESTRICTION_ZONE",
    "{d} outside restriction zone {s}, which the person must not leave.",
    "A site inside the zone, or a written permission for this one."};
constexpr Reason kRestrictionZoneUncertain{
    "RESTRICTION_ZONE_UNCERTAIN",
    "The site's position is known to {D} only; it may be outside restriction zone {s}.",
    "A more exact position of the site."};
constexpr std::array kReasons = {&kInsideRestrictionZone,
                                 &kOutsideRestrictionZone,
                                 &kRestrictionZoneUncertain,
                                 &kPermittedInSpiteOfZone,
                                 &kOutsideZoneHours,
                                 &kZoneHoursUnknown,
                                 &kZoneHoursOnTheWay,
                                 &kZoneOfEvent,
                                 &kZoneAtHome,
                                 &kZonePlaceUnknown,
                                 &kZoneMobileWork,
                                 &kZoneNoSiteList};

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.zones.size(); ++i) {
    const SealedZone& zone = plan.zones[i];
    if (zone.kind != ZoneKind::kRestriction || IsPast(plan.terms.zones[i], pair.today)) continue;
    if (!MustBeTested(pair, kRestrictionZone, plan, i, findings)) {
      if (findings.settled()) return;
      continue;
    }
    const SitePoint& site = *pair.place.site;
    const std::int64_t distance = zone.shape.SignedDistanceCm(site.at);
    const std::int64_t uncertainty = std::int64_t{site.uncertainty_m} * 100;
    const auto subject = static_cast<std::int32_t>(i);
    if (distance <= -uncertainty) {
      findings.Add({&kRestrictionZone, Verdict::kEligible, &kInsideRestrictionZone, subject,
                    distance / 100, 0});
    } else if (distance < uncertainty) {
      findings.Add({&kRestrictionZone, Verdict::kReview, &kRestrictionZoneUncertain, subject,
                    distance / 100, site.uncertainty_m});
    } else {
      AddRefusal(pair, plan, i,
                 {&kRestrictionZone, Verdict::kNotAvailable, &kOutsideRestrictionZone, subject,
                  distance / 100, 0},
                 findings);
    }
    if (findings.settled()) return;
  }
}

}  // namespace

constinit const SealedRule kRestrictionZone = {
    {
        .name = "restriction-zone",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition =
            "The work is inside every zone that the person must stay in. Each zone is a condition "
            "of its own; one condition with several areas is one zone with several polygons.",
        .data = "each restriction zone's shape, hours and days, the site and its uncertainty u, "
                "shifts, "
                "permissions",
        .effect =
            "with s the signed distance to the edge (negative inside): s <= -u passes, |s| < "
            "u is REVIEW, else NOT_AVAILABLE; work outside the hours of the zone, the journeys "
            "counted, and work at home pass; a permission for the site, hours that only the "
            "journeys may meet or shifts that are not stated, or an event of at most 14 days "
            "softens to REVIEW",
        .source = "policy rule 4; Sentencing Act 2026 s.27",
        .reasons = kReasons,
        .subject = ZoneIdOf,
    },
    Check};

}  // namespace throughgate::matcher
