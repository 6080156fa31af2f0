#include "matcher/geo/corridor.h"

#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/zone_checks.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kWayClearOfZone{
    "WAY_CLEAR_OF_ZONE",
    "The straight way to work, from where the person's area ends, stays clear of what zone {s} "
    "forbids.",
    ""};
constexpr Reason kWayEntersZone{"WAY_ENTERS_ZONE",
                                "The straight way to work may enter exclusion zone {s}.",
                                "A route that goes round it."};
constexpr Reason kWayLeavesZone{"WAY_LEAVES_ZONE",
                                "The straight way to work may leave restriction zone {s}.",
                                "A route that stays in it."};
constexpr Reason kWayNotKnown{"WAY_NOT_KNOWN",
                              "The work is in the area where the person lives, so the way to it is "
                              "not known, and zone {s} is "
                              "near.",
                              "A more exact position of the site."};
constexpr std::array kReasons = {&kWayClearOfZone, &kWayEntersZone, &kWayLeavesZone, &kWayNotKnown};

Corridor WayToWork(const Pair& pair) {
  const SitePoint& site = *pair.place.site;
  return {.home = pair.candidate.home_at,
          .work = site.at,
          .home_uncertainty_cm = std::int64_t{pair.candidate.home_uncertainty_m} * 100,
          .work_uncertainty_cm = std::int64_t{site.uncertainty_m} * 100};
}

// Nearer to the zone than the whole way is long, it may matter; farther, it cannot.
bool IsFarAway(const SealedZone& zone, const Corridor& way, std::int64_t distance_cm) {
  const std::int64_t around = distance_cm + way.home_uncertainty_cm + way.work_uncertainty_cm;
  return zone.shape.LowerBoundCm(way.work) > zone.buffer.value * 100 + 2 * around;
}

bool MayMeet(const SealedZone& zone, const Corridor& way, std::int64_t distance_cm) {
  if (zone.kind == ZoneKind::kRestriction) return MayLeave(zone.shape, way);
  return !IsFarAway(zone, way, distance_cm) && MayEnter(zone.shape, way, zone.buffer.value * 100);
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  // A way that is not known is REVIEW by the reach already, and by the zones.
  if (pair.place.at_home || !pair.place.distance_known()) return;
  // Whatever is found here is REVIEW, and a scan asks for no more than that.
  if (!findings.keeps() && findings.verdict() >= Verdict::kReview) return;
  for (std::size_t i = 0; i < plan.zones.size(); ++i) {
    const SealedZone& zone = plan.zones[i];
    const Zone& terms = plan.terms.zones[i];
    if (IsPast(terms, pair.today)) continue;
    const auto add = [&](Verdict verdict, const Reason* reason) {
      findings.Add({&kCorridor, verdict, reason, static_cast<std::int32_t>(i), 0, 0});
    };
    const Corridor way = WayToWork(pair);
    if (!MayMeet(zone, way, pair.place.distance_cm)) {
      add(Verdict::kEligible, &kWayClearOfZone);
    } else if (IsWithinItsEnds(way)) {
      add(Verdict::kReview, &kWayNotKnown);
    } else {
      add(Verdict::kReview,
          zone.kind == ZoneKind::kRestriction ? &kWayLeavesZone : &kWayEntersZone);
    }
  }
}

}  // namespace

constinit const SealedRule kCorridor = {
    {
        .name = "corridor",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The way to work does not lead through a zone, or out of one.",
        .data = "home, site and both uncertainties; each zone with its buffer and its last day",
        .effect =
            "where the straight line from the edge of the release area to where the site may "
            "begin, as wide as its "
            "ends are uncertain, may come within the buffer of an exclusion zone or leave a "
            "restriction zone: REVIEW, and likewise where the site is within that area and the "
            "zone "
            "is, or ends, within it too; hours do not matter, since nobody knows when the way is "
            "made; roads are never straight, so this is a warning and"
            " no proof",
        .source = "policy rule 5",
        .reasons = kReasons,
        .subject = ZoneIdOf,
    },
    Check};

}  // namespace throughgate::matcher
