#include "services/convert/shared_area.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <string_view>
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

// Noise that is the same for every cell.
auto Always(const Noise& noise) {
  return [noise](std::string_view) { return noise; };
}

Noise AnyNoise() {
  Noise noise;
  for (std::uint8_t& byte : noise) byte = *rc::gen::arbitrary<std::uint8_t>();
  return noise;
}

RC_GTEST_PROP(SharedArea, HoldsTheZoneAndItsBuffer, ()) {
  const matcher::Zone zone = *rc::gen::arbitrary<matcher::Zone>();
  const matcher::SharedArea area = SharedAreaFor(zone, Always(AnyNoise()));
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

// The middle of a cell.
constexpr GeoPoint kMiddle{534'015'000, -21'975'000};

TEST(SharedArea, IsTheSameWheneverItIsAsked) {
  const matcher::Zone zone = CircleAt(kMiddle, 700);
  Noise noise = {7, 1, 2, 3};
  const matcher::SharedArea first = SharedAreaFor(zone, Always(noise));
  EXPECT_EQ(SharedAreaFor(zone, Always(noise)), first);
  noise[0] = 200;
  EXPECT_NE(SharedAreaFor(zone, Always(noise)).centre, first.centre);
  EXPECT_EQ(SharedAreaFor(zone, Always(noise)).radius, first.radius);
}

// As a keyed hash would: each cell by its name, and none like its neighbour.
Noise OfName(std::string_view cell) {
  std::seed_seq seed(cell.begin(), cell.end());
  std::mt19937 random(seed);
  Noise noise;
  for (std::uint8_t& byte : noise) byte = static_cast<std::uint8_t>(random());
  return noise;
}

TEST(SharedArea, HasTheMiddleOfItsCellWhateverItIsCalledAndWhereverInItItLies) {
  const matcher::SharedArea first = SharedAreaFor(CircleAt(kMiddle, 700), OfName);
  for (const GeoPoint by : {GeoPoint{44'999, 74'999}, {-45'000, -75'000}, {-30'000, 60'000}}) {
    matcher::Zone zone = CircleAt(
        {kMiddle.latitude_e7 + by.latitude_e7, kMiddle.longitude_e7 + by.longitude_e7}, 700);
    zone.id = "renamed";
    const matcher::SharedArea area = SharedAreaFor(zone, OfName);
    EXPECT_EQ(area.centre, first.centre);
    EXPECT_EQ(area.radius, first.radius) << "the radius would tell where in the cell it lies";
  }
  for (const GeoPoint by : {GeoPoint{90'000, 0}, {-90'000, 0}, {0, 150'000}, {0, -150'000}}) {
    const GeoPoint next{kMiddle.latitude_e7 + by.latitude_e7,
                        kMiddle.longitude_e7 + by.longitude_e7};
    // How far it is moved, not only from where.
    const GeoPoint moved = SharedAreaFor(CircleAt(next, 700), OfName).centre;
    EXPECT_NE(moved.latitude_e7 - by.latitude_e7, first.centre.latitude_e7);
  }
}

TEST(SharedArea, KeepsItsMiddleWhileADiscAboutItHoldsTheZone) {
  const matcher::SharedArea shown = SharedAreaFor(CircleAt(kMiddle, 700), OfName);
  EXPECT_EQ(SharedAreaAbout(shown, CircleAt(kMiddle, 700)), shown);
  const GeoPoint next{kMiddle.latitude_e7 + 46'000, kMiddle.longitude_e7};
  ASSERT_NE(SharedAreaFor(CircleAt(next, 700), OfName).centre, shown.centre);
  EXPECT_EQ(SharedAreaAbout(shown, CircleAt(next, 700)), shown);
  const auto grown = SharedAreaAbout(shown, CircleAt(next, 2'700));
  ASSERT_TRUE(grown.has_value());
  EXPECT_EQ(grown->centre, shown.centre);
  EXPECT_EQ(grown->radius.value, shown.radius.value + 2'000);
  for (const std::int32_t north : {-600'000, 600'000}) {
    const GeoPoint far{kMiddle.latitude_e7 + north, kMiddle.longitude_e7};
    EXPECT_EQ(SharedAreaAbout(shown, CircleAt(far, 700)), std::nullopt);
  }
}

RC_GTEST_PROP(SharedArea, HoldsTheZoneAboutTheMiddleThatWasShown, ()) {
  const matcher::Zone zone = *rc::gen::arbitrary<matcher::Zone>();
  const matcher::SharedArea shown = SharedAreaFor(zone, Always(AnyNoise()));
  RC_ASSERT(SharedAreaAbout(shown, zone) == shown);
}

// Greenwich is where cells begin to be counted: none is twice as wide there, nor shared by both
// sides.
TEST(SharedArea, EastAndWestOfGreenwichAreTwoCells) {
  std::vector<std::string> asked;
  const auto ask = [&](std::string_view cell) {
    asked.emplace_back(cell);
    return Noise{};
  };
  for (const std::int32_t east : {-1, 0}) SharedAreaFor(CircleAt({515'000'000, east}, 700), ask);
  EXPECT_THAT(asked, testing::ElementsAre("cells/5722/-1", "cells/5722/0"));
}

// Uniform over the disc: half of them lie beyond the radius of half its area, and every quarter of
// the compass has its share. Many zones' middles would else be found where their discs' are.
TEST(SharedArea, MovesMiddlesEvenly) {
  const matcher::Zone zone = CircleAt(kMiddle, 700);
  int beyond_half = 0;
  int north = 0;
  int east = 0;
  constexpr int kTries = 64 * 64;
  for (int i = 0; i < kTries; ++i) {
    Noise noise = {};
    noise[0] = static_cast<std::uint8_t>(i % 64 * 4);
    noise[8] = static_cast<std::uint8_t>(i / 64 * 4);
    const GeoPoint moved = SharedAreaFor(zone, Always(noise)).centre;
    const auto by = static_cast<double>(MetresBetween(kMiddle, moved));
    EXPECT_LE(by, static_cast<double>(kSharedAreaMovedMax.value) * 1.001);
    beyond_half += by > static_cast<double>(kSharedAreaMovedMax.value) / std::sqrt(2) ? 1 : 0;
    north += moved.latitude_e7 > kMiddle.latitude_e7 ? 1 : 0;
    east += moved.longitude_e7 > kMiddle.longitude_e7 ? 1 : 0;
  }
  EXPECT_NEAR(beyond_half, kTries / 2, kTries / 25);
  EXPECT_NEAR(north, kTries / 2, kTries / 25);
  EXPECT_NEAR(east, kTries / 2, kTries / 25);
}

}  // namespace
}  // namespace throughgate::services
