// The limits that a risk plan puts on work and time: curfews and tags, attributes, contact,
// vehicles and cash.
#ifndef THROUGHGATE_SERVICES_CONVERT_LIMITS_H_
#define THROUGHGATE_SERVICES_CONVERT_LIMITS_H_

#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Reads the limits of the plan `wire`, which is at `at`, into `terms`.
void ReadLimits(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms);
void WriteLimits(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_LIMITS_H_
