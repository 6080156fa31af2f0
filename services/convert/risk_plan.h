// Risk plans. All of it is sealed: descriptions of what is wrong hold no value and no coordinate,
// but for the day on which the stored plan was reviewed.
#ifndef THROUGHGATE_SERVICES_CONVERT_RISK_PLAN_H_
#define THROUGHGATE_SERVICES_CONVERT_RISK_PLAN_H_

#include "matcher/model/risk_plan.h"
#include "matcher/model/units.h"
#include "services/convert/field.h"
#include "services/convert/stored.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// The terms that `wire` states, all but who supervises, what needs a key (see edge/kept_names.h),
// and conditions.
matcher::RiskPlanTerms ReadRiskPlan(const v1::RiskPlan& wire, matcher::Day today, const Field& at);
// Puts the licence conditions of `wire` into `terms`. Comes last: they name other items of the
// plan.
void ReadConditions(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms);
v1::RiskPlan WriteRiskPlan(const Stored<matcher::RiskPlan>& stored);

// The day of a review: required, not after `today`.
matcher::Day ReadReviewDay(bool has, const v1::Date& wire, matcher::Day today, const Field& at);

// Refuses, at `at`, a plan that was reviewed before `stored`, which it would replace.
//
// Why  an older plan that comes late (a file found again, a system behind the others) could lift a
//      zone that the newer one made.
void CheckReviewedSince(const matcher::RiskPlanTerms& stored, const matcher::RiskPlanTerms& plan,
                        const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_RISK_PLAN_H_
