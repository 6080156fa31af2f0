#include "matcher/geo/exact_plane.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string_view>

#include "matcher/geo/shapes_for_test.h"

namespace throughgate::matcher {
namespace {

// The widest there is: an edge across the United Kingdom and a point at the end of the integers.
TEST(ExactPlane, SideDoesNotOverflow) {
  constexpr std::int32_t kEnd = std::numeric_limits<std::int32_t>::max();
  const PlanePoint southwest = OnPlane({kLatitudeMinE7, kLongitudeMinE7});
  const PlanePoint northeast = OnPlane({kLatitudeMaxE7, kLongitudeMaxE7});
  EXPECT_GT(Side(southwest, northeast, OnPlane({kEnd, -kEnd})), 0);
  EXPECT_LT(Side(southwest, northeast, OnPlane({-kEnd, kEnd})), 0);
  EXPECT_EQ(Side(southwest, northeast, southwest), 0);
}

TEST(ExactPlane, TellsOneUnitFromTheLine) {
  const PlanePoint a = OnPlane(At(0, 0));
  const PlanePoint b = OnPlane(At(60'000'001, 40'000'001));
  const PlanePoint near = OnPlane(At(30'000'000, 20'000'000));
  EXPECT_NE(Side(a, b, near), 0);
  EXPECT_EQ(Side(a, b, Middle(At(0, 0), At(60'000'001, 40'000'001))), 0);
}

TEST(ExactPlane, AnEdgeIncludesItsEndsAndNothingBeyond) {
  const PlanePoint a = OnPlane(At(0, 0)), b = OnPlane(At(30, 10));
  EXPECT_TRUE(OnEdge(a, a, b));
  EXPECT_TRUE(OnEdge(b, a, b));
  EXPECT_TRUE(OnEdge(OnPlane(At(15, 5)), a, b));
  EXPECT_FALSE(OnEdge(OnPlane(At(33, 11)), a, b));
  EXPECT_FALSE(OnEdge(OnPlane(At(15, 6)), a, b));
}

// Rays through vertices and along horizontal edges are where such tests go wrong.
TEST(ExactPlane, LocatesEveryPointOfAGrid) {
  const Ring ring =
      RingOf({{0, 0}, {6, 0}, {6, 3}, {8, 3}, {8, 6}, {5, 6}, {4, 3}, {3, 6}, {0, 6}});
  const std::string_view picture[] = {
      "...........",  //
      ".eeee.eeee.",  //
      ".eiii.iiie.",  //
      ".eiii.iiie.",  //
      ".eiiieieee.",  //
      ".eiiiiie...",  //
      ".eiiiiie...",  //
      ".eeeeeee...",  //
      "...........",  //
  };
  for (std::int32_t row = 0; row < 9; ++row) {
    for (std::int32_t column = 0; column < 11; ++column) {
      const Location got = Locate(OnPlane(At(column - 1, 7 - row)), ring);
      const char* letters = ".ei";
      EXPECT_EQ(letters[static_cast<int>(got)], picture[row][static_cast<std::size_t>(column)])
          << "row " << row << ", column " << column;
    }
  }
}

}  // namespace
}  // namespace throughgate::matcher
