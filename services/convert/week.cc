#include "services/convert/week.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_format.h"

namespace throughgate::services {
namespace {

using matcher::kMinutesPerDay;

constexpr int kMinutesPerHour = 60;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Minutes of "HH:MM", 00:00 to 24:00.
std::optional<int> ParseTime(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  if (!IsDigit(text[0]) || !IsDigit(text[1]) || !IsDigit(text[3]) || !IsDigit(text[4])) {
    return std::nullopt;
  }
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  const int total = hours * kMinutesPerHour + minutes;
  if (minutes >= kMinutesPerHour || total > kMinutesPerDay) return std::nullopt;
  return total;
}

std::string FormatTime(int minutes) {
  return absl::StrFormat("%02d:%02d", minutes / kMinutesPerHour, minutes % kMinutesPerHour);
}

void ReadWindow(const v1::WeeklyWindow& wire, const Field& at, matcher::WeekPattern& pattern) {
  const std::optional<DaySpan> span = ReadDaySpan(wire.start(), wire.end(), at);
  if (wire.days().empty()) at["days"].Refuse("Needs at least one day.");
  for (int i = 0; i < wire.days_size(); ++i) {
    const v1::Weekday day = wire.days(i);
    if (day < v1::WEEKDAY_MONDAY || day > v1::WEEKDAY_SUNDAY) {
      at["days"][static_cast<std::size_t>(i)].Refuse("Is not a day of the week.");
    } else if (span) {
      const int begin = (day - v1::WEEKDAY_MONDAY) * kMinutesPerDay + span->start_minute;
      pattern.spans.push_back({.begin = begin, .length = span->length});
    }
  }
}

}  // namespace

std::optional<std::int32_t> ReadTimeOfDay(std::string_view text, const Field& at) {
  if (text.empty()) return std::nullopt;
  const std::optional<int> minute = ParseTime(text);
  if (!minute) at.Refuse("Must be \"HH:MM\", 00:00 to 24:00, or empty.");
  return minute;
}

std::string WriteTimeOfDay(std::int32_t minute) { return FormatTime(minute); }

std::optional<DaySpan> ReadDaySpan(std::string_view start, std::string_view end, const Field& at) {
  const std::optional<int> from = ParseTime(start);
  const std::optional<int> to = ParseTime(end);
  const bool starts_within_the_day = from && *from < kMinutesPerDay;
  if (!starts_within_the_day) at["start"].Refuse("Must be \"HH:MM\", 00:00 to 23:59.");
  if (!to) at["end"].Refuse("Must be \"HH:MM\", 00:00 to 24:00.");
  if (!starts_within_the_day || !to) return std::nullopt;
  const int next_day = *to <= *from ? kMinutesPerDay : 0;
  return DaySpan{.start_minute = *from, .length = *to + next_day - *from};
}

std::string WriteStart(const DaySpan& span) { return FormatTime(span.start_minute); }

std::string WriteEnd(const DaySpan& span) {
  const int end = span.start_minute + span.length;
  return FormatTime(end > kMinutesPerDay ? end - kMinutesPerDay : end);
}

matcher::WeekPattern ReadWeek(const WireWindows& wire, const Field& at) {
  matcher::WeekPattern pattern;
  for (int i = 0; i < wire.size(); ++i) {
    ReadWindow(wire[i], at[static_cast<std::size_t>(i)], pattern);
  }
  std::ranges::sort(pattern.spans);
  if (pattern.spans.size() > kWeekSpansMax) {
    at.Refuse(absl::StrFormat("Has more than %d windows, one for each day.", kWeekSpansMax));
  } else if (std::ranges::adjacent_find(pattern.spans) != pattern.spans.end()) {
    at.Refuse("Has the same window of the same day twice. List it once.");
  }
  return pattern;
}

WireWindows WriteWeek(const matcher::WeekPattern& pattern) {
  WireWindows wire;
  std::map<std::pair<int, int>, v1::WeeklyWindow*> windows;  // by start and length
  for (const matcher::WeekSpan& span : pattern.spans) {
    const DaySpan times{.start_minute = span.begin % kMinutesPerDay, .length = span.length};
    v1::WeeklyWindow*& window = windows[{times.start_minute, times.length}];
    if (window == nullptr) {
      window = wire.Add();
      window->set_start(WriteStart(times));
      window->set_end(WriteEnd(times));
    }
    window->add_days(static_cast<v1::Weekday>(v1::WEEKDAY_MONDAY + span.begin / kMinutesPerDay));
  }
  return wire;
}

}  // namespace throughgate::services
