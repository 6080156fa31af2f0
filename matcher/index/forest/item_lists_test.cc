#include "matcher/index/forest/item_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <utility>
#include <vector>

namespace throughgate::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Named = std::vector<std::pair<int, int>>;  // spot and note

Named Listed(const ItemLists& lists, std::uint16_t item) {
  Named named;
  lists.ForEach(item, [&](int spot, int note) { named.emplace_back(spot, note); });
  return named;
}

TEST(ItemLists, GiveTheSpotsThatNameAnItemInOrder) {
  const ItemLists lists({{3, 7, 1}, {0, 9, 31}, {1023, 7, 0}, {0, 7, 2}});
  EXPECT_THAT(Listed(lists, 7), ElementsAre(std::pair(0, 2), std::pair(3, 1), std::pair(1023, 0)));
  EXPECT_THAT(Listed(lists, 9), ElementsAre(std::pair(0, 31)));
  EXPECT_THAT(Listed(lists, 8), IsEmpty());
}

TEST(ItemLists, OfNothingGiveNothing) {
  EXPECT_THAT(Listed(ItemLists(), 0), IsEmpty());
  EXPECT_THAT(Listed(ItemLists(std::vector<Mention>()), 0), IsEmpty());
}

// As full as a leaf can be, and with items that all begin to be looked for at one slot.
TEST(ItemLists, HoldWhatAnyLeafNames) {
  std::mt19937 random(3);
  for (const int items : {1, 2, 3, 50, 6'000, 0xFFFF}) {
    std::map<std::uint16_t, Named> expected;
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < ItemLists::kMentionsMost; ++i) {
      const auto item = static_cast<std::uint16_t>(random() % static_cast<unsigned>(items));
      const auto spot = static_cast<std::uint16_t>(random() % ItemLists::kSpotsMost);
      const auto note = static_cast<std::uint8_t>(random() % ItemLists::kNotesMost);
      Named& named = expected[item];
      if (std::any_of(named.begin(), named.end(), [&](auto& n) { return n.first == spot; })) {
        continue;
      }
      named.emplace_back(spot, note);
      mentions.push_back({spot, item, note});
    }
    const ItemLists lists(mentions);
    for (int item = 0; item < items; ++item) {
      Named& named = expected[static_cast<std::uint16_t>(item)];
      std::sort(named.begin(), named.end());
      ASSERT_EQ(Listed(lists, static_cast<std::uint16_t>(item)), named);
    }
  }
}

}  // namespace
}  // namespace throughgate::matcher
