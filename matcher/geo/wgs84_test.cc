#include "matcher/geo/wgs84.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "matcher/geo/vincenty_for_test.h"

namespace throughgate::matcher {
namespace {

bool InUnitedKingdom(Degrees p) {
  return p.latitude >= 49 && p.latitude <= 61.5 && p.longitude >= -9 && p.longitude <= 2.5;
}

// Pairs of points in the United Kingdom about `metres` apart, in all directions.
template <typename Visit>
void ForManyPairs(double metres, Visit visit) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> latitude(49, 61.5), longitude(-9, 2.5), turn(0, 2 * kPi);
  for (int i = 0; i < 20'000; ++i) {
    const Degrees p{latitude(random), longitude(random)};
    const double bearing = turn(random);
    const Degrees q{p.latitude + metres / 111'300 * std::cos(bearing),
                    p.longitude + metres / 111'300 * std::sin(bearing) /
                                      std::cos(static_cast<double>(p.latitude) * kPi / 180)};
    if (InUnitedKingdom(q)) visit(p, q);
  }
}

SurfacePoint SurfaceOf(Degrees p) {
  return OnSurface(static_cast<double>(p.latitude * 1e7L), static_cast<double>(p.longitude * 1e7L));
}

TEST(Vincenty, AgreesWithThePublishedExample) {
  const auto degrees = [](int d, int m, Real s) { return d + m / 60.0L + s / 3600; };
  const Degrees flinders_peak{-degrees(37, 57, 3.72030L), degrees(144, 25, 29.52440L)};
  const Degrees buninyong{-degrees(37, 39, 10.15610L), degrees(143, 55, 35.38390L)};
  EXPECT_NEAR(static_cast<double>(VincentyCm(flinders_peak, buninyong)), 5'497'227.1, 0.1);
}

TEST(Wgs84, PutsKnownPointsWhereTheyAre) {
  const SurfacePoint equator = OnSurface(0, 0);
  EXPECT_EQ(equator.x_cm, 637'813'700);
  EXPECT_EQ(equator.z_cm, 0);
  EXPECT_NEAR(OnSurface(900'000'000, 0).z_cm, 635'675'231.4245, 1e-3);
}

TEST(Wgs84, GroundDistanceIsWithinTheStatedBound) {
  for (const auto& [metres, bound_cm] :
       {std::pair(1e2, 0.001), std::pair(1e3, 0.001), std::pair(1e4, 0.001), std::pair(1e5, 1.0),
        std::pair(3e5, 300.0), std::pair(1e6, 1000.0)}) {
    ForManyPairs(metres, [&, bound = bound_cm](Degrees p, Degrees q) {
      const Real truth = VincentyCm(p, q);
      ASSERT_NEAR(GroundDistanceCm(SurfaceOf(p), SurfaceOf(q)), static_cast<double>(truth), bound);
    });
  }
}

Real FlatCm(Degrees p, Degrees q, const GroundScale& scale) {
  const Real east = (q.longitude - p.longitude) * 1e7L * scale.east_cm;
  const Real north = (q.latitude - p.latitude) * 1e7L * scale.north_cm;
  return std::sqrt(east * east + north * north);
}

TEST(Wgs84, TheFlatMapIsWithinTheStatedBounds) {
  for (const double metres : {1e2, 1e4, 1e5, 3e5, 1e6}) {
    ForManyPairs(metres, [](Degrees p, Degrees q) {
      const FlatMap map = FlatMapAt(static_cast<double>(p.latitude * 1e7L));
      const GroundScale half_way =
          map.HalfWayTo(static_cast<double>((q.latitude - p.latitude) * 1e7L));
      const Real truth = VincentyCm(p, q);
      const Real part = truth / kEarthRadiusCm;
      ASSERT_LT(std::abs(FlatCm(p, q, map.here) - truth), truth * part / 2 + 0.001L);
      ASSERT_LT(std::abs(FlatCm(p, q, half_way) - truth), truth * part * part / 2 + 0.001L);
    });
  }
}

}  // namespace
}  // namespace throughgate::matcher
