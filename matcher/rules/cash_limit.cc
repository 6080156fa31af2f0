#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kWithinCashLimit{"WITHIN_CASH_LIMIT",
                                  "The work stays within the cash limit of £{N}.", ""};
constexpr Reason kAboveCashLimit{"ABOVE_CASH_LIMIT",
                                 "The work handles up to £{n} in cash, above the limit of £{N}.",
                                 "Approval, or work with less cash."};
constexpr Reason kCashUnknown{"CASH_UNKNOWN",
                              "How much cash the work handles is not known; the limit is £{N}.",
                              "How much cash is handled at one time."};
constexpr std::array kReasons = {&kWithinCashLimit, &kAboveCashLimit, &kCashUnknown};

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  if (!plan.terms.cash_limit) return;
  const std::int32_t limit = *plan.terms.cash_limit;
  const std::optional<std::int32_t>& handled = pair.work.role.cash_handled;
  const auto add = [&](Verdict verdict, const Reason* reason) {
    findings.Add({&kCashLimit, verdict, reason, -1, handled.value_or(0), limit});
  };
  if (handled && *handled > limit) return add(Verdict::kReview, &kAboveCashLimit);
  if (handled || (pair.work.absent & MaskOf(WorkAttribute::kCash))) {
    return add(Verdict::kEligible, &kWithinCashLimit);
  }
  add(Verdict::kReview, &kCashUnknown);
}

}  // namespace

constinit const SealedRule kCashLimit = {
    {
        .name = "cash-limit",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "The work puts no more cash into the person's hands than they may have.",
        .data =
            "the most cash that the work handles at one time, or that it handles none; the plan's "
            "limit",
        .effect = "more than the limit, or not known, is REVIEW: the condition is \"without prior "
                  "approval\". No cash in work that involves cash is not known",
        .source = "policy rule 15",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
