#include "storage/read_checks.h"

#include "absl/strings/str_cat.h"

namespace throughgate::storage {

absl::Status CheckKey(std::string_view key) {
  if (key.find('\0') != key.npos) return absl::InvalidArgumentError("a key holds a zero byte");
  return absl::OkStatus();
}

absl::Status CheckPage(std::string_view prefix, const PageRequest& request) {
  if (request.limit < 1 || request.limit > kPageRecordsMax) {
    return absl::InvalidArgumentError(
        absl::StrCat("a page of ", request.limit, " records; 1 to ", kPageRecordsMax));
  }
  if (absl::Status status = CheckKey(prefix); !status.ok()) return status;
  return CheckKey(request.after);
}

absl::Status CheckRevision(Revision revision, const History& history) {
  if (revision > history.latest) {
    return absl::InvalidArgumentError(
        absl::StrCat("revision ", revision, " is newer than the latest, ", history.latest));
  }
  if (revision < history.oldest) {
    return absl::OutOfRangeError(
        absl::StrCat("revision ", revision, ": compacted to ", history.oldest));
  }
  return absl::OkStatus();
}

}  // namespace throughgate::storage
