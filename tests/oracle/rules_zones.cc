// Zones: to stay out of, to stay in, and not to pass through on the way.
#include <algorithm>
#include <cmath>
#include <variant>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// What both sides together may be off by at a zone's edge. Which side of the edge of an area a
// point is on, both know exactly.
double BandAt(const Zone& zone, double distance_from_edge) {
  const bool exact = distance_from_edge == 0 && std::holds_alternative<MultiPolygon>(zone.shape);
  return exact ? 0 : 0.03;
}

bool PermittedAt(const Asked& asked, const RiskPlanTerms& plan, const Zone& zone) {
  for (const PlacePermission& permission : plan.permissions) {
    if (permission.zone == zone.id && permission.site == asked.site &&
        NotPast(permission.valid_to, asked.today())) {
      return true;
    }
  }
  return false;
}

// Whether the zone has hours that the shifts do not meet.
bool OnTheJourneyAtMost(const Asked& asked, const Zone& zone) {
  const WeekPattern& shifts = asked.work().shifts;
  return zone.windows.stated() && shifts.stated() &&
         !ShareAMinute(MinutesOf(zone.windows), MinutesOf(shifts));
}

// A refusal by place, unless something softens it.
Said RefusedThere(const Asked& asked, const RiskPlanTerms& plan, const Zone& zone,
                  const std::string& code) {
  if (PermittedAt(asked, plan, zone)) return Review("PERMITTED_IN_SPITE_OF_ZONE", zone.id);
  if (zone.windows.stated() && !asked.work().shifts.stated()) {
    return Review("ZONE_HOURS_UNKNOWN", zone.id);
  }
  if (OnTheJourneyAtMost(asked, zone)) return Review("ZONE_HOURS_ON_THE_WAY", zone.id);
  if (IsShort(zone.starts_on, zone.ends_on)) return Review("ZONE_OF_EVENT", zone.id);
  return Refuses(code, zone.id);
}

// What settles the matter before anything is measured.
std::optional<Said> WithoutMeasuring(const Asked& asked, const Zone& zone) {
  if (asked.whereabouts == Whereabouts::kAtHome) return Passes("ZONE_AT_HOME", zone.id);
  const bool apart = OnTheJourneyAtMost(asked, zone);
  if (apart && ApartEvenWithJourneys(asked, zone.windows)) {
    return Passes("OUTSIDE_ZONE_HOURS", zone.id);
  }
  if (asked.whereabouts == Whereabouts::kNoSiteListed) {
    return apart ? Review("ZONE_HOURS_ON_THE_WAY", zone.id) : Refuses("ZONE_NO_SITE_LIST", zone.id);
  }
  if (!asked.place) return Review("ZONE_PLACE_UNKNOWN", zone.id);
  return std::nullopt;
}

Said AtExclusionZone(const Asked& asked, const RiskPlanTerms& plan, const Zone& zone) {
  if (const auto said = WithoutMeasuring(asked, zone)) return *said;
  const double s = asked.survey.SignedDistance(zone, asked.place->at);
  const double u = static_cast<double>(asked.place->uncertainty.value);
  const double b = static_cast<double>(zone.buffer.value);
  if (asked.doubt.AtMost(s, b - u, BandAt(zone, b - u))) {
    return RefusedThere(asked, plan, zone, "INSIDE_EXCLUSION_ZONE");
  }
  if (asked.doubt.AtMost(s, b + u, BandAt(zone, b + u))) {
    return Review("EXCLUSION_ZONE_UNCERTAIN", zone.id);
  }
  return Passes("OUTSIDE_EXCLUSION_ZONE", zone.id);
}

Said AtRestrictionZone(const Asked& asked, const RiskPlanTerms& plan, const Zone& zone) {
  if (const auto said = WithoutMeasuring(asked, zone)) return *said;
  const double s = asked.survey.SignedDistance(zone, asked.place->at);
  const double u = static_cast<double>(asked.place->uncertainty.value);
  if (asked.doubt.AtMost(s, -u, BandAt(zone, u))) {
    return Passes("INSIDE_RESTRICTION_ZONE", zone.id);
  }
  if (asked.doubt.AtMost(u, s, BandAt(zone, u))) {
    return RefusedThere(asked, plan, zone, "OUTSIDE_RESTRICTION_ZONE");
  }
  return Review("RESTRICTION_ZONE_UNCERTAIN", zone.id);
}

// Each zone of a kind that is not past. Work that moves about may be anywhere, besides.
Sayings AtEach(const Asked& asked, const RiskPlanTerms& plan, ZoneKind kind,
               Said (*at)(const Asked&, const RiskPlanTerms&, const Zone&)) {
  Sayings says;
  for (const Zone& zone : plan.zones) {
    if (zone.kind != kind || !NotPast(zone.ends_on, zone.windows, asked.today())) continue;
    says.push_back(at(asked, plan, zone));
    const bool settled =
        asked.whereabouts != Whereabouts::kAtSite || says.back().code == "OUTSIDE_ZONE_HOURS";
    if (asked.moves_about() && !settled) says.push_back(Review("ZONE_MOBILE_WORK", zone.id));
  }
  return says;
}

// The circles at the ends meet, and the way may be anywhere in them.
Said WithinItsEnds(const Asked& asked, const Zone& zone, const WayToWork& way) {
  const double around = static_cast<double>((way.home.uncertainty + way.work.uncertainty).value);
  const double outside = asked.survey.SignedDistance(zone, way.home.at);
  const bool keep_out = zone.kind == ZoneKind::kExclusion;
  const double clear = keep_out ? outside - static_cast<double>(zone.buffer.value) : -outside;
  const bool near = around > 0 && asked.doubt.AtMost(clear, around, BandAt(zone, clear));
  return near ? Review("WAY_NOT_KNOWN", zone.id) : Passes("WAY_CLEAR_OF_ZONE", zone.id);
}

Said OnTheWay(const Asked& asked, const Zone& zone) {
  constexpr double kHalfAMetre = 0.5;
  constexpr double kThreeMetres = 3;  // a metre at either end, and one more
  const WayToWork way{*asked.home, *asked.place};
  const double between = asked.survey.Between(way);
  if (std::abs(between) < kThreeMetres) asked.doubt.Raise();
  if (between <= 0) return WithinItsEnds(asked, zone, way);
  const double clear = asked.survey.LeastClearance(zone, way);
  // The rule warns rather too soon, by what its facts say.
  const double length = asked.survey.Distance(asked.home->at, asked.place->at);
  const double too_soon = std::max(10.0, length / 1'000) + kHalfAMetre;
  if (clear > -kHalfAMetre && clear < too_soon) asked.doubt.Raise();
  if (clear > 0) return Passes("WAY_CLEAR_OF_ZONE", zone.id);
  return Review(zone.kind == ZoneKind::kExclusion ? "WAY_ENTERS_ZONE" : "WAY_LEAVES_ZONE", zone.id);
}

}  // namespace

Sayings ExclusionZones(const Asked& asked, const RiskPlanTerms& plan) {
  return AtEach(asked, plan, ZoneKind::kExclusion, AtExclusionZone);
}

Sayings RestrictionZones(const Asked& asked, const RiskPlanTerms& plan) {
  return AtEach(asked, plan, ZoneKind::kRestriction, AtRestrictionZone);
}

Sayings Corridor(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  // A way that is not known is for review already, by the reach.
  if (asked.whereabouts == Whereabouts::kAtHome || !asked.home || !asked.place) return says;
  for (const Zone& zone : plan.zones) {
    if (NotPast(zone.ends_on, zone.windows, asked.today())) says.push_back(OnTheWay(asked, zone));
  }
  return says;
}

}  // namespace throughgate::oracle
