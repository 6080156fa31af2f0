#include "matcher/rules/zone_checks.h"

#include <algorithm>

#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {
namespace {

bool IsPermitted(const Pair& pair, const SealedPlan& plan, std::size_t zone) {
  return std::ranges::any_of(plan.permissions, [&](const SealedPermission& permission) {
    return permission.zone == zone && permission.site == pair.place.site->site &&
           (!permission.valid_to || pair.today <= *permission.valid_to);
  });
}

}  // namespace

std::string ZoneIdOf(std::int32_t zone, const RiskPlanTerms& plan) {
  return plan.zones[static_cast<std::size_t>(zone)].id;
}

bool IsPast(const Zone& zone, Day today) { return zone.ends_on && today > *zone.ends_on; }

bool MustBeTested(const Pair& pair, const Rule& rule, const SealedPlan& plan, std::size_t zone,
                  Findings& findings) {
  const auto add = [&](Verdict verdict, const Reason* reason) {
    findings.Add({&rule, verdict, reason, static_cast<std::int32_t>(zone), 0, 0});
    return false;
  };
  const WeekPattern& hours = plan.terms.zones[zone].windows;
  if (pair.place.at_home) return add(Verdict::kEligible, &kZoneAtHome);
  if (hours.stated() && pair.shifts.stated() && !Meet(pair.shifts, hours)) {
    return add(Verdict::kEligible, &kOutsideZoneHours);
  }
  if (pair.place.site == nullptr) return add(Verdict::kNotAvailable, &kZoneNoSiteList);
  if (pair.moves_about()) add(Verdict::kReview, &kZoneMobileWork);
  return pair.place.place_known() || add(Verdict::kReview, &kZonePlaceUnknown);
}

void AddRefusal(const Pair& pair, const SealedPlan& plan, std::size_t zone, Finding refusal,
                Findings& findings) {
  const Zone& terms = plan.terms.zones[zone];
  const auto soften = [&](const Reason* reason) {
    refusal.verdict = Verdict::kReview;
    refusal.reason = reason;
  };
  if (IsPermitted(pair, plan, zone)) {
    soften(&kPermittedInSpiteOfZone);
  } else if (terms.windows.stated() && !pair.shifts.stated()) {
    soften(&kZoneHoursUnknown);
  } else if (terms.event()) {
    soften(&kZoneOfEvent);
    refusal.amount = terms.starts_on->since_epoch;
    refusal.limit = terms.ends_on->since_epoch;
  }
  findings.Add(refusal);
}

}  // namespace throughgate::matcher
