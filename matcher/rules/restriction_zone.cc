// Restriction zones: areas that the person must stay in. Each zone is a condition of its own, so
// all of them must hold; one condition with several areas is one zone with several polygons.
//
// Data     each restriction zone's shape, the site and its uncertainty, permissions.
// Effect   with s the signed distance to the edge (negative inside) and u the site's uncertainty:
//          s <= -u passes, |s| < u is REVIEW, else NOT_AVAILABLE. A permission for the site
//          softens to REVIEW.
// Audience probation only.
// Source   policy rule 4; Sentencing Act 2026 s.27.
#include "matcher/rules/zone_checks.h"

namespace throughgate::matcher {

void CheckRestrictionZones(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.zones.size(); ++i) {
    const SealedZone& zone = plan.zones[i];
    if (zone.kind != ZoneKind::kRestriction) continue;
    if (!PlaceCanBeTested(pair, RuleId::kRestrictionZone, i, findings)) continue;
    const SitePoint& site = *pair.place.site;
    const std::int64_t distance = zone.shape.SignedDistanceCm(site.at);
    const std::int64_t uncertainty = std::int64_t{site.uncertainty_m} * 100;
    const auto subject = static_cast<std::int32_t>(i);
    if (distance <= -uncertainty) {
      findings.Add({RuleId::kRestrictionZone, Verdict::kEligible, Reason::kInsideRestrictionZone,
                    subject, distance / 100, 0});
    } else if (distance < uncertainty) {
      findings.Add({RuleId::kRestrictionZone, Verdict::kReview, Reason::kRestrictionZoneUncertain,
                    subject, distance / 100, site.uncertainty_m});
    } else {
      AddUnlessPermitted(pair, plan, i,
                         {RuleId::kRestrictionZone, Verdict::kNotAvailable,
                          Reason::kOutsideRestrictionZone, subject, distance / 100, 0},
                         findings);
    }
    if (findings.settled()) return;
  }
}

}  // namespace throughgate::matcher
