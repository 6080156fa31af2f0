// What readers may see of a RocksDB store at this moment, and where watchers wait for more.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_HISTORY_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_HISTORY_H_

#include <condition_variable>
#include <mutex>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "storage/read_checks.h"
#include "storage/store.h"

namespace throughgate::storage {

// Threads   every method may be called from many threads.
// Lifetime  shared by the store and its watchers, so that a watcher may outlive the store.
// Why       std::mutex, not absl::Mutex: the thread sanitizer cannot see into the distribution's
//           Abseil. The mutex is never held while the device works.
class RocksHistory {
 public:
  explicit RocksHistory(History history) : history_(history) {}

  // The revisions that may be read now.
  History Readable() const;

  // A commit is durable: readers may see it from now on.
  void Extend(Revision latest);

  // Older revisions are about to be deleted. Comes before the deletion, so that a reader who still
  // finds its revision readable after reading has read all of it.
  void Forget(Revision oldest);

  // Waits until there is a commit after `position`.
  //
  // Errors  kDeadlineExceeded, kCancelled  as Watcher::Next.
  absl::Status AwaitCommitAfter(Revision position, absl::Time deadline);

  // Cancels every wait, now and from now on.
  void Close();

 private:
  mutable std::mutex mutex_;
  std::condition_variable moved_;
  History history_;      // guarded by mutex_
  bool closed_ = false;  // guarded by mutex_
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_HISTORY_H_
