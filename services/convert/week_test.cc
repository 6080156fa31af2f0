#include "services/convert/week.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace throughgate::services {
namespace {

using matcher::kMinutesPerDay;
using matcher::WeekPattern;
using matcher::WeekSpan;

struct Window {
  std::vector<int> days;
  std::string start;
  std::string end;
};

WireWindows Wire(const std::vector<Window>& windows) {
  WireWindows wire;
  for (const Window& window : windows) {
    v1::WeeklyWindow& entry = *wire.Add();
    for (const int day : window.days) entry.add_days(static_cast<v1::Weekday>(day));
    entry.set_start(window.start);
    entry.set_end(window.end);
  }
  return wire;
}

std::vector<WeekSpan> Read(const std::vector<Window>& windows) {
  Violations violations;
  const WeekPattern pattern = ReadWeek(Wire(windows), Field(violations)["w"]);
  EXPECT_TRUE(violations.empty());
  return pattern.spans;
}

std::vector<std::string> FaultsOf(const std::vector<Window>& windows) {
  Violations violations;
  ReadWeek(Wire(windows), Field(violations)["w"]);
  std::vector<std::string> fields;
  for (const FieldViolation& violation : violations.found()) fields.push_back(violation.field);
  return fields;
}

TEST(Week, CountsMinutesFromMonday) {
  EXPECT_EQ(Read({{{1}, "00:00", "00:01"}}), (std::vector<WeekSpan>{{0, 1}}));
  EXPECT_EQ(Read({{{7}, "23:59", "24:00"}}), (std::vector<WeekSpan>{{10'079, 1}}));
}

TEST(Week, RunsOnIntoTheNextDayAndTheNextWeek) {
  EXPECT_EQ(Read({{{1}, "22:00", "06:00"}}), (std::vector<WeekSpan>{{1320, 480}}));
  EXPECT_EQ(Read({{{7}, "22:00", "06:00"}}), (std::vector<WeekSpan>{{9960, 480}}));
  EXPECT_EQ(Read({{{1}, "09:00", "09:00"}}), (std::vector<WeekSpan>{{540, 1440}}));
  EXPECT_EQ(Read({{{1}, "22:00", "00:00"}}), Read({{{1}, "22:00", "24:00"}}));
}

TEST(Week, SortsSpansWhateverTheirOrder) {
  EXPECT_EQ(Read({{{5, 1}, "09:00", "17:00"}, {{3}, "09:00", "12:00"}}),
            (std::vector<WeekSpan>{{540, 480}, {3420, 180}, {6300, 480}}));
}

TEST(Week, RefusesWhatIsNoTime) {
  for (const char* time : {"", "9:00", "09:0", "0900", "09:60", "24:01", "25:00", "-1:00", "09:00 ",
                           "ab:cd", "09-00", "+9:00"}) {
    EXPECT_EQ(FaultsOf({{{1}, time, "24:00"}}), std::vector<std::string>{"w[0].start"}) << time;
    EXPECT_EQ(FaultsOf({{{1}, "00:00", time}}), std::vector<std::string>{"w[0].end"}) << time;
  }
  EXPECT_EQ(FaultsOf({{{1}, "24:00", "06:00"}}), std::vector<std::string>{"w[0].start"});
  EXPECT_EQ(FaultsOf({{{}, "09:00", "17:00"}}), std::vector<std::string>{"w[0].days"});
  EXPECT_EQ(FaultsOf({{{1, 0, 8}, "09:00", "17:00"}}),
            (std::vector<std::string>{"w[0].days[1]", "w[0].days[2]"}));
}

TEST(Week, RefusesTheSameSpanTwiceAndTooMany) {
  EXPECT_EQ(FaultsOf({{{1}, "09:00", "17:00"}, {{2, 1}, "09:00", "17:00"}}),
            std::vector<std::string>{"w"});
  EXPECT_EQ(FaultsOf({{{1}, "22:00", "24:00"}, {{1}, "22:00", "00:00"}}),
            std::vector<std::string>{"w"});
  std::vector<Window> many;
  for (int i = 0; i < 15; ++i)
    many.push_back(
        {{1, 2, 3, 4, 5, 6, 7}, "0" + std::to_string(i % 10) + (i < 10 ? ":00" : ":30"), "23:00"});
  EXPECT_EQ(FaultsOf(many), std::vector<std::string>{"w"});
}

TEST(Week, WritesDaysWithTheSameTimesTogether) {
  Violations violations;
  const WeekPattern pattern =
      ReadWeek(Wire({{{2}, "22:00", "00:00"}, {{1}, "09:00", "17:00"}, {{3}, "09:00", "17:00"}}),
               Field(violations));
  const WireWindows wire = WriteWeek(pattern);
  ASSERT_EQ(wire.size(), 2);
  EXPECT_THAT(wire[0].days(), testing::ElementsAre(v1::WEEKDAY_MONDAY, v1::WEEKDAY_WEDNESDAY));
  EXPECT_EQ(wire[0].end(), "17:00");
  EXPECT_EQ(wire[1].end(), "24:00");
}

// Any spans of at most a day.
rc::Gen<WeekPattern> AnyPattern() {
  return rc::gen::map(
      rc::gen::container<std::set<std::pair<int, int>>>(rc::gen::pair(
          rc::gen::inRange(0, matcher::kMinutesPerWeek), rc::gen::inRange(1, kMinutesPerDay + 1))),
      [](const std::set<std::pair<int, int>>& spans) {
        WeekPattern pattern;
        for (const auto& [begin, length] : spans) pattern.spans.push_back({begin, length});
        if (pattern.spans.size() > kWeekSpansMax) pattern.spans.resize(kWeekSpansMax);
        return pattern;
      });
}

RC_GTEST_PROP(Week, ReadsBackAsItIsWritten, ()) {
  const WeekPattern pattern = *AnyPattern();
  Violations violations;
  RC_ASSERT(ReadWeek(WriteWeek(pattern), Field(violations)) == pattern);
  RC_ASSERT(violations.empty());
}

}  // namespace
}  // namespace throughgate::services
