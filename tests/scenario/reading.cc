#include "tests/scenario/reading.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"

namespace throughgate::scenario {
namespace {

using matcher::kMinutesPerDay;
using matcher::kMinutesPerWeek;

constexpr std::array<absl::string_view, 7> kDays = {"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};

// 0 for Monday; -1 when it is no day.
int WeekdayOf(absl::string_view text) {
  const auto found = std::find(kDays.begin(), kDays.end(), text);
  return found == kDays.end() ? -1 : static_cast<int>(found - kDays.begin());
}

// "07:30" as minutes after midnight, 24:00 allowed; -1 when it is no time.
int MinuteOf(absl::string_view text) {
  int hour = 0;
  int minute = 0;
  if (text.size() != 5 || text[2] != ':' || !absl::SimpleAtoi(text.substr(0, 2), &hour) ||
      !absl::SimpleAtoi(text.substr(3), &minute) || hour * 60 + minute > kMinutesPerDay ||
      hour < 0 || minute < 0 || minute > 59) {
    return -1;
  }
  return hour * 60 + minute;
}

// One span for each day of "Mon-Fri 22:00-06:00"; false when it cannot be read.
bool AppendSpans(absl::string_view text, std::vector<matcher::WeekSpan>& spans) {
  const std::vector<absl::string_view> days_and_times =
      absl::StrSplit(text, ' ', absl::SkipEmpty());
  if (days_and_times.size() != 2) return false;
  const std::vector<absl::string_view> days = absl::StrSplit(days_and_times[0], '-');
  const std::vector<absl::string_view> times = absl::StrSplit(days_and_times[1], '-');
  if (days.size() > 2 || times.size() != 2) return false;
  const int first = WeekdayOf(days.front());
  const int last = WeekdayOf(days.back());
  const int begin = MinuteOf(times[0]);
  const int end = MinuteOf(times[1]);
  if (first < 0 || last < 0 || begin < 0 || begin == kMinutesPerDay || end < 0) return false;
  const int length = end > begin ? end - begin : end - begin + kMinutesPerDay;
  for (int day = first;; day = (day + 1) % 7) {
    spans.push_back({day * kMinutesPerDay + begin, length});
    if (day == last) return true;
  }
}

}  // namespace

void Reading::Complain(absl::string_view what) {
  if (complaint_.empty()) complaint_ = std::string(what);
}

std::vector<std::string> Reading::Parts() const { return PartsOf(value()); }
std::vector<std::string> Reading::Clauses() const { return PartsOf(value(), ';'); }

std::vector<std::string> Reading::PartsOf(absl::string_view text, char between) {
  std::vector<std::string> parts;
  for (absl::string_view part : absl::StrSplit(text, between)) {
    parts.emplace_back(absl::StripAsciiWhitespace(part));
  }
  return parts;
}

matcher::Metres Reading::MetresOf(absl::string_view text) {
  absl::string_view number = text;
  const double unit = absl::ConsumeSuffix(&number, " km")  ? 1000
                      : absl::ConsumeSuffix(&number, " m") ? 1
                                                           : 0;
  double value = 0;
  if (unit == 0 || !absl::SimpleAtod(number, &value) || value < 0) {
    Complain(absl::StrCat("\"", text, "\" is not a distance such as \"500 m\" or \"1.5 km\""));
  }
  return {std::llround(value * unit)};
}

std::int32_t Reading::PoundsOf(absl::string_view text) {
  absl::string_view number = text;
  std::int32_t pounds = 0;
  if (!absl::ConsumePrefix(&number, "£") || !absl::SimpleAtoi(number, &pounds) || pounds < 0) {
    Complain(absl::StrCat("\"", text, "\" is not money such as \"£200\""));
  }
  return pounds;
}

matcher::Day Reading::DayOf(absl::string_view text) {
  const matcher::Day today = scenario_.today;
  if (text == "today") return today;
  if (text == "yesterday") return {today.since_epoch - 1};
  if (text == "tomorrow") return {today.since_epoch + 1};
  absl::string_view number = text;
  int days = 0;
  if (absl::ConsumePrefix(&number, "in ")) {
    if (absl::ConsumeSuffix(&number, " days") && absl::SimpleAtoi(number, &days)) {
      return {today.since_epoch + days};
    }
  } else if (absl::ConsumeSuffix(&number, " days ago")) {
    if (absl::SimpleAtoi(number, &days)) return {today.since_epoch - days};
  }
  absl::CivilDay civil;
  if (!absl::ParseCivilTime(text, &civil)) {
    Complain(absl::StrCat("\"", text,
                          "\" is not a day: use YYYY-MM-DD, today, yesterday, tomorrow, ",
                          "\"N days ago\" or \"in N days\""));
  }
  return {static_cast<std::int32_t>(civil - absl::CivilDay(1970, 1, 1))};
}

matcher::WeekPattern Reading::WeekOf(absl::string_view text) {
  matcher::WeekPattern pattern;
  for (absl::string_view part : absl::StrSplit(text, ',')) {
    if (AppendSpans(absl::StripAsciiWhitespace(part), pattern.spans)) continue;
    Complain(
        absl::StrCat("\"", part, "\" is not a time of the week such as \"Mon-Fri 08:00-16:30\""));
  }
  std::sort(pattern.spans.begin(), pattern.spans.end());
  return pattern;
}

char Reading::LetterOf(absl::string_view text) {
  if (text.size() == 1 && absl::ascii_isalnum(static_cast<unsigned char>(text[0]))) return text[0];
  Complain(absl::StrCat("\"", text, "\" is not a place: places are single letters"));
  return '?';
}

matcher::GeoPoint Reading::PlaceOf(absl::string_view text) {
  const char letter = LetterOf(text);
  const auto found = scenario_.places.find(letter);
  if (found != scenario_.places.end()) return found->second;
  Complain(absl::StrCat("there is no place \"", text,
                        "\" so far: draw it on the map or add a \"place\" line above"));
  return {};
}

std::vector<matcher::GeoPoint> Reading::PlacesOf(absl::string_view text) {
  std::vector<matcher::GeoPoint> places;
  for (absl::string_view letter : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    places.push_back(PlaceOf(letter));
  }
  return places;
}

}  // namespace throughgate::scenario
