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

namespace throughgate::storage {

struct RocksStoreOptions {
  std::function<absl::Time()> clock = absl::Now;  // when a commit happened, and Compact's "now"
  std::size_t cache_bytes = std::size_t{256} << 20;
  // Whether a start after a kill or a power cut verifies every file first.
  bool verify_after_unclean_stop = true;
};

// Opens the store in the directory `path`, after creating it if there is none; its parent must
// exist. When a commit fails because the device refuses, the store takes no more (kUnavailable)
// until it is opened again, because only reading the device again tells what is on it; reads go on.
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
//           most 128 MiB of log, and after an unclean stop reads every file twice: about a second
//           per GB that the page cache holds.
// Why       own versions of each record, as in etcd, instead of RocksDB's snapshots: those are not
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
