#include "matcher/geo/ecef_box.h"

#include <gtest/gtest.h>

#include <random>

namespace throughgate::matcher {
namespace {

constexpr Ecef kAt = {387'000'000, -15'000'000, 505'000'000};

Ecef Moved(const Ecef& from, std::int32_t x, std::int32_t y, std::int32_t z) {
  return {from.x_cm + x, from.y_cm + y, from.z_cm + z};
}

TEST(EcefBox, StartsEmptyAndTakesPointsAndBoxes) {
  EcefBox box;
  EXPECT_TRUE(box.empty());
  EXPECT_EQ(box.WidestCm(), 0);
  box.Include(kAt);
  EXPECT_FALSE(box.empty());
  EXPECT_EQ(box.WidestCm(), 0);
  EcefBox other;
  other.Include(Moved(kAt, -5, 70, 3));
  box.Include(other);
  box.Include(EcefBox());
  EXPECT_EQ(box.low, Moved(kAt, -5, 0, 0));
  EXPECT_EQ(box.high, Moved(kAt, 0, 70, 3));
  EXPECT_EQ(box.WidestCm(), 70);
}

TEST(EcefBox, IsNearWhatItHolds) {
  EcefBox box;
  box.Include(kAt);
  box.Include(Moved(kAt, 1'000, 1'000, 1'000));
  EXPECT_EQ(box.LeastDistanceCm(kAt), 0);
  EXPECT_EQ(box.LeastDistanceCm(Moved(kAt, 500, 500, 500)), 0);
}

// From home to the other side of the Earth, where a double holds no single centimetres squared.
TEST(EcefBox, IsNeverFartherThanAPointInItAndHardlyNearerThanTheNearest) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 200'000; ++i) {
    const auto spread = static_cast<std::int32_t>(1 + (1'270'000'000 >> random() % 30));
    const auto within = [&] {
      return static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(spread)) - spread / 2;
    };
    const Ecef from = {within() / 2, within() / 2, within() / 2};
    const Ecef point = Moved(from, within() / 2, within() / 2, within() / 2);
    EcefBox box;
    box.Include(point);
    EXPECT_LE(box.LeastDistanceCm(from), ChordCm(from, point));
    EXPECT_GE(box.LeastDistanceCm(from), ChordCm(from, point) - 2);
    EXPECT_FALSE(box.IsBeyond(from, ChordCm(from, point)));
    EXPECT_TRUE(ChordCm(from, point) == 0 || box.IsBeyond(from, ChordCm(from, point) - 1));
    box.Include(Moved(from, within() / 2, within() / 2, within() / 2));
    EXPECT_LE(box.LeastDistanceCm(from), ChordCm(from, point));
  }
}

// The square is one less than that of 900'000'011, and the nearest double is more than that.
TEST(EcefBox, IsNotFartherWhereADoubleRoundsUp) {
  const Ecef from = {-450'000'000, 0, 0};
  const Ecef point = Moved(from, 900'000'004, 9'698, 111'830);
  ASSERT_EQ(ChordCm(from, point), 900'000'010);
  EcefBox box;
  box.Include(point);
  EXPECT_LE(box.LeastDistanceCm(from), ChordCm(from, point));
}

}  // namespace
}  // namespace throughgate::matcher
