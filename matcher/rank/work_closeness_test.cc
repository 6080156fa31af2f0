#include "matcher/rank/work_closeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace throughgate::matcher {
namespace {

TEST(WorkCloseness, OfNothingIsNone) {
  const std::vector<std::uint8_t> none;
  const WorkCloseness closeness(none);
  EXPECT_EQ(closeness.MostIn(WorkRange{3, 70}), 0);
  EXPECT_EQ(closeness.MostIn(WorkRange()), 0);
  EXPECT_EQ(closeness.Of(kNoIndex), 0);
}

TEST(WorkCloseness, OfARangeIsThatOfTheClosestInIt) {
  std::mt19937 random(2);
  std::vector<std::uint8_t> percents(1'000);
  for (std::uint8_t& percent : percents) percent = random() % 50 == 0 ? random() % 101 : 0;
  const WorkCloseness closeness(percents);
  for (int i = 0; i < 20'000; ++i) {
    const auto a = static_cast<OccupationIndex>(random() % percents.size());
    const auto b = static_cast<OccupationIndex>(a + random() % (percents.size() - a));
    EXPECT_EQ(closeness.MostIn(WorkRange{a, b}),
              *std::max_element(percents.begin() + a, percents.begin() + b + 1));
  }
}

TEST(WorkCloseness, OfASetIsNeverLessThanThatOfTheClosestInIt) {
  std::mt19937 random(3);
  // More than a mask tells apart.
  std::vector<std::uint8_t> percents(WorkMask::kStretch * WorkMask::kBits * 2);
  for (std::uint8_t& percent : percents) percent = random() % 101;
  percents[77] = 0;
  const WorkCloseness closeness(percents);
  for (int i = 0; i < 2'000; ++i) {
    WorkMask mask;
    std::uint8_t most = 0;
    for (int j = 0; j < 3; ++j) {
      const auto work = static_cast<OccupationIndex>(random() % percents.size());
      mask.Include(work);
      most = std::max(most, percents[work]);
      EXPECT_EQ(closeness.Of(work), percents[work]);
    }
    EXPECT_GE(closeness.MostIn(mask), most);
  }
  EXPECT_EQ(closeness.MostIn(WorkMask()), 0);
}

}  // namespace
}  // namespace throughgate::matcher
