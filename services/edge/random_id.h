#ifndef THROUGHGATE_SERVICES_EDGE_RANDOM_ID_H_
#define THROUGHGATE_SERVICES_EDGE_RANDOM_ID_H_

#include <string>

#include "absl/status/statusor.h"

namespace throughgate::services {

// A new id of 32 lower-case hexadecimal digits, from a cryptographic source: nobody can guess one,
// and no two are ever the same.
//
// Errors  kUnavailable  the source gives nothing.
absl::StatusOr<std::string> RandomId();

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_RANDOM_ID_H_
