#ifndef THROUGHGATE_SERVICES_EDGE_RANDOM_ID_H_
#define THROUGHGATE_SERVICES_EDGE_RANDOM_ID_H_

#include <string>

#include "absl/status/statusor.h"

namespace throughgate::services {

// A new id of 16 of [a-z2-7]: 80 bits from a cryptographic source, so that nobody can guess the ids
// of others.
//
// Errors  kUnavailable  the source gives nothing.
absl::StatusOr<std::string> RandomId();

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_RANDOM_ID_H_
