#include "services/cli/licences/filled_in.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <regex>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "matcher/licence/filled_in.h"
#include "services/cli/dates.h"

namespace throughgate::cli {
namespace {

using matcher::ConditionInput;
using matcher::ConditionReading;
using matcher::InputKind;

constexpr std::array kMonths = {"january",   "february", "march",    "april",
                                "may",       "june",     "july",     "august",
                                "september", "october",  "november", "december"};

template <typename Take>
void ForEachMatch(const std::string& text, const std::regex& pattern, Take take) {
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) take(*at);
}

int NumberOf(const std::ssub_match& part) {
  int number = 0;
  return absl::SimpleAtoi(part.str(), &number) ? number : 0;
}

// "7", "30", "p": the minute of the day; nullopt when there is no such time.
std::optional<int> ClockMinute(int hour, int minute, char half) {
  if (minute > 59) return std::nullopt;
  if (half == 0) return hour > 23 ? std::nullopt : std::optional(hour * 60 + minute);
  if (hour < 1 || hour > 12) return std::nullopt;
  return (hour % 12 + (half == 'p' ? 12 : 0)) * 60 + minute;
}

std::optional<v1::Date> DateOf(int year, int month, int day) {
  return ParseDate(absl::StrFormat("%04d-%02d-%02d", year, month, day));
}

int MonthOf(const std::string& name) {
  const auto month = std::ranges::find_if(
      kMonths, [&](const char* each) { return absl::EqualsIgnoreCase(each, name); });
  return static_cast<int>(month - kMonths.begin()) + 1;
}

void AddParameter(const std::string& name, const std::string& value,
                  v1::LicenceCondition& condition) {
  v1::ConditionParameter& parameter = *condition.add_parameters();
  parameter.set_name(name);
  parameter.add_values(value);
}

std::string ClockText(int minute) { return absl::StrFormat("%02d:%02d", minute / 60, minute % 60); }

// The inputs for `spans` spans of hours: newer policies have a set of them for each number.
std::vector<std::string> HourInputs(const ConditionReading& reading, std::size_t spans) {
  static constexpr std::array kNumbers = {"one", "two", "three"};
  std::vector<std::string> names;
  for (const ConditionInput& input : reading.inputs) {
    if (input.kind != InputKind::kTime) continue;
    const bool numbered = std::ranges::any_of(
        kNumbers, [&](const char* number) { return absl::StartsWith(input.name, number); });
    if (!numbered || absl::StartsWith(input.name, kNumbers[spans - 1])) names.push_back(input.name);
  }
  if (names.size() < 2 * spans) return {};
  names.resize(2 * spans);
  return names;
}

bool FillInHours(const ConditionReading& reading, const std::string& text,
                 v1::LicenceCondition& condition) {
  const std::vector<int> times = TimesIn(text);
  const std::size_t spans = times.size() / 2;
  if (times.size() % 2 != 0 || spans < 1 || spans > 3) return false;
  const std::vector<std::string> names = HourInputs(reading, spans);
  for (std::size_t i = 0; i < names.size(); ++i) {
    AddParameter(names[i], ClockText(times[i]), condition);
  }
  return !names.empty();
}

// Times that stand alone: "reportingTime" for one, "reportingTime1" and "reportingTime2" for two.
bool FillInTimes(const std::vector<std::string>& names, const std::string& text,
                 v1::LicenceCondition& condition) {
  constexpr std::size_t kTwice = 2;
  const std::vector<int> times = TimesIn(text);
  if (times.empty() || times.size() > std::min(kTwice, names.size())) return false;
  const auto first = names.end() - static_cast<std::ptrdiff_t>(times.size());
  const auto name = times.size() == 1 ? names.begin() : first;
  for (std::size_t i = 0; i < times.size(); ++i) {
    AddParameter(name[static_cast<std::ptrdiff_t>(i)], ClockText(times[i]), condition);
  }
  return true;
}

bool IsFilledIn(const v1::LicenceCondition& condition, const std::string& name) {
  return std::ranges::any_of(condition.parameters(),
                             [&](const auto& parameter) { return parameter.name() == name; });
}

bool HasValue(const v1::LicenceCondition& condition, const std::string& name,
              const std::string& value) {
  return std::ranges::any_of(condition.parameters(), [&](const auto& parameter) {
    return parameter.name() == name && parameter.values(0) == value;
  });
}

// Options that stand in the finished sentence as the policies have them. Where two options of an
// input stand there, the stricter, which is first here, is taken.
struct Option {
  std::string_view input;
  const char* text;
};
constexpr Option kOptions[] = {
    {"reportingFrequency", "Daily"},
    {"reportingFrequency", "Monday to Friday"},
    {"vehicleTypes", "Any motor vehicle"},
    {"timeRestriction", "At any time"},
    {"locationRestriction", "At any location"},
};

void FillInChoices(const ConditionReading& reading, const std::string& text,
                   v1::LicenceCondition& condition) {
  const std::string words = absl::AsciiStrToLower(text);
  for (const ConditionInput& input : reading.inputs) {
    for (const Option& option : kOptions) {
      if (option.input != input.name || IsFilledIn(condition, input.name)) continue;
      if (!absl::StrContains(words, absl::AsciiStrToLower(option.text))) continue;
      AddParameter(input.name, option.text, condition);
    }
  }
}

// Whether a choice says what an item of the plan must keep. How many times there are, the times
// themselves tell; when a condition is reviewed is nobody's hours.
bool MustBeRead(const ConditionReading& reading, const ConditionInput& input) {
  const bool choice = input.kind == InputKind::kChoice || input.kind == InputKind::kChoices;
  return choice && reading.items != 0 && !absl::StartsWith(input.name, "numberOf") &&
         input.name != "reviewPeriod";
}

bool IsAlone(const ConditionInput& input) {
  return input.kind == InputKind::kTime && input.name.find("Start") == std::string::npos &&
         input.name.find("End") == std::string::npos;
}

std::vector<std::string> TimeInputs(const ConditionReading& reading) {
  std::vector<std::string> names;
  for (const ConditionInput& input : reading.inputs) {
    if (IsAlone(input)) names.push_back(input.name);
  }
  return names;
}

// Hours that an item of the plan must keep: false when there are some and they are not found.
bool FillInItsHours(const ConditionReading& reading, const std::string& text,
                    v1::LicenceCondition& condition) {
  constexpr char kTimeRestriction[] = "timeRestriction";
  if (reading.items == 0 || !matcher::AsksForHours(reading)) return true;
  if (HasValue(condition, kTimeRestriction, "At any time")) return true;
  if (!FillInHours(reading, text, condition)) return false;
  const bool restricts = std::ranges::any_of(
      reading.inputs, [&](const ConditionInput& input) { return input.name == kTimeRestriction; });
  // Hours that stand there are hours that were specified.
  if (restricts && !IsFilledIn(condition, kTimeRestriction)) {
    AddParameter(kTimeRestriction, "Between specified times", condition);
  }
  return true;
}

// The one value of an input, and what it is called when it is not found.
struct Value {
  std::optional<std::string> text;
  const char* what = nullptr;  // null: this kind is not looked for
};
Value ValueOf(InputKind kind, const std::string& text) {
  if (kind == InputKind::kYears) {
    const std::vector<int> ages = AgesIn(text);
    if (ages.size() != 1) return {std::nullopt, "the age"};
    return {std::to_string(ages[0]), "the age"};
  }
  if (kind == InputKind::kPounds) {
    const std::vector<std::int64_t> pounds = PoundsIn(text);
    if (pounds.size() != 1) return {std::nullopt, "the amount"};
    return {std::to_string(pounds[0]), "the amount"};
  }
  if (kind == InputKind::kLastDay || kind == InputKind::kDate) {
    const char* what = kind == InputKind::kDate ? "the date" : "the last day";
    const std::vector<v1::Date> dates = DatesIn(text);
    if (dates.size() != 1) return {std::nullopt, what};
    return {FormatDate(dates[0]), what};
  }
  return {};
}

}  // namespace

std::vector<int> TimesIn(const std::string& text) {
  static const std::regex kTime(
      R"(\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b|\b(\d{1,2}):(\d{2})\b|)"
      R"(\b(midnight|midday|noon)\b)",
      std::regex::icase);
  std::vector<int> times;
  ForEachMatch(text, kTime, [&](const std::smatch& match) {
    std::optional<int> minute;
    if (match[1].matched) {
      const char half = absl::ascii_tolower(static_cast<unsigned char>(match[3].str()[0]));
      minute = ClockMinute(NumberOf(match[1]), NumberOf(match[2]), half);
    } else if (match[4].matched) {
      minute = ClockMinute(NumberOf(match[4]), NumberOf(match[5]), 0);
    } else {
      minute = absl::EqualsIgnoreCase(match[6].str(), "midnight") ? 0 : 12 * 60;
    }
    if (minute) times.push_back(*minute);
  });
  return times;
}

std::vector<int> AgesIn(const std::string& text) {
  static const std::regex kAge(R"(\bage of (\d{1,2})\b)", std::regex::icase);
  std::vector<int> ages;
  ForEachMatch(text, kAge, [&](const std::smatch& match) {
    const int years = NumberOf(match[1]);
    if (years >= 1 && years <= 18) ages.push_back(years);
  });
  return ages;
}

std::vector<std::int64_t> PoundsIn(const std::string& text) {
  static const std::regex kPounds(R"(£\s?(\d[\d,]*)(?:\.\d{1,2})?)");
  std::vector<std::int64_t> amounts;
  ForEachMatch(text, kPounds, [&](const std::smatch& match) {
    std::int64_t amount = 0;
    if (absl::SimpleAtoi(absl::StrReplaceAll(match[1].str(), {{",", ""}}), &amount)) {
      amounts.push_back(amount);
    }
  });
  return amounts;
}

std::vector<v1::Date> DatesIn(const std::string& text) {
  static const std::regex kDate(R"(\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})\b|)"
                                R"(\b(\d{1,2})/(\d{1,2})/(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b)",
                                std::regex::icase);
  std::vector<v1::Date> dates;
  ForEachMatch(text, kDate, [&](const std::smatch& match) {
    std::optional<v1::Date> date;
    if (match[1].matched) {
      date = DateOf(NumberOf(match[3]), MonthOf(match[2].str()), NumberOf(match[1]));
    } else if (match[4].matched) {
      date = DateOf(NumberOf(match[6]), NumberOf(match[5]), NumberOf(match[4]));
    } else {
      date = DateOf(NumberOf(match[7]), NumberOf(match[8]), NumberOf(match[9]));
    }
    if (date) dates.push_back(*date);
  });
  return dates;
}

std::vector<std::string> FillIn(const ConditionReading& reading, const std::string& text,
                                v1::LicenceCondition& condition) {
  std::vector<std::string> missing;
  for (const ConditionInput& input : reading.inputs) {
    const Value value = ValueOf(input.kind, text);
    if (value.text) AddParameter(input.name, *value.text, condition);
    if (!value.text && value.what != nullptr) missing.emplace_back(value.what);
  }
  FillInChoices(reading, text, condition);
  if (!FillInItsHours(reading, text, condition)) missing.emplace_back("the hours");
  const std::vector<std::string> times = TimeInputs(reading);
  if (!times.empty() && !FillInTimes(times, text, condition)) missing.emplace_back("the times");
  for (const ConditionInput& input : reading.inputs) {
    if (MustBeRead(reading, input) && !IsFilledIn(condition, input.name)) {
      missing.push_back(input.name);
    }
  }
  return missing;
}

}  // namespace throughgate::cli
