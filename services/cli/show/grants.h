// Grants as a table.
#ifndef THROUGHGATE_SERVICES_CLI_SHOW_GRANTS_H_
#define THROUGHGATE_SERVICES_CLI_SHOW_GRANTS_H_

#include <google/protobuf/repeated_field.h>

#include <string>

#include "absl/time/time.h"
#include "throughgate/v1/access_service.pb.h"

namespace throughgate::cli {

// A line each, with names that can be typed again, and times as FormatFrom and FormatUntil have
// them. Those that have not begun or have ended at `now` say so.
std::string ShowGrants(const google::protobuf::RepeatedPtrField<v1::Grant>& grants, absl::Time now);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_SHOW_GRANTS_H_
