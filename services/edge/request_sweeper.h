#ifndef THROUGHGATE_SERVICES_EDGE_REQUEST_SWEEPER_H_
#define THROUGHGATE_SERVICES_EDGE_REQUEST_SWEEPER_H_

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/time/time.h"
#include "storage/store.h"

namespace throughgate::services {

// Deletes the request ids that are older than kRequestIdsKept at `now`, in small commits, until
// `should_stop` says so. One that is used again meanwhile is left for the next time.
//
// Errors  those of the store.
// Cost    reads every request id that is kept.
absl::Status SweepRequests(storage::Store& store, absl::Time now,
                           absl::FunctionRef<bool()> should_stop);

// Deletes the link codes that have expired at `now`, likewise.
absl::Status SweepLinkCodes(storage::Store& store, absl::Time now,
                            absl::FunctionRef<bool()> should_stop);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_REQUEST_SWEEPER_H_
