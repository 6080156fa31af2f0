#include "services/convert/shared_area.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include "matcher/geo/ecef.h"
#include "tests/support/model_generators.h"

namespace throughgate::services {
namespace {

using matcher::GeoPoint;
using Noise = std::array<std::uint8_t, 32>;

std::int64_t MetresBetween(GeoPoint a, GeoPoint b) {
  return matcher::ChordCm(matcher::ToEcef(a), matcher::ToEcef(b)) / 100;
}

matcher::Zone CircleAt(GeoPoint centre, std::int64_t radius_m) {
  matcher::Zone zone;
  zone.id = "north";
  zone.kind = matcher::ZoneKind::kExclusion;
  zone.shape = matcher::Circle{centre, {radius_m}};
  return zone;
}

Noise AnyNoise() {
  Noise noise;
  for (std::uint8_t& byte : noise) byte = *rc::gen::arbitrary<std::uint8_t>();
  return noise;
}

RC_GTEST_PROP(SharedArea, HoldsTheZoneAndItsBuffer, ()) {
  const matcher::Zone zone = *rc::gen::arbitrary<matcher::Zone>();
  const matcher::SharedArea area = SharedAreaFor(zone, AnyNoise());
  RC_ASSERT(area.id == zone.id);
  RC_ASSERT(area.radius.value % kSharedAreaStep.value == 0);
  if (const auto* circle = std::get_if<matcher::Circle>(&zone.shape)) {
    RC_ASSERT(MetresBetween(area.centre, circle->centre) + circle->radius.value +
                  zone.buffer.value <=
              area.radius.value);
    return;
  }
  for (const auto& polygon : std::get<matcher::MultiPolygon>(zone.shape).polygons) {
    for (const matcher::Ring& ring : polygon.rings) {
      for (const GeoPoint vertex : ring) {
        RC_ASSERT(MetresBetween(area.centre, vertex) + zone.buffer.value <= area.radius.value);
      }
    }
  }
}

TEST(SharedArea, IsTheSameWheneverItIsAsked) {
  const matcher::Zone zone = CircleAt({534'000'000, -22'000'000}, 700);
  Noise noise = {7, 1, 2, 3};
  const matcher::SharedArea first = SharedAreaFor(zone, noise);
  EXPECT_EQ(SharedAreaFor(zone, noise), first);
  noise[0] = 200;
  EXPECT_NE(SharedAreaFor(zone, noise).centre, first.centre);
  EXPECT_EQ(SharedAreaFor(zone, noise).radius, first.radius);
}

// Uniform over the disc: half of them lie beyond the radius of half its area, and every quarter of
// the compass has its share. Many zones' middles would else be found where their discs' are.
TEST(SharedArea, MovesMiddlesEvenly) {
  const GeoPoint middle{534'000'000, -22'000'000};
  const matcher::Zone zone = CircleAt(middle, 700);
  int beyond_half = 0;
  int north = 0;
  int east = 0;
  constexpr int kTries = 64 * 64;
  for (int i = 0; i < kTries; ++i) {
    Noise noise = {};
    noise[0] = static_cast<std::uint8_t>(i % 64 * 4);
    noise[8] = static_cast<std::uint8_t>(i / 64 * 4);
    const GeoPoint moved = SharedAreaFor(zone, noise).centre;
    const auto by = static_cast<double>(MetresBetween(middle, moved));
    EXPECT_LE(by, static_cast<double>(kSharedAreaMovedMax.value) * 1.001);
    beyond_half += by > static_cast<double>(kSharedAreaMovedMax.value) / std::sqrt(2) ? 1 : 0;
    north += moved.latitude_e7 > middle.latitude_e7 ? 1 : 0;
    east += moved.longitude_e7 > middle.longitude_e7 ? 1 : 0;
  }
  EXPECT_NEAR(beyond_half, kTries / 2, kTries / 25);
  EXPECT_NEAR(north, kTries / 2, kTries / 25);
  EXPECT_NEAR(east, kTries / 2, kTries / 25);
}

}  // namespace
}  // namespace throughgate::services
