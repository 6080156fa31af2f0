#include "services/postings/lattice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "services/postings/ground_for_test.h"

namespace throughgate::services {
namespace {

using matcher::Ecef;

class Lattice : public testing::Test {
 protected:
  std::mt19937 random_{20261121};

  std::optional<Pattern> Find(const Grid& grid) { return FindLattice(PointsOf(grid, random_)); }
};

TEST_F(Lattice, IsThreeRowsOfThree) {
  EXPECT_EQ(Find({.rows = 3, .columns = 3})->places, 9u);
  EXPECT_EQ(Find({.rows = 3, .columns = 7})->places, 21u);
  EXPECT_EQ(Find({.rows = 2, .columns = 20}), std::nullopt);
  std::vector<Ecef> points = PointsOf({.rows = 3, .columns = 3}, random_);
  points.pop_back();
  EXPECT_EQ(FindLattice(points), std::nullopt);
  EXPECT_EQ(FindLattice({}), std::nullopt);
}

TEST_F(Lattice, IsFoundWhicheverWayItIsTurnedAndSomewhatOut) {
  for (int i = 0; i < 100; ++i) {
    const Grid grid{.rows = 4,
                    .columns = 5,
                    .step_m = Within(random_, 200, 10'000),
                    .jitter = 0.03,
                    .turn = Within(random_, 0, 3.14)};
    const auto found = Find(grid);
    ASSERT_TRUE(found) << grid.step_m << " m, " << grid.turn;
    EXPECT_GE(found->places, kLatticeMin);
    EXPECT_LE(found->places, 20u);
  }
}

TEST_F(Lattice, IsFoundAmongOtherPlaces) {
  std::vector<Ecef> points = Scattered(1'000, 300'000, random_);
  EXPECT_EQ(FindLattice(points), std::nullopt);
  const std::vector<Ecef> grid = PointsOf({.rows = 4, .columns = 4, .turn = 0.4}, random_);
  points.insert(points.end(), grid.begin(), grid.end());
  const auto found = FindLattice(points);
  ASSERT_TRUE(found);
  EXPECT_GE(found->places, 9u);
  EXPECT_GE(found->example, 1'000u);
}

TEST_F(Lattice, MayBeOfTriangles) {
  std::vector<Ecef> points;
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 4; ++column) {
      points.push_back(matcher::ToEcef(At(1'000 * column + 500 * row, 866 * row)));
    }
  }
  EXPECT_TRUE(FindLattice(points));
}

TEST_F(Lattice, IsTheSameInWhateverOrder) {
  std::vector<Ecef> points = PointsOf({.rows = 5, .columns = 5, .jitter = 0.01}, random_);
  for (int i = 0; i < 10; ++i) {
    std::ranges::shuffle(points, random_);
    EXPECT_EQ(FindLattice(points)->places, 25u);
  }
}

TEST_F(Lattice, HasStepsThatTellAnything) {
  EXPECT_EQ(Find({.step_m = 90}), std::nullopt);
  EXPECT_TRUE(Find({.step_m = 110}));
  EXPECT_TRUE(Find({.step_m = 13'000}));
  EXPECT_EQ(Find({.step_m = 25'000}), std::nullopt);
}

TEST_F(Lattice, CountsAPlaceOnce) {
  const std::vector<Ecef> nine(9, matcher::ToEcef(At(0, 0)));
  EXPECT_EQ(FindLattice(nine), std::nullopt);
  std::vector<Ecef> points = PointsOf({.rows = 3, .columns = 3}, random_);
  points.insert(points.end(), points.begin(), points.begin() + 9);
  EXPECT_EQ(FindLattice(points)->places, 9u);
}

TEST_F(Lattice, IsNotWhatIsScattered) {
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(FindLattice(Scattered(1'000, Within(random_, 5'000, 500'000), random_)),
              std::nullopt);
  }
}

// In a hundred towns, one to six branches in each within a mile of the middle.
TEST_F(Lattice, IsNotAChainOfShops) {
  for (int i = 0; i < 50; ++i) {
    std::vector<Ecef> points;
    for (int town = 0; town < 100; ++town) {
      const double east = Within(random_, 0, 250'000);
      const double north = Within(random_, 0, 250'000);
      for (int branch = 1 + town % 6; branch > 0; --branch) {
        points.push_back(matcher::ToEcef(
            At(east + Within(random_, -1'600, 1'600), north + Within(random_, -1'600, 1'600))));
      }
    }
    EXPECT_EQ(FindLattice(points), std::nullopt);
  }
}

}  // namespace
}  // namespace throughgate::services
