#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/offences.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kNoOffenceExcluded{"NO_OFFENCE_EXCLUDED",
                                    "The employer excludes no offence that counts.", ""};
constexpr Reason kOffenceExcluded{
    "OFFENCE_EXCLUDED", "The employer takes nobody with an offence of {s} for this role.",
    "The employer's policy, or the day on which the offence is spent."};
constexpr Reason kOffenceCaseByCase{"OFFENCE_CASE_BY_CASE", "The employer weighs {s} case by case.",
                                    "A judgement of whether and how to disclose."};
constexpr Reason kOffencesNotRecorded{
    "OFFENCES_NOT_RECORDED",
    "The employer excludes some offences, and the plan records none to compare with.",
    "The groups of offences."};
constexpr Reason kSpentMayCount{
    "SPENT_MAY_COUNT",
    "The employer excludes or weighs {s}, which is spent, and nobody has said whether the role is "
    "exempt from the rule on spent convictions.",
    "Whether the role is exempt, from the employer."};
constexpr std::array kReasons = {&kNoOffenceExcluded, &kOffenceExcluded, &kOffenceCaseByCase,
                                 &kSpentMayCount, &kOffencesNotRecorded};

std::string CategoryOf(std::int32_t category, const RiskPlanTerms&) {
  return category == 0 ? "any offence"
                       : std::string(OffenceName(static_cast<OffenceCategory>(category)));
}

void Add(Verdict verdict, const Reason* reason, OffenceCategory category, Findings& findings) {
  findings.Add({&kOffenceExclusion, verdict, reason, static_cast<std::int32_t>(category), 0, 0});
}

void CheckListed(const Role& role, const std::vector<Offence>& offences, Day today,
                 Findings& findings) {
  if (offences.empty()) {
    return Add(Verdict::kReview, &kOffencesNotRecorded, OffenceCategory::kUnspecified, findings);
  }
  OffenceMask counted = 0;
  OffenceMask may_count = 0;
  for (const Offence& offence : offences) {
    // Spent convictions are disregarded, unless the role is exempt from that.
    const bool spent = IsSpent(offence, today);
    if (spent && role.exempt == Known::kNo) continue;
    (spent && role.exempt != Known::kYes ? may_count : counted) |= MaskOf(offence.category);
  }
  bool any = false;
  for (int value = 1; value <= kOffenceCategoryLast; ++value) {
    const auto category = static_cast<OffenceCategory>(value);
    const OffenceMask mask = MaskOf(category) & counted;
    // "Other" says too little to refuse anybody by.
    const bool vague = category == OffenceCategory::kOther;
    if (mask & role.excluded_offences && !vague) {
      Add(Verdict::kNotAvailable, &kOffenceExcluded, category, findings);
      any = true;
    } else if (mask & (role.excluded_offences | role.case_by_case_offences)) {
      Add(Verdict::kReview, &kOffenceCaseByCase, category, findings);
      any = true;
    } else if (MaskOf(category) & may_count &
               (role.excluded_offences | role.case_by_case_offences)) {
      Add(Verdict::kReview, &kSpentMayCount, category, findings);
      any = true;
    }
  }
  if (!any) {
    Add(Verdict::kEligible, &kNoOffenceExcluded, OffenceCategory::kUnspecified, findings);
  }
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  switch (pair.work.role.offence_policy) {
    case OffencePolicy::kUnknown:
      return;
    case OffencePolicy::kNoExclusions:
      return Add(Verdict::kEligible, &kNoOffenceExcluded, OffenceCategory::kUnspecified, findings);
    case OffencePolicy::kCaseByCase:
      return Add(Verdict::kReview, &kOffenceCaseByCase, OffenceCategory::kUnspecified, findings);
    case OffencePolicy::kListed:
      return CheckListed(pair.work.role, plan.terms.offences, pair.today, findings);
  }
}

}  // namespace

constinit const SealedRule kOffenceExclusion = {
    {
        .name = "offence-exclusion",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The employer does not exclude an offence of the person's that counts.",
        .data =
            "what the employer says of offences for the role, and whether the role is exempt from "
            "the rule on spent convictions; the plan's offences and the days on which they are "
            "spent",
        .effect =
            "an offence counts while it is not spent, and always in an exempt role; one that is "
            "excluded is NOT_AVAILABLE; one that is weighed, any where the employer weighs each "
            "case, an excluded group \"other\", one that is spent where nobody has said whether "
            "the "
            "role is exempt, or none recorded where some are excluded, is REVIEW; an employer that "
            "says nothing excludes nothing",
        .source = "policy rule 23; compared inside probation, never shown to the employer",
        .reasons = kReasons,
        .subject = CategoryOf,
    },
    Check};

}  // namespace throughgate::matcher
