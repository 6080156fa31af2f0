#include "matcher/geo/ecef.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

#include "matcher/geo/vincenty_for_test.h"

namespace throughgate::matcher {
namespace {

GeoPoint RandomPoint(std::mt19937& random) {
  return {std::uniform_int_distribution<std::int32_t>(kLatitudeMinE7, kLatitudeMaxE7)(random),
          std::uniform_int_distribution<std::int32_t>(kLongitudeMinE7, kLongitudeMaxE7)(random)};
}

TEST(Ecef, PutsKnownPointsWhereTheyAre) {
  EXPECT_EQ(ToEcef({0, 0}), (Ecef{637'813'700, 0, 0}));
  EXPECT_EQ(ToEcef({0, 900'000'000}), (Ecef{0, 637'813'700, 0}));
  EXPECT_EQ(ToEcef({0, -1'800'000'000}), (Ecef{-637'813'700, 0, 0}));
  EXPECT_EQ(ToEcef({900'000'000, 0}), (Ecef{0, 0, 635'675'231}));
  EXPECT_EQ(ToEcef({-900'000'000, 0}), (Ecef{0, 0, -635'675'231}));
}

TEST(Ecef, AgreesWithTheTextbookToHalfACentimetre) {
  std::mt19937 random(1);
  for (int i = 0; i < 100'000; ++i) {
    const GeoPoint point = RandomPoint(random);
    const Real phi = DegreesOf(point).latitude * kPi / 180;
    const Real lambda = DegreesOf(point).longitude * kPi / 180;
    const Real f = 1 / 298.257223563L;
    const Real n = 637'813'700 / std::sqrt(1 - f * (2 - f) * std::sin(phi) * std::sin(phi));
    const Ecef got = ToEcef(point);
    ASSERT_LE(std::abs(got.x_cm - n * std::cos(phi) * std::cos(lambda)), 0.500001L);
    ASSERT_LE(std::abs(got.y_cm - n * std::cos(phi) * std::sin(lambda)), 0.500001L);
    ASSERT_LE(std::abs(got.z_cm - n * (1 - f) * (1 - f) * std::sin(phi)), 0.500001L);
  }
}

// How much shorter the chord is than the way along the ground, besides the rounding of both ends.
TEST(Ecef, ChordIsShorterThanTheGroundAsStated) {
  constexpr Real kRoundingCm = 3;
  for (const auto& [metres, shorter_cm] : {std::pair(1'000, 0.0L), std::pair(10'000, 0.1L),
                                           std::pair(30'000, 2.8L), std::pair(100'000, 102.4L)}) {
    std::mt19937 random(2);
    for (int i = 0; i < 10'000; ++i) {
      const GeoPoint p = RandomPoint(random);
      const double bearing = std::uniform_real_distribution<double>(0, 6.2831853)(random);
      const double east_per_north =
          std::cos(static_cast<double>(DegreesOf(p).latitude) * kPi / 180);
      const double reach_e7 = metres / 111'300.0 * 1e7;
      const GeoPoint q{p.latitude_e7 + static_cast<std::int32_t>(reach_e7 * std::cos(bearing)),
                       p.longitude_e7 + static_cast<std::int32_t>(reach_e7 * std::sin(bearing) /
                                                                  east_per_north)};
      const Real missing = VincentyCm(p, q) - ChordCm(ToEcef(p), ToEcef(q));
      ASSERT_NEAR(missing, shorter_cm, kRoundingCm + shorter_cm * 0.04L) << metres;
    }
  }
}

TEST(Ecef, ChordIsTheIntegerPartOfTheRoot) {
  for (const std::int32_t side : {0, 1, 2, 1'000, 94'906'267, 637'813'700, 1'275'627'400}) {
    const std::int32_t half = side / 2;
    EXPECT_EQ(ChordCm({-half, 0, 0}, {side - half, 0, 0}), side);
  }
  EXPECT_EQ(ChordCm({0, 0, 0}, {1, 1, 0}), 1);
  EXPECT_EQ(ChordCm({0, 0, 0}, {1, 1, 1}), 1);
  EXPECT_EQ(ChordCm({0, 0, 0}, {2, 2, 0}), 2);
  std::mt19937 random(3);
  for (int i = 0; i < 100'000; ++i) {
    const Ecef a = ToEcef(RandomPoint(random)), b = ToEcef(RandomPoint(random));
    const std::int64_t squared = ChordSquaredCm2(a, b), root = ChordCm(a, b);
    ASSERT_LE(root * root, squared);
    ASSERT_GT((root + 1) * (root + 1), squared);
  }
}

// m^4 + 2 m^2 is one less than the square of m^2 + 1, and a double cannot tell the two apart.
TEST(Ecef, ChordIsExactBeyondTheBitsOfADouble) {
  constexpr std::int32_t kM = 31'623;
  constexpr Ecef kFrom{-500'000'000, 0, 0};
  EXPECT_EQ(ChordCm(kFrom, {kM * kM - 500'000'000, kM, kM}), kM * kM);
  EXPECT_EQ(ChordCm(kFrom, {kM * kM + 1 - 500'000'000, 0, 0}), kM * kM + 1);
}

}  // namespace
}  // namespace throughgate::matcher
