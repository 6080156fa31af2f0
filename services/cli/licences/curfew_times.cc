#include "services/cli/licences/curfew_times.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "matcher/licence/filled_in.h"
#include "matcher/model/week_pattern.h"
#include "services/cli/licences/held_parts.h"
#include "services/cli/licences/json_fields.h"
#include "services/cli/licences/known_members.h"

namespace throughgate::cli {
namespace {

using google::protobuf::util::MessageDifferencer;
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

// "19:00" or "19:00:00", and nothing else: half a minute more or less is another time.
std::optional<int> ClockMinute(std::string_view text) {
  constexpr std::string_view kNoSeconds = ":00";
  constexpr std::size_t kWithSeconds = 8;
  if (text.size() == kWithSeconds && text.ends_with(kNoSeconds)) {
    text.remove_suffix(kNoSeconds.size());
  }
  return matcher::MinuteOfDay(text);
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

bool HasWindow(const v1::Curfew& curfew, const v1::WeeklyWindow& window) {
  return std::ranges::any_of(curfew.windows(), [&](const v1::WeeklyWindow& other) {
    return MessageDifferencer::Equals(other, window);
  });
}

// A window cannot be longer than a day, so that a long span becomes several, none overlapping. Of
// several spans, each window counts once.
void AddSpan(WeekSpan span, v1::Curfew& curfew) {
  while (span.length > 0) {
    const int day = span.begin / kMinutesPerDay;
    const int start = span.begin % kMinutesPerDay;
    const int length = std::min(span.length, kMinutesPerDay);
    v1::WeeklyWindow window;
    window.add_days(static_cast<v1::Weekday>(day + 1));
    window.set_start(ClockText(start));
    const int end = (start + length) % kMinutesPerDay;
    window.set_end(end == 0 ? "24:00" : ClockText(end));
    if (!HasWindow(curfew, window)) *curfew.add_windows() = std::move(window);
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

// What a file says of the hours of one curfew.
struct Hours {
  std::string id;
  std::optional<v1::Date> ends_on = std::nullopt;
  std::vector<std::vector<WeekSpan>> stated = {};  // of each member that can be read, ascending
  bool held = false;                               // one cannot
};

void HoldHours(const std::string& part, const std::string& why, Hours& hours, Licence& licence) {
  Hold(HeldHours(hours.id), {part, why}, licence);
  hours.held = true;
}

// The hours of every week, a list of entries that have the members `known`.
template <typename SpanOf>
void ReadWeek(const json& list, const std::string& member, std::span<const std::string_view> known,
              SpanOf span_of, Hours& hours, Licence& licence) {
  std::vector<WeekSpan> spans;
  for (const json& entry : list) {
    const std::size_t place = spans.size() + 1;
    NoteUnknownMembers(entry, known, absl::StrCat(member, " ", place), licence);
    const std::optional<WeekSpan> span = entry.is_object() ? span_of(entry) : std::nullopt;
    if (!span) {
      return HoldHours(absl::StrCat("curfew ", hours.id, ", entry ", place),
                       "Its day or time is missing or malformed. Record the whole curfew by hand.",
                       hours, licence);
    }
    spans.push_back(*span);
  }
  std::ranges::sort(spans);
  const auto repeated = std::ranges::unique(spans);
  spans.erase(repeated.begin(), repeated.end());
  hours.stated.push_back(std::move(spans));
}

// Where two members say different hours, either may be what binds: the curfew has both.
void AddCurfew(Hours hours, Licence& licence) {
  if (hours.stated.empty()) return;
  if (hours.stated.front() != hours.stated.back()) {
    HoldHours(absl::StrCat("curfew ", hours.id),
              "The file says its hours twice, and not the same, so that the plan has both. Record "
              "by hand those that hold.",
              hours, licence);
  }
  if (!hours.held) licence.read_in_full.push_back(HeldHours(hours.id));
  v1::Curfew& curfew = licence.curfews.emplace_back();
  curfew.set_curfew_id(hours.id);
  for (const std::vector<WeekSpan>& spans : hours.stated) {
    for (const WeekSpan& span : spans) AddSpan(span, curfew);
  }
  if (hours.ends_on) *curfew.mutable_ends_on() = *hours.ends_on;
}

// The last day of a curfew, in `key`. One that cannot be read is told: without it, the curfew goes
// on for good.
std::optional<v1::Date> LastDayIn(const json& object, const char* key, Licence& licence) {
  if (IsNoDay(object, key)) {
    licence.unread.push_back({key,
                              "It is no day that can be read, so that the curfew has no end in the "
                              "plan. Record by hand when it ends."});
  }
  return DayIn(object, key);
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
  std::optional<v1::Date> day;
  std::optional<int> begin;
  std::optional<int> end;
};
void ReadNight(const Night& night, Hours& hours, Licence& licence) {
  const auto& [day, begin, end] = night;
  if (!begin || !end || !day) {
    return HoldHours(
        absl::StrCat("curfew ", hours.id),
        "Its times or the day of release are missing or malformed. Record the curfew by hand.",
        hours, licence);
  }
  const int monday = WeekdayOf(*day) * kMinutesPerDay;
  const int length = (*end - *begin + kMinutesPerDay - 1) % kMinutesPerDay + 1;
  hours.stated.push_back({{monday + *begin, length}});
  hours.ends_on = DayAfter(*day);
}

// Whether an order may lay down a curfew, whatever it says of its hours.
bool MayHaveCurfew(const json& order) {
  const json* kinds = SaidIn(order, "monitoringConditions");
  return SaidIn(order, "curfewConditions") != nullptr ||
         (kinds != nullptr && (!kinds->is_object() || FlagIn(*kinds, "curfew") != Flag::kNo));
}

void ReadMonitoringWeek(const json& order, const std::string& id, Licence& licence) {
  constexpr char kList[] = "curfewTimeTable";
  Hours hours{.id = id};
  if (const auto* list = SaidIn(order, kList); list != nullptr) {
    ReadWeek(*list, kList, kTimesMembers, MonitoringSpan, hours, licence);
    const auto* conditions = PartIn(order, "curfewConditions");
    if (conditions != nullptr) hours.ends_on = LastDayIn(*conditions, "endDate", licence);
  } else if (MayHaveCurfew(order)) {
    HoldHours(absl::StrCat("curfew ", id), "It has no hours. Record the curfew by hand.", hours,
              licence);
  } else if (SaysNone(order, kList)) {
    licence.read_in_full.push_back(HeldHours(id));
  }
  AddCurfew(std::move(hours), licence);
}

void ReadMonitoringNight(const json& order, const std::string& id, Licence& licence) {
  constexpr char kRelease[] = "curfewReleaseDateConditions";
  Hours hours{.id = id};
  if (const auto* release = SaidIn(order, kRelease); release != nullptr) {
    NoteUnknownMembers(*release, kReleaseMembers, kRelease, licence);
    ReadNight({DayIn(*release, "releaseDate"), ClockMinute(TextIn(*release, "startTime")),
               ClockMinute(TextIn(*release, "endTime"))},
              hours, licence);
  } else if (SaysNone(order, kRelease)) {
    licence.read_in_full.push_back(HeldHours(id));
  }
  AddCurfew(std::move(hours), licence);
}

// The hours of every week and of the first night, each under any of several names. One that is not
// there, or empty, says nothing of hours that came in another file.
void ReadHomeDetentionWeek(const json& json, Licence& licence) {
  Hours hours{.id = kHomeCurfew};
  for (const char* key : {"weeklyCurfewTimes", "curfewTimes"}) {
    const auto* list = SaidIn(json, key);
    if (list == nullptr) continue;
    ReadWeek(*list, key, kHomeTimesMembers, HomeDetentionSpan, hours, licence);
  }
  if (!hours.stated.empty()) {
    hours.ends_on = LastDayIn(json, "homeDetentionCurfewEndDate", licence);
  }
  AddCurfew(std::move(hours), licence);
}

void ReadHomeDetentionNight(const json& json, Licence& licence) {
  static constexpr std::array<std::array<const char*, 3>, 2> kNights = {{
      {"firstNightCurfewTimes", "fromTime", "untilTime"},
      {"firstNight", "firstNightFrom", "firstNightUntil"},
  }};
  Hours hours{.id = absl::StrCat(kHomeCurfew, "-first-night")};
  for (const auto& [key, from, to] : kNights) {
    const auto* found = SaidIn(json, key);
    if (found == nullptr) continue;
    NoteUnknownMembers(*found, kHomeNightMembers, key, licence);
    ReadNight(
        {licence.starts_on, ClockMinute(TextIn(*found, from)), ClockMinute(TextIn(*found, to))},
        hours, licence);
  }
  AddCurfew(std::move(hours), licence);
}

}  // namespace

void ReadCurfewTimes(const json& json, Licence& licence) {
  ReadHomeDetentionWeek(json, licence);
  ReadHomeDetentionNight(json, licence);
  const std::string id = absl::StrCat(kImportedPrefix, "em", licence.id.empty() ? "" : "-",
                                      absl::AsciiStrToLower(licence.id));
  ReadMonitoringWeek(json, id, licence);
  ReadMonitoringNight(json, absl::StrCat(id, "-release"), licence);
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
