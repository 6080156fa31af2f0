#include "storage/rocks/rocks_status.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace throughgate::storage {
namespace {

absl::StatusCode CodeOf(const rocksdb::Status& status) {
  switch (status.code()) {
    case rocksdb::Status::kOk:
      return absl::StatusCode::kOk;
    case rocksdb::Status::kNotFound:
      return absl::StatusCode::kNotFound;
    case rocksdb::Status::kCorruption:
      return absl::StatusCode::kDataLoss;
    case rocksdb::Status::kIOError:
      // A table that the manifest lists and the directory lacks is lost, not busy.
      return status.subcode() == rocksdb::Status::kPathNotFound ? absl::StatusCode::kDataLoss
                                                                : absl::StatusCode::kUnavailable;
    case rocksdb::Status::kNotSupported:
      return absl::StatusCode::kFailedPrecondition;
    case rocksdb::Status::kIncomplete:
    case rocksdb::Status::kShutdownInProgress:
    case rocksdb::Status::kTimedOut:
    case rocksdb::Status::kAborted:
    case rocksdb::Status::kBusy:
    case rocksdb::Status::kTryAgain:
      return absl::StatusCode::kUnavailable;
    // The rest answer calls that a correct store does not make.
    case rocksdb::Status::kInvalidArgument:
    case rocksdb::Status::kMergeInProgress:
    case rocksdb::Status::kExpired:
    case rocksdb::Status::kCompactionTooLarge:
    case rocksdb::Status::kColumnFamilyDropped:
    case rocksdb::Status::kMaxCode:
      return absl::StatusCode::kInternal;
  }
  return absl::StatusCode::kInternal;
}

}  // namespace

absl::Status FromRocks(const rocksdb::Status& status) {
  return absl::Status(CodeOf(status), status.ToString());
}

absl::Status FromRocksOpen(const std::string& path, const rocksdb::Status& status) {
  // RocksDB has no codes for these two; what tells them apart is the words.
  const std::string words = status.ToString();
  if (status.IsIOError() && absl::StrContains(words, "Permission denied")) {
    return absl::PermissionDeniedError(absl::StrCat(path, " is not writable by this user"));
  }
  if (status.IsIOError() && absl::StrContains(words, "LOCK") && absl::StrContains(words, "lock ")) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, " is already open, most likely in another process"));
  }
  const absl::Status translated = FromRocks(status);
  return absl::Status(translated.code(), absl::StrCat(path, ": ", translated.message()));
}

}  // namespace throughgate::storage
