#include "matcher/licence/enough.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "matcher/licence/filled_in.h"
#include "matcher/licence/plan_items.h"

namespace throughgate::matcher {
namespace {

// A condition, how it is read, the plan, and the hours that the condition was filled in with.
struct Question {
  const LicenceCondition& condition;
  const ConditionReading& reading;
  const RiskPlanTerms& plan;
  WeekPattern hours;

  bool AsksFor(std::string_view name) const {
    return FindIn(reading.inputs, &ConditionInput::name, name) != nullptr;
  }
  // Whether the condition was filled in with `value` where it asks for `name`.
  bool Says(std::string_view name, std::string_view value) const {
    const std::string* said = ValueOf(condition, name);
    return said != nullptr && *said == value;
  }
};

bool Covers(const WeekPattern& kept, const WeekPattern& hours) {
  return MinutesShared(hours, kept) == MinutesCovered(hours);
}

// The hours of all the condition's items of a kind together.
template <typename Entry>
WeekPattern HoursTogether(const Question& asked, PlanItemKind kind,
                          const std::vector<Entry>& entries) {
  WeekPattern all;
  for (const PlanItem& item : asked.condition.expressed_by) {
    if (item.kind != kind) continue;
    const auto& spans = FindIn(entries, &Entry::id, item.id)->windows.spans;
    all.spans.insert(all.spans.end(), spans.begin(), spans.end());
  }
  return all;
}

// It holds always, but for what is laid down for an event.
bool ZoneIsEnough(const Question& asked, const PlanItem& item) {
  const Zone& zone = *FindIn(asked.plan.zones, &Zone::id, item.id);
  return asked.reading.demands.event || (!zone.windows.stated() && !zone.event());
}

// Of how many something speaks first of all: "Two curfews", "twoCurfewStart". 0: of no number.
std::size_t NumberSpokenOf(std::string_view text) {
  static constexpr const char* kNumbers[] = {"one", "two", "three"};
  for (std::size_t i = 0; i < std::size(kNumbers); ++i) {
    if (absl::StartsWithIgnoreCase({text.data(), text.size()}, kNumbers[i])) return i + 1;
  }
  return 0;
}

// Which of several an input is by its name: "curfewStart2", "secondCurfewStart".
std::size_t PlaceInTheRow(std::string_view name) {
  if (name.ends_with('3')) return 3;
  return name.ends_with('2') || name.starts_with("second") ? 2 : 1;
}

// How many spans of hours a day the condition is for, by what it says of their number and by the
// names of its inputs; none when what it says cannot be read.
std::optional<std::size_t> SpansPromised(const LicenceCondition& condition) {
  std::size_t promised = 1;
  for (const ConditionParameter& parameter : condition.parameters) {
    const std::string& name = parameter.name;
    if (name == "numberOfCurfews") {
      const std::string* said = ValueOf(condition, name);
      const std::size_t number = said == nullptr ? 0 : NumberSpokenOf(*said);
      if (number == 0) return std::nullopt;
      promised = std::max(promised, number);
    } else if (name.find("Start") != std::string::npos) {
      promised = std::max({promised, NumberSpokenOf(name), PlaceInTheRow(name)});
    }
  }
  return promised;
}

// Whether all of the hours that a condition asks for were filled in. What was filled in for one
// curfew is neither of two.
bool HoursAreKnown(const Question& asked) {
  if (!AsksForHours(asked.reading)) return true;
  const std::optional<std::size_t> promised = SpansPromised(asked.condition);
  const auto is_one_of_them = [&](const ConditionInput& input) {
    const std::size_t number = NumberSpokenOf(input.name);
    return input.kind == InputKind::kTime && absl::StrContains(input.name, "Start") &&
           (number == 0 || number == *promised) &&
           FindIn(asked.condition.parameters, &ConditionParameter::name, input.name) != nullptr;
  };
  return promised && std::ranges::count_if(asked.reading.inputs, is_one_of_them) >=
                         static_cast<std::ptrdiff_t>(*promised);
}

bool CurfewsAreEnough(const Question& asked) {
  if (!HoursAreKnown(asked)) return false;
  const WeekPattern kept = HoursTogether(asked, PlanItemKind::kCurfew, asked.plan.curfews);
  return Covers(kept, asked.hours) && Covers(kept, asked.reading.demands.hours);
}

bool IsAt(const WeekPattern& windows, int day, int minute) {
  return Meet(windows, {{{day * kMinutesPerDay + minute, 1}}});
}

bool IsAtAll(const WeekPattern& windows, int day, const std::vector<int>& times) {
  return std::ranges::all_of(times, [&](int minute) { return IsAt(windows, day, minute); });
}

// On how many days of the week, from Monday, one is to be there at all these times.
int DaysAt(const WeekPattern& windows, const std::vector<int>& times, int days) {
  int count = 0;
  for (int day = 0; day < days; ++day) count += IsAtAll(windows, day, times);
  return count;
}

// From Monday, 0.
int WeekdayOf(Day day) {
  constexpr int kThursday = 3;  // 1 January 1970
  return ((day.since_epoch + kThursday) % 7 + 7) % 7;
}

// As often as the condition says. What is about no date and asks for no frequency is daily.
bool AreOftenEnough(const Question& asked, const WeekPattern& windows,
                    const std::vector<int>& times) {
  constexpr std::string_view kFrequency = "reportingFrequency";
  constexpr int kWorkingDays = 5;
  if (const ConditionInput* date = InputOf(asked.reading, InputKind::kDate); date != nullptr) {
    const std::string* text = ValueOf(asked.condition, date->name);
    const std::optional<Day> day = text == nullptr ? std::nullopt : DayOfText(*text);
    return day && IsAtAll(windows, WeekdayOf(*day), times);
  }
  if (!asked.AsksFor(kFrequency) || asked.Says(kFrequency, "Daily")) {
    return DaysAt(windows, times, 7) == 7;
  }
  if (asked.Says(kFrequency, "Monday to Friday")) {
    return DaysAt(windows, times, kWorkingDays) == kWorkingDays;
  }
  // How often was not kept: whoever named the commitments knows.
  return asked.Says(kFrequency, "Other") && DaysAt(windows, times, 7) > 0;
}

// How many times a day the condition was filled in for, by what it says of their number and by the
// names of its inputs, "reportingTime1"; none when what it says cannot be read.
std::optional<std::size_t> TimesPromised(const Question& asked) {
  constexpr std::string_view kNumber = "numberOfReportingTimes";
  std::size_t promised = 1;
  for (const ConditionInput& input : asked.reading.inputs) {
    const bool one_of_two = absl::EndsWith(input.name, "1") || absl::EndsWith(input.name, "2");
    if (input.kind != InputKind::kTime || !one_of_two) continue;
    if (ValueOf(asked.condition, input.name) != nullptr) promised = 2;
  }
  const bool twice = asked.Says(kNumber, "Twice a day");
  const bool said =
      FindIn(asked.condition.parameters, &ConditionParameter::name, kNumber) != nullptr;
  if (said && !twice && !asked.Says(kNumber, "Once a day")) return std::nullopt;
  return twice ? 2 : promised;
}

// At the times that the condition was filled in with. Where it asks for none, whoever named the
// commitments knows when they are.
bool CommitmentsAreEnough(const Question& asked) {
  if (!AsksForTimes(asked.reading)) return true;
  const std::optional<std::vector<int>> times = TimesOf(asked.condition, asked.reading);
  if (!times || times->empty()) return false;
  const std::optional<std::size_t> promised = TimesPromised(asked);
  if (!promised || times->size() < *promised) return false;
  const WeekPattern windows =
      HoursTogether(asked, PlanItemKind::kCommitment, asked.plan.commitments);
  return AreOftenEnough(asked, windows, *times);
}

bool ContactLimitIsEnough(const Question& asked, const PlanItem& item) {
  const ContactLimit& limit = *FindIn(asked.plan.contact_limits, &ContactLimit::group,
                                      static_cast<ContactGroup>(item.about));
  return limit.from <= asked.reading.demands.contact_from;
}

// The limit leaves open no vehicle, time or place but where the condition is known to. Which types
// and places it names was not kept: whoever named the limit knows.
bool VehicleLimitIsEnough(const Question& asked, const PlanItem& item) {
  const VehicleLimit& limit = *FindIn(asked.plan.vehicle_limits, &VehicleLimit::id, item.id);
  if (limit.types != 0 && !asked.Says("vehicleTypes", "Types of motor vehicle")) return false;
  if (!limit.within_zone.empty() && !asked.Says("locationRestriction", "In specified locations")) {
    return false;
  }
  if (!limit.windows.stated()) return true;
  return asked.Says("timeRestriction", "Between specified times") && HoursAreKnown(asked) &&
         Covers(limit.windows, asked.hours);
}

// It holds always, and for more than the premises themselves: what is in sight of them. Which types
// the condition names was not kept: whoever named the limit knows.
bool PremisesLimitIsEnough(const Question& asked, const PlanItem& item) {
  const PremisesLimit& limit = *FindIn(asked.plan.premises_limits, &PremisesLimit::id, item.id);
  return !limit.windows.stated() && limit.distance > Metres{};
}

// The plan allows no more cash than the condition.
bool CashLimitIsEnough(const Question& asked) {
  const std::string* amount = ValueOf(asked.condition, "value");
  std::int32_t pounds = 0;
  return amount != nullptr && absl::SimpleAtoi(*amount, &pounds) &&
         *asked.plan.cash_limit <= pounds;
}

bool NamesTagOf(const LicenceCondition& condition, TagKind kind) {
  return std::ranges::any_of(condition.expressed_by, [&](const PlanItem& item) {
    return item.kind == PlanItemKind::kTag && item.about == static_cast<std::uint8_t>(kind);
  });
}

// Whether a tag is named that can monitor it, by the words that say what is monitored: alcohol one
// of its own, a curfew one for the curfew or for where somebody is, all else the latter.
bool NamesTagFor(const LicenceCondition& condition, const std::string& monitored) {
  const std::string words = absl::AsciiStrToLower(monitored);
  if (absl::StrContains(words, "alcohol")) return NamesTagOf(condition, TagKind::kAlcohol);
  const bool of_curfew =
      absl::StrContains(words, "curfew") && NamesTagOf(condition, TagKind::kCurfew);
  return of_curfew || NamesTagOf(condition, TagKind::kLocation);
}

// Each thing that is monitored has a tag that can.
bool TagsAreEnough(const Question& asked) {
  constexpr std::string_view kTypes = "electronicMonitoringTypes";
  const LicenceCondition& condition = asked.condition;
  const TagKind demanded = asked.reading.demands.tag;
  if (demanded != TagKind::kUnspecified) return NamesTagOf(condition, demanded);
  if (!asked.AsksFor(kTypes)) return true;
  const ConditionParameter* types = FindIn(condition.parameters, &ConditionParameter::name, kTypes);
  return types != nullptr && !types->values.empty() &&
         std::ranges::all_of(types->values,
                             [&](const std::string& type) { return NamesTagFor(condition, type); });
}

bool IsEnough(const Question& asked, const PlanItem& item) {
  switch (item.kind) {
    case PlanItemKind::kExclusionZone:
    case PlanItemKind::kRestrictionZone:
      return ZoneIsEnough(asked, item);
    case PlanItemKind::kCurfew:
      return CurfewsAreEnough(asked);
    case PlanItemKind::kCommitment:
      return CommitmentsAreEnough(asked);
    case PlanItemKind::kContactLimit:
      return ContactLimitIsEnough(asked, item);
    case PlanItemKind::kVehicleLimit:
      return VehicleLimitIsEnough(asked, item);
    case PlanItemKind::kCashLimit:
      return CashLimitIsEnough(asked);
    case PlanItemKind::kTag:
      return TagsAreEnough(asked);
    case PlanItemKind::kPremisesLimit:
      return PremisesLimitIsEnough(asked, item);
    case PlanItemKind::kUnspecified:
    case PlanItemKind::kWorkLimit:
    case PlanItemKind::kNoContact:
    case PlanItemKind::kHomeCounty:
      return true;
  }
  return false;
}

}  // namespace

bool AreEnough(const LicenceCondition& condition, const ConditionReading& reading,
               const RiskPlanTerms& plan) {
  std::optional<WeekPattern> hours = HoursOf(condition, reading);
  if (!hours) return false;
  const Question asked{condition, reading, plan, *std::move(hours)};
  return std::ranges::all_of(condition.expressed_by,
                             [&](const PlanItem& item) { return IsEnough(asked, item); });
}

}  // namespace throughgate::matcher
