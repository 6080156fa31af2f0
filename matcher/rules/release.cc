// Release: somebody in custody must be out before work starts.
//
// Data     supervision and the expected day of release; kind and start of the vacancy.
// Effect   in custody with no release day to come, or with work whose start is not stated: REVIEW.
//          Released only after work starts: NOT_AVAILABLE. A work trial in custody rests on
//          temporary licence, which the prison decides: REVIEW.
// Audience probation only: the release day is sealed.
// Source   policy rules 19 and 25; eligibility for temporary release is never computed here.
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {

void CheckRelease(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const auto add = [&](Verdict verdict, Reason reason, std::int64_t amount, std::int64_t limit) {
    findings.Add({RuleId::kRelease, verdict, reason, -1, amount, limit});
  };
  // A plan may be written ahead of release: until that day the person is inside, whatever it says.
  const bool inside = plan.terms.release_on && *plan.terms.release_on > pair.today;
  if (plan.terms.supervision != Supervision::kInCustody && !inside) return;
  if (pair.vacancy.kind == VacancyKind::kWorkTrial) {
    add(Verdict::kReview, Reason::kInCustodyWorkTrial, 0, 0);
    return;
  }
  if (!plan.terms.release_on) {
    add(Verdict::kReview, Reason::kReleaseUnknown, 0, 0);
    return;
  }
  const std::int32_t released = plan.terms.release_on->since_epoch;
  if (pair.vacancy.starts_on != kNoDay && released > pair.vacancy.starts_on) {
    add(Verdict::kNotAvailable, Reason::kReleasedTooLate, released, pair.vacancy.starts_on);
  } else if (released < pair.today.since_epoch) {
    // Still recorded as in custody after the day of release: the record cannot be right.
    add(Verdict::kReview, Reason::kReleaseUnknown, released, pair.today.since_epoch);
  } else if (pair.vacancy.starts_on == kNoDay) {
    add(Verdict::kReview, Reason::kStartNotStated, released, 0);
  } else {
    add(Verdict::kEligible, Reason::kReleasedInTime, released, pair.vacancy.starts_on);
  }
}

}  // namespace throughgate::matcher
