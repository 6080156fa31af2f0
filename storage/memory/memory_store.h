// The reference store: every other store must answer exactly as this one does.
#ifndef THROUGHGATE_STORAGE_MEMORY_MEMORY_STORE_H_
#define THROUGHGATE_STORAGE_MEMORY_MEMORY_STORE_H_

#include <functional>
#include <memory>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "storage/store.h"

namespace throughgate::storage {

struct MemoryStoreOptions {
  std::function<absl::Time()> clock = absl::Now;  // when a commit happened, and Compact's "now"
};

// An empty store that is gone when it is destroyed.
//
// Cost  everything under one mutex; List walks every key between its bounds, deleted ones included.
// Why   obviously correct before fast: it is the model that the other stores are compared with,
//       and what tests use where a store is needed.
std::unique_ptr<Store> MakeMemoryStore(MemoryStoreOptions options = {});

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_MEMORY_MEMORY_STORE_H_
