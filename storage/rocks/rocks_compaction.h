// What Store::Compact forgets of a RocksDB store.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_COMPACTION_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_COMPACTION_H_

#include <rocksdb/write_batch.h>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "storage/read_checks.h"
#include "storage/rocks/rocks_tables.h"
#include "storage/store.h"

namespace throughgate::storage {

struct Compaction {
  rocksdb::WriteBatch batch;  // deletes what is forgotten and moves the horizon
  Revision oldest = 0;        // the oldest revision that is readable after it
  bool more = false;          // another call would forget more
};

// Plans to forget the commits of `history` made before `horizon`, oldest first: their entries in
// the log, the values that they superseded and the deletions that they recorded.
//
// Errors  kDataLoss, kUnavailable.
// Cost    bounded: about 1,000 keys, two look-ups each.
absl::StatusOr<Compaction> PlanCompaction(const RocksTables& tables, const History& history,
                                          absl::Time horizon);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_COMPACTION_H_
