// Whether items of a plan allow no more than a licence condition does.
#ifndef THROUGHGATE_MATCHER_LICENCE_ENOUGH_H_
#define THROUGHGATE_MATCHER_LICENCE_ENOUGH_H_

#include "matcher/licence/condition_reading.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Of what the condition was filled in with and its reading demands: hours, times, amounts, what a
// tag is for, types of vehicle, the degree of contact. What the items say beyond that is the word
// of whoever named them. All of them are in the plan. What cannot be read, or was never filled in
// and decides, might be anything: not enough.
bool AreEnough(const LicenceCondition& condition, const ConditionReading& reading,
               const RiskPlanTerms& plan);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_LICENCE_ENOUGH_H_
