#include <array>

#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kWithinReach{"WITHIN_REACH", "{d} away, within the reach of {D}.", ""};
constexpr Reason kOutOfReach{"OUT_OF_REACH", "{d} away, beyond the reach of {D}.",
                             "A reach of at least {d}, or a nearer site."};
constexpr Reason kReachUncertain{"REACH_UNCERTAIN",
                                 "About {d} away; how exactly the places are known decides whether "
                                 "that is within the reach of {D}.",
                                 "A more exact position of the site."};
constexpr Reason kPlaceUnknown{
    "PLACE_UNKNOWN",
    "Where the work or the person would be is not known, so neither is the distance.",
    "The position of the site."};
constexpr Reason kWorkMovesAbout{"WORK_MOVES_ABOUT",
                                 "The work moves about, or nobody has said where it is.",
                                 "A complete list of the sites."};
constexpr Reason kWorkAtHome{"WORK_AT_HOME", "The work is done at home.", ""};
constexpr std::array kReasons = {&kWorkAtHome,     &kWithinReach,  &kOutOfReach,
                                 &kReachUncertain, &kPlaceUnknown, &kWorkMovesAbout};

void Check(const Pair& pair, Findings& findings) {
  const WorkPlace& place = pair.place;
  const std::int64_t reach_cm = std::int64_t{pair.candidate.reach_m} * 100;
  const auto add = [&](Verdict verdict, const Reason* reason) {
    findings.Add({&kReach, verdict, reason, -1, place.distance_cm / 100, reach_cm / 100});
  };
  if (place.at_home) return add(Verdict::kEligible, &kWorkAtHome);
  if (pair.moves_about()) add(Verdict::kReview, &kWorkMovesAbout);
  if (!place.distance_known()) {
    add(Verdict::kReview, &kPlaceUnknown);
  } else if (place.distance_cm + place.uncertainty_cm <= reach_cm) {
    add(Verdict::kEligible, &kWithinReach);
  } else if (place.distance_cm - place.uncertainty_cm > reach_cm) {
    add(Verdict::kNotAvailable, &kOutOfReach);
  } else {
    add(Verdict::kReview, &kReachUncertain);
  }
}

}  // namespace

constinit const OpenRule kReach = {
    {
        .name = "reach",
        .scope = RuleScope::kSite,
        .audience = Audience::kEveryone,
        .condition = "The work lies within the distance that the person would travel.",
        .data = "release area, site, both uncertainties, the candidate's reach",
        .effect =
            "with d the distance and u both uncertainties: d + u <= reach passes, d - u > "
            "reach is "
            "NOT_AVAILABLE, else REVIEW; an unknown place, or work that moves about, is REVIEW",
        .source = "the candidate's own preference",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
