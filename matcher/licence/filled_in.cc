#include "matcher/licence/filled_in.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/time/civil_time.h"

namespace throughgate::matcher {
namespace {

bool IsFilledIn(const LicenceCondition& condition, const std::string& name) {
  return std::ranges::find(condition.parameters, name, &ConditionParameter::name) !=
         condition.parameters.end();
}

std::optional<int> TimeOf(const LicenceCondition& condition, const std::string& name) {
  const std::string* value = ValueOf(condition, name);
  return value == nullptr ? std::nullopt : MinuteOfDay(*value);
}

// Whether an input is the start or the end of hours, and not a time alone.
bool IsOfHours(const std::string& name) {
  return name.find("Start") != std::string::npos || name.find("End") != std::string::npos;
}

// "curfewEnd2" for "curfewStart2"; empty for what is not the start of hours.
std::string EndOf(std::string start) {
  constexpr std::string_view kStart = "Start";
  const std::size_t at = start.rfind(kStart);
  if (at == std::string::npos) return {};
  return start.replace(at, kStart.size(), "End");
}

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

// Whether `text` is digits where `form` has a "d", and the same elsewhere.
bool HasForm(std::string_view text, std::string_view form) {
  return std::ranges::equal(text, form,
                            [](char c, char f) { return f == 'd' ? IsDigit(c) : c == f; });
}

bool AsksForTime(const ConditionReading& reading, bool of_hours) {
  return std::ranges::any_of(reading.inputs, [&](const ConditionInput& input) {
    return input.kind == InputKind::kTime && IsOfHours(input.name) == of_hours;
  });
}

}  // namespace

bool AsksForHours(const ConditionReading& reading) { return AsksForTime(reading, true); }
bool AsksForTimes(const ConditionReading& reading) { return AsksForTime(reading, false); }

const ConditionInput* InputOf(const ConditionReading& reading, InputKind kind) {
  const auto found = std::ranges::find(reading.inputs, kind, &ConditionInput::kind);
  return found == reading.inputs.end() ? nullptr : &*found;
}

const std::string* ValueOf(const LicenceCondition& condition, std::string_view name) {
  const auto found = std::ranges::find(condition.parameters, name, &ConditionParameter::name);
  if (found == condition.parameters.end() || found->values.size() != 1) return nullptr;
  return &found->values.front();
}

std::optional<WeekPattern> HoursOf(const LicenceCondition& condition,
                                   const ConditionReading& reading) {
  WeekPattern hours;
  for (const ConditionInput& input : reading.inputs) {
    const std::string end = input.kind == InputKind::kTime ? EndOf(input.name) : "";
    if (end.empty() || (!IsFilledIn(condition, input.name) && !IsFilledIn(condition, end))) {
      continue;
    }
    const std::optional<int> first = TimeOf(condition, input.name);
    const std::optional<int> last = TimeOf(condition, end);
    if (!first || !last) return std::nullopt;
    const WeekPattern stated = DailyHours(*first, *last);
    hours.spans.insert(hours.spans.end(), stated.spans.begin(), stated.spans.end());
  }
  std::ranges::sort(hours.spans);
  return hours;
}

std::optional<std::vector<int>> TimesOf(const LicenceCondition& condition,
                                        const ConditionReading& reading) {
  std::vector<int> times;
  for (const ConditionInput& input : reading.inputs) {
    if (input.kind != InputKind::kTime || IsOfHours(input.name)) continue;
    if (!IsFilledIn(condition, input.name)) continue;
    const std::optional<int> time = TimeOf(condition, input.name);
    if (!time) return std::nullopt;
    times.push_back(*time);
  }
  return times;
}

std::optional<Day> LastDayOf(const LicenceCondition& condition, const ConditionReading& reading) {
  const ConditionInput* input = InputOf(reading, InputKind::kLastDay);
  const std::string* value = input == nullptr ? nullptr : ValueOf(condition, input->name);
  return value == nullptr ? std::nullopt : DayOfText(*value);
}

std::optional<int> MinuteOfDay(std::string_view text) {
  if (!HasForm(text, "dd:dd")) return std::nullopt;
  const int hour = (text[0] - '0') * 10 + text[1] - '0';
  const int minute = (text[3] - '0') * 10 + text[4] - '0';
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::optional<Day> DayOfText(std::string_view text) {
  absl::CivilDay day;
  if (!HasForm(text, "dddd-dd-dd") || !absl::ParseCivilTime({text.data(), text.size()}, &day)) {
    return std::nullopt;
  }
  return Day{static_cast<std::int32_t>(day - absl::CivilDay(1970, 1, 1))};
}

}  // namespace throughgate::matcher
