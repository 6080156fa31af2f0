// What a read may ask for, checked alike by every store so that all refuse in the same words.
#ifndef THROUGHGATE_STORAGE_READ_CHECKS_H_
#define THROUGHGATE_STORAGE_READ_CHECKS_H_

#include <string_view>

#include "absl/status/status.h"
#include "storage/store.h"

namespace throughgate::storage {

// The revisions that a store can be read at, both ends included.
struct History {
  Revision oldest = 0;
  Revision latest = 0;
};

// Errors  kInvalidArgument  the key, or prefix of a key, holds a zero byte.
absl::Status CheckKey(std::string_view key);

// Errors  kInvalidArgument  the limit is out of range, or a key holds a zero byte.
absl::Status CheckPage(std::string_view prefix, const PageRequest& request);

// Errors  kOutOfRange       `revision` is older than `history`.
//         kInvalidArgument  `revision` is newer than `history`.
absl::Status CheckRevision(Revision revision, const History& history);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_READ_CHECKS_H_
