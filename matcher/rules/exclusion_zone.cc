#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/zone_checks.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kOutsideExclusionZone{"OUTSIDE_EXCLUSION_ZONE",
                                       "{d} outside exclusion zone {s} (buffer {D}).", ""};
constexpr Reason kInsideExclusionZone{"INSIDE_EXCLUSION_ZONE",
                                      "Inside exclusion zone {s} or its buffer of {D}.",
                                      "Another site, or a written permission for this one."};
constexpr Reason kExclusionZoneUncertain{
    "EXCLUSION_ZONE_UNCERTAIN",
    "The site's position is known to {D} only; it may be inside exclusion zone {s} or its buffer.",
    "A more exact position of the site."};
constexpr std::array kReasons = {
    &kOutsideExclusionZone,   &kInsideExclusionZone, &kExclusionZoneUncertain,
    &kPermittedInSpiteOfZone, &kOutsideZoneHours,    &kZoneHoursUnknown,
    &kZoneHoursOnTheWay,      &kZoneOfEvent,         &kZoneAtHome,
    &kZonePlaceUnknown,       &kZoneMobileWork,      &kZoneNoSiteList};

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.zones.size(); ++i) {
    const SealedZone& zone = plan.zones[i];
    if (zone.kind != ZoneKind::kExclusion || IsPast(plan.terms.zones[i], pair.today)) continue;
    if (!MustBeTested(pair, kExclusionZone, plan, i, findings)) {
      if (findings.settled()) return;
      continue;
    }
    const SitePoint& site = *pair.place.site;
    const std::int64_t uncertainty = std::int64_t{site.uncertainty_m} * 100;
    const std::int64_t buffer = zone.buffer.value * 100;
    // Far away is most of the country: nobody needs the exact distance to pass.
    if (!findings.keeps() && zone.shape.LowerBoundCm(site.at) > buffer + uncertainty) continue;
    const std::int64_t distance = zone.shape.SignedDistanceCm(site.at);
    const auto subject = static_cast<std::int32_t>(i);
    const Finding refusal{&kExclusionZone, Verdict::kNotAvailable, &kInsideExclusionZone,
                          subject,         distance / 100,         zone.buffer.value};
    if (distance + uncertainty <= buffer) {
      AddRefusal(pair, plan, i, refusal, findings);
    } else if (distance - uncertainty <= buffer) {
      findings.Add({&kExclusionZone, Verdict::kReview, &kExclusionZoneUncertain, subject,
                    distance / 100, site.uncertainty_m});
    } else {
      findings.Add({&kExclusionZone, Verdict::kEligible, &kOutsideExclusionZone, subject,
                    distance / 100, zone.buffer.value});
    }
    if (findings.settled()) return;
  }
}

}  // namespace

constinit const SealedRule kExclusionZone = {
    {
        .name = "exclusion-zone",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The work is outside every zone that the person must stay out of.",
        .data = "each exclusion zone's shape and buffer b, hours and days, the site and its "
                "uncertainty u, shifts, permissions",
        .effect =
            "with s the signed distance to the edge (negative inside): s + u <= b is "
            "NOT_AVAILABLE, else s - u <= b is REVIEW, else it passes; work outside the hours "
            "of the zone, the journeys counted, and work at home pass; a permission for the "
            "site, hours that only the journeys may meet or shifts that are not stated, or "
            "an event of at most 14 days softens to REVIEW",
        .source = "policy rules 3 and 8; a boundary touched is a boundary crossed",
        .reasons = kReasons,
        .subject = ZoneIdOf,
    },
    Check};

}  // namespace throughgate::matcher
