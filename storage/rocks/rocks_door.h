// The way to the open database of a store, which may have to be closed and opened again while
// others use it.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_DOOR_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_DOOR_H_

#include <condition_variable>
#include <memory>
#include <mutex>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/rocks/rocks_tables.h"

namespace throughgate::storage {

// Threads   every method may be called from many threads, Reopen and Close from one at a time.
// Lifetime  shared by the store and its watchers, so that a watcher may outlive the store.
// Why       std::mutex, not absl::Mutex: the thread sanitizer cannot see into the distribution's
//           Abseil. The mutex is never held while the device works.
class RocksDoor {
 public:
  explicit RocksDoor(std::unique_ptr<RocksTables> tables) { LetIn(std::move(tables)); }

  // The database, which stays open as long as the caller holds on to it: for the length of one
  // call. Waits while it is being opened again.
  //
  // Errors  kCancelled    the store is closing.
  //         kUnavailable  it could not be opened again.
  absl::StatusOr<std::shared_ptr<const RocksTables>> Enter();

  // Waits until nobody holds the database, closes it, and has the next callers enter what `open`
  // returns. Until then they wait; when it returns an error, they get one.
  absl::Status Reopen(absl::FunctionRef<absl::StatusOr<std::unique_ptr<RocksTables>>()> open);

  // Lets nobody in any more, and returns when nobody holds the database and it is closed.
  void Close();

 private:
  void LetIn(std::unique_ptr<RocksTables> tables);
  void ClearOut();

  std::mutex mutex_;
  std::condition_variable moved_;
  // All below is guarded by mutex_.
  std::shared_ptr<const RocksTables> tables_;  // null while it is closed
  bool open_ = false;                          // until the last holder has closed it
  bool opening_ = false;
  bool closed_ = false;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_DOOR_H_
