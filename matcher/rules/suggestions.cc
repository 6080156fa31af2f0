#include "matcher/rules/suggestions.h"

#include <algorithm>
#include <bit>
#include <set>

#include "matcher/licence/sealed_condition.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/reasons.h"

namespace throughgate::matcher {
namespace {

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

void SuggestAttributes(const RiskPlanTerms& plan, Day today, std::vector<Suggestion>& all) {
  for (AttributeMask mask = BarredAttributes(plan, today); mask != 0; mask &= mask - 1) {
    const auto attribute = static_cast<WorkAttribute>(std::countr_zero(mask));
    Suggestion one;
    one.effects.attributes = MaskOf(attribute);
    one.reveals =
        "That work with " + std::string(AttributeName(attribute)) + " is not to be proposed.";
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
