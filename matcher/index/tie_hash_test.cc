#include "matcher/index/tie_hash.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "absl/strings/str_cat.h"

namespace throughgate::matcher {
namespace {

// Published: whoever computes an order again needs these very values.
TEST(TieHash, IsTheOneThatIsPublished) {
  EXPECT_EQ(kTieSalt, "throughgate-1");
  EXPECT_EQ(TieHash(""), 0x235ae688fdc46f62u);
  EXPECT_EQ(TieHash("candidates/c-1"), 0x1ff4b06cde55407du);
}

TEST(TieHash, SpreadsNamesThatDifferInANumberOnly) {
  constexpr int kNames = 64'000;
  std::array<int, 64> by_top_bits = {};
  std::set<std::uint64_t> hashes;
  for (int i = 0; i < kNames; ++i) {
    const std::uint64_t hash = TieHash(absl::StrCat("employers/acme/vacancies/cook-", i));
    ++by_top_bits[hash >> 58];
    hashes.insert(hash);
  }
  EXPECT_EQ(hashes.size(), kNames);
  for (const int count : by_top_bits) {
    EXPECT_GT(count, 850);
    EXPECT_LT(count, 1'150);
  }
}

// Neither the earlier name nor the later one is favoured.
TEST(TieHash, OrdersNeighboursEitherWayEquallyOften) {
  constexpr int kPairs = 10'000;
  int earlier_first = 0;
  for (int i = 0; i < kPairs; ++i) {
    if (TieHash(absl::StrCat("candidates/", i)) > TieHash(absl::StrCat("candidates/", i + 1))) {
      ++earlier_first;
    }
  }
  EXPECT_NEAR(earlier_first, kPairs / 2, kPairs / 50);
}

}  // namespace
}  // namespace throughgate::matcher
