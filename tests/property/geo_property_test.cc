// Zones of random shape against slow and obvious ways to say the same. A failure prints the seed.
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <utility>
#include <vector>

#include "matcher/geo/area_edges.h"
#include "matcher/geo/vincenty_for_test.h"
#include "matcher/geo/wgs84.h"
#include "matcher/geo/zone_shape.h"
#include "matcher/geo/zone_validity.h"

namespace throughgate::matcher {
namespace {

// ---- Shapes -------------------------------------------------------------------------------------

// Uniform in [low, high], however small rapidcheck would like to begin.
std::int32_t Pick(std::int32_t low, std::int32_t high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

// A ring that turns once round `centre`, each vertex between the two radii and in its own sector.
Ring StarRing(GeoPoint centre, int corners, std::int32_t low_e7, std::int32_t high_e7) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 6.283185307179586 * (i + Pick(0, 900) / 1000.0) / corners;
    const double radius = Pick(low_e7, high_e7);
    ring.push_back({centre.latitude_e7 + static_cast<std::int32_t>(radius * std::sin(angle)),
                    centre.longitude_e7 + static_cast<std::int32_t>(radius * std::cos(angle))});
  }
  ring.push_back(ring.front());
  return ring;
}

// A star; perhaps with a hole; perhaps with an island in the hole.
void AddLake(GeoPoint centre, std::int32_t radius, MultiPolygon& area) {
  const int corners = Pick(0, 3) == 0 ? 200 : Pick(8, 24);  // several blocks of edges, or one
  area.polygons.push_back({{StarRing(centre, corners, radius / 2, radius)}});
  if (Pick(0, 1) == 0) return;
  area.polygons.back().rings.push_back(StarRing(centre, 12, radius / 7, radius / 6));
  if (Pick(0, 1) == 0) return;
  area.polygons.push_back({{StarRing(centre, 8, radius / 20, radius / 12)}});
}

GeoPoint SomewhereInland() {
  return {Pick(495'000'000, 610'000'000), Pick(-85'000'000, 20'000'000)};
}

struct Zoned {
  MultiPolygon area;
  GeoPoint centre;
  std::int32_t radius = 0;
};

// One to four lakes, some 100 m to 20 km across, that do not overlap.
Zoned SomeZone() {
  Zoned zone{{}, SomewhereInland(), Pick(10, 1'000) * 1'000};
  const int lakes = Pick(1, 4);
  for (int i = 0; i < lakes; ++i) {
    AddLake({zone.centre.latitude_e7 + (i / 2) * 2 * zone.radius,
             zone.centre.longitude_e7 + (i % 2) * 2 * zone.radius},
            zone.radius, zone.area);
  }
  return zone;
}

ZoneShape Made(const MultiPolygon& area) {
  absl::StatusOr<ZoneShape> shape = ZoneShape::Make(area);
  RC_ASSERT(shape.ok());
  return *std::move(shape);
}

const Ring& SomeRing(const MultiPolygon& area) {
  const auto& polygon = area.polygons[Pick(0, static_cast<int>(area.polygons.size()) - 1)];
  return polygon.rings[Pick(0, static_cast<int>(polygon.rings.size()) - 1)];
}

// Anywhere about; or on, beside or level with a vertex; or in the middle of an edge, where rounding
// and rays through vertices do their harm.
GeoPoint SomePoint(const Zoned& zone) {
  const std::int32_t reach = 4 * zone.radius;
  const GeoPoint anywhere{zone.centre.latitude_e7 + Pick(-reach, reach),
                          zone.centre.longitude_e7 + Pick(-reach, reach)};
  const Ring& ring = SomeRing(zone.area);
  const int i = Pick(0, static_cast<int>(ring.size()) - 2);
  const GeoPoint a = ring[i], b = ring[i + 1];
  switch (Pick(0, 4)) {
    case 0:
      return {a.latitude_e7 + Pick(-1, 1), a.longitude_e7 + Pick(-1, 1)};
    case 1:
      return {a.latitude_e7, anywhere.longitude_e7};
    case 2:
      return {(a.latitude_e7 + b.latitude_e7) / 2 + Pick(-1, 1),
              (a.longitude_e7 + b.longitude_e7) / 2 + Pick(-1, 1)};
    default:
      return anywhere;
  }
}

// ---- Oracles ------------------------------------------------------------------------------------

using Wide = __int128;

Wide Cross(GeoPoint a, GeoPoint b, GeoPoint p) {
  return Wide(b.longitude_e7 - Wide(a.longitude_e7)) * (p.latitude_e7 - Wide(a.latitude_e7)) -
         Wide(b.latitude_e7 - Wide(a.latitude_e7)) * (p.longitude_e7 - Wide(a.longitude_e7));
}

// On the line, and seeing the two ends in opposite directions.
bool IsOn(GeoPoint p, GeoPoint a, GeoPoint b) {
  const Wide dot =
      (a.longitude_e7 - Wide(p.longitude_e7)) * (b.longitude_e7 - Wide(p.longitude_e7)) +
      (a.latitude_e7 - Wide(p.latitude_e7)) * (b.latitude_e7 - Wide(p.latitude_e7));
  return Cross(a, b, p) == 0 && dot <= 0;
}

// How often the ring goes round `p`, counterclockwise.
int WindingNumber(GeoPoint p, const Ring& ring) {
  int turns = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const bool from_below = ring[i].latitude_e7 <= p.latitude_e7;
    const bool to_below = ring[i + 1].latitude_e7 <= p.latitude_e7;
    if (from_below && !to_below && Cross(ring[i], ring[i + 1], p) > 0) ++turns;
    if (!from_below && to_below && Cross(ring[i], ring[i + 1], p) < 0) --turns;
  }
  return turns;
}

// -1 inside, 0 on an edge, 1 outside.
int TrueSign(GeoPoint p, const MultiPolygon& area) {
  int sign = 1;
  for (const Polygon& polygon : area.polygons) {
    bool inside = WindingNumber(p, polygon.rings[0]) != 0;
    for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
      const Ring& ring = polygon.rings[r];
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (IsOn(p, ring[i], ring[i + 1])) return 0;
      }
      if (r > 0 && WindingNumber(p, ring) != 0) inside = false;
    }
    if (inside) sign = -1;
  }
  return sign;
}

int SignOf(std::int64_t value) { return (value > 0) - (value < 0); }

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostPolygon = bg::model::polygon<BoostPoint>;
using BoostArea = bg::model::multi_polygon<BoostPolygon>;

// Boost's idea of `area` on a flat map in centimetres about `origin`.
BoostArea OnBoost(const MultiPolygon& area, GeoPoint origin, const GroundScale& scale) {
  BoostArea result;
  for (const Polygon& polygon : area.polygons) {
    BoostPolygon& into = result.emplace_back();
    into.inners().resize(polygon.rings.size() - 1);
    for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
      for (const GeoPoint p : polygon.rings[r]) {
        const BoostPoint at((p.longitude_e7 - origin.longitude_e7) * scale.east_cm,
                            (p.latitude_e7 - origin.latitude_e7) * scale.north_cm);
        (r == 0 ? into.outer() : into.inners()[r - 1]).push_back(at);
      }
    }
  }
  bg::correct(result);
  return result;
}

double EdgeDistanceOnBoost(const BoostArea& area) {
  const BoostPoint origin(0, 0);
  double least = 1e18;
  for (const BoostPolygon& polygon : area) {
    const auto distance_to = [&](const auto& ring) {
      return bg::distance(origin, bg::model::linestring<BoostPoint>(ring.begin(), ring.end()));
    };
    least = std::min(least, distance_to(polygon.outer()));
    for (const auto& inner : polygon.inners()) least = std::min(least, distance_to(inner));
  }
  return least;
}

bool IsValidOnBoost(const MultiPolygon& area) {
  return bg::is_valid(OnBoost(area, area.polygons[0].rings[0][0], GroundScale{1, 1}));
}

// ---- Properties ---------------------------------------------------------------------------------

RC_GTEST_PROP(GeoProperty, SignIsThatOfTheWindingNumber, ()) {
  const Zoned zone = SomeZone();
  const ZoneShape shape = Made(zone.area);
  for (int i = 0; i < 50; ++i) {
    const GeoPoint p = SomePoint(zone);
    RC_ASSERT(SignOf(shape.SignedDistanceCm(p)) == TrueSign(p, zone.area));
  }
}

RC_GTEST_PROP(GeoProperty, SignAndDistanceAreBoostsOnAFlatMap, ()) {
  const Zoned zone = SomeZone();
  const ZoneShape shape = Made(zone.area);
  for (int i = 0; i < 10; ++i) {
    const GeoPoint p = SomePoint(zone);
    const BoostArea flat = OnBoost(zone.area, p, FlatMapAt(p.latitude_e7).here);
    const double distance = EdgeDistanceOnBoost(flat);
    const auto got = static_cast<double>(shape.SignedDistanceCm(p));
    // What the map is wrong by (see FlatMap), and the rounding.
    RC_ASSERT(std::abs(std::abs(got) - distance) <=
              1.01 + distance * distance / (2 * kEarthRadiusCm));
    if (distance > 1) RC_ASSERT((got < 0) == bg::within(BoostPoint(0, 0), flat));
  }
}

Ring Turned(Ring ring) {
  ring.pop_back();
  std::rotate(ring.begin(), ring.begin() + Pick(0, static_cast<int>(ring.size()) - 1), ring.end());
  ring.push_back(ring.front());
  if (Pick(0, 1) == 0) std::reverse(ring.begin(), ring.end());
  return ring;
}

RC_GTEST_PROP(GeoProperty, WindingStartAndOrderChangeNothing, ()) {
  const Zoned zone = SomeZone();
  MultiPolygon other = zone.area;
  for (Polygon& polygon : other.polygons) {
    for (Ring& ring : polygon.rings) ring = Turned(ring);
  }
  std::reverse(other.polygons.begin(), other.polygons.end());
  const ZoneShape shape = Made(zone.area), turned = Made(other);
  const AreaEdges edges(zone.area), turned_edges(other);
  for (int i = 0; i < 50; ++i) {
    const GeoPoint p = SomePoint(zone);
    RC_ASSERT(shape.SignedDistanceCm(p) == turned.SignedDistanceCm(p));
    RC_ASSERT(shape.LowerBoundCm(p) == turned.LowerBoundCm(p));
    RC_ASSERT(edges.DistanceCm(p) == turned_edges.DistanceCm(p));  // to the last bit
  }
}

// Whoever walks d comes no more than d closer. Both ends are rounded, at worst by 1 cm each.
RC_GTEST_PROP(GeoProperty, DistanceChangesNoFasterThanOneMoves, ()) {
  const Zoned zone = SomeZone();
  const ZoneShape shape = Made(zone.area);
  for (int i = 0; i < 20; ++i) {
    const GeoPoint p = SomePoint(zone), far = SomePoint(zone);
    const GeoPoint near{p.latitude_e7 + Pick(-300, 300), p.longitude_e7 + Pick(-300, 300)};
    for (const GeoPoint q : {near, far}) {
      const std::int64_t difference = shape.SignedDistanceCm(p) - shape.SignedDistanceCm(q);
      const Real farthest =
          std::max(std::abs(shape.SignedDistanceCm(p)), std::abs(shape.SignedDistanceCm(q)));
      RC_ASSERT(std::abs(difference) <= VincentyCm(p, q) + 2 + farthest * 0.000001L);
    }
  }
}

// From within a hole one meets the hole's edge before any other.
RC_GTEST_PROP(GeoProperty, InAHoleTheDistanceIsThatToTheHole, ()) {
  const GeoPoint centre = SomewhereInland();
  const std::int32_t radius = Pick(1'000, 1'000'000);
  const Polygon lake{
      {StarRing(centre, 16, radius / 2, radius), StarRing(centre, 12, radius / 7, radius / 6)}};
  const ZoneShape shape = Made({{lake}}), hole = Made({{Polygon{{lake.rings[1]}}}});
  const std::int32_t reach = radius / 10;
  for (int i = 0; i < 50; ++i) {
    const GeoPoint p{centre.latitude_e7 + Pick(-reach, reach),
                     centre.longitude_e7 + Pick(-reach, reach)};
    if (WindingNumber(p, lake.rings[1]) == 0) continue;
    RC_ASSERT(shape.SignedDistanceCm(p) == -hole.SignedDistanceCm(p));
  }
}

GeoPoint AnywhereInTheUnitedKingdom() {
  return {Pick(kLatitudeMinE7, kLatitudeMaxE7), Pick(kLongitudeMinE7, kLongitudeMaxE7)};
}

// However many edges are passed over as too far away, the nearest is not.
RC_GTEST_PROP(GeoProperty, DistanceIsThatToTheNearestEdge, ()) {
  const Zoned zone = SomeZone();
  const ZoneShape shape = Made(zone.area);
  for (const GeoPoint p : {SomePoint(zone), SomePoint(zone), AnywhereInTheUnitedKingdom()}) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const Polygon& polygon : zone.area.polygons) {
      for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
          const MultiPolygon edge{{Polygon{{Ring{ring[i], ring[i + 1], ring[i]}}}}};
          const double distance = AreaEdges(edge).DistanceCm(p);
          least = std::min(least, static_cast<std::int64_t>(std::llround(distance)));
        }
      }
    }
    const std::int64_t got = std::abs(shape.SignedDistanceCm(p));
    RC_ASSERT(got == (got == 1 ? std::max<std::int64_t>(least, 1) : least));
  }
}

RC_GTEST_PROP(GeoProperty, LowerBoundIsNeverAboveTheDistance, ()) {
  const ZoneShape shape = Made(SomeZone().area);
  for (int i = 0; i < 50; ++i) {
    const GeoPoint p = AnywhereInTheUnitedKingdom();
    RC_ASSERT(shape.LowerBoundCm(p) <= std::max<std::int64_t>(0, shape.SignedDistanceCm(p)));
  }
}

// Vertices on a grid of `size` by `size` units: the smaller, the more they touch.
Ring ScribbledRing(GeoPoint origin, std::int32_t size) {
  Ring ring;
  const int corners = Pick(3, 7);
  for (int i = 0; i < corners; ++i) {
    ring.push_back({origin.latitude_e7 + Pick(0, size), origin.longitude_e7 + Pick(0, size)});
  }
  ring.push_back(ring.front());
  return ring;
}

MultiPolygon ScribbledArea(std::int32_t size) {
  const GeoPoint origin = SomewhereInland();
  MultiPolygon area{{Polygon{{ScribbledRing(origin, size)}}}};
  if (Pick(0, 2) == 0) area.polygons[0].rings.push_back(ScribbledRing(origin, size));
  if (Pick(0, 2) == 0) area.polygons.push_back({{ScribbledRing(origin, size)}});
  return area;
}

RC_GTEST_PROP(GeoProperty, WhatBoostFindsValidIsAccepted, ()) {
  for (int i = 0; i < 50; ++i) {
    const MultiPolygon area = ScribbledArea(Pick(2, 9));
    if (IsValidOnBoost(area)) RC_ASSERT(ValidateShape(area).ok());
  }
}

RC_GTEST_PROP(GeoProperty, WithoutTouchingValidityIsBoosts, ()) {
  for (int i = 0; i < 50; ++i) {
    const MultiPolygon area = ScribbledArea(5'000'000);
    RC_ASSERT(ValidateShape(area).ok() == IsValidOnBoost(area));
  }
}

// A ring that nowhere crosses itself goes round each point once or not at all, and always the same
// way; where it crosses, it goes round some point twice, or two points in opposite ways.
RC_GTEST_PROP(GeoProperty, AnAcceptedRingGoesRoundItsInsideOnce, ()) {
  constexpr std::int32_t kSize = 60;
  for (int i = 0; i < 20; ++i) {
    Ring ring = ScribbledRing(SomewhereInland(), 6);
    const GeoPoint origin = ring[0];
    for (GeoPoint& p : ring) {
      p.latitude_e7 = origin.latitude_e7 + 10 * (p.latitude_e7 - origin.latitude_e7);
      p.longitude_e7 = origin.longitude_e7 + 10 * (p.longitude_e7 - origin.longitude_e7);
    }
    if (!ValidateShape(MultiPolygon{{Polygon{{ring}}}}).ok()) continue;
    int least = 0, most = 0;
    for (std::int32_t y = -kSize; y <= kSize; ++y) {
      for (std::int32_t x = -kSize; x <= kSize; ++x) {
        const int turns = WindingNumber({origin.latitude_e7 + y, origin.longitude_e7 + x}, ring);
        least = std::min(least, turns);
        most = std::max(most, turns);
      }
    }
    RC_ASSERT(most - least == 1);
  }
}

}  // namespace
}  // namespace throughgate::matcher
