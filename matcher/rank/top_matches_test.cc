#include "matcher/rank/top_matches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace throughgate::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Match WithKey(Ordinal ordinal, std::uint64_t major) {
  Match match;
  match.ordinal = ordinal;
  match.key = {major, 0};
  return match;
}

// The ordinals of the best `limit` of `keys`, whose ordinals are their positions.
std::vector<Ordinal> Top(std::size_t limit, std::optional<RankKey> below,
                         const std::vector<std::uint64_t>& keys) {
  TopMatches top(limit, below);
  for (std::size_t i = 0; i < keys.size(); ++i)
    top.Offer(WithKey(static_cast<Ordinal>(i), keys[i]));
  std::vector<Ordinal> ordinals;
  for (const Match& match : std::move(top).Take()) ordinals.push_back(match.ordinal);
  return ordinals;
}

TEST(TopMatches, KeepsTheBestInOrder) {
  EXPECT_THAT(Top(3, {}, {5, 9, 1, 7, 8}), ElementsAre(1, 4, 3));
  EXPECT_THAT(Top(1, {}, {5, 9, 1}), ElementsAre(1));
}

TEST(TopMatches, GivesAllWhenThereAreFewer) {
  EXPECT_THAT(Top(10, {}, {5, 9}), ElementsAre(1, 0));
  EXPECT_THAT(Top(10, {}, {}), IsEmpty());
}

TEST(TopMatches, KeepsTheLowerOrdinalOfEqualKeys) {
  EXPECT_THAT(Top(2, {}, {4, 4, 4, 4}), ElementsAre(0, 1));
  EXPECT_THAT(Top(2, {}, {3, 4, 4, 4}), ElementsAre(1, 2));
}

TEST(TopMatches, ContinuesStrictlyBelow) {
  EXPECT_THAT(Top(2, RankKey{8, 0}, {5, 9, 1, 7, 8}), ElementsAre(3, 0));
  EXPECT_THAT(Top(2, RankKey{8, 1}, {5, 9, 1, 7, 8}), ElementsAre(4, 3));
  EXPECT_THAT(Top(2, RankKey{0, 0}, {5, 9}), IsEmpty());
}

}  // namespace
}  // namespace throughgate::matcher
