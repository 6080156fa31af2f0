// Orders of electronic monitoring, in the shape of the Ministry's own service.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_MONITORING_ORDER_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_MONITORING_ORDER_H_

#include <nlohmann/json_fwd.hpp>

#include "absl/status/status.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// Whether an object is such an order, and not a licence.
bool IsMonitoringOrder(const nlohmann::json& object);

// Adds to `licence` the curfews of an order, and notes all else that it lays down: a condition
// stands for each such part. What is [] or {} says that there is none of it; what is null or not
// there says nothing.
//
// Errors  kFailedPrecondition  it has not been submitted, or it ends the monitoring.
//         kInvalidArgument     it has no id, or one that may be another's, or nothing at all.
absl::Status ReadMonitoringOrder(const nlohmann::json& order, Licence& licence);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_MONITORING_ORDER_H_
