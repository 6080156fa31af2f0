#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kReleasedInTime{"RELEASED_IN_TIME",
                                 "Release is expected on {t}, in time for the work.", ""};
constexpr Reason kReleaseUnknown{"RELEASE_UNKNOWN",
                                 "In custody, and no day of release to come is known.",
                                 "The expected day of release."};
constexpr Reason kStartNotStated{
    "START_NOT_STATED", "Release is expected on {t}, but when the work starts is not stated.",
    "The day on which the work starts."};
constexpr Reason kReleasedTooLate{"RELEASED_TOO_LATE",
                                  "Release is expected on {t}; the work starts on {T}.",
                                  "A start on {t} or later."};
constexpr Reason kInCustodyWorkTrial{
    "IN_CUSTODY_WORK_TRIAL",
    "In custody: a work trial rests on temporary licence, which the prison decides.",
    "The prison's authorisation."};
constexpr std::array kReasons = {&kReleasedInTime, &kReleaseUnknown, &kStartNotStated,
                                 &kReleasedTooLate, &kInCustodyWorkTrial};

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const auto add = [&](Verdict verdict, const Reason* reason, std::int64_t amount,
                       std::int64_t limit) {
    findings.Add({&kRelease, verdict, reason, -1, amount, limit});
  };
  // A plan may be written ahead of release: until that day the person is inside, whatever it says.
  const bool inside = plan.terms.release_on && *plan.terms.release_on > pair.today;
  if (plan.terms.supervision != Supervision::kInCustody && !inside) return;
  if (pair.vacancy.kind == VacancyKind::kWorkTrial) {
    add(Verdict::kReview, &kInCustodyWorkTrial, 0, 0);
    return;
  }
  if (!plan.terms.release_on) {
    add(Verdict::kReview, &kReleaseUnknown, 0, 0);
    return;
  }
  const std::int32_t released = plan.terms.release_on->since_epoch;
  if (released < pair.today.since_epoch) {
    // Still recorded as in custody after the day of release: the record cannot be right.
    add(Verdict::kReview, &kReleaseUnknown, released, pair.today.since_epoch);
  } else if (pair.vacancy.starts_on != kNoDay && released > pair.vacancy.starts_on) {
    add(Verdict::kNotAvailable, &kReleasedTooLate, released, pair.vacancy.starts_on);
  } else if (pair.vacancy.starts_on == kNoDay) {
    add(Verdict::kReview, &kStartNotStated, released, 0);
  } else {
    add(Verdict::kEligible, &kReleasedInTime, released, pair.vacancy.starts_on);
  }
}

}  // namespace

constinit const SealedRule kRelease = {
    {
        .name = "release",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "Somebody in custody is out before work starts.",
        .data = "supervision, expected release; the vacancy's kind and start",
        .effect = "in custody, or released on a day still to come: released only after the start "
                  "is NOT_AVAILABLE; no release day to come, a start not stated, or a work trial "
                  "(the prison decides), is REVIEW",
        .source =
            "policy rules 19 and 25; eligibility for temporary release is never computed here",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
