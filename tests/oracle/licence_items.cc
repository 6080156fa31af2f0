#include "tests/oracle/licence_items.h"

#include <algorithm>
#include <chrono>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr int kDay = 24 * 60;

// What is needed of an item: when it is over, and, of those that have hours, which.
struct Held {
  std::optional<Day> last_day = {};
  WeekPattern hours = {};
};

template <typename Entry>
std::optional<Held> HeldById(const std::vector<Entry>& entries, const std::string& id) {
  for (const Entry& entry : entries) {
    if (entry.id == id) return Held{entry.ends_on, entry.windows};
  }
  return std::nullopt;
}

bool TakesAny(const LicenceLine& line, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return line.Takes(word); });
}

const Zone* ZoneOf(const RiskPlanTerms& plan, const std::string& id) {
  for (const Zone& zone : plan.zones) {
    if (zone.id == id) return &zone;
  }
  return nullptr;
}

const VehicleLimit* VehicleLimitOf(const RiskPlanTerms& plan, const std::string& id) {
  for (const VehicleLimit& limit : plan.vehicle_limits) {
    if (limit.id == id) return &limit;
  }
  return nullptr;
}

const ContactLimit* ContactLimitOf(const RiskPlanTerms& plan, int group) {
  for (const ContactLimit& limit : plan.contact_limits) {
    if (static_cast<int>(limit.group) == group) return &limit;
  }
  return nullptr;
}

std::optional<Held> WithoutEnd(bool there) {
  return there ? std::optional<Held>(Held()) : std::nullopt;
}

std::optional<Held> ZoneHeld(const RiskPlanTerms& plan, const std::string& id, ZoneKind kind) {
  const Zone* const zone = ZoneOf(plan, id);
  if (zone == nullptr || zone->kind != kind) return std::nullopt;
  return Held{zone->ends_on, {}};
}

std::optional<Held> TagHeld(const RiskPlanTerms& plan, int kind) {
  for (const Tag& tag : plan.tags) {
    if (static_cast<int>(tag.kind) == kind) return Held{tag.ends_on, {}};
  }
  return std::nullopt;
}

// An item that the plan has and the line takes.
std::optional<Held> Find(const WrittenCondition& written, const PlanItem& item) {
  const RiskPlanTerms& plan = written.plan;
  const LicenceLine& line = written.line;
  switch (item.kind) {
    case PlanItemKind::kUnspecified:
      return std::nullopt;
    case PlanItemKind::kExclusionZone:
      if (!TakesAny(line, {"exclusion-zone", "event-zone"})) return std::nullopt;
      return ZoneHeld(plan, item.id, ZoneKind::kExclusion);
    case PlanItemKind::kRestrictionZone:
      if (!line.Takes("restriction-zone")) return std::nullopt;
      return ZoneHeld(plan, item.id, ZoneKind::kRestriction);
    case PlanItemKind::kCurfew:
      if (!TakesAny(line, {"curfew", "curfew-from-17:00"})) return std::nullopt;
      return HeldById(plan.curfews, item.id);
    case PlanItemKind::kCommitment:
      if (!line.Takes("commitment")) return std::nullopt;
      return HeldById(plan.commitments, item.id);
    case PlanItemKind::kWorkLimit:
      return WithoutEnd(line.Takes("work-limit") &&
                        std::any_of(plan.work_limits.begin(), plan.work_limits.end(),
                                    [&](const WorkLimit& limit) {
                                      return static_cast<int>(limit.attribute) == item.about;
                                    }));
    case PlanItemKind::kContactLimit:
      // The policies limit contact with children, and with nobody else.
      return WithoutEnd(TakesAny(line, {"contact-limit", "contact-limit-from-supervised"}) &&
                        item.about == static_cast<int>(ContactGroup::kChildren) &&
                        ContactLimitOf(plan, item.about) != nullptr);
    case PlanItemKind::kNoContact:
      return WithoutEnd(line.Takes("no-contact") &&
                        std::any_of(plan.no_contact.begin(), plan.no_contact.end(),
                                    [&](const NoContact& entry) { return entry.id == item.id; }));
    case PlanItemKind::kVehicleLimit:
      return WithoutEnd(line.Takes("vehicle") && VehicleLimitOf(plan, item.id) != nullptr);
    case PlanItemKind::kCashLimit:
      return WithoutEnd(line.Takes("cash") && plan.cash_limit.has_value());
    case PlanItemKind::kTag:
      if (!TakesAny(line, {"tag", "alcohol-tag", "location-tag"})) return std::nullopt;
      return TagHeld(plan, item.about);
    case PlanItemKind::kHomeCounty:
      return WithoutEnd(line.Takes("home-county") && !plan.home_county.empty());
    case PlanItemKind::kPremisesLimit:
      if (!line.Takes("premises-limit")) return std::nullopt;
      return HeldById(plan.premises_limits, item.id);
  }
  return std::nullopt;
}

// "19:00"; nullopt when it is not a time of the day.
std::optional<int> MinuteWritten(const std::vector<std::string>* said) {
  if (said == nullptr || said->size() != 1 || said->front().size() != 5) return std::nullopt;
  const std::string& text = said->front();
  for (int hour = 0; hour < 24; ++hour) {
    for (int minute = 0; minute < 60; ++minute) {
      const std::string two = (hour < 10 ? "0" : "") + std::to_string(hour) + ":" +
                              (minute < 10 ? "0" : "") + std::to_string(minute);
      if (two == text) return hour * 60 + minute;
    }
  }
  return std::nullopt;
}

// From one minute until another of every day, over midnight when that comes no later.
Week EveryDay(int begin, int end) {
  Week week;
  for (int day = 0; day < 7; ++day) {
    week |= Between(day * kDay + begin, day * kDay + (end > begin ? end : end + kDay));
  }
  return week;
}

std::string Replaced(const std::string& name, const std::string& from, const std::string& to) {
  const std::size_t at = name.rfind(from);
  return at == std::string::npos ? "" : name.substr(0, at) + to + name.substr(at + from.size());
}

// Of how many something speaks first of all: "Two curfews", "twoCurfewStart". 0: of no number.
int NumberSpokenOf(const std::string& text) {
  if (text.starts_with("one") || text.starts_with("One")) return 1;
  if (text.starts_with("two") || text.starts_with("Two")) return 2;
  if (text.starts_with("three") || text.starts_with("Three")) return 3;
  return 0;
}

// Which of several something is by its name: "curfewStart2", "secondCurfewStart".
int PlaceInTheRow(const std::string& name) {
  if (name.ends_with('3')) return 3;
  return name.ends_with('2') || name.starts_with("second") ? 2 : 1;
}

// The hours that a condition was filled in with.
struct WrittenHours {
  bool readable = true;
  bool all_there = false;  // as many spans as there are to be
  Week minutes = {};
};

// How many spans of hours there are to be, by what was said of their number and by the names of
// those that are there. 0: what was said cannot be read.
int SpansToBe(const WrittenCondition& written, const std::vector<std::string>& starts) {
  int number = 1;
  for (const std::string& start : starts) {
    number = std::max({number, NumberSpokenOf(start), PlaceInTheRow(start)});
  }
  const std::vector<std::string>* const said = written.Said("numberOfCurfews");
  if (said == nullptr) return number;
  if (said->size() != 1 || NumberSpokenOf(said->front()) == 0) return 0;
  return std::max(number, NumberSpokenOf(said->front()));
}

WrittenHours HoursWritten(const WrittenCondition& written) {
  WrittenHours hours;
  std::vector<std::string> starts;
  for (const auto& [name, kind] : written.line.inputs) {
    const std::string end = kind == "time" ? Replaced(name, "Start", "End") : "";
    if (end.empty()) continue;
    const std::vector<std::string>* const from = written.Said(name);
    const std::vector<std::string>* const until = written.Said(end);
    if (from == nullptr && until == nullptr) continue;
    const std::optional<int> first = MinuteWritten(from);
    const std::optional<int> last = MinuteWritten(until);
    if (!first || !last) return {.readable = false};
    starts.push_back(name);
    hours.minutes |= EveryDay(*first, *last);
  }
  // Those of another number of spans are not among them.
  const int number = SpansToBe(written, starts);
  const auto is_one = [&](const std::string& start) {
    return NumberSpokenOf(start) == 0 || NumberSpokenOf(start) == number;
  };
  hours.all_there = number > 0 && std::count_if(starts.begin(), starts.end(), is_one) >= number;
  return hours;
}

bool AsksForHours(const LicenceLine& line) {
  return std::any_of(line.inputs.begin(), line.inputs.end(), [](const auto& input) {
    return input.second == "time" && input.first.find("Start") != std::string::npos;
  });
}

// The minutes of all items of a kind that the condition names.
Week Together(const WrittenCondition& written, PlanItemKind kind) {
  Week all;
  for (const PlanItem& item : written.condition.expressed_by) {
    if (item.kind == kind) all |= MinutesOf(Find(written, item)->hours);
  }
  return all;
}

bool Holds(const Week& kept, const Week& hours) { return (hours & ~kept).none(); }

// The times apart from hours that a line asks for.
std::vector<std::string> TimesAskedFor(const LicenceLine& line) {
  std::vector<std::string> names;
  for (const auto& [name, kind] : line.inputs) {
    const bool of_hours =
        name.find("Start") != std::string::npos || name.find("End") != std::string::npos;
    if (kind == "time" && !of_hours) names.push_back(name);
  }
  return names;
}

// The times that a condition was filled in with; none when some are not there, or cannot be read.
// "reportingTime" is one alone, "reportingTime1" and "reportingTime2" are two.
std::vector<int> TimesWritten(const WrittenCondition& written) {
  std::vector<int> times;
  std::size_t number = 1;
  for (const std::string& name : TimesAskedFor(written.line)) {
    if (written.Said(name) == nullptr) continue;
    const std::optional<int> time = MinuteWritten(written.Said(name));
    if (!time) return {};
    times.push_back(*time);
    if (name.ends_with('1') || name.ends_with('2')) number = 2;
  }
  if (written.Said("numberOfReportingTimes") != nullptr) {
    const bool twice = written.SaidOnly("numberOfReportingTimes", "Twice a day");
    if (!twice && !written.SaidOnly("numberOfReportingTimes", "Once a day")) return {};
    if (twice) number = 2;
  }
  return times.size() < number ? std::vector<int>() : times;
}

// The only value that was filled in for an input of some kind; null when there is none.
const std::string* OnlyValueOfKind(const WrittenCondition& written, const std::string& wanted) {
  for (const auto& [name, kind] : written.line.inputs) {
    const std::vector<std::string>* const said = kind == wanted ? written.Said(name) : nullptr;
    if (said != nullptr && said->size() == 1) return &said->front();
  }
  return nullptr;
}

// From Monday, 0.
int DayOfTheWeek(Day day) {
  const std::chrono::sys_days date{std::chrono::days(day.since_epoch)};
  return static_cast<int>(std::chrono::weekday(date).iso_encoding()) - 1;
}

bool Asks(const LicenceLine& line, const std::string& input) {
  return std::any_of(line.inputs.begin(), line.inputs.end(),
                     [&](const auto& one) { return one.first == input; });
}
bool AsksForKind(const LicenceLine& line, const std::string& kind) {
  return std::any_of(line.inputs.begin(), line.inputs.end(),
                     [&](const auto& one) { return one.second == kind; });
}

// Whether the person is to be there at each time that was filled in, as often as was said: on the
// day, every day, every working day, or once a week at least.
bool IsThereOftenEnough(const WrittenCondition& written) {
  if (TimesAskedFor(written.line).empty()) return true;
  const std::vector<int> times = TimesWritten(written);
  if (times.empty()) return false;
  const Week kept = Together(written, PlanItemKind::kCommitment);
  const auto there_on = [&](int day) {
    return std::all_of(times.begin(), times.end(),
                       [&](int time) { return kept.test(day * kDay + time); });
  };
  if (AsksForKind(written.line, "date")) {
    const std::string* const text = OnlyValueOfKind(written, "date");
    const std::optional<Day> day = text == nullptr ? std::nullopt : DayWritten(*text);
    return day && there_on(DayOfTheWeek(*day));
  }
  int working_days = 0;
  int days = 0;
  for (int day = 0; day < 7; ++day) {
    days += there_on(day) ? 1 : 0;
    working_days += day < 5 && there_on(day) ? 1 : 0;
  }
  if (!Asks(written.line, "reportingFrequency")) return days == 7;
  if (written.SaidOnly("reportingFrequency", "Daily")) return days == 7;
  if (written.SaidOnly("reportingFrequency", "Monday to Friday")) return working_days == 5;
  return written.SaidOnly("reportingFrequency", "Other") && days >= 1;
}

bool HoldsAlways(const WrittenCondition& written, const Zone& zone) {
  if (written.line.Takes("event-zone")) return true;
  return zone.windows.spans.empty() && !IsShort(zone.starts_on, zone.ends_on);
}

bool LimitsAsMuchDriving(const WrittenCondition& written, const VehicleLimit& limit,
                         const WrittenHours& hours) {
  if (limit.types != 0 && !written.SaidOnly("vehicleTypes", "Types of motor vehicle")) return false;
  if (!limit.within_zone.empty() &&
      !written.SaidOnly("locationRestriction", "In specified locations")) {
    return false;
  }
  if (limit.windows.spans.empty()) return true;
  return written.SaidOnly("timeRestriction", "Between specified times") && hours.all_there &&
         Holds(MinutesOf(limit.windows), hours.minutes);
}

bool AllowsNoMoreCash(const WrittenCondition& written) {
  const std::vector<std::string>* const said = written.Said("value");
  if (said == nullptr || said->size() != 1) return false;
  const std::string& amount = said->front();
  const bool all_digits =
      std::all_of(amount.begin(), amount.end(), [](char c) { return '0' <= c && c <= '9'; });
  return !amount.empty() && amount.size() <= 9 && all_digits &&
         *written.plan.cash_limit <= std::stoi(amount);
}

bool SpeaksOf(const char* what, std::string text) {
  for (char& c : text) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text.find(what) != std::string::npos;
}

template <typename Fits>
bool NamesATag(const WrittenCondition& written, Fits fits) {
  const auto& items = written.condition.expressed_by;
  return std::any_of(items.begin(), items.end(), [&](const PlanItem& item) {
    return item.kind == PlanItemKind::kTag && fits(static_cast<TagKind>(item.about));
  });
}

bool IsForAlcohol(TagKind kind) { return kind == TagKind::kAlcohol; }
bool IsForMore(TagKind kind) { return kind != TagKind::kAlcohol; }
bool IsForATrail(TagKind kind) { return kind == TagKind::kLocation; }
bool IsForACurfew(TagKind kind) { return kind == TagKind::kLocation || kind == TagKind::kCurfew; }

// Alcohol and a trail need a tag of their own; a tag that keeps a trail keeps curfews as well, and
// is what all else needs.
bool TagsForAll(const WrittenCondition& written) {
  if (written.line.Takes("alcohol-tag")) return NamesATag(written, IsForAlcohol);
  if (written.line.Takes("location-tag")) return NamesATag(written, IsForATrail);
  if (!Asks(written.line, "electronicMonitoringTypes")) return NamesATag(written, IsForMore);
  const std::vector<std::string>* const types = written.Said("electronicMonitoringTypes");
  if (types == nullptr || types->empty()) return false;
  return std::all_of(types->begin(), types->end(), [&](const std::string& type) {
    if (SpeaksOf("alcohol", type)) return NamesATag(written, IsForAlcohol);
    return NamesATag(written, SpeaksOf("curfew", type) ? IsForACurfew : IsForATrail);
  });
}

// At every hour.
bool ReachesBeyondThem(const WrittenCondition& written, const std::string& id) {
  for (const PremisesLimit& limit : written.plan.premises_limits) {
    if (limit.id == id) return limit.distance.value > 0 && limit.windows.spans.empty();
  }
  return false;
}

bool OneForbidsAsMuch(const WrittenCondition& written, const PlanItem& item,
                      const WrittenHours& hours) {
  switch (item.kind) {
    case PlanItemKind::kExclusionZone:
    case PlanItemKind::kRestrictionZone:
      return HoldsAlways(written, *ZoneOf(written.plan, item.id));
    case PlanItemKind::kCurfew: {
      const Week kept = Together(written, PlanItemKind::kCurfew);
      const bool evenings = written.line.Takes("curfew-from-17:00");
      return (hours.all_there || !AsksForHours(written.line)) && Holds(kept, hours.minutes) &&
             (!evenings || Holds(kept, EveryDay(17 * 60, kDay)));
    }
    case PlanItemKind::kCommitment:
      return IsThereOftenEnough(written);
    case PlanItemKind::kContactLimit: {
      const bool supervised = written.line.Takes("contact-limit-from-supervised");
      return ContactLimitOf(written.plan, item.about)->from <=
             (supervised ? ContactDegree::kSupervised : ContactDegree::kUnsupervised);
    }
    case PlanItemKind::kVehicleLimit:
      return LimitsAsMuchDriving(written, *VehicleLimitOf(written.plan, item.id), hours);
    case PlanItemKind::kCashLimit:
      return AllowsNoMoreCash(written);
    case PlanItemKind::kTag:
      return TagsForAll(written);
    case PlanItemKind::kPremisesLimit:
      return ReachesBeyondThem(written, item.id);
    default:
      return true;
  }
}

}  // namespace

const std::vector<std::string>* WrittenCondition::Said(const std::string& input) const {
  for (const ConditionParameter& parameter : condition.parameters) {
    if (parameter.name == input) return &parameter.values;
  }
  return nullptr;
}

bool WrittenCondition::SaidOnly(const std::string& input, const std::string& value) const {
  const std::vector<std::string>* const said = Said(input);
  return said != nullptr && said->size() == 1 && said->front() == value;
}

bool StoodFor(const WrittenCondition& written, Day today) {
  const std::vector<PlanItem>& items = written.condition.expressed_by;
  return !items.empty() && std::all_of(items.begin(), items.end(), [&](const PlanItem& item) {
    const std::optional<Held> held = Find(written, item);
    return held && (!held->last_day || today <= *held->last_day);
  });
}

bool ForbidsAsMuch(const WrittenCondition& written) {
  const WrittenHours hours = HoursWritten(written);
  if (!hours.readable) return false;
  const std::vector<PlanItem>& items = written.condition.expressed_by;
  return std::all_of(items.begin(), items.end(),
                     [&](const PlanItem& item) { return OneForbidsAsMuch(written, item, hours); });
}

std::optional<Day> DayWritten(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  }
  const std::chrono::year_month_day date{
      std::chrono::year(std::stoi(text.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(std::stoi(text.substr(8, 2))))};
  if (!date.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

}  // namespace throughgate::oracle
