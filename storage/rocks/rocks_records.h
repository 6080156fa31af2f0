// Reading the records and the log of a RocksDB store.
#ifndef THROUGHGATE_STORAGE_ROCKS_ROCKS_RECORDS_H_
#define THROUGHGATE_STORAGE_ROCKS_ROCKS_RECORDS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_tables.h"
#include "storage/store.h"

namespace throughgate::storage {

// The records that existed as of one revision, with their encoded keys in [begin, end).
//
//   RecordCursor cursor(tables, {.begin = FirstVersion(key), .end = EndOfVersions(key), .at = 7});
//   for (; cursor.Valid(); cursor.Next()) Use(cursor.record());
//   if (!cursor.status().ok()) return cursor.status();
//
// Order     ascending keys.
// Threads   one.
// Lifetime  sees the database as it was at construction, and keeps that from being cleaned up:
//           for the length of one call.
// Cost      a seek for the first record; a step for each next one, or a seek if its key has older
//           versions.
class RecordCursor {
 public:
  struct Range {
    std::string begin;
    std::string end;  // empty: to the last key
    Revision at = 0;
  };
  RecordCursor(const RocksTables& tables, Range range);
  RecordCursor(const RecordCursor&) = delete;  // RocksDB holds on to `end_`
  RecordCursor& operator=(const RecordCursor&) = delete;

  bool Valid() const { return record_.has_value(); }
  const Record& record() const { return *record_; }
  void Next();
  absl::Status status() const { return status_; }

 private:
  void Settle();
  void LeaveKey(const std::string& key);

  const Range range_;
  const rocksdb::Slice end_;
  std::unique_ptr<rocksdb::Iterator> versions_;
  std::optional<Record> record_;
  absl::Status status_;
};

// Store::Get and Store::List at a revision that is known to be readable.
//
// Errors  kDataLoss, kUnavailable.
absl::StatusOr<std::optional<Record>> ReadRecord(const RocksTables& tables, std::string_view key,
                                                 Revision at);
absl::StatusOr<Page> ReadPage(const RocksTables& tables, std::string_view prefix,
                              const PageRequest& request, Revision at);

// The commit at `revision`, which is known to be in the log.
//
// Errors  kDataLoss, kUnavailable.
absl::StatusOr<LogEntry> ReadLogEntry(const RocksTables& tables, Revision revision);
absl::StatusOr<Change> ReadChange(const RocksTables& tables, Revision revision);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_ROCKS_ROCKS_RECORDS_H_
