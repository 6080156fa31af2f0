// What the matcher measures of zones, against GEOS: which side of the edge a point is on, how far
// from it, and how near a way passes. THROUGHGATE_GEOS_SHAPES sets how many random shapes are
// measured (200); the real ones are all measured, where they are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "matcher/geo/corridor.h"
#include "matcher/geo/ecef.h"
#include "matcher/geo/zone_shape.h"
#include "tests/oracle/dice.h"
#include "tests/oracle/edge_places.h"
#include "tests/oracle/geos/geos.h"
#include "tests/oracle/geos/real_areas.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

int RandomShapes() {
  const char* const given = std::getenv("THROUGHGATE_GEOS_SHAPES");
  return given == nullptr ? 200 : std::atoi(given);
}

Zone RandomArea(Dice& dice) {
  for (;;) {
    Zone zone = AnyZone(dice);
    if (std::holds_alternative<MultiPolygon>(zone.shape)) return zone;
  }
}

// A corner, a point beside the edge, or one anywhere about.
GeoPoint SomePoint(Dice& dice, const Zone& zone) {
  const MultiPolygon& area = std::get<MultiPolygon>(zone.shape);
  switch (dice.Between(0, 3)) {
    case 0:
      return Corner(dice, area);
    case 1:
      return BesideEdge(dice, zone, dice.OneOf({-20.0, -0.1, 0.1, 3.0, 900.0}));
    default: {
      const GeoPoint corner = Corner(dice, area);
      return {corner.latitude_e7 + dice.Between(-300'000, 300'000),
              corner.longitude_e7 + dice.Between(-300'000, 300'000)};
    }
  }
}

Side SideBySign(std::int64_t signed_cm) {
  if (signed_cm == 0) return Side::kOnEdge;
  return signed_cm < 0 ? Side::kInside : Side::kOutside;
}

bool InTheUnitedKingdom(GeoPoint point) {
  return kLatitudeMinE7 <= point.latitude_e7 && point.latitude_e7 <= kLatitudeMaxE7 &&
         kLongitudeMinE7 <= point.longitude_e7 && point.longitude_e7 <= kLongitudeMaxE7;
}

void MeasurePoint(const ZoneShape& shape, const MultiPolygon& area, const Geometry& in_degrees,
                  GeoPoint point) {
  const std::int64_t found_cm = shape.SignedDistanceCm(point);
  const Spot spot(point);
  ASSERT_EQ(SideBySign(found_cm), SideOf(in_degrees, PointAt(AsDegrees(spot))));
  if (!InTheUnitedKingdom(point)) return;
  const Geometry on_map = AreaOn(MapAround(spot), area, &spot);
  const double expected_cm = DistanceToEdge(on_map, PointAt({})) * 100;
  // What zone_shape.h promises, half a centimetre of rounding, and what the map is off by.
  const double allowed_cm = 1 + expected_cm * 1e-6 + 0.5 + 0.5;
  ASSERT_NEAR(static_cast<double>(std::abs(found_cm)), expected_cm, allowed_cm);
}

void MeasurePoints(Dice& dice, const Zone& zone, int points) {
  const MultiPolygon& area = std::get<MultiPolygon>(zone.shape);
  const ZoneShape shape = *ZoneShape::Make(zone.shape);
  const Geometry in_degrees = AreaOn(AsDegrees, area, nullptr);
  for (int i = 0; i < points && !testing::Test::HasFatalFailure(); ++i) {
    MeasurePoint(shape, area, in_degrees, SomePoint(dice, zone));
  }
}

TEST(Geos, AgreesOnRandomAreas) {
  for (int seed = 1; seed <= RandomShapes() && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(testing::Message() << "shape " << seed);
    Dice dice(seed);
    MeasurePoints(dice, RandomArea(dice), 20);
  }
}

TEST(Geos, AgreesOnRealAreas) {
  const std::vector<NamedArea> areas = RealAreas();
  if (areas.empty()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA";
  int measured = 0;
  int refused = 0;
  for (const NamedArea& real : areas) {
    SCOPED_TRACE(real.name);
    Zone zone;
    zone.shape = real.area;
    if (!ZoneShape::Make(zone.shape).ok()) {
      ++refused;
      continue;
    }
    Dice dice(++measured);
    MeasurePoints(dice, zone, 12);
    if (HasFatalFailure()) return;
  }
  std::cout << measured << " real areas measured, " << refused << " refused\n";
  EXPECT_GT(measured, 300);
}

TEST(Geos, AgreesOnWaysPastRandomAreas) {
  int entered = 0;
  int passed = 0;
  for (int seed = 1; seed <= RandomShapes(); ++seed) {
    Dice dice(seed);
    const Zone zone = RandomArea(dice);
    const ZoneShape shape = *ZoneShape::Make(zone.shape);
    for (int i = 0; i < 20; ++i) {
      const GeoPoint home = SomePoint(dice, zone);
      const GeoPoint work = SomePoint(dice, zone);
      const Spot middle = Along(Spot(home), Spot(work), 0.5);
      const Projection map = MapAround(middle);
      const auto area = AreaOn(map, std::get<MultiPolygon>(zone.shape), &middle);
      const double distance_cm = 100 * Distance(LineOn(map, Spot(home), Spot(work), middle), area);
      const double margin_cm = dice.OneOf({0.0, 10'000.0, distance_cm - 50, distance_cm + 50});
      const bool may = MayEnter(shape, {home, work, 0, 0}, static_cast<std::int64_t>(margin_cm));
      const double length_cm = static_cast<double>(ChordCm(ToEcef(home), ToEcef(work)));
      // What corridor.h promises: never wrongly no, wrongly yes by so much at most.
      const double graze_cm = std::max(1'000.0, length_cm / 1'000);
      // The way ends that much, and not surely more, before the work.
      const double part = 1 - (graze_cm + 400) / length_cm;
      const Spot end = Along(Spot(home), Spot(work), std::max(0.0, part));
      if (part > 0 && 100 * Distance(LineOn(map, Spot(home), end, middle), area) <= margin_cm - 2) {
        ASSERT_TRUE(may) << "shape " << seed << " way " << i;
      } else if (distance_cm > margin_cm + graze_cm) {
        ASSERT_FALSE(may) << "shape " << seed << " way " << i;
      }
      ++(may ? entered : passed);
    }
  }
  EXPECT_GT(entered, RandomShapes());
  EXPECT_GT(passed, RandomShapes());
}

}  // namespace
}  // namespace throughgate::oracle
