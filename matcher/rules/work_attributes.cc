#include <array>
#include <bit>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kAttributeBarred{"ATTRIBUTE_BARRED", "The work involves {s}, which is barred.",
                                  "Work without it."};
constexpr Reason kAttributeNeedsApproval{"ATTRIBUTE_NEEDS_APPROVAL",
                                         "The work involves {s}, which needs approval.",
                                         "Approval, or work without it."};
constexpr Reason kAttributeUnknown{"ATTRIBUTE_UNKNOWN",
                                   "Whether the work involves {s}, which is limited, is not known.",
                                   "Whether the work involves it."};
constexpr Reason kAttributeAvoidable{
    "ATTRIBUTE_AVOIDABLE",
    "The work involves {s}, which is limited, but can be arranged without it.",
    "The employer's word that this person's work is arranged without it."};
constexpr std::array kReasons = {&kAttributeAvoidable, &kAttributeBarred, &kAttributeNeedsApproval,
                                 &kAttributeUnknown};

std::string NameOfAttribute(std::int32_t attribute, const RiskPlanTerms&) {
  return std::string(AttributeName(static_cast<WorkAttribute>(attribute)));
}

void AddEach(AttributeMask mask, Verdict verdict, const Reason* reason, Findings& findings) {
  for (; mask != 0; mask &= mask - 1) {
    findings.Add({&kWorkAttributes, verdict, reason, std::countr_zero(mask), 0, 0});
  }
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const AttributeMask present = pair.work.present;
  const AttributeMask unknown = ~(present | pair.work.absent);
  const AttributeMask limited = plan.barred | plan.needs_approval;
  const AttributeMask essential = present & ~pair.work.avoidable;
  AddEach(plan.barred & essential, Verdict::kNotAvailable, &kAttributeBarred, findings);
  AddEach(plan.needs_approval & essential, Verdict::kReview, &kAttributeNeedsApproval, findings);
  AddEach(limited & present & pair.work.avoidable, Verdict::kReview, &kAttributeAvoidable,
          findings);
  AddEach(limited & unknown, Verdict::kReview, &kAttributeUnknown, findings);
}

}  // namespace

constinit const SealedRule kWorkAttributes = {
    {
        .name = "work-attributes",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The work involves nothing that the plan bars or holds for approval.",
        .data =
            "what the work is known to involve, or not to, or can be arranged without; what its "
            "sites are themselves; the plan's limits",
        .effect =
            "barred and involved is NOT_AVAILABLE; needing approval and involved, limited and "
            "avoidable, or limited at all and not known, is REVIEW. Not known is, whatever is "
            "said, that there are no children at a school, a nursery, a play area, a youth centre, "
            "a pool or a hospital, no adults at risk at a care home or a hospital, and neither "
            "drinking, gambling nor worship where that is what the site is for",
        .source = "policy rules 7, 10, 13 to 15: nearly every licence condition is \"without prior "
                  "approval\", so the plan says which are bars",
        .reasons = kReasons,
        .subject = NameOfAttribute,
    },
    Check};

}  // namespace throughgate::matcher
