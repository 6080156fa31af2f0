#include "tests/oracle/edge_places.h"

#include <cmath>
#include <numbers>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/outline.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// One metre, roughly, about where the worlds are.
constexpr double kMetreNorth = 89.86;
constexpr double kMetreEast = 150.6;

Spot Moved(const Spot& spot, double north, double east) {
  return {spot.latitude + north * kMetreNorth, spot.longitude + east * kMetreEast};
}

GeoPoint Rounded(const Spot& spot) {
  return {static_cast<std::int32_t>(std::lround(spot.latitude)),
          static_cast<std::int32_t>(std::lround(spot.longitude))};
}

// Corners at equal angles, between half and all of `metres` from the middle.
Ring Star(Dice& dice, const Spot& middle, int metres) {
  const int corners = dice.Between(3, 7);
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double far = dice.Between(metres / 2, metres);
    ring.push_back(Rounded(Moved(middle, far * std::sin(angle), far * std::cos(angle))));
  }
  ring.push_back(ring.front());
  return ring;
}

MultiPolygon AnyArea(Dice& dice) {
  const Spot middle(Somewhere(dice));
  const int metres = dice.OneOf({300, 2'000, 6'000});
  MultiPolygon area{{Polygon{{Star(dice, middle, metres)}}}};
  if (dice.OneIn(3)) area.polygons[0].rings.push_back(Star(dice, middle, metres / 5));
  if (dice.OneIn(4)) {
    area.polygons.push_back({{Star(dice, Moved(middle, 0, 2.5 * metres), metres)}});
  }
  return area;
}

// Somewhere on the edge, and a direction away from it, in metres.
struct Foot {
  Spot at;
  double north = 0;
  double east = 0;
};

Foot SomeFoot(Dice& dice, const Zone& zone) {
  if (const Circle* circle = std::get_if<Circle>(&zone.shape)) {
    const double angle = 2 * std::numbers::pi * dice.Between(0, 359) / 360;
    const double radius = static_cast<double>(circle->radius.value);
    return {Moved(Spot(circle->centre), radius * std::sin(angle), radius * std::cos(angle)),
            std::sin(angle), std::cos(angle)};
  }
  const Ring& ring = dice.Pick(dice.Pick(std::get<MultiPolygon>(zone.shape).polygons).rings);
  const int edge = dice.Between(0, static_cast<int>(ring.size()) - 2);
  const Spot from(ring[edge]);
  const Spot to(ring[edge + 1]);
  const double north = static_cast<double>(to.latitude - from.latitude) / kMetreNorth;
  const double east = static_cast<double>(to.longitude - from.longitude) / kMetreEast;
  const double length = std::hypot(north, east);
  return {Along(from, to, dice.Between(1, 9) / 10.0L), -east / length, north / length};
}

Place SiteBeside(Dice& dice, const Zone& zone) {
  const std::int64_t u = dice.OneOf<std::int64_t>({0, 0, 100, 1'000});
  const auto* const area = std::get_if<MultiPolygon>(&zone.shape);
  if (area != nullptr && dice.OneIn(6)) return {Corner(dice, *area), {u}};
  const double edge = static_cast<double>(zone.buffer.value + (dice.OneIn(2) ? u : -u));
  return {BesideEdge(dice, zone, edge + dice.OneOf({-2.0, -1.0, -0.2, 0.2, 1.0, 2.0})), {u}};
}

// Home, such that the way to `work` passes about as far from `zone` as it must.
GeoPoint HomeBeyond(Dice& dice, const Zone& zone, const Place& work, std::int64_t home_width) {
  const double share = dice.OneOf({0.3, 0.5, 0.8});  // of the way, where it passes the zone
  const double width = home_width + (work.uncertainty.value - home_width) * share;
  const double inside = zone.kind == ZoneKind::kRestriction ? -1 : 1;
  const Spot by(
      BesideEdge(dice, zone, zone.buffer.value + inside * width + dice.OneOf({-40, -3, 15, 40})));
  return Rounded(Along(Spot(work.at), by, 1 / (1 - share)));
}

const Zone* SomeZone(Dice& dice, const PlainWorld& world) {
  const auto& plan = dice.Pick(world.plans);
  return plan && !plan->zones.empty() ? &dice.Pick(plan->zones) : nullptr;
}

bool InTheUnitedKingdom(GeoPoint point) {
  return kLatitudeMinE7 <= point.latitude_e7 && point.latitude_e7 <= kLatitudeMaxE7 &&
         kLongitudeMinE7 <= point.longitude_e7 && point.longitude_e7 <= kLongitudeMaxE7;
}

}  // namespace

GeoPoint Somewhere(Dice& dice) {
  return Rounded(Moved(Spot(GeoPoint{534'800'000, -22'400'000}), dice.Between(-8'000, 8'000),
                       dice.Between(-8'000, 8'000)));
}

Place SomewherePlace(Dice& dice) {
  return {Somewhere(dice), {dice.OneOf<std::int64_t>({0, 100, 1'000})}};
}

Zone AnyZone(Dice& dice) {
  Zone zone;
  zone.kind = dice.OneIn(3) ? ZoneKind::kRestriction : ZoneKind::kExclusion;
  zone.shape = AnyArea(dice);
  if (dice.OneIn(3)) {
    zone.shape = Circle{Somewhere(dice), {dice.OneOf<std::int64_t>({200, 3'000, 9'000})}};
  }
  if (zone.kind == ZoneKind::kExclusion) {
    zone.buffer = {dice.OneOf<std::int64_t>({0, 0, 100, 1'000})};
  }
  return zone;
}

GeoPoint BesideEdge(Dice& dice, const Zone& zone, double metres) {
  const Outline outline(zone.shape);
  const Foot foot = SomeFoot(dice, zone);
  const auto at = [&](double away) {
    return Rounded(Moved(foot.at, away * foot.north, away * foot.east));
  };
  const auto outside = [&](double away) { return outline.RoughSignedDistance(Spot(at(away))); };
  const double side = outside(1) > outside(-1) ? 1 : -1;
  double away = side * metres;
  for (int turn = 0; turn < 3; ++turn) away += side * (metres - outside(away));
  return at(away);
}

GeoPoint Corner(Dice& dice, const MultiPolygon& area) {
  return dice.Pick(dice.Pick(dice.Pick(area.polygons).rings));
}

void AddSites(Dice& dice, PlainWorld& world) {
  for (int i = 0; i < kSites; ++i) {
    Site site;
    site.name = {EmployerId(EmployerOf(i)), SiteId(i)};
    const Zone* const zone = SomeZone(dice, world);
    if (!dice.OneIn(10)) {
      site.terms.place = zone != nullptr ? SiteBeside(dice, *zone) : SomewherePlace(dice);
    }
    world.sites.push_back(std::move(site));
  }
}

void AddDistricts(Dice& dice, PlainWorld& world) {
  for (int i = 0; i < kDistricts; ++i) {
    District district;
    district.code = "M" + std::to_string(i);
    district.centre = Somewhere(dice);
    district.uncertainty = {dice.OneOf<std::int64_t>({0, 100, 100, 300, 1'500})};
    district.region = dice.OneOf({"Cheshire", "Greater Manchester", ""});
    const Zone* const zone = SomeZone(dice, world);
    const std::optional<Place>& work = dice.Pick(world.sites).terms.place;
    if (work && dice.OneIn(5)) {
      district.centre = work->at;
    } else if (work && zone != nullptr && dice.OneIn(2)) {
      const GeoPoint home = HomeBeyond(dice, *zone, *work, district.uncertainty.value);
      if (InTheUnitedKingdom(home)) district.centre = home;
    }
    world.districts.push_back(std::move(district));
  }
}

}  // namespace throughgate::oracle
