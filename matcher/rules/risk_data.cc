#include <array>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kRiskPlanMissing{"RISK_PLAN_MISSING", "There is no risk plan to be read.",
                                  "A risk plan."};
constexpr Reason kSupervisionUnknown{"SUPERVISION_UNKNOWN",
                                     "Under what supervision the person is, is not known.",
                                     "The supervision."};
constexpr Reason kRoshUnknown{
    "ROSH_UNKNOWN", "The risk of serious harm is not known for every group.", "The RoSH levels."};
constexpr Reason kMappaUnknown{
    "MAPPA_UNKNOWN", "The MAPPA level is not known, which is not the same as not applicable.",
    "The MAPPA level."};
constexpr Reason kRiskPlanStale{
    "RISK_PLAN_STALE",
    "The risk plan's last review, on {t}, does not hold on this day: reviews hold for 182 days.",
    "A review of the plan."};
constexpr std::array kReasons = {&kRiskPlanMissing, &kSupervisionUnknown, &kRoshUnknown,
                                 &kMappaUnknown, &kRiskPlanStale};

bool AnyUnknown(const Rosh& rosh) {
  return rosh.children == RoshLevel::kUnknown || rosh.to_public == RoshLevel::kUnknown ||
         rosh.known_adult == RoshLevel::kUnknown || rosh.staff == RoshLevel::kUnknown;
}

void Review(const Reason* reason, std::int64_t amount, std::int64_t limit, Findings& findings) {
  findings.Add({&kRiskData, Verdict::kReview, reason, -1, amount, limit});
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const RiskPlanTerms& terms = plan.terms;
  if (terms.supervision == Supervision::kUnknown) {
    Review(&kSupervisionUnknown, 0, 0, findings);
  }
  if (AnyUnknown(terms.rosh)) Review(&kRoshUnknown, 0, 0, findings);
  if (terms.mappa_level == MappaLevel::kUnknown) Review(&kMappaUnknown, 0, 0, findings);
  if (IsStale(terms.reviewed_on, pair.today)) {
    Review(&kRiskPlanStale, terms.reviewed_on.since_epoch, kRiskDataMaxAgeDays, findings);
  }
}

}  // namespace

constinit const SealedRule kRiskData = {
    {
        .name = "risk-data",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "There is a risk plan that can be read, knows what it must and is in date.",
        .data = "supervision, RoSH for each group, MAPPA level, last review",
        .effect =
            "REVIEW when there is no plan that can be read, anything is unknown, or the review "
            "is in the future or older than 182 days; an unknown MAPPA level is never taken as "
            "not applicable",
        .source = "policy rule 18 and promise 1",
        .reasons = kReasons,
    },
    Check};

void CheckMissingPlan(Findings& findings) { Review(&kRiskPlanMissing, 0, 0, findings); }

}  // namespace throughgate::matcher
