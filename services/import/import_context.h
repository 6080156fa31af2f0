#ifndef THROUGHGATE_SERVICES_IMPORT_IMPORT_CONTEXT_H_
#define THROUGHGATE_SERVICES_IMPORT_IMPORT_CONTEXT_H_

#include <memory>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/index/catalogue.h"
#include "matcher/matcher.h"
#include "services/edge/backend.h"
#include "services/edge/caller.h"
#include "services/edge/caseload.h"
#include "storage/store.h"

namespace throughgate::services {

// What an import needs of the server and of its call. The caller's role has been checked.
struct ImportContext {
  const Backend& backend;
  std::string_view method;          // of the service: see PolicyRow
  const Caller& caller;             // import ids are their organisation's own
  absl::Time deadline;              // of the call
  matcher::ShouldStop should_stop;  // the call was cancelled, or its deadline has passed
};

// Asked between commits.
//
// Errors  DEADLINE_EXCEEDED, or kCancelled.
absl::Status CheckGoingOn(const ImportContext& context);

// The catalogue once it has reached `revision`.
//
// Errors  REVISION_NOT_REACHED  it has not by the deadline, or within kVisibleWithin, or the feed
//                               does not follow the store.
//         and those of CheckGoingOn.
absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> AwaitCatalogue(
    const ImportContext& context, storage::Revision revision);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_IMPORT_CONTEXT_H_
