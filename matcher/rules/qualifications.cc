#include <algorithm>
#include <array>

#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kQualified{"QUALIFIED", "The person holds what the work asks for.", ""};
constexpr Reason kQualificationMissing{"QUALIFICATION_MISSING",
                                       "The work asks for a qualification that the person is not "
                                       "recorded to hold.",
                                       "The qualification, or its record."};
constexpr Reason kQualificationExpired{"QUALIFICATION_EXPIRED",
                                       "A qualification that the work asks for expires on {t}, "
                                       "before it is needed.",
                                       "Its renewal."};
constexpr Reason kLicenceMissing{"LICENCE_MISSING",
                                 "The law asks for a qualification that the person does not hold, "
                                 "or no longer will.",
                                 "The qualification."};
constexpr std::array kReasons = {&kQualified, &kQualificationMissing, &kQualificationExpired,
                                 &kLicenceMissing};

// The day on which it is needed first.
Day NeededOn(const Pair& pair) {
  return {std::max(pair.today.since_epoch, pair.vacancy.starts_on)};
}

Finding CheckOne(const Pair& pair, const RequiredQualification& required) {
  const auto subject = static_cast<std::int32_t>(required.kind);
  const std::vector<Qualification>& held = pair.person.qualifications;
  const auto found = std::ranges::find(held, required.kind, &Qualification::kind);
  const bool missing = found == held.end();
  if (!missing && (!found->expires_on || *found->expires_on >= NeededOn(pair))) {
    return {&kQualifications, Verdict::kEligible, &kQualified, subject, 0, 0};
  }
  if (required.by_law) {
    return {&kQualifications, Verdict::kNotAvailable, &kLicenceMissing, subject, 0, 0};
  }
  if (missing) return {&kQualifications, Verdict::kReview, &kQualificationMissing, subject, 0, 0};
  return {&kQualifications,
          Verdict::kReview,
          &kQualificationExpired,
          subject,
          found->expires_on->since_epoch,
          0};
}

void Check(const Pair& pair, Findings& findings) {
  for (const RequiredQualification& required : pair.work.qualifications) {
    findings.Add(CheckOne(pair, required));
  }
}

}  // namespace

constinit const OpenRule kQualifications = {
    {
        .name = "qualifications",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kEveryone,
        .condition = "The person holds the qualifications that the work asks for, when it starts.",
        .data = "the qualifications that the vacancy requires, by law or by the employer, and its "
                "start; those that the candidate holds, with their last days",
        .effect =
            "one that the law requires and that is not held, or not on the first day of work, is "
            "NOT_AVAILABLE; one that only the employer requires is REVIEW: records are rarely "
            "complete",
        .source = "policy rule 25 and section 2.6",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
