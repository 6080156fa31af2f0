#include "matcher/index/forest/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace throughgate::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Told = std::tuple<int, int, int>;  // spot in the block, item, note

std::vector<Told> Of(const Mentions& mentions, std::size_t block) {
  std::vector<Told> told;
  mentions.Of(block).ForEach(
      [&](std::size_t spot, int item, int note) { told.emplace_back(spot, item, note); });
  return told;
}

TEST(Mentions, AreGivenBlockByBlock) {
  const std::vector<Mention> all = {{.spot = 0, .item = 7, .note = 2},
                                    {.spot = 0, .item = 9, .note = 31},
                                    {.spot = 31, .item = 7, .note = 1},
                                    {.spot = 32, .item = 0xFFFE, .note = 0},
                                    {.spot = 130, .item = 3, .note = 5}};
  const Mentions mentions(140, all);
  EXPECT_THAT(Of(mentions, 0), ElementsAre(Told(0, 7, 2), Told(0, 9, 31), Told(31, 7, 1)));
  EXPECT_THAT(Of(mentions, 1), ElementsAre(Told(0, 0xFFFE, 0)));
  EXPECT_THAT(Of(mentions, 2), IsEmpty());
  EXPECT_THAT(Of(mentions, 4), ElementsAre(Told(2, 3, 5)));
  EXPECT_EQ(mentions.Of(0).spots, 32u);
  EXPECT_EQ(mentions.Of(4).spots, 12u);
  EXPECT_EQ(mentions.Of(0).items.size(), 3u);
}

TEST(Mentions, OfNothingAreNone) {
  const Mentions mentions(40, std::vector<Mention>());
  EXPECT_THAT(Of(mentions, 0), IsEmpty());
  EXPECT_EQ(mentions.Of(1).spots, 8u);
}

}  // namespace
}  // namespace throughgate::matcher
