#include "matcher/licence/enough.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

bool CurfewsAreEnough(const Question& asked) {
  const WeekPattern kept = HoursTogether(asked, PlanItemKind::kCurfew, asked.plan.curfews);
  return Covers(kept, asked.hours) && Covers(kept, asked.reading.demands.hours);
}

bool IsAt(const WeekPattern& windows, int day, int minute) {
  return Meet(windows, {{{day * kMinutesPerDay + minute, 1}}});
}

// On how many days of the week, from Monday, one is to be there at all these times.
int DaysAt(const WeekPattern& windows, const std::vector<int>& times, int days) {
  int count = 0;
  for (int day = 0; day < days; ++day) {
    count += std::ranges::all_of(times, [&](int minute) { return IsAt(windows, day, minute); });
  }
  return count;
}

// The times that the condition was filled in with, as often as it says: if it says nothing, once.
bool CommitmentsAreEnough(const Question& asked) {
  constexpr int kWorkingDays = 5;
  const std::optional<std::vector<int>> times = TimesOf(asked.condition, asked.reading);
  if (!times) return false;
  if (times->empty()) return true;
  const WeekPattern windows =
      HoursTogether(asked, PlanItemKind::kCommitment, asked.plan.commitments);
  if (asked.Says("reportingFrequency", "Daily")) return DaysAt(windows, *times, 7) == 7;
  if (asked.Says("reportingFrequency", "Monday to Friday")) {
    return DaysAt(windows, *times, kWorkingDays) == kWorkingDays;
  }
  return DaysAt(windows, *times, 7) > 0;
}

bool ContactLimitIsEnough(const Question& asked, const PlanItem& item) {
  const ContactLimit& limit = *FindIn(asked.plan.contact_limits, &ContactLimit::group,
                                      static_cast<ContactGroup>(item.about));
  return limit.from <= asked.reading.demands.contact_from;
}

// The limit leaves open no vehicle, time or place that the condition does not.
bool VehicleLimitIsEnough(const Question& asked, const PlanItem& item) {
  const VehicleLimit& limit = *FindIn(asked.plan.vehicle_limits, &VehicleLimit::id, item.id);
  if (limit.types != 0 && asked.Says("vehicleTypes", "Any motor vehicle")) return false;
  if (!limit.within_zone.empty() && asked.Says("locationRestriction", "At any location")) {
    return false;
  }
  if (!limit.windows.stated()) return true;
  return !asked.Says("timeRestriction", "At any time") && Covers(limit.windows, asked.hours);
}

// The plan allows no more cash than the condition.
bool CashLimitIsEnough(const Question& asked) {
  const auto filled_in =
      std::ranges::find(asked.condition.parameters, "value", &ConditionParameter::name);
  if (filled_in == asked.condition.parameters.end()) return true;
  const std::string* amount = ValueOf(asked.condition, "value");
  std::int32_t pounds = 0;
  return amount != nullptr && absl::SimpleAtoi(*amount, &pounds) &&
         *asked.plan.cash_limit <= pounds;
}

bool NamesTag(const LicenceCondition& condition, bool alcohol) {
  return std::ranges::any_of(condition.expressed_by, [&](const PlanItem& item) {
    const bool is_alcohol = item.about == static_cast<std::uint8_t>(TagKind::kAlcohol);
    return item.kind == PlanItemKind::kTag && is_alcohol == alcohol;
  });
}

// What is monitored has a tag that can: alcohol one of its own, everything else any other.
bool TagsAreEnough(const Question& asked) {
  const LicenceCondition& condition = asked.condition;
  for (const ConditionParameter& parameter : condition.parameters) {
    if (parameter.name != "electronicMonitoringTypes") continue;
    for (const std::string& type : parameter.values) {
      if (!NamesTag(condition, absl::StartsWithIgnoreCase(type, "alcohol"))) return false;
    }
  }
  return true;
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
