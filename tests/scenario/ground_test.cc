#include "tests/scenario/ground.h"

#include <gtest/gtest.h>

#include <array>

#include "matcher/geo/vincenty_for_test.h"

namespace throughgate::scenario {
namespace {

using matcher::GeoPoint;

// From end to end of the United Kingdom, and both sides of Greenwich.
constexpr std::array<GeoPoint, 5> kPlaces = {{{499'000'000, -63'000'000},
                                              {514'779'000, -1'000},
                                              {534'800'000, -22'400'000},
                                              {546'000'000, -59'500'000},
                                              {608'000'000, -8'000'000}}};

constexpr std::array<double, 6> kMetres = {0, 1, 499, 2'001, 13'900, 30'000};

TEST(Ground, NorthAndSouthAreAsFarAsAskedFor) {
  for (const GeoPoint from : kPlaces) {
    for (const double metres : kMetres) {
      for (const double way : {metres, -metres}) {
        const GeoPoint to = Moved(from, {.east_m = 0, .north_m = way});
        EXPECT_NEAR(static_cast<double>(matcher::VincentyCm(from, to)), metres * 100, 1.0);
        EXPECT_EQ(to.longitude_e7, from.longitude_e7);
      }
    }
  }
}

// Along the parallel, which is longer than the straight way by 7 cm at 30 km and 60 degrees north.
TEST(Ground, EastAndWestAreAsFarAsAskedForAndOnTheSameParallel) {
  for (const GeoPoint from : kPlaces) {
    for (const double metres : kMetres) {
      for (const double way : {metres, -metres}) {
        const GeoPoint to = Moved(from, {.east_m = way, .north_m = 0});
        EXPECT_NEAR(static_cast<double>(matcher::VincentyCm(from, to)), metres * 100,
                    metres > 14'000 ? 10.0 : 2.0);
        EXPECT_EQ(to.latitude_e7, from.latitude_e7);
      }
    }
  }
}

TEST(Ground, NothingIsNowhereElse) {
  for (const GeoPoint from : kPlaces) EXPECT_EQ(Moved(from, Offset()), from);
}

TEST(Ground, CrossesTheMeridianOfGreenwich) {
  const GeoPoint west{514'779'000, -1'000};
  EXPECT_GT(Moved(west, {.east_m = 100, .north_m = 0}).longitude_e7, 0);
}

}  // namespace
}  // namespace throughgate::scenario
