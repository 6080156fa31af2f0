#include "services/edge/request_sweeper.h"

#include <string>
#include <utility>

#include "services/edge/mutation.h"

namespace throughgate::services {
namespace {

// Each takes a guard and a write.
constexpr std::size_t kDeletesPerCommit = storage::kCommitOperationsMax / 2;

// The deletion of those of a page that are too old.
absl::StatusOr<storage::Transaction> Expired(const storage::Page& page, absl::Time now) {
  storage::Transaction transaction;
  for (const storage::Record& record : page.records) {
    ASSIGN_OR_RETURN(const auto request,
                     format::Decode<format::RequestRecord>(record.key, record.value));
    if (now - request.created_at <= kRequestIdsKept) continue;
    transaction.guards.push_back({record.key, record.version});
    transaction.writes.push_back({record.key, std::nullopt});
  }
  return transaction;
}

}  // namespace

absl::Status SweepRequests(storage::Store& store, absl::Time now,
                           absl::FunctionRef<bool()> should_stop) {
  std::string after;
  while (!should_stop()) {
    ASSIGN_OR_RETURN(const storage::Page page,
                     store.List(format::kRequestsPrefix,
                                {.after = std::move(after), .limit = kDeletesPerCommit}));
    ASSIGN_OR_RETURN(const storage::Transaction expired, Expired(page, now));
    if (!expired.writes.empty()) {
      const absl::Status swept = store.Commit(expired).status();
      if (!swept.ok() && !absl::IsAborted(swept)) return swept;
    }
    if (page.next.empty()) break;
    after = page.next;
  }
  return absl::OkStatus();
}

}  // namespace throughgate::services
