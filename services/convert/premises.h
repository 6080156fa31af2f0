// Premises, as a layer has them, as sites are them, and as plans keep people away from them.
#ifndef THROUGHGATE_SERVICES_CONVERT_PREMISES_H_
#define THROUGHGATE_SERVICES_CONVERT_PREMISES_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <string>

#include "matcher/index/premises_layer.h"
#include "matcher/model/premises.h"
#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "services/convert/values.h"
#include "throughgate/v1/reference_service.pb.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

matcher::PremisesMask ReadPremisesKinds(const WireEnums& wire, const Field& at);

matcher::Premises ReadPremises(const v1::Premises& wire, const Field& at);
// Of each kind that the layer has, in order.
void WritePremisesCounts(const matcher::PremisesLayer& layer,
                         google::protobuf::RepeatedPtrField<v1::PremisesCount>& wire);

// Reads the premises limits of the plan `wire`, which is at `at`, into `terms`.
void ReadPremisesLimits(const v1::RiskPlan& wire, const Field& at, matcher::RiskPlanTerms& terms);
void WritePremisesLimits(const matcher::RiskPlanTerms& terms, v1::RiskPlan& wire);

// Refuses an id that none of the plan's premises limits has.
void CheckPremisesLimitId(const std::string& id, const v1::RiskPlan& plan, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_PREMISES_H_
