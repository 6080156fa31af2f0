#include "services/convert/outstanding.h"

#include <algorithm>
#include <string>
#include <vector>

#include "matcher/licence/sealed_condition.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "services/convert/dates.h"

namespace throughgate::services {

google::protobuf::RepeatedPtrField<v1::OutstandingCondition> WriteOutstanding(
    const matcher::RiskPlanTerms& terms, matcher::Day today) {
  std::vector<matcher::Finding> found;
  matcher::Findings findings(&found);
  const std::vector<matcher::SealedCondition> conditions = matcher::SealConditions(terms);
  std::vector<std::size_t> places;
  for (const matcher::SealedCondition& condition : conditions) {
    matcher::FindOutstanding(condition, today, findings);
    places.resize(found.size(), condition.index);
  }
  google::protobuf::RepeatedPtrField<v1::OutstandingCondition> wire;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string subject = SubjectOf(found[i], &terms);
    v1::OutstandingCondition& entry = *wire.Add();
    entry.set_index(static_cast<std::int32_t>(places[i]));
    entry.set_condition_id(terms.conditions[places[i]].id);
    entry.set_reason(std::string(found[i].reason->code));
    entry.set_text(ReasonText(found[i], subject));
    entry.set_change(ReasonChange(found[i], subject));
  }
  return wire;
}

v1::RiskPlanDue WriteRiskPlanDue(const matcher::CandidateName& candidate,
                                 const matcher::SealedPlan& plan, matcher::Day today) {
  const matcher::Day until = matcher::HoldsUntil(plan.terms.reviewed_on);
  v1::RiskPlanDue wire;
  wire.set_name(candidate.RiskPlan());
  *wire.mutable_reviewed_on() = WriteDate(plan.terms.reviewed_on);
  *wire.mutable_holds_until() = WriteDate(until);
  wire.set_days_left(until.since_epoch - today.since_epoch);
  wire.set_outstanding_conditions(static_cast<std::int32_t>(
      std::ranges::count_if(plan.conditions, [&](const matcher::SealedCondition& condition) {
        return IsOutstanding(StandingOn(condition, today));
      })));
  return wire;
}

}  // namespace throughgate::services
