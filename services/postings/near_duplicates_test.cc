#include "services/postings/near_duplicates.h"

#include <gtest/gtest.h>

#include <random>

#include "services/postings/ground_for_test.h"

namespace throughgate::services {
namespace {

using matcher::Ecef;

// In a row, `apart_m` from each other.
std::vector<Ecef> Row(int count, double apart_m) {
  std::vector<Ecef> points;
  for (int i = 0; i < count; ++i) points.push_back(matcher::ToEcef(At(apart_m * i, 0)));
  return points;
}

TEST(NearDuplicates, AreTenPlacesWithinTwoKilometresOfOne) {
  EXPECT_EQ(FindNearDuplicates(Row(10, 390)), (Pattern{.places = 10, .example = 4}));
  EXPECT_EQ(FindNearDuplicates(Row(9, 390)), std::nullopt);
  EXPECT_EQ(FindNearDuplicates(Row(30, 500)), std::nullopt);
  EXPECT_EQ(FindNearDuplicates({}), std::nullopt);
}

TEST(NearDuplicates, AreNotTheBuildingsOfAYard) {
  EXPECT_EQ(FindNearDuplicates(Row(30, 1)), std::nullopt);
  EXPECT_EQ(FindNearDuplicates(std::vector<Ecef>(30, matcher::ToEcef(At(0, 0)))), std::nullopt);
}

TEST(NearDuplicates, AreFoundAmongOtherPlaces) {
  std::mt19937 random{1};
  std::vector<Ecef> points = Scattered(500, 300'000, random);
  EXPECT_EQ(FindNearDuplicates(points), std::nullopt);
  for (const Ecef& point : Row(12, 200)) points.push_back(point);
  const auto found = FindNearDuplicates(points);
  ASSERT_TRUE(found);
  EXPECT_GE(found->places, 10u);
}

}  // namespace
}  // namespace throughgate::services
