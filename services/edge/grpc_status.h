// The only place that turns absl::Status into grpc::Status.
#ifndef THROUGHGATE_SERVICES_EDGE_GRPC_STATUS_H_
#define THROUGHGATE_SERVICES_EDGE_GRPC_STATUS_H_

#include <grpcpp/support/status.h>

#include <string_view>

#include "absl/status/status.h"

namespace throughgate::services {

// What the caller of `method` is told of `status`. A status made by errors.h passes as it is, its
// payloads as details in `grpc-status-details-bin`. Any other is internal: its text, which may hold
// the keys of records, goes to the log, and the caller gets a neutral sentence, with DATA_LOSS,
// UNAVAILABLE, DEADLINE_EXCEEDED and CANCELLED kept and everything else INTERNAL. Details that not
// everybody may see are INTERNAL too, see guard.h.
grpc::Status ToGrpc(const absl::Status& status, std::string_view method);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_GRPC_STATUS_H_
