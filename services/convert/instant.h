// Instants, which are google.protobuf.Timestamp on the wire.
#ifndef THROUGHGATE_SERVICES_CONVERT_INSTANT_H_
#define THROUGHGATE_SERVICES_CONVERT_INSTANT_H_

#include <google/protobuf/timestamp.pb.h>

#include <cstdint>

#include "absl/time/time.h"
#include "services/convert/field.h"

namespace throughgate::services {

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

// Whether an instant of so many seconds since 1970 is within 1900 to 2200.
bool IsInRange(std::int64_t seconds);

// Refused at `at` outside 1900 to 2200, or when the nanoseconds are not of one second.
absl::Time ReadInstant(const google::protobuf::Timestamp& wire, const Field& at);
google::protobuf::Timestamp WriteInstant(absl::Time instant);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_INSTANT_H_
