#include "services/edge/mutation.h"

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"
#include "services/edge/standing.h"

namespace throughgate::services {
namespace {

constexpr int kAttemptsMax = 10;

absl::StatusOr<Outcome> AwaitVisible(const Backend& backend, const WriteRequest& request,
                                     Outcome outcome) {
  const absl::Time until = std::min(request.deadline, absl::Now() + kVisibleWithin);
  if (!backend.feed.AtLeast(outcome.revision, until).ok()) return RevisionNotReached();
  return outcome;
}

// What an earlier call with this request id came to; nullopt when there was none, and then the edit
// says that this call is it.
absl::StatusOr<std::optional<Outcome>> Recall(const Backend& backend, const WriteRequest& request,
                                              const std::string& resource, Edit& edit) {
  if (request.request_id.empty()) return std::nullopt;
  const absl::Time now = absl::FromUnixSeconds(absl::ToUnixSeconds(backend.clock()));
  const std::string key = format::RequestKey(
      {.caller = request.caller.organisation.value, .request_id = request.request_id});
  format::RequestRecord earlier;
  ASSIGN_OR_RETURN(const storage::Revision version, ReadPart(backend.store, key, 0, earlier));
  if (version != 0 && now - earlier.created_at <= kRequestIdsKept) {
    const bool same = earlier.method == request.method && earlier.request_sha256 == request.sha256;
    if (!same) return RequestIdReused(request.request_id);
    return Outcome{.revision = version, .repeats = std::move(earlier.resource)};
  }
  edit.Guard(key, version);
  edit.Write(key, format::Encode(key, format::RequestRecord{.method = std::string(request.method),
                                                            .request_sha256 = request.sha256,
                                                            .resource = resource,
                                                            .created_at = now}));
  return std::nullopt;
}

}  // namespace

absl::StatusOr<Outcome> Mutate(const Backend& backend, const WriteRequest& request,
                               const std::string& resource,
                               absl::FunctionRef<absl::Status(Edit&)> decide) {
  for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
    Edit edit;
    ASSIGN_OR_RETURN(std::optional<Outcome> earlier, Recall(backend, request, resource, edit));
    if (earlier) return AwaitVisible(backend, request, *std::move(earlier));
    RETURN_IF_ERROR(
        RestOnGrant(backend.store, request.caller, request.method, backend.clock(), edit));
    if (absl::Status refused = decide(edit); !refused.ok()) {
      // The same request may have been served between the two looks, and what refuses this one is
      // what that one did.
      Edit unused;
      ASSIGN_OR_RETURN(earlier, Recall(backend, request, resource, unused));
      return earlier ? AwaitVisible(backend, request, *std::move(earlier)) : refused;
    }
    if (edit.bytes() > storage::kCommitBytesMax) {
      return LimitExceeded("bytes in a record", storage::kCommitBytesMax);
    }
    if (request.validate_only) return Outcome{};
    if (edit.empty()) {
      return AwaitVisible(backend, request, {.revision = backend.store.latest()});
    }
    const absl::StatusOr<storage::Revision> revision = backend.store.Commit(edit.transaction());
    if (revision.ok()) return AwaitVisible(backend, request, {.revision = *revision});
    if (!absl::IsAborted(revision.status())) return revision.status();
  }
  return WriteConflict(resource);
}

}  // namespace throughgate::services
