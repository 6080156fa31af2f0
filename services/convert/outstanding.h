// What of a plan is still to be done.
#ifndef THROUGHGATE_SERVICES_CONVERT_OUTSTANDING_H_
#define THROUGHGATE_SERVICES_CONVERT_OUTSTANDING_H_

#include <google/protobuf/repeated_ptr_field.h>

#include "matcher/index/sealed_plan.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// The licence conditions that make every vacancy REVIEW on a day, in the order of the plan.
google::protobuf::RepeatedPtrField<v1::OutstandingCondition> WriteOutstanding(
    const matcher::RiskPlanTerms& terms, matcher::Day today);

// A plan that is to be reviewed, as it stands on a day.
v1::RiskPlanDue WriteRiskPlanDue(const matcher::CandidateName& candidate,
                                 const matcher::SealedPlan& plan, matcher::Day today);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_OUTSTANDING_H_
