#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_WATCHER_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_WATCHER_H_

#include <memory>
#include <utility>

#include "storage/rocks/rocks_door.h"
#include "storage/rocks/rocks_history.h"
#include "storage/store.h"

namespace throughgate::storage {

// Reads the log from its position on: a watcher keeps nothing in memory, however far it is behind.
class RocksWatcher : public Watcher {
 public:
  RocksWatcher(std::shared_ptr<RocksHistory> history, std::shared_ptr<RocksDoor> door,
               Revision after)
      : history_(std::move(history)), door_(std::move(door)), position_(after) {}

  absl::StatusOr<Change> Next(absl::Time deadline) override;

 private:
  const std::shared_ptr<RocksHistory> history_;
  const std::shared_ptr<RocksDoor> door_;
  Revision position_;  // the last revision that was handed out
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_WATCHER_H_
