// The only place that turns RocksDB's statuses into ours.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_STATUS_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_STATUS_H_

#include <rocksdb/status.h>

#include <string>

#include "absl/status/status.h"

namespace throughgate::storage {

// What `status` means to a caller of the store. The message keeps RocksDB's words, which name
// files and never hold a key or a value.
absl::Status FromRocks(const rocksdb::Status& status);

// The same for opening the store in `path`, in words for whoever starts the server.
//
// Errors  kFailedPrecondition  the store is already open.
//         kPermissionDenied    this user may not write there.
//         as FromRocks         everything else.
absl::Status FromRocksOpen(const std::string& path, const rocksdb::Status& status);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_STATUS_H_
