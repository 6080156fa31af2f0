#include "matcher/model/week_pattern.h"

#include <gtest/gtest.h>

#include <array>
#include <bitset>
#include <optional>
#include <random>
#include <set>

namespace throughgate::matcher {
namespace {

constexpr int kSunday = 6 * kMinutesPerDay;

// The minutes themselves, one by one.
std::set<int> MinutesOf(const WeekSpan& span) {
  std::set<int> minutes;
  for (int i = 0; i < span.length; ++i) minutes.insert((span.begin + i) % kMinutesPerWeek);
  return minutes;
}

bool ShareAMinute(const WeekSpan& a, const WeekSpan& b) {
  const std::set<int> of_b = MinutesOf(b);
  for (const int minute : MinutesOf(a)) {
    if (of_b.contains(minute)) return true;
  }
  return false;
}

TEST(WeekPattern, SpansThatTouchDoNotOverlap) {
  EXPECT_FALSE(Overlap({540, 60}, {600, 60}));
  EXPECT_FALSE(Overlap({600, 60}, {540, 60}));
  EXPECT_TRUE(Overlap({540, 61}, {600, 60}));
  EXPECT_TRUE(Overlap({599, 60}, {540, 60}));
}

TEST(WeekPattern, SundayNightRunsIntoMonday) {
  const WeekSpan night{kSunday + 22 * 60, 8 * 60};  // to Monday 06:00
  EXPECT_TRUE(Overlap(night, {0, 60}));
  EXPECT_TRUE(Overlap({0, 60}, night));
  EXPECT_TRUE(Overlap(night, {359, 60}));
  EXPECT_FALSE(Overlap(night, {360, 60}));
  EXPECT_FALSE(Overlap(night, {kSunday, 22 * 60}));
}

TEST(WeekPattern, TheWholeWeekOverlapsEverything) {
  for (const int begin : {0, 1, 5'000, kMinutesPerWeek - 1}) {
    EXPECT_TRUE(Overlap({begin, kMinutesPerWeek}, {700, 1}));
    EXPECT_TRUE(Overlap({700, 1}, {begin, kMinutesPerWeek}));
  }
}

TEST(WeekPattern, OverlapIsSharingAMinute) {
  constexpr std::array kBegins = {0, 1, 5'039, 5'040, kMinutesPerWeek - 2, kMinutesPerWeek - 1};
  constexpr std::array kLengths = {1, 2, 5'039, 5'040, kMinutesPerWeek - 1, kMinutesPerWeek};
  for (const int begin_a : kBegins) {
    for (const int length_a : kLengths) {
      for (const int begin_b : kBegins) {
        for (const int length_b : kLengths) {
          const WeekSpan a{begin_a, length_a};
          const WeekSpan b{begin_b, length_b};
          EXPECT_EQ(Overlap(a, b), ShareAMinute(a, b))
              << begin_a << "+" << length_a << " and " << begin_b << "+" << length_b;
        }
      }
    }
  }
}

TEST(WeekPattern, WideningGoesRoundTheWeek) {
  EXPECT_EQ(Widen({600, 60}, 30, 20), (WeekSpan{570, 110}));
  EXPECT_EQ(Widen({10, 60}, 30, 0), (WeekSpan{kMinutesPerWeek - 20, 90}));
  EXPECT_EQ(Widen({600, 60}, 0, 0), (WeekSpan{600, 60}));
}

TEST(WeekPattern, WideningStopsAtTheWholeWeek) {
  EXPECT_EQ(Widen({600, 60}, kMinutesPerWeek, kMinutesPerWeek).length, kMinutesPerWeek);
  const WeekSpan widest = Widen({600, 60}, 3 * kMinutesPerWeek + 5, 0);
  EXPECT_EQ(widest.length, kMinutesPerWeek);
  EXPECT_GE(widest.begin, 0);
  EXPECT_LT(widest.begin, kMinutesPerWeek);
}

TEST(WeekPattern, OverlappingSpansCountOnce) {
  EXPECT_EQ(MinutesCovered({}), 0);
  EXPECT_EQ(MinutesCovered({{{0, 60}, {30, 60}}}), 90);
  EXPECT_EQ(MinutesCovered({{{kMinutesPerWeek - 10, 20}}}), 20);
  EXPECT_EQ(MinutesCovered({{{3, kMinutesPerWeek}}}), kMinutesPerWeek);
}

TEST(WeekPattern, SharedMinutesAreThoseOfBoth) {
  EXPECT_EQ(MinutesShared({{{0, 60}}}, {{{30, 60}}}), 30);
  EXPECT_EQ(MinutesShared({{{0, 60}}}, {{{60, 60}}}), 0);
  EXPECT_EQ(MinutesShared({{{kSunday + 22 * 60, 480}}}, {{{0, 60}, {300, 120}}}), 120);
}

// Against every minute, one by one.
TEST(WeekPattern, MinutesAreCountedAsTheyAre) {
  std::mt19937 random(11);
  const auto any = [&] {
    WeekPattern pattern;
    for (int i = static_cast<int>(random() % 5); i >= 0; --i) {
      const auto begin = static_cast<std::int32_t>(random() % kMinutesPerWeek);
      const auto most = random() % 8 == 0 ? kMinutesPerWeek : 900;
      pattern.spans.push_back({begin, static_cast<std::int32_t>(random() % most) + 1});
    }
    return pattern;
  };
  const auto minutes = [](const WeekPattern& pattern) {
    std::bitset<kMinutesPerWeek> covered;
    for (const WeekSpan& span : pattern.spans) {
      for (int i = 0; i < span.length; ++i) covered.set((span.begin + i) % kMinutesPerWeek);
    }
    return covered;
  };
  for (int i = 0; i < 500; ++i) {
    const WeekPattern a = any();
    const WeekPattern b = any();
    ASSERT_EQ(MinutesCovered(a), static_cast<int>(minutes(a).count()));
    ASSERT_EQ(MinutesShared(a, b), static_cast<int>((minutes(a) & minutes(b)).count()));
  }
}

TEST(WeekPattern, EndsWithItsLastDayOrTheNightThatBeginsOnIt) {
  constexpr Day kSundayInNovember{20'779};  // 22 November 2026
  const auto day = [](int after) { return Day{kSundayInNovember.since_epoch + after}; };
  const WeekPattern evenings{{{kSunday + 19 * 60, 120}}};
  const WeekPattern nights{{{kSunday + 19 * 60, 720}}};
  const WeekPattern other_nights{{{19 * 60, 720}}};
  EXPECT_FALSE(HasEnded(kSundayInNovember, evenings, day(0)));
  EXPECT_TRUE(HasEnded(kSundayInNovember, evenings, day(1)));
  EXPECT_FALSE(HasEnded(kSundayInNovember, nights, day(1)));
  EXPECT_TRUE(HasEnded(kSundayInNovember, nights, day(2)));
  EXPECT_TRUE(HasEnded(kSundayInNovember, other_nights, day(1))) << "none begins on a Sunday";
  const WeekPattern days_on_end{{{kSunday + 19 * 60, 2 * kMinutesPerDay}}};
  EXPECT_FALSE(HasEnded(kSundayInNovember, days_on_end, day(2)));
  EXPECT_TRUE(HasEnded(kSundayInNovember, days_on_end, day(3)));
  EXPECT_FALSE(HasEnded(std::nullopt, evenings, day(9'999)));
}

TEST(WeekPattern, OnlyAPatternWithSpansIsStated) {
  EXPECT_FALSE(WeekPattern().stated());
  EXPECT_TRUE((WeekPattern{{{0, 1}}}).stated());
}

}  // namespace
}  // namespace throughgate::matcher
