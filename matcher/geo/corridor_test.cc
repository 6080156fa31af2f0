// The way to work against every point of it, one by one.
#include "matcher/geo/corridor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "matcher/geo/ecef.h"
#include "matcher/geo/shapes_for_test.h"
#include "matcher/geo/zone_shape.h"

namespace throughgate::matcher {
namespace {

constexpr std::int32_t kKilometreNorth = 89'860;
constexpr std::int32_t kKilometreEast = 150'800;

GeoPoint Km(double east, double north) {
  return At({static_cast<std::int32_t>(east * kKilometreEast),
             static_cast<std::int32_t>(north * kKilometreNorth)});
}

// Two kilometres square, its south-west corner at the middle of the grid.
ZoneShape Square() {
  return *ZoneShape::Make(AreaOf({BoxOf({0, 0}, {2 * kKilometreEast, 2 * kKilometreNorth})}));
}

Corridor Way(GeoPoint home, GeoPoint work, std::int64_t home_m = 0, std::int64_t work_m = 0) {
  return {home, work, home_m * 100, work_m * 100};
}

TEST(Corridor, EntersWhatItLeadsThrough) {
  EXPECT_TRUE(MayEnter(Square(), Way(Km(-3, 1), Km(5, 1)), 0));
  EXPECT_TRUE(MayEnter(Square(), Way(Km(1, -3), Km(1, 1)), 0)) << "ends in it";
  EXPECT_FALSE(MayEnter(Square(), Way(Km(-3, 3), Km(5, 3)), 0));
  EXPECT_FALSE(MayEnter(Square(), Way(Km(-5, 1), Km(-1, 1)), 0)) << "ends before it";
}

TEST(Corridor, ComesWithinAMargin) {
  EXPECT_TRUE(MayEnter(Square(), Way(Km(-3, 2.9), Km(5, 2.9)), 100'000));
  EXPECT_FALSE(MayEnter(Square(), Way(Km(-3, 3.1), Km(5, 3.1)), 100'000));
}

TEST(Corridor, IsAsWideAsItsEndsAreUncertain) {
  // 500 m north of the zone in the middle of the way; the ends are 4 km from that.
  const GeoPoint home = Km(-3, 2.5);
  const GeoPoint work = Km(5, 2.5);
  EXPECT_FALSE(MayEnter(Square(), Way(home, work), 0));
  EXPECT_TRUE(MayEnter(Square(), Way(home, work, 0, 1'200), 0)) << "600 m wide half-way";
  EXPECT_FALSE(MayEnter(Square(), Way(home, work, 0, 600), 0)) << "300 m wide half-way";
}

TEST(Corridor, SaysNothingOfTheAreaThatThePersonLivesIn) {
  const GeoPoint beside = Km(-0.5, 1);
  EXPECT_FALSE(MayEnter(Square(), Way(beside, Km(-8, 1), 2'000, 0), 0));
  EXPECT_TRUE(MayEnter(Square(), Way(beside, Km(8, 1), 2'000, 0), 0));
  EXPECT_FALSE(MayEnter(Square(), Way(Km(-0.1, 1), Km(-20, 1), 2'000, 0), 0))
      << "the way begins at the edge of that area, no sooner";
}

TEST(Corridor, LeavesAShapeThatIsNotConvex) {
  // An L: from the one arm to the other the straight way is outside.
  const Ring ell = RingOf({{0, 0},
                           {4 * kKilometreEast, 0},
                           {4 * kKilometreEast, kKilometreNorth},
                           {kKilometreEast, kKilometreNorth},
                           {kKilometreEast, 4 * kKilometreNorth},
                           {0, 4 * kKilometreNorth}});
  const ZoneShape shape = *ZoneShape::Make(AreaOf({ell}));
  EXPECT_TRUE(MayLeave(shape, Way(Km(0.5, 3.5), Km(3.5, 0.5))));
  EXPECT_FALSE(MayLeave(shape, Way(Km(0.5, 3.5), Km(0.5, 0.5))));
  EXPECT_TRUE(MayLeave(shape, Way(Km(0.5, 3.5), Km(6, 0.5)))) << "ends outside";
}

TEST(Corridor, OfNoLengthIsNoWay) {
  EXPECT_FALSE(MayEnter(Square(), Way(Km(4, 4), Km(4, 4)), 0));
  EXPECT_FALSE(MayEnter(Square(), Way(Km(1, 1), Km(1, 1)), 0));
}

TEST(Corridor, EndsWhereTheWorkMayBegin) {
  // 1 m, or within its uncertainty, of the zone: whether the work is in it is not for the way to
  // say.
  EXPECT_FALSE(MayEnter(Square(), Way(Km(-5, 1), Km(-0.001, 1)), 0));
  EXPECT_FALSE(MayEnter(Square(), Way(Km(-5, 1), Km(-0.5, 1), 0, 700), 0));
}

TEST(Corridor, EndsNoSoonerThanTheWorkMayBegin) {
  // The way enters the square 100 m before it comes to where the work may be.
  EXPECT_TRUE(MayEnter(Square(), Way(Km(-0.6, 1), Km(2.1, 1), 0, 2'000), 0));
}

// Never wrongly no, and wrongly yes only within the margin that is promised.
TEST(Corridor, AgreesWithEveryPointOfIt) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> anywhere(-12, 12);
  const ZoneShape shape = *ZoneShape::Make(AreaOf({StarOf(Km(0, 0), 60, 200'000, 700'000)}));
  int entered = 0;
  for (int i = 0; i < 400; ++i) {
    const GeoPoint home = Km(anywhere(random), anywhere(random));
    const GeoPoint work = Km(anywhere(random), anywhere(random));
    constexpr int kSteps = 400;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (int step = 0; step < kSteps - 4; ++step) {
      const auto between = [&](std::int32_t a, std::int32_t b) {
        return static_cast<std::int32_t>(a + (std::int64_t{b} - a) * step / kSteps);
      };
      least =
          std::min(least, shape.SignedDistanceCm({between(home.latitude_e7, work.latitude_e7),
                                                  between(home.longitude_e7, work.longitude_e7)}));
    }
    const std::int64_t length = ChordCm(ToEcef(home), ToEcef(work));
    const bool may = MayEnter(shape, Way(home, work), 0);
    entered += may ? 1 : 0;
    if (least <= 0) {
      EXPECT_TRUE(may) << i;
    }
    // The promised margin, and half the way between two of the points looked at.
    const std::int64_t margin =
        std::max<std::int64_t>(1'000, length * 12 / 10'000) + 1 + length / kSteps;
    if (least > margin) {
      EXPECT_FALSE(may) << i;
    }
  }
  EXPECT_GT(entered, 60);
  EXPECT_LT(entered, 340);
}

}  // namespace
}  // namespace throughgate::matcher
