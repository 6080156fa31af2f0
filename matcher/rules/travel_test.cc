#include "matcher/rules/travel.h"

#include <gtest/gtest.h>

#include <array>

#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {
namespace {

constexpr int kNoon = 12 * 60;
constexpr int kMidnight = 0;
constexpr std::int64_t kKm = 100'000;  // in centimetres
constexpr std::array kModes = {TravelMode::kUnspecified, TravelMode::kWalk, TravelMode::kCycle,
                               TravelMode::kPublicTransport, TravelMode::kCar};

std::int64_t ByDay(TravelMode mode, std::int64_t cm) { return TravelMinutesAfter(mode, cm, kNoon); }
std::int64_t ByNight(TravelMode mode, std::int64_t cm) {
  return TravelMinutesAfter(mode, cm, kMidnight);
}

// The table as RANKING.md publishes it, for 10 km.
TEST(Travel, TakesAsLongAsPublished) {
  EXPECT_EQ(ByDay(TravelMode::kWalk, 10 * kKm), 150 + 5);
  EXPECT_EQ(ByNight(TravelMode::kWalk, 10 * kKm), 150 + 5);
  EXPECT_EQ(ByDay(TravelMode::kCycle, 10 * kKm), 55 + 5);
  EXPECT_EQ(ByNight(TravelMode::kCycle, 10 * kKm), 60 + 5);
  EXPECT_EQ(ByDay(TravelMode::kPublicTransport, 10 * kKm), 43 + 15);
  EXPECT_EQ(ByNight(TravelMode::kPublicTransport, 10 * kKm), 75 + 15);
  EXPECT_EQ(ByDay(TravelMode::kCar, 10 * kKm), 22 + 10);
  EXPECT_EQ(ByNight(TravelMode::kCar, 10 * kKm), 19 + 10);
}

TEST(Travel, WhatTouchesTheSlowerHoursTakesAsLongAsThere) {
  constexpr TravelMode kBus = TravelMode::kPublicTransport;  // 10 km: 58 by day, 90 by night
  EXPECT_EQ(TravelMinutesAfter(kBus, 10 * kKm, 19 * 60 + 2), 58);
  EXPECT_EQ(TravelMinutesAfter(kBus, 10 * kKm, 19 * 60 + 3), 90);
  EXPECT_EQ(TravelMinutesAfter(kBus, 10 * kKm, 5 * 60 + 59), 90);
  EXPECT_EQ(TravelMinutesAfter(kBus, 10 * kKm, 6 * 60), 58);
  EXPECT_EQ(TravelMinutesBefore(kBus, 10 * kKm, 20 * 60), 58);
  EXPECT_EQ(TravelMinutesBefore(kBus, 10 * kKm, 20 * 60 + 1), 90);
  EXPECT_EQ(TravelMinutesBefore(kBus, 10 * kKm, 6 * 60 + 57), 90);
  EXPECT_EQ(TravelMinutesBefore(kBus, 10 * kKm, 6 * 60 + 58), 58);
  // On Monday morning the way there began on Sunday.
  EXPECT_EQ(TravelMinutesBefore(kBus, 10 * kKm, 10), 90);
  // From one afternoon to the next: both ends by day, a night between them.
  EXPECT_EQ(TravelMinutesAfter(kBus, 330 * kKm, kNoon), 330 * 60 / 8 + 15);
}

// However long they are: by day 14 hours, by night 10.
TEST(Travel, WhatFitsIntoTheFasterHoursTakesAsLongAsThere) {
  constexpr int kSix = 6 * 60;
  constexpr int kTwenty = 20 * 60;
  // 14 km an hour by day, 8 by night, and 15 minutes.
  const auto by_bus = [](int hours, int begin) {
    return TravelMinutesAfter(TravelMode::kPublicTransport, hours * 14 * kKm, begin);
  };
  EXPECT_EQ(by_bus(13, kSix), 13 * 60 + 15);
  EXPECT_EQ(by_bus(13, kTwenty - (13 * 60 + 15)), 13 * 60 + 15);
  EXPECT_EQ(by_bus(13, kTwenty - (13 * 60 + 14)), 13 * 14 * 60 / 8 + 15);
  EXPECT_EQ(by_bus(14, kSix), 14 * 14 * 60 / 8 + 15);
  // 32 km an hour by night, 28 by day, and 10 minutes.
  const auto by_car = [](int hours, int begin) {
    return TravelMinutesAfter(TravelMode::kCar, hours * 32 * kKm, begin);
  };
  EXPECT_EQ(by_car(9, kTwenty), 9 * 60 + 10);
  EXPECT_EQ(by_car(9, kSix - (9 * 60 + 10)), 9 * 60 + 10);
  EXPECT_EQ(by_car(10, kTwenty), (10 * 32 * 60 + 27) / 28 + 10);
}

TEST(Travel, NowhereTakesTheAllowance) {
  for (const TravelMode mode : kModes) {
    EXPECT_EQ(TravelMinutesAfter(mode, 0, kNoon), TravelAllowance(mode));
  }
}

TEST(Travel, APartOfAMinuteIsAMinute) {
  // 4 km/h on foot are 66.67 m a minute.
  EXPECT_EQ(TravelMinutesAfter(TravelMode::kWalk, 1, kNoon), 1 + 5);
  EXPECT_EQ(TravelMinutesAfter(TravelMode::kWalk, 6'666, kNoon), 1 + 5);
  EXPECT_EQ(TravelMinutesAfter(TravelMode::kWalk, 6'667, kNoon), 2 + 5);
  EXPECT_EQ(TravelMinutesAfter(TravelMode::kWalk, 4 * kKm, kNoon), 60 + 5);
  EXPECT_EQ(TravelMinutesAfter(TravelMode::kWalk, 4 * kKm + 1, kNoon), 61 + 5);
}

TEST(Travel, DayIsFromSixToTwenty) {
  for (const TravelMode mode : kModes) {
    EXPECT_EQ(TravelSpeed(mode, 5 * 60 + 59), TravelSpeed(mode, kMidnight));
    EXPECT_EQ(TravelSpeed(mode, 6 * 60), TravelSpeed(mode, kNoon));
    EXPECT_EQ(TravelSpeed(mode, 19 * 60 + 59), TravelSpeed(mode, kNoon));
    EXPECT_EQ(TravelSpeed(mode, 20 * 60), TravelSpeed(mode, kMidnight));
  }
}

TEST(Travel, TheDayOfTheWeekDoesNotMatter) {
  for (int day = 0; day < 7; ++day) {
    EXPECT_EQ(TravelMinutesAfter(TravelMode::kCar, 10 * kKm, day * kMinutesPerDay + kNoon), 32);
  }
}

TEST(Travel, NoModeIsSlowerThanOneThatIsNotStated) {
  for (const TravelMode mode : kModes) {
    EXPECT_GE(TravelSpeed(mode, kNoon), TravelSpeed(TravelMode::kUnspecified, kNoon));
    EXPECT_GE(TravelSpeed(mode, kMidnight), TravelSpeed(TravelMode::kUnspecified, kMidnight));
  }
}

TEST(Travel, FartherNeverTakesLess) {
  for (const TravelMode mode : kModes) {
    std::int64_t before = 0;
    for (std::int64_t cm = 0; cm < 20 * kKm; cm += 997) {
      const std::int64_t minutes = TravelMinutesAfter(mode, cm, kNoon);
      EXPECT_GE(minutes, before);
      before = minutes;
    }
  }
}

TEST(Travel, TheLengthOfTheCountryDoesNotOverflow) {
  EXPECT_EQ(TravelMinutesAfter(TravelMode::kWalk, 2'400 * kKm, kNoon), 36'000 + 5);
}

}  // namespace
}  // namespace throughgate::matcher
