#include "matcher/geo/zone_shape.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <type_traits>

#include "matcher/geo/shapes_for_test.h"
#include "matcher/geo/vincenty_for_test.h"

namespace throughgate::matcher {
namespace {

ZoneShape Made(const std::variant<MultiPolygon, Circle>& shape) {
  absl::StatusOr<ZoneShape> made = ZoneShape::Make(shape);
  EXPECT_TRUE(made.ok()) << made.status();
  return *std::move(made);
}

static_assert(std::is_nothrow_move_constructible_v<ZoneShape>);

// About 660 m by 1,110 m, with a hole and an island in the hole.
MultiPolygon Lake() {
  MultiPolygon area =
      AreaOf({BoxOf({0, 0}, {100'000, 100'000}), BoxOf({20'000, 20'000}, {80'000, 80'000})});
  area.polygons.push_back({{BoxOf({40'000, 40'000}, {60'000, 60'000})}});
  return area;
}

TEST(ZoneShape, IsNegativeInsideAndPositiveOutside) {
  const ZoneShape shape = Made(Lake());
  EXPECT_LT(shape.SignedDistanceCm(At(10'000, 10'000)), 0);
  EXPECT_GT(shape.SignedDistanceCm(At(-10'000, 10'000)), 0);
}

TEST(ZoneShape, AHoleIsOutsideAndAnIslandInItInside) {
  const ZoneShape shape = Made(Lake());
  EXPECT_GT(shape.SignedDistanceCm(At(30'000, 30'000)), 0);
  EXPECT_LT(shape.SignedDistanceCm(At(50'000, 50'000)), 0);
}

TEST(ZoneShape, MeasuresToTheNearestEdgeOfAnyRing) {
  const ZoneShape shape = Made(Lake());
  const auto metres_north = [](GeoPoint p) {
    return VincentyCm(p, {p.latitude_e7 + 5'000, p.longitude_e7});
  };
  for (const GeoPoint p : {At(50'000, 95'000), At(50'000, 35'000), At(50'000, 15'000)}) {
    EXPECT_NEAR(std::abs(shape.SignedDistanceCm(p)), metres_north(p), 0.5L);
  }
}

TEST(ZoneShape, IsZeroOnEdgesAndVerticesAndNowhereElse) {
  const ZoneShape shape = Made(AreaOf({RingOf({{0, 0}, {30, 10}, {0, 20}})}));
  for (const GeoPoint p : {At(0, 0), At(30, 10), At(15, 5), At(27, 11), At(0, 1)}) {
    EXPECT_EQ(shape.SignedDistanceCm(p), 0);
  }
  EXPECT_EQ(shape.SignedDistanceCm(At(14, 5)), -1);
  EXPECT_EQ(shape.SignedDistanceCm(At(16, 5)), 1);
  EXPECT_EQ(shape.SignedDistanceCm(At(-1, 10)), 1);
}

// The nearest grid point to a long edge is some 1e-9 of a unit from it, far below a centimetre.
TEST(ZoneShape, KeepsTheSignWhereTheDistanceRoundsToNothing) {
  const ZoneShape shape =
      Made(AreaOf({RingOf({{0, 0}, {10'000'001, 10'000'000}, {0, 10'000'000}})}));
  EXPECT_EQ(shape.SignedDistanceCm(At(5'000'001, 5'000'000)), 1);
  EXPECT_EQ(shape.SignedDistanceCm(At(5'000'000, 5'000'000)), -1);
}

TEST(ZoneShape, WindingStartAndRepeatsDoNotMatter) {
  const ZoneShape shape = Made(AreaOf({RingOf({{0, 0}, {90, 5}, {70, 80}, {-10, 60}})}));
  const ZoneShape other =
      Made(AreaOf({RingOf({{70, 80}, {70, 80}, {90, 5}, {0, 0}, {-10, 60}, {-10, 60}})}));
  for (std::int32_t x = -50; x < 150; x += 7) {
    for (std::int32_t y = -50; y < 150; y += 7) {
      EXPECT_EQ(shape.SignedDistanceCm(At(x, y)), other.SignedDistanceCm(At(x, y)));
    }
  }
}

TEST(ZoneShape, MeasuresACircleFromItsRim) {
  const ZoneShape shape = Made(Circle{At(0, 0), Metres{500}});
  EXPECT_EQ(shape.SignedDistanceCm(At(0, 0)), -50'000);
  for (const GeoPoint p : {At(20'000, 0), At(0, 60'000), At(-900'000, 700'000), At(75'000, 0)}) {
    const Real truth = VincentyCm(At(0, 0), p) - 50'000;
    EXPECT_NEAR(shape.SignedDistanceCm(p), truth, 0.6L);
    EXPECT_LE(shape.LowerBoundCm(p), std::max<std::int64_t>(0, shape.SignedDistanceCm(p)));
  }
}

TEST(ZoneShape, RefusesWhatIsNotValid) {
  EXPECT_EQ(ZoneShape::Make(MultiPolygon{}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ZoneShape::Make(Circle{At(0, 0), Metres{0}}).status().code(),
            absl::StatusCode::kInvalidArgument);
}

// A triangle whose nearest edge lies about `metres` from a point, both in the United Kingdom.
struct Case {
  GeoPoint point;
  MultiPolygon area;
};

Case RandomCase(double metres, std::mt19937& random) {
  const auto between = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  const double turn = between(0, 6.2831853), length = std::pow(10, between(1, 5.3));
  const double latitude = between(49.2, 61.3), longitude = between(-8.5, 2);
  const auto away = [&](double north_m, double east_m) {
    const double degree_m = 111'300;
    return GeoPoint{static_cast<std::int32_t>((latitude + north_m / degree_m) * 1e7),
                    static_cast<std::int32_t>(
                        (longitude + east_m / degree_m / std::cos(latitude * 0.0174532925)) * 1e7)};
  };
  const auto rotated = [&](double ahead, double aside) {
    return away(ahead * std::cos(turn) - aside * std::sin(turn),
                ahead * std::sin(turn) + aside * std::cos(turn));
  };
  const double from = between(-0.9, -0.1) * length, to = from + length;
  const GeoPoint a = rotated(metres, from), b = rotated(metres, to),
                 c = rotated(metres + length, 0);
  return {away(0, 0), MultiPolygon{{Polygon{{Ring{a, b, c, a}}}}}};
}

TEST(ZoneShape, DistanceIsWithinTheStatedBoundOfADenselySampledEdge) {
  std::mt19937 random(11);
  for (const auto& [metres, bound_part] :
       {std::pair(1.0, 1e-6), std::pair(100.0, 1e-6), std::pair(3'000.0, 1e-6),
        std::pair(30'000.0, 1e-6), std::pair(95'000.0, 1e-6), std::pair(290'000.0, 1e-6),
        std::pair(700'000.0, 1e-5)}) {
    int tried = 0;
    for (int i = 0; i < 1'000 && tried < 40; ++i) {
      const Case one = RandomCase(metres, random);
      const absl::StatusOr<ZoneShape> shape = ZoneShape::Make(one.area);
      if (!shape.ok()) continue;  // reaches out of the United Kingdom
      ++tried;
      const Real truth = AreaEdgeDistanceCm(one.point, one.area);
      const Real got = std::abs(shape->SignedDistanceCm(one.point));
      ASSERT_NEAR(got, truth, 1 + truth * bound_part) << metres;
      ASSERT_LE(shape->LowerBoundCm(one.point), truth + 1);
    }
    EXPECT_GE(tried, 20) << metres;
  }
}

// Near a shape of the largest size, the blocks of edges must not hide the nearest edge.
TEST(ZoneShape, TenThousandVerticesAreMeasuredAsWellAsThree) {
  const MultiPolygon area = AreaOf({StarOf(At(0, 0), 9'999, 1'500'000, 1'600'000)});
  const ZoneShape shape = Made(area);
  for (const GeoPoint p : {At(0, 0), At(1'550'000, 10), At(9'000'000, 0)}) {
    const Real truth = AreaEdgeDistanceCm(p, area);
    EXPECT_NEAR(std::abs(shape.SignedDistanceCm(p)), truth, 1 + truth * 0.000001L);
  }
}

TEST(ZoneShape, LowerBoundIsZeroWhereThePointMayBeInside) {
  const ZoneShape shape = Made(Lake());
  EXPECT_EQ(shape.LowerBoundCm(At(10'000, 10'000)), 0);
  EXPECT_EQ(shape.LowerBoundCm(At(50'000, 30'000)), 0);
  const std::int64_t away = shape.SignedDistanceCm(At(-1'000'000, 50'000));
  EXPECT_LE(shape.LowerBoundCm(At(-1'000'000, 50'000)), away);
  EXPECT_GT(shape.LowerBoundCm(At(-1'000'000, 50'000)), away * 99 / 100);
}

}  // namespace
}  // namespace throughgate::matcher
