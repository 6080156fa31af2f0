// What licence conditions were filled in with.
#ifndef THROUGHGATE_SERVICES_CONVERT_CONDITION_PARAMETER_H_
#define THROUGHGATE_SERVICES_CONVERT_CONDITION_PARAMETER_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <vector>

#include "matcher/licence/condition_reading.h"
#include "matcher/model/risk_plan.h"
#include "services/convert/field.h"
#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate::services {

using WireParameters = google::protobuf::RepeatedPtrField<v1::ConditionParameter>;

// Refused at `at`: a name that is no input of the condition, or one whose words are not kept; a
// value that is not of the input's form.
std::vector<matcher::ConditionParameter> ReadConditionParameters(
    const WireParameters& wire, const matcher::ConditionReading& reading, const Field& at);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_CONDITION_PARAMETER_H_
