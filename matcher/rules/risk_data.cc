// Risk data: what is unknown, missing, stale or not understood is decided by a person.
//
// Data     supervision, RoSH by group, MAPPA level, the day of the last review, conditions that
//          the plan does not express.
// Effect   any of them unknown, older than kRiskDataMaxAgeDays, or not understood: REVIEW. An
//          unknown MAPPA level is never taken as "not applicable".
// Audience probation only.
// Source   policy rule 18 and design promise 1.
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

bool AnyUnknown(const Rosh& rosh) {
  return rosh.children == RoshLevel::kUnknown || rosh.to_public == RoshLevel::kUnknown ||
         rosh.known_adult == RoshLevel::kUnknown || rosh.staff == RoshLevel::kUnknown;
}

void Review(Reason reason, std::int64_t amount, std::int64_t limit, Findings& findings) {
  findings.Add({RuleId::kRiskData, Verdict::kReview, reason, -1, amount, limit});
}

}  // namespace

void CheckRiskData(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const RiskPlanTerms& terms = plan.terms;
  if (terms.supervision == Supervision::kUnknown) {
    Review(Reason::kSupervisionUnknown, 0, 0, findings);
  }
  if (AnyUnknown(terms.rosh)) Review(Reason::kRoshUnknown, 0, 0, findings);
  if (terms.mappa_level == MappaLevel::kUnknown) Review(Reason::kMappaUnknown, 0, 0, findings);
  if (IsStale(terms.reviewed_on, pair.today)) {
    Review(Reason::kRiskPlanStale, terms.reviewed_on.since_epoch, kRiskDataMaxAgeDays, findings);
  }
  for (std::size_t i = 0; i < terms.conditions.size(); ++i) {
    findings.Add({RuleId::kRiskData, Verdict::kReview, Reason::kConditionNotUnderstood,
                  static_cast<std::int32_t>(i), 0, 0});
  }
}

void CheckMissingPlan(Findings& findings) { Review(Reason::kRiskPlanMissing, 0, 0, findings); }

}  // namespace throughgate::matcher
