#include <algorithm>
#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kOutsideCurfew{"OUTSIDE_CURFEW",
                                "The shifts and the journeys leave curfew {s} free.", ""};
constexpr Reason kCurfewBroken{"CURFEW_BROKEN",
                               "A shift, with the journey to and from it, overlaps curfew {s}.",
                               "Other hours, or a variation of the curfew."};
constexpr Reason kCurfewUncertain{
    "CURFEW_UNCERTAIN",
    "How exactly the places are known decides whether the journey overlaps curfew {s}.",
    "A more exact position of the site."};
constexpr Reason kShiftsNotStated{"SHIFTS_NOT_STATED",
                                  "The shifts are not stated, so curfew {s} cannot be tested.",
                                  "The shifts."};
constexpr Reason kCurfewPlaceUnknown{"CURFEW_PLACE_UNKNOWN",
                                     "The journey is not known, so curfew {s} cannot be tested.",
                                     "The position of the site."};
constexpr Reason kCurfewNotRecorded{"CURFEW_NOT_RECORDED",
                                    "On home detention curfew, but no curfew in force is recorded.",
                                    "The curfew's hours."};
constexpr Reason kAtHomeInCurfew{
    "AT_HOME_IN_CURFEW", "The work is done at home, where curfew {s} keeps the person.", ""};
constexpr Reason kCurfewVariationSought{
    "CURFEW_VARIATION_SOUGHT",
    "A shift, with the journey to and from it, overlaps curfew {s}, for which other "
    "hours have been "
    "asked.",
    "The variation of the curfew."};
constexpr std::array kReasons = {&kAtHomeInCurfew,     &kCurfewVariationSought, &kOutsideCurfew,
                                 &kCurfewBroken,       &kCurfewUncertain,       &kShiftsNotStated,
                                 &kCurfewPlaceUnknown, &kCurfewNotRecorded};

std::string CurfewId(std::int32_t curfew, const RiskPlanTerms& plan) {
  return plan.curfews[static_cast<std::size_t>(curfew)].id;
}

Finding CheckCurfew(const Pair& pair, const Curfew& curfew, std::int32_t subject) {
  const auto finding = [&](Verdict verdict, const Reason* reason) {
    return Finding{&kCurfew, verdict, reason, subject, 0, 0};
  };
  const auto broken = [&] {
    return curfew.variation_sought ? finding(Verdict::kReview, &kCurfewVariationSought)
                                   : finding(Verdict::kNotAvailable, &kCurfewBroken);
  };
  if (pair.place.at_home) return finding(Verdict::kEligible, &kAtHomeInCurfew);
  const auto breaks = [&](std::int64_t distance_cm) {
    return MeetWithJourneys(pair.shifts, pair.candidate.travel_mode, distance_cm, curfew.windows);
  };
  // Whatever the distance, a shift that overlaps by itself cannot be worked.
  if (!pair.shifts.stated()) return finding(Verdict::kReview, &kShiftsNotStated);
  if (!pair.place.distance_known()) {
    return breaks(0) ? broken() : finding(Verdict::kReview, &kCurfewPlaceUnknown);
  }
  const std::int64_t farthest = pair.place.distance_cm + pair.place.uncertainty_cm;
  const std::int64_t nearest =
      std::max<std::int64_t>(0, pair.place.distance_cm - pair.place.uncertainty_cm);
  if (!breaks(farthest)) {
    return finding(Verdict::kEligible, &kOutsideCurfew);
  }
  return breaks(nearest) ? broken() : finding(Verdict::kReview, &kCurfewUncertain);
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  bool any = false;
  for (std::size_t i = 0; i < plan.terms.curfews.size(); ++i) {
    const Curfew& curfew = plan.terms.curfews[i];
    if (HasEnded(curfew.ends_on, curfew.windows, pair.today)) continue;
    any = true;
    findings.Add(CheckCurfew(pair, curfew, static_cast<std::int32_t>(i)));
    if (findings.settled()) return;
  }
  // Home detention curfew is a curfew: one that is not recorded is unknown, not absent.
  if (!any && plan.terms.supervision == Supervision::kHdc) {
    findings.Add({&kCurfew, Verdict::kReview, &kCurfewNotRecorded, -1, 0, 0});
  }
}

}  // namespace

constinit const SealedRule kCurfew = {
    {
        .name = "curfew",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The shifts, with the journeys to and from them, leave the curfew hours free.",
        .data = "curfews in force, shifts, travel mode, distance and its uncertainty",
        .effect =
            "a shift with its journeys at the greatest possible distance and still clear passes; "
            "one that overlaps even at the least is NOT_AVAILABLE; where the uncertainty decides, "
            "or shifts or places are not known, or on HDC with no curfew recorded, or other "
            "hours have been asked for: REVIEW; work at home passes",
        .source = "policy rule 9; travel times are a published table; a curfew whose last day, and "
                  "the night that begins on it, are past no longer counts",
        .reasons = kReasons,
        .subject = CurfewId,
    },
    Check};

}  // namespace throughgate::matcher
