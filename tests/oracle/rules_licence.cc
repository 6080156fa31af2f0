// Licence conditions: those that worlds have, typed from CONDITIONS.md.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

enum class ReadingOf { kNothing, kToKnow, kLimit, kItem, kPerson };

struct Meaning {
  std::string version;
  std::string code;
  std::string about;
  ReadingOf reading = ReadingOf::kNothing;
  std::vector<WorkAttribute> barred = {};
  std::vector<WorkAttribute> held = {};  // for approval
  PlanItemKind item = PlanItemKind::kUnspecified;
  std::string words = {};  // "an exclusion zone"; or what is to be known
};

const std::vector<Meaning>& Meanings() {
  static const auto& meanings = *new std::vector<Meaning>{
      {"3.0", "88069445-08cb-4f16-915f-5a162d085c26", ""},
      {"4.0",
       "88069445-08cb-4f16-915f-5a162d085c26",
       "leaving the country by permission",
       ReadingOf::kLimit,
       {},
       {WorkAttribute::kWorkAbroad}},
      {"4.0",
       "985d339a-b652-40e3-b0a8-5aafd5e121f1",
       "no gambling",
       ReadingOf::kLimit,
       {},
       {WorkAttribute::kGambling}},
      {"4.0",
       "48c4ae87-b8d8-45d1-aded-daefe8ad07fe",
       "no commercial sexual services",
       ReadingOf::kLimit,
       {WorkAttribute::kSexualServices}},
      {"4.0",
       "9da214a3-c6ae-45e1-a465-12e22adf7c87",
       "no work or organised activity with children",
       ReadingOf::kLimit,
       {},
       {WorkAttribute::kChildren},
       PlanItemKind::kContactLimit},
      {"4.0",
       "0f9a20f4-35c7-4c77-8af8-f200f153fa11",
       "area not to be entered, on a map",
       ReadingOf::kItem,
       {},
       {},
       PlanItemKind::kExclusionZone,
       "an exclusion zone"},
      {"4.0",
       "99195049-f355-46fb-b7d8-aef87a1b19c5",
       "area not to be entered while an event is on",
       ReadingOf::kItem,
       {},
       {},
       PlanItemKind::kExclusionZone,
       "an exclusion zone"},
      {"4.0",
       "52faefcf-15f0-42c5-b908-621b4a7ecdb9",
       "curfew hours",
       ReadingOf::kItem,
       {},
       {},
       PlanItemKind::kCurfew,
       "a curfew"},
      {"4.0",
       "d36a3b77-30ba-40ce-8953-83e761d3b487",
       "no alcohol, with a tag",
       ReadingOf::kItem,
       {},
       {WorkAttribute::kAlcohol, WorkAttribute::kLicensedPremises},
       PlanItemKind::kTag,
       "a tag"},
      {"4.0", "0aa669bf-db8a-4b8e-b8ba-ca82fc245b94", "no contact with known sex offenders",
       ReadingOf::kPerson},
      {"4.0",
       "d523d711-9975-4a9a-a37e-a17bd611140f",
       "no motor vehicles, by type, time and place",
       ReadingOf::kLimit,
       {},
       {WorkAttribute::kDriving},
       PlanItemKind::kVehicleLimit},
      {"4.0", "cc80d02b-0b62-4940-bac6-0bcd374c725e", "no contact with serving prisoners",
       ReadingOf::kPerson},
      {"4.0",
       "5fa04bbf-6b7c-4b65-9388-a0115cd365a6",
       "passport surrendered",
       ReadingOf::kToKnow,
       {},
       {WorkAttribute::kWorkAbroad},
       PlanItemKind::kUnspecified,
       "Another proof of the right to work is needed; work abroad is not possible"},
      {"4.0",
       "2a93b784-b8cb-49ed-95e2-a0df60723cda",
       "details of vehicles in regular use",
       ReadingOf::kToKnow,
       {},
       {},
       PlanItemKind::kUnspecified,
       "The officer is told of a work vehicle before the first journey"},
  };
  return meanings;
}

const Meaning* MeaningOf(const LicenceCondition& condition) {
  for (const Meaning& meaning : Meanings()) {
    if (meaning.version == condition.policy_version && meaning.code == condition.code) {
      return &meaning;
    }
  }
  return nullptr;
}

// The one value that the condition was filled in with; empty when there is none.
std::string FilledIn(const LicenceCondition& condition, const std::string& name) {
  for (const ConditionParameter& parameter : condition.parameters) {
    if (parameter.name == name) return parameter.values.at(0);
  }
  return {};
}

// Every day from one time to the other, "19:00" to "07:00".
Week EveryDay(const std::string& from, const std::string& to) {
  const auto minute = [](const std::string& text) {
    return std::stoi(text.substr(0, 2)) * 60 + std::stoi(text.substr(3));
  };
  constexpr int kDay = 24 * 60;
  const int end = minute(to) > minute(from) ? minute(to) : minute(to) + kDay;
  Week week;
  for (int day = 0; day < 7; ++day) week |= Between(day * kDay + minute(from), day * kDay + end);
  return week;
}

// What the condition's items come to, one after another.
struct Items {
  bool there = false;    // each is in the plan and says such a thing, and there is one
  bool in_force = true;  // each of them
  bool each_enough = true;
  Week kept;  // by curfews
};

template <typename List>
auto Entry(const List& list, const std::string& id) {
  return std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
}

void AddZone(const RiskPlanTerms& plan, const PlanItem& item, bool for_event, Day today,
             Items& items) {
  const auto zone = Entry(plan.zones, item.id);
  if (zone == plan.zones.end() || zone->kind != ZoneKind::kExclusion) {
    items.there = false;
    return;
  }
  items.in_force = items.in_force && NotPast(zone->ends_on, today);
  constexpr int kOnceDays = 14;
  const bool passing = zone->starts_on && zone->ends_on &&
                       zone->ends_on->since_epoch - zone->starts_on->since_epoch < kOnceDays;
  items.each_enough = items.each_enough && (for_event || (!zone->windows.stated() && !passing));
}

void AddCurfew(const RiskPlanTerms& plan, const PlanItem& item, Day today, Items& items) {
  const auto curfew = Entry(plan.curfews, item.id);
  if (curfew == plan.curfews.end()) {
    items.there = false;
    return;
  }
  items.in_force = items.in_force && NotPast(curfew->ends_on, today);
  items.kept |= MinutesOf(curfew->windows);
}

void AddTag(const RiskPlanTerms& plan, const PlanItem& item, Day today, Items& items) {
  for (const Tag& tag : plan.tags) {
    if (static_cast<int>(tag.kind) != item.about) continue;
    items.in_force = items.in_force && NotPast(tag.ends_on, today);
    return;
  }
  items.there = false;
}

void AddContact(const RiskPlanTerms& plan, Items& items) {
  for (const ContactLimit& limit : plan.contact_limits) {
    if (limit.group != ContactGroup::kChildren) continue;
    items.each_enough = items.each_enough && limit.from != ContactDegree::kUnsupervised;
    return;
  }
  items.there = false;
}

Items ItemsOf(const LicenceCondition& condition, const Meaning& meaning, const RiskPlanTerms& plan,
              Day today) {
  Items items;
  items.there = !condition.expressed_by.empty();
  for (const PlanItem& item : condition.expressed_by) {
    if (item.kind != meaning.item) {
      items.there = false;
    } else if (item.kind == PlanItemKind::kExclusionZone) {
      AddZone(plan, item, meaning.about.ends_with("event is on"), today, items);
    } else if (item.kind == PlanItemKind::kCurfew) {
      AddCurfew(plan, item, today, items);
    } else if (item.kind == PlanItemKind::kTag) {
      AddTag(plan, item, today, items);
    } else {
      AddContact(plan, items);
    }
  }
  return items;
}

// Hours that were never filled in might be any.
bool AreEnough(const LicenceCondition& condition, const Meaning& meaning, const Items& items) {
  if (meaning.item != PlanItemKind::kCurfew) return items.each_enough;
  const std::string from = FilledIn(condition, "oneCurfewStart");
  const std::string to = FilledIn(condition, "oneCurfewEnd");
  if (from.empty() || to.empty()) return false;
  return items.each_enough && (EveryDay(from, to) & ~items.kept).none();
}

void SayLimits(const Asked& asked, const Meaning& meaning, const std::string& name, Sayings& says) {
  const auto say = [&](WorkAttribute attribute, const char* how, bool barred) {
    const std::string subject = NameOf(attribute) + how + " by the licence condition " + name;
    if (asked.Involves(attribute)) {
      const bool refused = barred && !asked.CanAvoid(attribute);
      says.push_back(refused ? Refuses("CONDITION_LIMITS_WORK", subject)
                             : Review("CONDITION_LIMITS_WORK", subject));
    } else if (!asked.IsFreeOf(attribute)) {
      says.push_back(Review("CONDITION_WORK_UNKNOWN", subject));
    }
  };
  for (const WorkAttribute attribute : meaning.barred) say(attribute, ", barred", true);
  for (const WorkAttribute attribute : meaning.held) {
    say(attribute, ", held for approval", false);
    if (attribute == WorkAttribute::kDriving && asked.GoesByCar()) {
      says.push_back(
          Review("CONDITION_LIMITS_JOURNEY",
                 NameOf(attribute) + ", held for approval by the licence condition " + name));
    }
  }
}

void SayOfPolicy(const Asked& asked, const LicenceCondition& condition, const Meaning& meaning,
                 const RiskPlanTerms& plan, Sayings& says) {
  const std::string name =
      "on " + meaning.about + " (" + meaning.code.substr(0, 8) + " of policy 4.0)";
  const std::string last = FilledIn(condition, "endDate");
  if (!last.empty() && last < DayText(asked.today())) return;
  const Items items = ItemsOf(condition, meaning, plan, asked.today());
  const bool expressed = items.there && items.in_force;
  if (meaning.reading == ReadingOf::kToKnow) {
    says.push_back(Passes("CONDITION_TO_KNOW", name + ": " + meaning.words));
  } else if (meaning.reading == ReadingOf::kPerson) {
    says.push_back(Review("CONDITION_FOR_A_PERSON", name));
  } else if (expressed && !AreEnough(condition, meaning, items)) {
    says.push_back(Review("CONDITION_EXPRESSED_BY_LESS", name));
  } else if (!expressed && meaning.reading == ReadingOf::kItem) {
    says.push_back(Review("CONDITION_NOT_EXPRESSED", name + " by " + meaning.words));
  }
  const bool replaced = expressed && meaning.reading == ReadingOf::kLimit;
  if (!replaced) SayLimits(asked, meaning, name, says);
}

}  // namespace

Sayings LicenceConditions(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  if (plan.supervision == Supervision::kNotSupervised && !plan.conditions.empty()) {
    says.push_back(Review("CONDITIONS_WITHOUT_SUPERVISION"));
  }
  for (std::size_t i = 0; i < plan.conditions.size(); ++i) {
    const LicenceCondition& condition = plan.conditions[i];
    const std::string id = condition.id.empty() ? "number " + std::to_string(i + 1) : condition.id;
    if (condition.form == ConditionForm::kBespoke) {
      says.push_back(Review("CONDITION_BESPOKE", id));
    } else if (condition.form == ConditionForm::kImageOnly) {
      says.push_back(Review("CONDITION_IMAGE_ONLY", id));
    } else if (const Meaning* meaning = MeaningOf(condition); meaning == nullptr) {
      says.push_back(Review("CONDITION_NOT_UNDERSTOOD",
                            condition.code + " of policy " + condition.policy_version));
    } else if (meaning->reading != ReadingOf::kNothing) {
      SayOfPolicy(asked, condition, *meaning, plan, says);
    }
  }
  return says;
}

}  // namespace throughgate::oracle
