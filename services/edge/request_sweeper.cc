#include "services/edge/request_sweeper.h"

#include <string>
#include <string_view>
#include <utility>

#include "services/edge/mutation.h"

namespace throughgate::services {
namespace {

// Each takes a guard and a write.
constexpr std::size_t kDeletesPerCommit = storage::kCommitOperationsMax / 2;

// Whether a record is too old.
using IsOver = absl::FunctionRef<absl::StatusOr<bool>(const storage::Record&)>;

// The deletion of those of a page that are too old.
absl::StatusOr<storage::Transaction> Expired(const storage::Page& page, IsOver is_over) {
  storage::Transaction transaction;
  for (const storage::Record& record : page.records) {
    ASSIGN_OR_RETURN(const bool over, is_over(record));
    if (!over) continue;
    transaction.guards.push_back({record.key, record.version});
    transaction.writes.push_back({record.key, std::nullopt});
  }
  return transaction;
}

absl::Status Sweep(storage::Store& store, std::string_view prefix, IsOver is_over,
                   absl::FunctionRef<bool()> should_stop) {
  std::string after;
  while (!should_stop()) {
    ASSIGN_OR_RETURN(const storage::Page page,
                     store.List(prefix, {.after = std::move(after), .limit = kDeletesPerCommit}));
    ASSIGN_OR_RETURN(const storage::Transaction expired, Expired(page, is_over));
    if (!expired.writes.empty()) {
      const absl::Status swept = store.Commit(expired).status();
      if (!swept.ok() && !absl::IsAborted(swept)) return swept;
    }
    if (page.next.empty()) break;
    after = page.next;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status SweepRequests(storage::Store& store, absl::Time now,
                           absl::FunctionRef<bool()> should_stop) {
  const auto is_over = [&](const storage::Record& record) -> absl::StatusOr<bool> {
    ASSIGN_OR_RETURN(const auto request,
                     format::Decode<format::RequestRecord>(record.key, record.value));
    return now - request.created_at > kRequestIdsKept;
  };
  return Sweep(store, format::kRequestsPrefix, is_over, should_stop);
}

absl::Status SweepLinkCodes(storage::Store& store, absl::Time now,
                            absl::FunctionRef<bool()> should_stop) {
  const auto is_over = [&](const storage::Record& record) -> absl::StatusOr<bool> {
    ASSIGN_OR_RETURN(const auto code, format::Decode<format::LinkCode>(record.key, record.value));
    return code.expires_at <= now;
  };
  return Sweep(store, format::kLinkCodesPrefix, is_over, should_stop);
}

}  // namespace throughgate::services
