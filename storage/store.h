// The seam between everything that keeps records and everything that uses them.
//
// A store is one totally ordered history of commits over string keys. A revision is a position in
// that history. Nothing above this header may assume that it is the only writer: whatever a
// decision rests on goes into the commit as a guard, never into a read beforehand.
//
// Keys are bytes without a zero byte, never empty, and order by their bytes; values are any bytes.
//
// There are no range predicates. What must not change concurrently (a slot's bookings, a
// candidate's calendar) is a record of its own, compared like any other.
#ifndef THROUGHGATE_STORAGE_STORE_H_
#define THROUGHGATE_STORAGE_STORE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace throughgate::storage {

// A position in the total order of commits. 0 is "before the first commit".
using Revision = std::uint64_t;

// The most guards and writes, together, that one commit may carry, on every store.
inline constexpr std::size_t kCommitOperationsMax = 100;
// The most bytes of keys and values, guards included, that one commit may carry: 1 MiB.
inline constexpr std::size_t kCommitBytesMax = std::size_t{1} << 20;
// The most records that one page of List may ask for.
inline constexpr std::size_t kPageRecordsMax = 10'000;
// Reads at a revision superseded less long ago than this always work.
inline constexpr absl::Duration kHistoryMin = absl::Minutes(5);

// One record as a reader sees it. `version` is the revision of the commit that last wrote it.
struct Record {
  std::string key;
  std::string value;
  Revision version = 0;

  bool operator==(const Record&) const = default;
};

// "At the time of the commit, `key` must still be at `version`"; 0 means that it must be absent.
struct Guard {
  std::string key;
  Revision version = 0;
};

// Puts `value` under `key`, or deletes the key when `value` is empty (nullopt).
struct Write {
  std::string key;
  std::optional<std::string> value;
};

struct Transaction {
  std::vector<Guard> guards = {};
  std::vector<Write> writes = {};
};

// One commit as a watcher sees it. Within a change a key appears at most once. A deleted key has
// no value.
struct Change {
  Revision revision = 0;
  std::vector<Write> writes;
};

// A page of a listing: records in ascending byte order of key, all as of `revision`. `next` is
// the key to continue after, empty when the listing is complete.
struct Page {
  std::vector<Record> records;
  std::string next;
  Revision revision = 0;
};

struct PageRequest {
  std::string after = {};    // continue after this key; empty = from the start
  std::size_t limit = 1000;  // 1 … kPageRecordsMax
};

// A position in the feed of changes.
//
// Threads   one thread at a time; several watchers may run side by side.
// Lifetime  may outlive its store: Next then answers kCancelled.
class Watcher {
 public:
  virtual ~Watcher() = default;

  // The next change, waiting for it until `deadline`.
  //
  // Order   every commit after the watcher's start, in revision order, none missing, none twice.
  // Errors  kDeadlineExceeded  nothing was committed in time; call again.
  //         kOutOfRange        compacted: the change is no longer kept. List again, then Watch
  //                            from the listing's revision.
  //         kCancelled         the store is closing or gone.
  //         kDataLoss          stored bytes are damaged.
  virtual absl::StatusOr<Change> Next(absl::Time deadline) = 0;
};

// Threads   every method may be called from many threads.
// Errors    common to all: kInvalidArgument when a key or prefix holds a zero byte, kDataLoss when
//           stored bytes are damaged, kUnavailable when the device refuses (disk full, I/O error).
//           A commit that ended in kUnavailable was applied as a whole or not at all; which of the
//           two, only a read after the next commit that was applied can tell, because the device
//           may fail after it has written.
class Store {
 public:
  virtual ~Store() = default;

  // Random, made when the store was created, never reused: tokens name it, so that a revision of
  // another database is recognised instead of misread. 16 lower-case hex digits.
  virtual std::string_view id() const = 0;

  // The newest revision that is durable and readable.
  virtual Revision latest() const = 0;

  // The record under `key` as of `revision` (0 = latest), or nullopt if it did not exist then.
  //
  // Errors  kOutOfRange       `revision` is older than the history kept ("compacted to N").
  //         kInvalidArgument  `revision` is newer than latest().
  virtual absl::StatusOr<std::optional<Record>> Get(std::string_view key,
                                                    Revision revision = 0) const = 0;

  // The records whose key starts with `prefix`, as of `revision` (0 = latest; the page says which
  // that was, so that the next page can ask for the same).
  //
  // Errors  as Get; kInvalidArgument also when `request.limit` is out of range.
  virtual absl::StatusOr<Page> List(std::string_view prefix, const PageRequest& request,
                                    Revision revision = 0) const = 0;

  // Applies all writes at one new revision if every guard holds, else none. On return the commit
  // is durable and visible to every later read.
  //
  // Errors  kAborted          a guard does not hold; the message names the key. Read again.
  //         kInvalidArgument  more than kCommitOperationsMax operations, kCommitBytesMax bytes,
  //                           no write, an empty key, or a key written or guarded twice.
  virtual absl::StatusOr<Revision> Commit(const Transaction& transaction) = 0;

  // A feed of every commit after revision `after`.
  //
  // Errors  kOutOfRange       `after` is older than the history kept.
  //         kInvalidArgument  `after` is newer than latest().
  virtual absl::StatusOr<std::unique_ptr<Watcher>> Watch(Revision after) = 0;

  // Forgets history that was superseded before `horizon`, by the store's own clock, and never
  // history younger than kHistoryMin. Current records are never touched. Does a bounded amount of
  // work and returns true when there is more to do.
  virtual absl::StatusOr<bool> Compact(absl::Time horizon) = 0;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_STORE_H_
