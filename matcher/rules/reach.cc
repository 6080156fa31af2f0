// Reach: the work must lie within the distance that the candidate would travel.
//
// Data     the site, the middle of the release area, both uncertainties, the reach.
// Effect   with d the straight distance and u the uncertainty: d + u <= reach passes; d - u > reach
//          is NOT_AVAILABLE; anything between, or a place that is not known, is REVIEW.
// Audience everyone: nothing here is sealed.
// Source   the candidate's own preference.
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {

void CheckReach(const Pair& pair, Findings& findings) {
  const WorkPlace& place = pair.place;
  const std::int64_t reach_cm = std::int64_t{pair.candidate.reach_m} * 100;
  const auto add = [&](Verdict verdict, Reason reason) {
    findings.Add({RuleId::kReach, verdict, reason, -1, place.distance_cm / 100, reach_cm / 100});
  };
  if (pair.moves_about()) add(Verdict::kReview, Reason::kWorkMovesAbout);
  if (!place.distance_known()) {
    add(Verdict::kReview, Reason::kPlaceUnknown);
  } else if (place.distance_cm + place.uncertainty_cm <= reach_cm) {
    add(Verdict::kEligible, Reason::kWithinReach);
  } else if (place.distance_cm - place.uncertainty_cm > reach_cm) {
    add(Verdict::kNotAvailable, Reason::kOutOfReach);
  } else {
    add(Verdict::kReview, Reason::kReachUncertain);
  }
}

}  // namespace throughgate::matcher
