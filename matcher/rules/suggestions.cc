#include "matcher/rules/suggestions.h"

#include <algorithm>
#include <bit>
#include <set>
#include <string>
#include <utility>

#include "matcher/licence/sealed_condition.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/reasons.h"

namespace throughgate::matcher {
namespace {

// What the plan bars of the work that one attribute stands for.
struct Bar {
  WorkAttribute attribute;
  std::string of_it;  // the part that is barred; empty: all of it
};

// What is barred outright; what needs approval may well be approved.
AttributeMask BarredAttributes(const RiskPlanTerms& plan, Day today) {
  AttributeMask barred = 0;
  for (const WorkLimit& limit : plan.work_limits) {
    if (limit.effect == WorkLimitEffect::kBarred) barred |= MaskOf(limit.attribute);
  }
  for (const CourtOrder& order : plan.orders) {
    if (HasEnded(order.ends_on, today)) continue;
    for (const WorkAttribute attribute : order.barred_attributes) barred |= MaskOf(attribute);
  }
  for (const SealedCondition& condition : SealConditions(plan)) {
    barred |= LimitsOn(condition, today).barred;
  }
  return barred;
}

// Work with a group is contact with it that is supervised at least, and by itself says no more.
void AddContact(const RiskPlanTerms& plan, std::vector<Bar>& bars) {
  for (const ContactLimit& limit : plan.contact_limits) {
    if (limit.effect != WorkLimitEffect::kBarred) continue;
    const bool all = limit.from != ContactDegree::kUnsupervised;
    bars.push_back({limit.group == ContactGroup::kChildren ? WorkAttribute::kChildren
                                                           : WorkAttribute::kVulnerableAdults,
                    all ? "" : "contact that nobody supervises"});
  }
  const auto add_list = [&](Known listed, WorkAttribute attribute) {
    if (listed == Known::kYes) bars.push_back({attribute, "regulated activity"});
  };
  add_list(plan.barred_lists.children, WorkAttribute::kChildren);
  add_list(plan.barred_lists.adults, WorkAttribute::kVulnerableAdults);
}

bool IsAlways(const WeekPattern& windows) {
  return !windows.stated() || MinutesCovered(windows) == kMinutesPerWeek;
}

void AddDriving(const RiskPlanTerms& plan, std::vector<Bar>& bars) {
  const bool barred = std::ranges::any_of(plan.vehicle_limits, [](const VehicleLimit& limit) {
    const bool every_type = limit.types == 0 || limit.types == kEveryVehicle;
    return limit.effect == WorkLimitEffect::kBarred && every_type && IsAlways(limit.windows) &&
           limit.within_zone.empty();
  });
  if (barred) bars.push_back({WorkAttribute::kDriving, ""});
}

// Premises with an attribute for the work that is done at them.
struct WorkAtPremises {
  PremisesKind kind;
  WorkAttribute attribute;
  const char* premises;
  bool all;  // such work is done nowhere else
};
constexpr WorkAtPremises kWorkAtPremises[] = {
    {PremisesKind::kDrinkingPlace, WorkAttribute::kLicensedPremises, "pubs, bars and clubs", false},
    {PremisesKind::kGambling, WorkAttribute::kGambling, "betting shops, arcades and casinos",
     false},
    {PremisesKind::kPlaceOfWorship, WorkAttribute::kWorship, "places of worship", true},
};

bool IsPermittedSomewhere(const PremisesLimit& limit, const RiskPlanTerms& plan, Day today) {
  return std::ranges::any_of(plan.permissions, [&](const PlacePermission& permission) {
    return permission.premises_limit == limit.id && !HasEnded(permission.valid_to, today);
  });
}

void AddPremises(const RiskPlanTerms& plan, Day today, std::vector<Bar>& bars) {
  for (const PremisesLimit& limit : plan.premises_limits) {
    if (limit.effect != WorkLimitEffect::kBarred || !IsAlways(limit.windows)) continue;
    if (HasEnded(limit.ends_on, limit.windows, today)) continue;
    const bool permitted = IsPermittedSomewhere(limit, plan, today);
    for (const WorkAtPremises& work : kWorkAtPremises) {
      if ((limit.kinds & MaskOf(work.kind)) == 0) continue;
      std::string of_it = work.all && !permitted ? "" : work.premises;
      if (permitted) of_it += " that no permission names";
      bars.push_back({work.attribute, std::move(of_it)});
    }
  }
}

// "contact that nobody supervises, and regulated activity"; empty when all of it is barred.
std::string PartsBarred(WorkAttribute attribute, const std::vector<Bar>& bars) {
  std::set<std::string> parts;
  for (const Bar& bar : bars) {
    if (bar.attribute != attribute) continue;
    if (bar.of_it.empty()) return "";
    parts.insert(bar.of_it);
  }
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", and ") + part;
  return text;
}

void SuggestAttributes(const RiskPlanTerms& plan, Day today, std::vector<Suggestion>& all) {
  std::vector<Bar> bars;
  for (AttributeMask mask = BarredAttributes(plan, today); mask != 0; mask &= mask - 1) {
    bars.push_back({static_cast<WorkAttribute>(std::countr_zero(mask)), ""});
  }
  AddContact(plan, bars);
  AddDriving(plan, bars);
  AddPremises(plan, today, bars);
  AttributeMask barred = 0;
  for (const Bar& bar : bars) barred |= MaskOf(bar.attribute);
  for (; barred != 0; barred &= barred - 1) {
    const auto attribute = static_cast<WorkAttribute>(std::countr_zero(barred));
    Suggestion one;
    one.effects.attributes = MaskOf(attribute);
    one.reveals =
        "That work with " + std::string(AttributeName(attribute)) + " is not to be proposed";
    const std::string parts = PartsBarred(attribute, bars);
    one.reveals += parts.empty() ? "." : "; of that, the plan bars only " + parts + ".";
    all.push_back(std::move(one));
  }
}

void SuggestWork(const RiskPlanTerms& plan, Day today, std::vector<Suggestion>& all) {
  std::set<std::string> groups;
  for (const CourtOrder& order : plan.orders) {
    if (HasEnded(order.ends_on, today)) continue;
    groups.insert(order.barred_occupations.begin(), order.barred_occupations.end());
  }
  for (const std::string& group : groups) {
    Suggestion one;
    one.effects.occupations = {group};
    one.reveals = "That work of " + group + " is not to be proposed.";
    all.push_back(std::move(one));
  }
}

// The hours of the week that no curfew in force takes, as spans that end with their day.
WeekPattern FreeHours(const RiskPlanTerms& plan, Day today) {
  std::vector<bool> taken(kMinutesPerWeek, false);
  for (const Curfew& curfew : plan.curfews) {
    if (HasEnded(curfew.ends_on, curfew.windows, today)) continue;
    for (const WeekSpan& span : curfew.windows.spans) {
      for (int i = 0; i < span.length; ++i) taken[(span.begin + i) % kMinutesPerWeek] = true;
    }
  }
  WeekPattern free;
  for (int minute = 0; minute < kMinutesPerWeek; ++minute) {
    if (taken[minute]) continue;
    const bool goes_on = minute % kMinutesPerDay != 0 && !free.spans.empty() &&
                         free.spans.back().begin + free.spans.back().length == minute;
    if (goes_on) {
      ++free.spans.back().length;
    } else {
      free.spans.push_back({minute, 1});
    }
  }
  return free;
}

void SuggestHours(const RiskPlanTerms& plan, Day today, std::vector<Suggestion>& all) {
  Suggestion one;
  one.effects.hours = FreeHours(plan, today);
  // All of the week would say nothing, and none of it that no work is possible.
  const int free = MinutesCovered(one.effects.hours);
  if (free == 0 || free == kMinutesPerWeek) return;
  one.reveals = "The hours within which work must lie, and so when the person must be at home.";
  all.push_back(std::move(one));
}

void SuggestAreas(const RiskPlanTerms& plan, Day today, std::vector<Suggestion>& all) {
  for (const Zone& zone : plan.zones) {
    if (zone.kind != ZoneKind::kExclusion || HasEnded(zone.ends_on, zone.windows, today)) continue;
    Suggestion one;
    one.zone = zone.id;
    one.reveals =
        "A disc some kilometres wide, its middle moved, within which work is not to be proposed: "
        "that there is somebody or something to stay away from.";
    all.push_back(std::move(one));
  }
}

}  // namespace

std::vector<Suggestion> SuggestEffects(const RiskPlanTerms& plan, Day today) {
  std::vector<Suggestion> all;
  SuggestAttributes(plan, today, all);
  SuggestWork(plan, today, all);
  SuggestHours(plan, today, all);
  SuggestAreas(plan, today, all);
  return all;
}

}  // namespace throughgate::matcher
