#include "services/cli/hours.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "matcher/licence/filled_in.h"

namespace throughgate::cli {
namespace {

constexpr std::array<absl::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
constexpr std::size_t kShortDay = 3;

absl::Status NotHours(absl::string_view part, absl::string_view what) {
  return absl::InvalidArgumentError(
      absl::StrCat("'", part, "' ", what, "; hours are like Mon-Fri 08:30-15:30; Sat 22:00-06:00"));
}

absl::StatusOr<int> ParseDay(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  for (std::size_t day = 0; text.size() >= kShortDay && day < kDays.size(); ++day) {
    if (absl::StartsWithIgnoreCase(kDays[day], text)) return static_cast<int>(day);
  }
  return NotHours(text, "is not a day");
}

// "Mon", or "Fri-Mon" over the end of the week.
absl::Status AddDays(absl::string_view text, v1::WeeklyWindow& window) {
  const std::pair<absl::string_view, absl::string_view> ends =
      absl::StrSplit(text, absl::MaxSplits('-', 1));
  const absl::StatusOr<int> first = ParseDay(ends.first);
  if (!first.ok()) return first.status();
  const absl::StatusOr<int> last = absl::StrContains(text, '-') ? ParseDay(ends.second) : first;
  if (!last.ok()) return last.status();
  const int days = static_cast<int>(kDays.size());
  const int count = (*last - *first + days) % days + 1;
  for (int i = 0; i < count; ++i) {
    const auto day = static_cast<v1::Weekday>(v1::WEEKDAY_MONDAY + (*first + i) % days);
    if (std::ranges::count(window.days(), day) > 0) {
      return NotHours(kDays[day - v1::WEEKDAY_MONDAY], "is there twice");
    }
    window.add_days(day);
  }
  return absl::OkStatus();
}

bool IsTime(absl::string_view text) {
  return text == "24:00" || matcher::MinuteOfDay({text.data(), text.size()});
}

// "Mon, Tue 07:00-19:00": the last word is when, and the others are days.
absl::StatusOr<v1::WeeklyWindow> ParseWindow(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  const std::size_t blank = text.find_last_of(" \t");
  if (blank == absl::string_view::npos) return NotHours(text, "is not days and a time");
  const absl::string_view when = text.substr(blank + 1);
  const std::vector<absl::string_view> times = absl::StrSplit(when, '-');
  if (times.size() != 2 || !IsTime(times[0]) || !IsTime(times[1]) || times[0] == "24:00") {
    return NotHours(when, "is not two times of the day, HH:MM-HH:MM");
  }
  v1::WeeklyWindow window;
  for (const absl::string_view days : absl::StrSplit(text.substr(0, blank), ',')) {
    absl::Status status = AddDays(days, window);
    if (!status.ok()) return status;
  }
  window.set_start(std::string(times[0]));
  window.set_end(std::string(times[1]));
  return window;
}

}  // namespace

absl::StatusOr<WeeklyWindows> ParseHours(absl::string_view text) {
  WeeklyWindows hours;
  for (const absl::string_view part : absl::StrSplit(text, ';')) {
    absl::StatusOr<v1::WeeklyWindow> window = ParseWindow(part);
    if (!window.ok()) return window.status();
    hours.Add(*std::move(window));
  }
  return hours;
}

std::string FormatHours(const WeeklyWindows& hours) {
  const auto window_text = [](std::string* text, const v1::WeeklyWindow& window) {
    const auto day_text = [](std::string* out, int day) {
      const int place = day - v1::WEEKDAY_MONDAY;
      const bool known = place >= 0 && static_cast<std::size_t>(place) < kDays.size();
      absl::StrAppend(out,
                      known ? kDays[static_cast<std::size_t>(place)].substr(0, kShortDay) : "");
    };
    absl::StrAppend(text, absl::StrJoin(window.days(), ", ", day_text), " ", window.start(), "-",
                    window.end());
  };
  return absl::StrJoin(hours, "; ", window_text);
}

}  // namespace throughgate::cli
