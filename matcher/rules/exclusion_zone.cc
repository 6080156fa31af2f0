// Exclusion zones: areas that the person must stay out of.
//
// Data     each exclusion zone's shape and buffer, the site and its uncertainty, permissions.
// Effect   with s the signed distance to the edge (negative inside), b the buffer and u the
//          site's uncertainty: s + u <= b is NOT_AVAILABLE, else s - u <= b is REVIEW, else it
//          passes. Equality excludes. A permission for the site softens to REVIEW.
// Audience probation only.
// Source   policy rule 3; a boundary touched is a boundary crossed.
#include "matcher/rules/zone_checks.h"

namespace throughgate::matcher {

void CheckExclusionZones(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.zones.size(); ++i) {
    const SealedZone& zone = plan.zones[i];
    if (zone.kind != ZoneKind::kExclusion) continue;
    if (!PlaceCanBeTested(pair, RuleId::kExclusionZone, i, findings)) continue;
    const SitePoint& site = *pair.place.site;
    const std::int64_t uncertainty = std::int64_t{site.uncertainty_m} * 100;
    const std::int64_t buffer = zone.buffer.value * 100;
    // Far away is most of the country: nobody needs the exact distance to pass.
    if (!findings.keeps() && zone.shape.LowerBoundCm(site.at) > buffer + uncertainty) continue;
    const std::int64_t distance = zone.shape.SignedDistanceCm(site.at);
    const auto subject = static_cast<std::int32_t>(i);
    const Finding refusal{
        RuleId::kExclusionZone, Verdict::kNotAvailable, Reason::kInsideExclusionZone, subject,
        distance / 100,         zone.buffer.value};
    if (distance + uncertainty <= buffer) {
      AddUnlessPermitted(pair, plan, i, refusal, findings);
    } else if (distance - uncertainty <= buffer) {
      findings.Add({RuleId::kExclusionZone, Verdict::kReview, Reason::kExclusionZoneUncertain,
                    subject, distance / 100, site.uncertainty_m});
    } else {
      findings.Add({RuleId::kExclusionZone, Verdict::kEligible, Reason::kOutsideExclusionZone,
                    subject, distance / 100, zone.buffer.value});
    }
    if (findings.settled()) return;
  }
}

}  // namespace throughgate::matcher
