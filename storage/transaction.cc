#include "storage/transaction.h"

#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "storage/read_checks.h"

namespace throughgate::storage {
namespace {

std::size_t BytesOf(const Transaction& transaction) {
  std::size_t bytes = 0;
  for (const Guard& guard : transaction.guards) bytes += guard.key.size();
  for (const Write& write : transaction.writes) {
    bytes += write.key.size() + (write.value ? write.value->size() : 0);
  }
  return bytes;
}

// `done` says what two operations on one key would both do: "guarded" or "written".
template <typename Operations>
absl::Status CheckKeys(const Operations& operations, const char* done) {
  std::set<std::string_view> seen;
  for (const auto& operation : operations) {
    if (operation.key.empty()) {
      return absl::InvalidArgumentError(absl::StrCat("an empty key is ", done));
    }
    if (absl::Status status = CheckKey(operation.key); !status.ok()) return status;
    if (!seen.insert(operation.key).second) {
      return absl::InvalidArgumentError(absl::StrCat(operation.key, " is ", done, " twice"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckTransaction(const Transaction& transaction) {
  if (transaction.writes.empty()) return absl::InvalidArgumentError("a commit writes something");
  const std::size_t operations = transaction.guards.size() + transaction.writes.size();
  if (operations > kCommitOperationsMax) {
    return absl::InvalidArgumentError(absl::StrCat(
        operations, " guards and writes in one commit, at most ", kCommitOperationsMax));
  }
  if (const std::size_t bytes = BytesOf(transaction); bytes > kCommitBytesMax) {
    return absl::InvalidArgumentError(
        absl::StrCat(bytes, " bytes in one commit, at most ", kCommitBytesMax));
  }
  if (absl::Status status = CheckKeys(transaction.guards, "guarded"); !status.ok()) return status;
  return CheckKeys(transaction.writes, "written");
}

}  // namespace throughgate::storage
