#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_SPACE_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_SPACE_H_

#include <rocksdb/env.h>

#include <string>

#include "absl/status/status.h"

namespace throughgate::storage {

// Whether the device takes writes again, and as many as opening the store in `path` again needs.
//
// Errors  kUnavailable  it does not; the message says why.
// Cost    writes, syncs and deletes a small file.
// Why     a store that is closed and cannot be opened again serves nobody.
absl::Status CheckSpace(rocksdb::Env& env, const std::string& path);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_SPACE_H_
