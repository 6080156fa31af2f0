#include "matcher/rules/zone_checks.h"

#include <algorithm>

#include "matcher/model/week_pattern.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

bool IsPermitted(const Pair& pair, const SealedPlan& plan, std::size_t zone) {
  return std::ranges::any_of(plan.permissions, [&](const SealedPermission& permission) {
    return permission.zone == zone && permission.InForceAt(pair.place.site->site, pair.today);
  });
}

}  // namespace

Hours HoursOf(const Pair& pair, const WeekPattern& windows) {
  if (!windows.stated()) return Hours::kMeet;
  if (!pair.shifts.stated()) return Hours::kNotKnown;
  if (Meet(pair.shifts, windows)) return Hours::kMeet;
  if (!pair.place.distance_known()) return Hours::kOnTheWay;
  const std::int64_t farthest = pair.place.distance_cm + pair.place.uncertainty_cm;
  return MeetWithJourneys(pair.shifts, pair.candidate.travel_mode, farthest, windows)
             ? Hours::kOnTheWay
             : Hours::kApart;
}

std::string ZoneIdOf(std::int32_t zone, const RiskPlanTerms& plan) {
  return plan.zones[static_cast<std::size_t>(zone)].id;
}

bool IsPast(const Zone& zone, Day today) { return HasEnded(zone.ends_on, zone.windows, today); }

bool MustBeTested(const Pair& pair, const Rule& rule, const SealedPlan& plan, std::size_t zone,
                  Findings& findings) {
  const auto add = [&](Verdict verdict, const Reason* reason) {
    findings.Add({&rule, verdict, reason, static_cast<std::int32_t>(zone), 0, 0});
    return false;
  };
  if (pair.place.at_home) return add(Verdict::kEligible, &kZoneAtHome);
  const Hours hours = HoursOf(pair, plan.terms.zones[zone].windows);
  if (hours == Hours::kApart) return add(Verdict::kEligible, &kOutsideZoneHours);
  if (pair.place.site == nullptr) {
    return hours == Hours::kOnTheWay ? add(Verdict::kReview, &kZoneHoursOnTheWay)
                                     : add(Verdict::kNotAvailable, &kZoneNoSiteList);
  }
  if (pair.moves_about()) add(Verdict::kReview, &kZoneMobileWork);
  return pair.place.place_known() || add(Verdict::kReview, &kZonePlaceUnknown);
}

void AddRefusal(const Pair& pair, const SealedPlan& plan, std::size_t zone, Finding refusal,
                Findings& findings) {
  const Zone& terms = plan.terms.zones[zone];
  const Hours hours = HoursOf(pair, terms.windows);
  const auto soften = [&](const Reason* reason) {
    refusal.verdict = Verdict::kReview;
    refusal.reason = reason;
  };
  if (IsPermitted(pair, plan, zone)) {
    soften(&kPermittedInSpiteOfZone);
  } else if (hours == Hours::kNotKnown) {
    soften(&kZoneHoursUnknown);
  } else if (hours == Hours::kOnTheWay) {
    soften(&kZoneHoursOnTheWay);
  } else if (terms.event()) {
    soften(&kZoneOfEvent);
    refusal.amount = terms.starts_on->since_epoch;
    refusal.limit = terms.ends_on->since_epoch;
  }
  findings.Add(refusal);
}

}  // namespace throughgate::matcher
