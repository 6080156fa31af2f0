// Work attributes: what the work involves against what the plan bars or holds for approval.
//
// Data     the attributes known to be present and known to be absent; the plan's limits.
// Effect   present and barred is NOT_AVAILABLE; present and needing approval is REVIEW; not known
//          either way and limited at all is REVIEW.
// Audience probation only.
// Source   policy rules 7, 10, 13 to 15: nearly every licence condition is "without prior
//          approval", so the plan says which are bars.
#include <bit>

#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

void AddEach(AttributeMask mask, Verdict verdict, Reason reason, Findings& findings) {
  for (; mask != 0; mask &= mask - 1) {
    findings.Add({RuleId::kWorkAttributes, verdict, reason, std::countr_zero(mask), 0, 0});
  }
}

}  // namespace

void CheckWorkAttributes(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const AttributeMask present = pair.vacancy.present;
  const AttributeMask unknown = ~(present | pair.vacancy.absent);
  AddEach(plan.barred & present, Verdict::kNotAvailable, Reason::kAttributeBarred, findings);
  AddEach(plan.needs_approval & present, Verdict::kReview, Reason::kAttributeNeedsApproval,
          findings);
  AddEach((plan.barred | plan.needs_approval) & unknown, Verdict::kReview,
          Reason::kAttributeUnknown, findings);
}

}  // namespace throughgate::matcher
