#include "matcher/model/week_pattern.h"

#include <algorithm>
#include <utility>

#include "absl/container/inlined_vector.h"

namespace throughgate::matcher {
namespace {

// Beginnings and ends within the week, ascending, none touching the next.
using Stretches = absl::InlinedVector<std::pair<int, int>, 16>;

Stretches Covered(const WeekPattern& pattern) {
  Stretches parts;
  for (const WeekSpan& span : pattern.spans) {
    const int end = span.begin + span.length;
    parts.emplace_back(span.begin, std::min(end, kMinutesPerWeek));
    if (end > kMinutesPerWeek) parts.emplace_back(0, end - kMinutesPerWeek);
  }
  std::ranges::sort(parts);
  Stretches covered;
  for (const auto& [begin, end] : parts) {
    if (covered.empty() || covered.back().second < begin) {
      covered.emplace_back(begin, end);
    } else {
      covered.back().second = std::max(covered.back().second, end);
    }
  }
  return covered;
}

}  // namespace

bool Overlap(const WeekSpan& a, const WeekSpan& b) {
  const int b_after_a = (b.begin - a.begin + kMinutesPerWeek) % kMinutesPerWeek;
  const int a_after_b = (a.begin - b.begin + kMinutesPerWeek) % kMinutesPerWeek;
  return b_after_a < a.length || a_after_b < b.length;
}

bool Meet(const WeekPattern& a, const WeekPattern& b) {
  return std::ranges::any_of(a.spans, [&](const WeekSpan& one) {
    return std::ranges::any_of(b.spans, [&](const WeekSpan& other) { return Overlap(one, other); });
  });
}

WeekSpan Widen(const WeekSpan& span, int before, int after) {
  const int length = std::min(span.length + before + after, kMinutesPerWeek);
  const int begin = (span.begin - before % kMinutesPerWeek + kMinutesPerWeek) % kMinutesPerWeek;
  return {begin, length};
}

WeekPattern DailyHours(int begin, int end) {
  const int length = (end - begin + kMinutesPerDay - 1) % kMinutesPerDay + 1;
  WeekPattern pattern;
  for (int day = 0; day < 7; ++day) pattern.spans.push_back({day * kMinutesPerDay + begin, length});
  return pattern;
}

int MinutesCovered(const WeekPattern& pattern) {
  int minutes = 0;
  for (const auto& [begin, end] : Covered(pattern)) minutes += end - begin;
  return minutes;
}

int MinutesShared(const WeekPattern& a, const WeekPattern& b) {
  const Stretches one = Covered(a);
  const Stretches other = Covered(b);
  int minutes = 0;
  for (auto i = one.begin(), j = other.begin(); i != one.end() && j != other.end();) {
    minutes += std::max(0, std::min(i->second, j->second) - std::max(i->first, j->first));
    i->second < j->second ? ++i : ++j;
  }
  return minutes;
}

bool HasEnded(const std::optional<Day>& last, const WeekPattern& windows, Day today) {
  if (!last) return false;
  // The first day of all was a Thursday.
  const int weekday = (last->since_epoch % 7 + 10) % 7;
  int days_after = 0;
  for (const WeekSpan& span : windows.spans) {
    if (span.begin / kMinutesPerDay != weekday) continue;
    const int last_minute = span.begin % kMinutesPerDay + span.length - 1;
    days_after = std::max(days_after, last_minute / kMinutesPerDay);
  }
  return today.since_epoch > last->since_epoch + days_after;
}

}  // namespace throughgate::matcher
