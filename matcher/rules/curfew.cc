// Curfews: the shift and the journeys to and from it must leave the curfew hours free.
//
// Data     each curfew's windows and last day, the shifts, the travel mode, the distance and its
//          uncertainty.
// Effect   a shift widened by the journey at the greatest distance that is possible (d + u) and
//          still clear of every window passes. One that overlaps even at the least distance
//          (d - u) is NOT_AVAILABLE. Where the uncertainty decides, or the shifts or the place are
//          not known, REVIEW.
//          On home detention curfew with no curfew in force recorded: REVIEW.
// Audience probation only.
// Source   policy rule 9. travel.h has the times of journeys. A curfew whose last day is past no
//          longer counts.
#include <algorithm>

#include "matcher/model/week_pattern.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

// `shift` with the journeys over `distance_cm` before and after it.
WeekSpan WithJourneys(const WeekSpan& shift, TravelMode mode, std::int64_t distance_cm) {
  const auto at_most_a_week = [](std::int64_t minutes) {
    return static_cast<int>(std::min<std::int64_t>(minutes, kMinutesPerWeek));
  };
  return Widen(shift, at_most_a_week(TravelMinutesBefore(mode, distance_cm, shift.begin)),
               at_most_a_week(TravelMinutesAfter(mode, distance_cm, shift.begin + shift.length)));
}

bool Breaks(const WeekPattern& shifts, const WeekPattern& curfew, TravelMode mode,
            std::int64_t distance_cm) {
  for (const WeekSpan& shift : shifts.spans) {
    const WeekSpan away = WithJourneys(shift, mode, distance_cm);
    for (const WeekSpan& window : curfew.spans) {
      if (Overlap(away, window)) return true;
    }
  }
  return false;
}

Finding CheckCurfew(const Pair& pair, const Curfew& curfew, std::int32_t subject) {
  const auto finding = [&](Verdict verdict, Reason reason) {
    return Finding{RuleId::kCurfew, verdict, reason, subject, 0, 0};
  };
  const TravelMode mode = pair.candidate.travel_mode;
  // Whatever the distance, a shift that overlaps by itself cannot be worked.
  if (!pair.shifts.stated()) return finding(Verdict::kReview, Reason::kShiftsNotStated);
  if (!pair.place.distance_known()) {
    return Breaks(pair.shifts, curfew.windows, mode, 0)
               ? finding(Verdict::kNotAvailable, Reason::kCurfewBroken)
               : finding(Verdict::kReview, Reason::kCurfewPlaceUnknown);
  }
  const std::int64_t farthest = pair.place.distance_cm + pair.place.uncertainty_cm;
  const std::int64_t nearest =
      std::max<std::int64_t>(0, pair.place.distance_cm - pair.place.uncertainty_cm);
  if (!Breaks(pair.shifts, curfew.windows, mode, farthest)) {
    return finding(Verdict::kEligible, Reason::kOutsideCurfew);
  }
  return Breaks(pair.shifts, curfew.windows, mode, nearest)
             ? finding(Verdict::kNotAvailable, Reason::kCurfewBroken)
             : finding(Verdict::kReview, Reason::kCurfewUncertain);
}

}  // namespace

void CheckCurfews(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  bool any = false;
  for (std::size_t i = 0; i < plan.terms.curfews.size(); ++i) {
    const Curfew& curfew = plan.terms.curfews[i];
    if (curfew.ends_on && pair.today > *curfew.ends_on) continue;
    any = true;
    findings.Add(CheckCurfew(pair, curfew, static_cast<std::int32_t>(i)));
    if (findings.settled()) return;
  }
  // Home detention curfew is a curfew: one that is not recorded is unknown, not absent.
  if (!any && plan.terms.supervision == Supervision::kHdc) {
    findings.Add({RuleId::kCurfew, Verdict::kReview, Reason::kCurfewNotRecorded, -1, 0, 0});
  }
}

}  // namespace throughgate::matcher
