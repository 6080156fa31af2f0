#include <algorithm>
#include <array>
#include <string>

#include "matcher/geo/ecef.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/travel.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kCommitmentFits{"COMMITMENT_FITS",
                                 "The shifts leave {s} free, with the journeys between.", ""};
constexpr Reason kCommitmentClash{"COMMITMENT_CLASH",
                                  "A shift, or the journey from it, overlaps {s}.",
                                  "Other hours, or another time for it."};
constexpr Reason kCommitmentOnce{
    "COMMITMENT_ONCE",
    "A shift, or the journey from it, overlaps {s}, between {t} and {T} "
    "only.",
    "Leave on those days."};
constexpr Reason kCommitmentUncertain{"COMMITMENT_UNCERTAIN",
                                      "Whether the journey between work and {s} fits is not known.",
                                      "Where it is, and the position of the site."};
constexpr Reason kCommitmentShiftsUnknown{"COMMITMENT_SHIFTS_UNKNOWN",
                                          "The shifts are not stated, so {s} cannot be tested.",
                                          "The shifts."};
constexpr std::array kReasons = {&kCommitmentFits, &kCommitmentClash, &kCommitmentOnce,
                                 &kCommitmentUncertain, &kCommitmentShiftsUnknown};

// Two hours are more than most journeys take between work that ends on one day and what begins on
// the next.
constexpr int kOvernightMinutes = 120;

std::string CommitmentId(std::int32_t commitment, const RiskPlanTerms& plan) {
  return plan.commitments[static_cast<std::size_t>(commitment)].id;
}

bool Clash(const Pair& pair, const WeekPattern& windows, std::int64_t distance_cm) {
  return MeetWithJourneys(pair.shifts, pair.candidate.travel_mode, distance_cm, windows);
}

// The days of the week that a pattern touches, Monday the lowest bit.
unsigned DaysOf(const WeekPattern& pattern) {
  unsigned days = 0;
  for (const WeekSpan& span : pattern.spans) {
    const int last = (span.begin + span.length - 1) / kMinutesPerDay;
    for (int day = span.begin / kMinutesPerDay; day <= last; ++day) days |= 1U << day % 7;
  }
  return days;
}

// Whether a shift and the commitment are so near that the journey between them, which is not
// known, may be too long.
bool AreNear(const WeekPattern& shifts, const WeekPattern& windows) {
  if (DaysOf(shifts) & DaysOf(windows)) return true;
  return std::ranges::any_of(shifts.spans, [&](const WeekSpan& shift) {
    const WeekSpan widened = Widen(shift, kOvernightMinutes, kOvernightMinutes);
    return std::ranges::any_of(windows.spans,
                               [&](const WeekSpan& span) { return Overlap(widened, span); });
  });
}

// Where the person comes from: the site, or home when the work is done there.
bool SetOut(const Pair& pair, Ecef& from, std::int64_t& uncertainty_cm) {
  if (pair.place.at_home && pair.candidate.home_known()) {
    from = pair.candidate.home;
    uncertainty_cm = std::int64_t{pair.candidate.home_uncertainty_m} * 100;
    return true;
  }
  if (!pair.place.place_known() || pair.moves_about()) return false;
  from = pair.place.site->ecef;
  uncertainty_cm = std::int64_t{pair.place.site->uncertainty_m} * 100;
  return true;
}

// The least and the greatest distance of the journey decide: both clash, neither does, or it is not
// known.
enum class Outcome { kFits, kUncertain, kClashes };

Outcome OutcomeOf(const Pair& pair, const Commitment& commitment) {
  if (Meet(pair.shifts, commitment.windows)) return Outcome::kClashes;
  Ecef from;
  std::int64_t uncertainty = 0;
  if (!commitment.where || !SetOut(pair, from, uncertainty)) {
    return AreNear(pair.shifts, commitment.windows) ? Outcome::kUncertain : Outcome::kFits;
  }
  uncertainty += commitment.where->uncertainty.value * 100;
  const std::int64_t distance = ChordCm(from, ToEcef(commitment.where->at));
  if (!Clash(pair, commitment.windows, distance + uncertainty)) return Outcome::kFits;
  return Clash(pair, commitment.windows, std::max<std::int64_t>(0, distance - uncertainty))
             ? Outcome::kClashes
             : Outcome::kUncertain;
}

Finding CheckOne(const Pair& pair, const Commitment& commitment, std::int32_t subject) {
  const auto finding = [&](Verdict verdict, const Reason* reason) {
    return Finding{&kCommitments, verdict, reason, subject, 0, 0};
  };
  if (!pair.shifts.stated()) return finding(Verdict::kReview, &kCommitmentShiftsUnknown);
  switch (OutcomeOf(pair, commitment)) {
    case Outcome::kFits:
      return finding(Verdict::kEligible, &kCommitmentFits);
    case Outcome::kUncertain:
      return finding(Verdict::kReview, &kCommitmentUncertain);
    case Outcome::kClashes:
      break;
  }
  if (IsOnce(commitment.starts_on, commitment.ends_on)) {
    return {&kCommitments,
            Verdict::kReview,
            &kCommitmentOnce,
            subject,
            commitment.starts_on->since_epoch,
            commitment.ends_on->since_epoch};
  }
  return finding(Verdict::kNotAvailable, &kCommitmentClash);
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  for (std::size_t i = 0; i < plan.terms.commitments.size(); ++i) {
    const Commitment& commitment = plan.terms.commitments[i];
    if (HasEnded(commitment.ends_on, commitment.windows, pair.today)) continue;
    findings.Add(CheckOne(pair, commitment, static_cast<std::int32_t>(i)));
    if (findings.settled()) return;
  }
}

}  // namespace

constinit const SealedRule kCommitments = {
    {
        .name = "commitments",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The shifts leave the person's reporting, appointments and programmes free.",
        .data = "each commitment's hours, place and days; shifts, site, travel mode, both "
                "uncertainties",
        .effect =
            "a shift that overlaps, or does with the journey at the least possible distance, is "
            "NOT_AVAILABLE, or REVIEW when the commitment lasts less than 14 days; where the "
            "uncertainty decides, the shifts are not known, or an end of the journey is not and the"
            " two are on the same day or within 120 minutes, REVIEW",
        .source =
            "policy rule 9; licence conditions on reporting, appointments, programmes and testing",
        .reasons = kReasons,
        .subject = CommitmentId,
    },
    Check};

}  // namespace throughgate::matcher
