#include "storage/rocks/rocks_store.h"

#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/read_checks.h"
#include "storage/rocks/rocks_compaction.h"
#include "storage/rocks/rocks_history.h"
#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_options.h"
#include "storage/rocks/rocks_records.h"
#include "storage/rocks/rocks_status.h"
#include "storage/rocks/rocks_tables.h"
#include "storage/rocks/rocks_watcher.h"
#include "storage/transaction.h"

namespace throughgate::storage {
namespace {

class RocksStore : public Store {
 public:
  RocksStore(std::unique_ptr<RocksTables> tables, std::string id, History history,
             std::function<absl::Time()> clock)
      : tables_(std::move(tables)),
        id_(std::move(id)),
        clock_(std::move(clock)),
        history_(std::make_shared<RocksHistory>(history)) {}

  ~RocksStore() override {
    history_->Close();
    rocksdb::WriteBatch batch;
    batch.Put(tables_->meta.get(), kMetaClean, "");
    // Without the marker the next start verifies every file: the right answer to a failure.
    const std::lock_guard lock(write_mutex_);
    Apply(batch).IgnoreError();
  }

  std::string_view id() const override { return id_; }

  Revision latest() const override { return history_->Readable().latest; }

  absl::StatusOr<std::optional<Record>> Get(std::string_view key,
                                            Revision revision) const override {
    if (absl::Status status = CheckKey(key); !status.ok()) return status;
    return ReadAt(revision, [&](Revision at) { return ReadRecord(*tables_, key, at); });
  }

  absl::StatusOr<Page> List(std::string_view prefix, const PageRequest& request,
                            Revision revision) const override {
    if (absl::Status status = CheckPage(prefix, request); !status.ok()) return status;
    return ReadAt(revision, [&](Revision at) { return ReadPage(*tables_, prefix, request, at); });
  }

  absl::StatusOr<Revision> Commit(const Transaction& transaction) override {
    if (absl::Status status = CheckTransaction(transaction); !status.ok()) return status;
    const std::lock_guard lock(write_mutex_);
    const Revision latest = history_->Readable().latest;
    if (absl::Status status = CheckGuards(transaction.guards, latest); !status.ok()) return status;
    const Revision revision = latest + 1;
    rocksdb::WriteBatch batch = BatchOf(transaction.writes, revision);
    if (absl::Status status = Apply(batch); !status.ok()) return status;
    history_->Extend(revision);
    return revision;
  }

  absl::StatusOr<std::unique_ptr<Watcher>> Watch(Revision after) override {
    absl::Status status = CheckRevision(after, history_->Readable());
    if (!status.ok()) return status;
    return std::make_unique<RocksWatcher>(history_, *tables_, after);
  }

  absl::StatusOr<bool> Compact(absl::Time horizon) override {
    const std::lock_guard lock(write_mutex_);
    const History history = history_->Readable();
    absl::StatusOr<Compaction> plan =
        PlanCompaction(*tables_, history, std::min(horizon, clock_() - kHistoryMin));
    if (!plan.ok()) return plan.status();
    if (plan->oldest == history.oldest) return false;
    history_->Forget(plan->oldest);
    if (absl::Status status = Apply(plan->batch); !status.ok()) return status;
    return plan->more;
  }

 private:
  // Runs `read` at `revision` (0 = latest), unless that cannot be read.
  template <typename Read>
  std::invoke_result_t<Read, Revision> ReadAt(Revision revision, const Read& read) const {
    const History history = history_->Readable();
    const Revision at = revision == 0 ? history.latest : revision;
    if (absl::Status status = CheckRevision(at, history); !status.ok()) return status;
    auto result = read(at);
    // Again, because compaction may have overtaken the reading.
    if (absl::Status status = CheckRevision(at, history_->Readable()); !status.ok()) return status;
    return result;
  }

  absl::Status CheckGuards(const std::vector<Guard>& guards, Revision latest) const {
    for (const Guard& guard : guards) {
      const auto record = ReadRecord(*tables_, guard.key, latest);
      if (!record.ok()) return record.status();
      if ((*record ? (*record)->version : 0) != guard.version) {
        return absl::AbortedError(absl::StrCat(guard.key, " has changed"));
      }
    }
    return absl::OkStatus();
  }

  rocksdb::WriteBatch BatchOf(const std::vector<Write>& writes, Revision revision) const {
    rocksdb::WriteBatch batch;
    LogEntry entry{.committed = clock_(), .keys = {}};
    for (const Write& write : writes) {
      batch.Put(tables_->records.get(), EncodeKeyVersion({write.key, revision}),
                EncodeValue(write.value));
      entry.keys.push_back(write.key);
    }
    batch.Put(tables_->log.get(), EncodeRevision(revision), EncodeLogEntry(entry));
    return batch;
  }

  // The only write while the store is open; write_mutex_ is held. After a failure nobody knows what
  // is on the device, perhaps all of the batch: its revision must not be given to another commit.
  absl::Status Apply(rocksdb::WriteBatch& batch) {
    if (!failure_.ok()) {
      return absl::UnavailableError(
          absl::StrCat("an earlier write failed, open the store again: ", failure_.message()));
    }
    failure_ = FromRocks(tables_->db->Write(RocksWriteOptions(), &batch));
    return failure_;
  }

  const std::unique_ptr<RocksTables> tables_;
  const std::string id_;
  const std::function<absl::Time()> clock_;
  const std::shared_ptr<RocksHistory> history_;

  std::mutex write_mutex_;  // one writer at a time: from looking at its guards to being durable
  absl::Status failure_;    // of the write that failed, if one did; guarded by write_mutex_
};

// The commits that the log holds are the history.
absl::StatusOr<History> ReadHistory(const RocksTables& tables) {
  const auto bytes = ReadKey(tables, *tables.meta, kMetaOldest);
  if (!bytes.ok()) return bytes.status();
  const absl::StatusOr<Revision> oldest = DecodeRevision(bytes->value_or(""));
  if (!oldest.ok()) return oldest.status();
  const std::unique_ptr<rocksdb::Iterator> log(
      tables.db->NewIterator(rocksdb::ReadOptions(), tables.log.get()));
  log->SeekToLast();
  if (!log->status().ok()) return FromRocks(log->status());
  if (!log->Valid()) return History{.oldest = *oldest, .latest = *oldest};
  const absl::StatusOr<Revision> latest = DecodeRevision(log->key().ToStringView());
  if (!latest.ok()) return latest.status();
  return History{.oldest = *oldest, .latest = *latest};
}

// Verifies the store if it was not closed properly, and marks it as open.
absl::Status LeaveCleanState(const RocksTables& tables, bool verify) {
  const auto clean = ReadKey(tables, *tables.meta, kMetaClean);
  if (!clean.ok()) return clean.status();
  if (!*clean && verify) return VerifyTables(tables);
  return FromRocks(tables.db->Delete(RocksWriteOptions(), tables.meta.get(), kMetaClean));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> OpenRocksStore(const std::string& path,
                                                      RocksStoreOptions options) {
  absl::StatusOr<std::unique_ptr<RocksTables>> tables = OpenTables(path, options.cache_bytes);
  if (!tables.ok()) return tables.status();
  absl::Status status = LeaveCleanState(**tables, options.verify_after_unclean_stop);
  if (!status.ok()) return status;
  const auto id = ReadKey(**tables, *(*tables)->meta, kMetaId);
  if (!id.ok()) return id.status();
  const absl::StatusOr<History> history = ReadHistory(**tables);
  if (!history.ok()) return history.status();
  return std::make_unique<RocksStore>(*std::move(tables), id->value_or(""), *history,
                                      std::move(options.clock));
}

absl::Status VerifyRocksStore(const std::string& path) {
  const absl::StatusOr<std::unique_ptr<RocksTables>> tables = OpenTablesReadOnly(path);
  return tables.ok() ? VerifyTables(**tables) : tables.status();
}

}  // namespace throughgate::storage
