// Requests of clients that say more than this server understands.
#ifndef THROUGHGATE_SERVICES_EDGE_UNKNOWN_FIELDS_H_
#define THROUGHGATE_SERVICES_EDGE_UNKNOWN_FIELDS_H_

#include <google/protobuf/message.h>

#include <string>

#include "absl/status/status.h"

namespace throughgate::services {

// Looks into `message` and everything within it.
//
// Errors  FIELD_INVALID  it has a field that is not known here; names the first by its path and
//                        number: "risk_plan.zones[0].9".
// Cost    a few nanoseconds for each message within.
// Why     whoever takes the rest of a request says that all of it was done: a zone is accepted, and
//         the part of it that a newer client has drawn is gone.
absl::Status RefuseUnknownFields(const google::protobuf::Message& message);

// Looks into `message` alone, which stands at `path`, for whoever looks into what is within it.
absl::Status RefuseUnknownFieldsOf(const google::protobuf::Message& message,
                                   const std::string& path);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_UNKNOWN_FIELDS_H_
