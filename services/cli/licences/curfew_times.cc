#include "services/cli/licences/curfew_times.h"

#include <algorithm>
#include <array>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "matcher/licence/filled_in.h"
#include "matcher/model/week_pattern.h"
#include "services/cli/licences/held_parts.h"
#include "services/cli/licences/json_fields.h"

namespace throughgate::cli {
namespace {

using matcher::kMinutesPerDay;
using matcher::kMinutesPerWeek;
using matcher::WeekSpan;
using nlohmann::json;

constexpr std::array kDays = {"MONDAY", "TUESDAY",  "WEDNESDAY", "THURSDAY",
                              "FRIDAY", "SATURDAY", "SUNDAY"};

std::optional<int> DayOfWeek(const std::string& name) {
  const auto day = std::ranges::find(kDays, name);
  if (day == kDays.end()) return std::nullopt;
  return static_cast<int>(day - kDays.begin());
}

// "19:00" or "19:00:00".
std::optional<int> ClockMinute(const std::string& text) {
  if (text.size() == 8 && text.substr(5) != ":00") return std::nullopt;
  return matcher::MinuteOfDay(text.substr(0, 5));
}

std::optional<int> MinuteOfWeek(const json& entry, const char* day, const char* time) {
  const std::optional<int> weekday = DayOfWeek(TextIn(entry, day));
  const std::optional<int> minute = ClockMinute(TextIn(entry, time));
  if (!weekday || !minute) return std::nullopt;
  return *weekday * kMinutesPerDay + *minute;
}

// From one minute of the week to another, the whole week when they are the same.
WeekSpan SpanBetween(int begin, int end) {
  return {begin, (end - begin + kMinutesPerWeek - 1) % kMinutesPerWeek + 1};
}

std::string ClockText(int minute) { return absl::StrFormat("%02d:%02d", minute / 60, minute % 60); }

// A window cannot be longer than a day, so that a long span becomes several, none overlapping.
void AddSpan(WeekSpan span, v1::Curfew& curfew) {
  while (span.length > 0) {
    const int day = span.begin / kMinutesPerDay;
    const int start = span.begin % kMinutesPerDay;
    const int length = std::min(span.length, kMinutesPerDay);
    v1::WeeklyWindow& window = *curfew.add_windows();
    window.add_days(static_cast<v1::Weekday>(day + 1));
    window.set_start(ClockText(start));
    const int end = (start + length) % kMinutesPerDay;
    window.set_end(end == 0 ? "24:00" : ClockText(end));
    span = {(span.begin + length) % kMinutesPerWeek, span.length - length};
  }
}

// "fromDay", …: home detention.
std::optional<WeekSpan> HomeDetentionSpan(const json& entry) {
  const std::optional<int> begin = MinuteOfWeek(entry, "fromDay", "fromTime");
  const std::optional<int> end = MinuteOfWeek(entry, "untilDay", "untilTime");
  if (!begin || !end) return std::nullopt;
  return SpanBetween(*begin, *end);
}

// "dayOfWeek", …: electronic monitoring. 23:59 is how it writes the end of a day.
std::optional<WeekSpan> MonitoringSpan(const json& entry) {
  const std::optional<int> begin = MinuteOfWeek(entry, "dayOfWeek", "startTime");
  const std::optional<int> end = MinuteOfWeek(entry, "dayOfWeek", "endTime");
  if (!begin || !end) return std::nullopt;
  const bool to_midnight = *end % kMinutesPerDay == kMinutesPerDay - 1;
  const int after = to_midnight ? *end + 1 : *end;
  return SpanBetween(*begin, after > *begin ? after : after + kMinutesPerDay);
}

template <typename SpanOf>
void ReadWeek(const json& list, const std::string& id, const std::optional<v1::Date>& ends_on,
              SpanOf span_of, Licence& licence) {
  std::vector<WeekSpan> spans;
  for (const json& entry : list) {
    const std::optional<WeekSpan> span = entry.is_object() ? span_of(entry) : std::nullopt;
    if (!span) {
      Hold(HeldHours(id),
           {absl::StrCat("curfew ", id, ", entry ", spans.size() + 1),
            "Its day or time is missing or malformed. Record the whole curfew by hand."},
           licence);
      return;
    }
    spans.push_back(*span);
  }
  licence.read_in_full.push_back(HeldHours(id));
  std::ranges::sort(spans);
  const auto repeated = std::ranges::unique(spans);
  spans.erase(repeated.begin(), repeated.end());
  v1::Curfew curfew;
  curfew.set_curfew_id(id);
  for (const WeekSpan& span : spans) AddSpan(span, curfew);
  if (ends_on) *curfew.mutable_ends_on() = *ends_on;
  licence.curfews.push_back(std::move(curfew));
}

int WeekdayOf(const v1::Date& date) {
  const absl::CivilDay day(date.year(), date.month(), date.day());
  return static_cast<int>(absl::GetWeekday(day));
}

v1::Date DayAfter(const v1::Date& date) {
  const absl::CivilDay next = absl::CivilDay(date.year(), date.month(), date.day()) + 1;
  v1::Date day;
  day.set_year(static_cast<int>(next.year()));
  day.set_month(next.month());
  day.set_day(next.day());
  return day;
}

// The night of release, on `day`: hours of one evening, kept until the morning after.
struct Night {
  std::string id;
  std::optional<v1::Date> day;
  std::optional<int> begin;
  std::optional<int> end;
};
void ReadNight(const Night& night, Licence& licence) {
  const auto& [id, day, begin, end] = night;
  if (!begin || !end || !day) {
    Hold(HeldHours(id),
         {absl::StrCat("curfew ", id),
          "Its times or the day of release are missing or malformed. Record the curfew by hand."},
         licence);
    return;
  }
  licence.read_in_full.push_back(HeldHours(id));
  const int monday = WeekdayOf(*day) * kMinutesPerDay;
  v1::Curfew curfew;
  curfew.set_curfew_id(id);
  AddSpan({monday + *begin, (*end - *begin + kMinutesPerDay - 1) % kMinutesPerDay + 1}, curfew);
  *curfew.mutable_ends_on() = DayAfter(*day);
  licence.curfews.push_back(std::move(curfew));
}

// Whether an order lays down a curfew, whatever it says of its hours.
bool HasCurfew(const json& order) {
  const json* kinds = PartIn(order, "monitoringConditions");
  return SaidIn(order, "curfewConditions") != nullptr ||
         (kinds != nullptr && FlagIn(*kinds, "curfew"));
}

void ReadMonitoringTimes(const json& order, Licence& licence) {
  const std::string id = absl::StrCat(kImportedPrefix, "em", licence.id.empty() ? "" : "-",
                                      absl::AsciiStrToLower(licence.id));
  if (const auto* list = SaidIn(order, "curfewTimeTable"); list != nullptr) {
    const auto* conditions = PartIn(order, "curfewConditions");
    ReadWeek(*list, id, conditions == nullptr ? std::nullopt : DayIn(*conditions, "endDate"),
             MonitoringSpan, licence);
  } else if (HasCurfew(order)) {
    Hold(HeldHours(id),
         {absl::StrCat("curfew ", id), "It has no hours. Record the curfew by hand."}, licence);
  } else if (SaysNone(order, "curfewTimeTable")) {
    licence.read_in_full.push_back(HeldHours(id));
  }
  const std::string night = absl::StrCat(id, "-release");
  if (const auto* release = SaidIn(order, "curfewReleaseDateConditions"); release != nullptr) {
    ReadNight({night, DayIn(*release, "releaseDate"), ClockMinute(TextIn(*release, "startTime")),
               ClockMinute(TextIn(*release, "endTime"))},
              licence);
  } else if (SaysNone(order, "curfewReleaseDateConditions")) {
    licence.read_in_full.push_back(HeldHours(night));
  }
}

// The hours of every week and of the first night, each under any of several names. One that is not
// there, or empty, says nothing of hours that came in another file.
void ReadHomeDetentionTimes(const json& json, Licence& licence) {
  const std::string week = absl::StrCat(kImportedPrefix, "hdc");
  const std::string night = absl::StrCat(kImportedPrefix, "hdc-first-night");
  const std::optional<v1::Date> until = DayIn(json, "homeDetentionCurfewEndDate");
  for (const char* key : {"weeklyCurfewTimes", "curfewTimes"}) {
    if (const auto* list = SaidIn(json, key); list != nullptr) {
      ReadWeek(*list, week, until, HomeDetentionSpan, licence);
    }
  }
  static constexpr std::array<std::array<const char*, 3>, 2> kNights = {{
      {"firstNightCurfewTimes", "fromTime", "untilTime"},
      {"firstNight", "firstNightFrom", "firstNightUntil"},
  }};
  for (const auto& [key, from, to] : kNights) {
    if (const auto* found = SaidIn(json, key); found != nullptr) {
      ReadNight({night, licence.starts_on, ClockMinute(TextIn(*found, from)),
                 ClockMinute(TextIn(*found, to))},
                licence);
    }
  }
}

}  // namespace

void ReadCurfewTimes(const json& json, Licence& licence) {
  ReadHomeDetentionTimes(json, licence);
  ReadMonitoringTimes(json, licence);
}

v1::Curfew EveryDayCurfew(const std::string& id, const std::vector<std::pair<int, int>>& hours) {
  v1::Curfew curfew;
  curfew.set_curfew_id(id);
  for (const auto& [begin, end] : hours) {
    v1::WeeklyWindow& window = *curfew.add_windows();
    for (int day = 1; day <= 7; ++day) window.add_days(static_cast<v1::Weekday>(day));
    window.set_start(ClockText(begin));
    window.set_end(end == 0 ? "24:00" : ClockText(end));
  }
  return curfew;
}

}  // namespace throughgate::cli
