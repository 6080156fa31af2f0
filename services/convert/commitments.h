// Where a person must be at times: commitments, temporary release, the home county.
#ifndef THROUGHGATE_SERVICES_CONVERT_COMMITMENTS_H_
#define THROUGHGATE_SERVICES_CONVERT_COMMITMENTS_H_

#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Reads them from the plan `wire`, which is at `at`, into `terms`.
void ReadCommitments(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms);
void WriteCommitments(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_COMMITMENTS_H_
