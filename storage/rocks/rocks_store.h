// The durable store of one server: records, their history and the feed, in one RocksDB directory.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_STORE_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_STORE_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "storage/store.h"

namespace rocksdb {
class Env;
}

namespace throughgate::storage {

struct RocksStoreOptions {
  std::function<absl::Time()> clock = absl::Now;  // when a commit happened, and Compact's "now"
  std::size_t cache_bytes = std::size_t{256} << 20;
  // Whether a start after a kill or a power cut verifies every file first.
  bool verify_after_unclean_stop = true;
  // Told, in one line, when the store stops to take writes and when it takes them again.
  std::function<void(const std::string&)> report = [](const std::string&) {};
  rocksdb::Env* env = nullptr;  // the files and their faults; nullptr: those of this machine
};

// Opens the store in the directory `path`, after creating it if there is none; its parent must
// exist.
//
// A commit fails with kUnavailable when the device refuses: the disk is full, or broken. Reads go
// on. The next commit first looks whether the device takes writes again. If it does, the store
// closes its files and opens them again, as after a kill, because only reading the device again
// tells whether the commit that failed is on it; reads wait for that as long as a start without
// verification takes. If it does not, that commit fails too, and the one after it looks again.
//
// Errors    kNotFound            the parent directory is missing.
//           kPermissionDenied    this user may not write there.
//           kFailedPrecondition  another process has it open, it is not a Throughgate store, or a
//                                newer program wrote it.
//           kDataLoss            stored bytes are damaged; the message names the file (or the
//                                manifest that lists it, when it is too damaged to be opened).
// Lifetime  destroying the store cancels its watchers' waits and waits for calls of Next to end;
//           no other call may be under way.
// Cost      Get a seek; List a seek and a step per record; Commit a seek per guard and one synced
//           write, one commit at a time; Compact the same for about 1,000 keys. Opening replays at
//           most 32 MiB of log, and after an unclean stop reads every file twice: about a second
//           per GB that the page cache holds.
// Why       RocksDB's own recovery knows nothing of revisions: it drops a commit that failed, or
//           brings it back after the next kill, when its revision is another's. Opening again is
//           what the tests of kills have tried a thousand times.
//           Own versions of each record, as in etcd, instead of RocksDB's snapshots: those are not
//           revisions, do not survive a restart, and pin what was deleted while they are held.
absl::StatusOr<std::unique_ptr<Store>> OpenRocksStore(const std::string& path,
                                                      RocksStoreOptions options = {});

// Verifies every table file of the store in `path`, without changing anything. No process may have
// it open.
//
// Errors  as OpenRocksStore.
// Cost    reads every file twice.
absl::Status VerifyRocksStore(const std::string& path);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_STORE_H_
