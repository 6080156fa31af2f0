#include "matcher/rank/rank_key.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace throughgate::matcher {
namespace {

constexpr std::int64_t kKilometreCm = 100'000;
constexpr std::int32_t kAnyDay = 20'000;

// Each of these decides over all that come after it.
TEST(RankKey, OrdersByScoreThenNeedsThenDistanceThenDayThenHash) {
  const std::vector<RankKey> falling = {
      MakeRankKey(1'000, 0, -1, kAnyDay + 1, 0),
      MakeRankKey(999, 50, -1, kAnyDay + 1, 0),
      MakeRankKey(999, 49, 0, kAnyDay + 1, 0),
      MakeRankKey(999, 49, kKilometreCm, kAnyDay, 0),
      MakeRankKey(999, 49, kKilometreCm, kAnyDay + 1, 2),
      MakeRankKey(999, 49, kKilometreCm, kAnyDay + 1, 1),
      MakeRankKey(0, 255, 0, 0, std::numeric_limits<std::uint64_t>::max()),
  };
  for (std::size_t i = 1; i < falling.size(); ++i) EXPECT_GT(falling[i - 1], falling[i]) << i;
}

TEST(RankKey, CountsWholeKilometresRoundedDown) {
  const auto at = [](std::int64_t cm) { return MakeRankKey(500, 1, cm, kAnyDay, 1); };
  EXPECT_EQ(at(0), at(kKilometreCm - 1));
  EXPECT_GT(at(kKilometreCm - 1), at(kKilometreCm));
  EXPECT_GT(at(4'094 * kKilometreCm), at(-1));
  EXPECT_EQ(at(4'095 * kKilometreCm), at(-1));
  EXPECT_EQ(at(std::numeric_limits<std::int64_t>::max()), at(-1));
}

TEST(RankKey, TellsDaysApartFrom1252To4123) {
  const auto since = [](std::int32_t day) { return MakeRankKey(500, 1, 0, day, 1); };
  constexpr std::int32_t kFirst = -(1 << 18);
  constexpr std::int32_t kLast = (1 << 20) - 1 - (1 << 18);
  for (const std::int32_t day : {kFirst, -1, 0, 84'006, kLast - 1}) {
    EXPECT_GT(since(day), since(day + 1)) << day;
  }
  EXPECT_EQ(since(std::numeric_limits<std::int32_t>::min()), since(kFirst));
  EXPECT_EQ(since(std::numeric_limits<std::int32_t>::max()), since(kLast));
}

TEST(RankKey, CountsAtMost255NeedsMet) {
  const auto met = [](std::int32_t needs) { return MakeRankKey(500, needs, 0, kAnyDay, 1); };
  EXPECT_GT(met(255), met(254));
  EXPECT_EQ(met(256), met(255));
  EXPECT_EQ(met(-1), met(0));
}

// No part reaches into another, whatever is in it.
TEST(RankKey, KeepsTheScoreOnTop) {
  for (const std::int32_t score : {0, 1, 999, 1'000}) {
    EXPECT_EQ(MakeRankKey(score, 300, 0, -1'000'000, ~std::uint64_t{0}).major >> 54,
              static_cast<std::uint64_t>(score));
    EXPECT_EQ(MakeRankKey(score, 0, -1, 2'000'000, 0).major >> 54,
              static_cast<std::uint64_t>(score));
  }
}

}  // namespace
}  // namespace throughgate::matcher
