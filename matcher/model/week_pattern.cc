#include "matcher/model/week_pattern.h"

#include <algorithm>
#include <bitset>

namespace throughgate::matcher {
namespace {

using Minutes = std::bitset<kMinutesPerWeek>;

Minutes Covered(const WeekPattern& pattern) {
  Minutes minutes;
  for (const WeekSpan& span : pattern.spans) {
    for (int i = 0; i < span.length; ++i) minutes.set((span.begin + i) % kMinutesPerWeek);
  }
  return minutes;
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

int MinutesCovered(const WeekPattern& pattern) {
  return static_cast<int>(Covered(pattern).count());
}

int MinutesShared(const WeekPattern& a, const WeekPattern& b) {
  return static_cast<int>((Covered(a) & Covered(b)).count());
}

}  // namespace throughgate::matcher
