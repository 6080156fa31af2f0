// Licence conditions as written.
#ifndef THROUGHGATE_SERVICES_CONVERT_LICENCE_CONDITION_H_
#define THROUGHGATE_SERVICES_CONVERT_LICENCE_CONDITION_H_

#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

// Reads a condition of `plan`, whose other items have been read. Refused at `at`: a version or code
// that cannot be one; what it was filled in with, unless the policy has such an input and it may be
// kept; an item that the plan does not have, or that cannot express the condition. A policy
// that is not known here, and a code that the policy does not have, are taken: they are REVIEW.
matcher::LicenceCondition ReadLicenceCondition(const v1::LicenceCondition& wire,
                                               const matcher::RiskPlanTerms& plan, const Field& at);

v1::LicenceCondition WriteLicenceCondition(const matcher::LicenceCondition& condition);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_LICENCE_CONDITION_H_
