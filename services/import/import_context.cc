#include "services/import/import_context.h"

#include "absl/time/clock.h"
#include "services/edge/errors.h"

namespace throughgate::services {

absl::Status CheckGoingOn(const ImportContext& context) {
  if (!context.should_stop()) return absl::OkStatus();
  if (absl::Now() >= context.deadline) return DeadlineExceeded();
  return absl::CancelledError("the import was cancelled by its caller");
}

absl::StatusOr<std::shared_ptr<const matcher::Catalogue>> AwaitCatalogue(
    const ImportContext& context, storage::Revision revision) {
  auto catalogue = context.backend.feed.AtLeast(revision, context.deadline);
  if (absl::IsDeadlineExceeded(catalogue.status())) return RevisionNotReached();
  return catalogue;
}

}  // namespace throughgate::services
