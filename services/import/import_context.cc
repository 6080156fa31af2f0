#include "services/import/import_context.h"

#include <algorithm>

#include "absl/time/clock.h"
#include "services/edge/errors.h"
#include "services/edge/mutation.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

// How often a wait is interrupted to see whether anybody still waits for its end.
constexpr absl::Duration kLookEvery = absl::Milliseconds(200);

}  // namespace

absl::Status CheckGoingOn(const ImportContext& context) {
  if (!context.should_stop()) return absl::OkStatus();
  if (absl::Now() >= context.deadline) return DeadlineExceeded();
  return absl::CancelledError("the import was cancelled by its caller");
}

absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> AwaitCatalogue(
    const ImportContext& context, storage::Revision revision) {
  const absl::Time until = std::min(context.deadline, absl::Now() + kVisibleWithin);
  while (true) {
    const absl::Time look = std::min(until, absl::Now() + kLookEvery);
    auto catalogue = context.backend.feed.AtLeast(revision, look);
    if (catalogue.ok()) return catalogue;
    // The feed has said in the log why it does not follow.
    if (!absl::IsDeadlineExceeded(catalogue.status()) || look == until) return RevisionNotReached();
    RETURN_IF_ERROR(CheckGoingOn(context));
  }
}

}  // namespace throughgate::services
