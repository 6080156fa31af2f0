#include <algorithm>
#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kWorkApproved{
    "WORK_APPROVED",
    "The officer has approved this work or type of work by {s}, until {t}; never "
    "the place.",
    ""};
constexpr Reason kWorkNotApproved{
    "WORK_NOT_APPROVED",
    "The officer has not approved this work or type of work yet, which comes "
    "before any start.",
    "The officer's approval."};
constexpr std::array kReasons = {&kWorkApproved, &kWorkNotApproved};

std::string ApprovalId(std::int32_t approval, const RiskPlanTerms& plan) {
  return plan.work_approvals[static_cast<std::size_t>(approval)].id;
}

// Work of several types is approved when each of them is.
bool IsAbout(const SealedApproval& approval, const Pair& pair) {
  if (approval.vacancy != kNoOrdinal) return approval.vacancy == pair.vacancy_ordinal;
  const bool known = pair.vacancy.occupations[0] != kNoIndex && !pair.work.work_unknown;
  return known && std::ranges::all_of(pair.vacancy.occupations, [&](OccupationIndex occupation) {
           return occupation == kNoIndex || std::ranges::binary_search(approval.work, occupation);
         });
}

// It decides nothing, so that only who asks for reasons is told.
void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  if (!findings.keeps() || plan.terms.supervision == Supervision::kNotSupervised) return;
  for (std::size_t i = 0; i < plan.approvals.size(); ++i) {
    const WorkApproval& approval = plan.terms.work_approvals[i];
    if (pair.today < approval.approved_on || pair.today > approval.valid_to) continue;
    if (!IsAbout(plan.approvals[i], pair)) continue;
    findings.Add({&kWorkApproval, Verdict::kEligible, &kWorkApproved, static_cast<std::int32_t>(i),
                  approval.valid_to.since_epoch, 0});
    return;
  }
  findings.Add({&kWorkApproval, Verdict::kEligible, &kWorkNotApproved, -1, 0, 0});
}

}  // namespace

constinit const SealedRule kWorkApproval = {
    {
        .name = "work-approval",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "New work, or a new type of work, is approved before it starts.",
        .data =
            "the officer's standing approvals of types of work or of this vacancy, and their days; "
            "the vacancy's types of work",
        .effect =
            "decides nothing: every start needs a clearance besides, which is told apart; an "
            "approval in force is told, or that there is none; work of several types is approved "
            "by one that covers each; it never approves a place and softens no other rule",
        .source = "policy rule 1: the standard condition on work, in every version of the policy",
        .reasons = kReasons,
        .subject = ApprovalId,
    },
    Check};

}  // namespace throughgate::matcher
