#include "matcher/rank/bound_queue.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace throughgate::matcher {
namespace {

TEST(BoundQueue, GivesTheGreatestBoundFirstAndNoneBelowTheLeast) {
  BoundQueue<char> queue;
  EXPECT_FALSE(queue.Pop(0).has_value());
  queue.Push(7, 'a');
  queue.Push(kScoreMost, 'b');
  queue.Push(0, 'c');
  EXPECT_EQ(queue.Pop(0)->thing, 'b');
  EXPECT_FALSE(queue.Pop(8).has_value());
  EXPECT_EQ(queue.Pop(7)->thing, 'a');
  queue.Push(500, 'd');
  const auto next = queue.Pop(-3);
  EXPECT_EQ(next->thing, 'd');
  EXPECT_EQ(next->bound, 500);
  EXPECT_EQ(queue.Pop(-3)->thing, 'c');
  EXPECT_FALSE(queue.Pop(-3).has_value());
}

TEST(BoundQueue, LosesNothing) {
  std::mt19937 random(1);
  BoundQueue<int> queue;
  std::multimap<int, int> expected;
  for (int i = 0; i < 20'000; ++i) {
    if (random() % 3 > 0) {
      const int bound = static_cast<int>(random() % (kScoreMost + 1));
      queue.Push(bound, i);
      expected.emplace(bound, i);
      continue;
    }
    const auto next = queue.Pop(0);
    ASSERT_EQ(next.has_value(), !expected.empty());
    if (!next) continue;
    ASSERT_EQ(next->bound, expected.rbegin()->first);
    const auto [begin, end] = expected.equal_range(next->bound);
    const auto same = std::find_if(begin, end, [&](auto& e) { return e.second == next->thing; });
    ASSERT_NE(same, end);
    expected.erase(same);
  }
}

}  // namespace
}  // namespace throughgate::matcher
