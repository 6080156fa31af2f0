// Spans of time that recur every week, Europe/London local time, to the minute.
#ifndef THROUGHGATE_MATCHER_MODEL_WEEK_PATTERN_H_
#define THROUGHGATE_MATCHER_MODEL_WEEK_PATTERN_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/model/units.h"

namespace throughgate::matcher {

inline constexpr int kMinutesPerDay = 24 * 60;
inline constexpr int kMinutesPerWeek = 7 * kMinutesPerDay;

// One span [begin, begin + length) in minutes of the week, Monday 00:00 being 0; it may run past
// the end of the week and on into Monday.
//
// Units   minutes; begin in [0, kMinutesPerWeek), length in [1, kMinutesPerWeek].
struct WeekSpan {
  std::int32_t begin = 0;
  std::int32_t length = 0;
  auto operator<=>(const WeekSpan&) const = default;
};

// A set of spans as they were stated. Spans are kept apart even where they touch, because each is
// a shift with a journey before and after it.
struct WeekPattern {
  std::vector<WeekSpan> spans;  // ascending
  auto operator<=>(const WeekPattern&) const = default;
  bool stated() const { return !spans.empty(); }
};

// Whether two spans share a minute, going round the end of the week.
bool Overlap(const WeekSpan& a, const WeekSpan& b);

// Whether any span of one shares a minute with any of the other.
bool Meet(const WeekPattern& a, const WeekPattern& b);

// `span` with `before` minutes in front of it and `after` behind; at most the whole week.
WeekSpan Widen(const WeekSpan& span, int before, int after);

// The hours from one minute of the day until another, on every day; overnight when `end` is not
// after `begin`.
WeekPattern DailyHours(int begin, int end);

// Minutes of the week that `pattern` covers; overlapping spans count once.
int MinutesCovered(const WeekPattern& pattern);

// Minutes of the week covered by both.
int MinutesShared(const WeekPattern& a, const WeekPattern& b);

// Whether what holds in `windows`, and on `last` for the last time, is over on `today`. Where a
// window that begins on the last day runs on into the next days, they still count.
bool HasEnded(const std::optional<Day>& last, const WeekPattern& windows, Day today);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_WEEK_PATTERN_H_
