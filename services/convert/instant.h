// Instants, which are google.protobuf.Timestamp on the wire.
#ifndef THROUGHGATE_SERVICES_CONVERT_INSTANT_H_
#define THROUGHGATE_SERVICES_CONVERT_INSTANT_H_

#include <google/protobuf/timestamp.pb.h>

#include "absl/time/time.h"
#include "services/convert/field.h"

namespace throughgate::services {

// Refused at `at` outside 1900 to 2200, or when the nanoseconds are not of one second.
absl::Time ReadInstant(const google::protobuf::Timestamp& wire, const Field& at);
google::protobuf::Timestamp WriteInstant(absl::Time instant);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_INSTANT_H_
