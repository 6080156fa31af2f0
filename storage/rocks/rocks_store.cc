#include "storage/rocks/rocks_store.h"

#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/read_checks.h"
#include "storage/rocks/rocks_compaction.h"
#include "storage/rocks/rocks_door.h"
#include "storage/rocks/rocks_history.h"
#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_options.h"
#include "storage/rocks/rocks_records.h"
#include "storage/rocks/rocks_space.h"
#include "storage/rocks/rocks_status.h"
#include "storage/rocks/rocks_tables.h"
#include "storage/rocks/rocks_watcher.h"
#include "storage/transaction.h"

namespace throughgate::storage {
namespace {

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

class RocksStore : public Store {
 public:
  RocksStore(RocksPlace place, std::unique_ptr<RocksTables> tables, std::string id, History history,
             RocksStoreOptions options)
      : place_(std::move(place)),
        id_(std::move(id)),
        clock_(std::move(options.clock)),
        report_(std::move(options.report)),
        history_(std::make_shared<RocksHistory>(history)),
        door_(std::make_shared<RocksDoor>(std::move(tables))) {}

  ~RocksStore() override {
    history_->Close();
    MarkClean();
    door_->Close();
  }

  std::string_view id() const override { return id_; }

  Revision latest() const override { return history_->Readable().latest; }

  absl::StatusOr<std::optional<Record>> Get(std::string_view key,
                                            Revision revision) const override {
    if (absl::Status status = CheckKey(key); !status.ok()) return status;
    return ReadAt(revision, [&](const RocksTables& tables, Revision at) {
      return ReadRecord(tables, key, at);
    });
  }

  absl::StatusOr<Page> List(std::string_view prefix, const PageRequest& request,
                            Revision revision) const override {
    if (absl::Status status = CheckPage(prefix, request); !status.ok()) return status;
    return ReadAt(revision, [&](const RocksTables& tables, Revision at) {
      return ReadPage(tables, prefix, request, at);
    });
  }

  absl::StatusOr<Revision> Commit(const Transaction& transaction) override {
    if (absl::Status status = CheckTransaction(transaction); !status.ok()) return status;
    const std::lock_guard lock(write_mutex_);
    const absl::StatusOr<std::shared_ptr<const RocksTables>> tables = EnterToWrite();
    if (!tables.ok()) return tables.status();
    const Revision latest = history_->Readable().latest;
    absl::Status status = CheckGuards(**tables, transaction.guards, latest);
    if (!status.ok()) return status;
    const Revision revision = latest + 1;
    rocksdb::WriteBatch batch = BatchOf(**tables, transaction.writes, revision);
    if (status = Apply(**tables, batch); !status.ok()) return status;
    history_->Extend(revision);
    return revision;
  }

  absl::StatusOr<std::unique_ptr<Watcher>> Watch(Revision after) override {
    absl::Status status = CheckRevision(after, history_->Readable());
    if (!status.ok()) return status;
    return std::make_unique<RocksWatcher>(history_, door_, after);
  }

  absl::StatusOr<bool> Compact(absl::Time horizon) override {
    const std::lock_guard lock(write_mutex_);
    const absl::StatusOr<std::shared_ptr<const RocksTables>> tables = EnterToWrite();
    if (!tables.ok()) return tables.status();
    const History history = history_->Readable();
    absl::StatusOr<Compaction> plan =
        PlanCompaction(**tables, history, std::min(horizon, clock_() - kHistoryMin));
    if (!plan.ok()) return plan.status();
    if (plan->oldest == history.oldest) return false;
    history_->Forget(plan->oldest);
    if (absl::Status status = Apply(**tables, plan->batch); !status.ok()) return status;
    return plan->more;
  }

 private:
  // Runs `read` at `revision` (0 = latest), unless that cannot be read.
  template <typename Read>
  std::invoke_result_t<Read, const RocksTables&, Revision> ReadAt(Revision revision,
                                                                  const Read& read) const {
    const History history = history_->Readable();
    const Revision at = revision == 0 ? history.latest : revision;
    if (absl::Status status = CheckRevision(at, history); !status.ok()) return status;
    const absl::StatusOr<std::shared_ptr<const RocksTables>> tables = door_->Enter();
    if (!tables.ok()) return tables.status();
    auto result = read(**tables, at);
    // Again, because compaction may have overtaken the reading.
    if (absl::Status status = CheckRevision(at, history_->Readable()); !status.ok()) return status;
    return result;
  }

  absl::Status CheckGuards(const RocksTables& tables, const std::vector<Guard>& guards,
                           Revision latest) const {
    for (const Guard& guard : guards) {
      const auto record = ReadRecord(tables, guard.key, latest);
      if (!record.ok()) return record.status();
      if ((*record ? (*record)->version : 0) != guard.version) {
        return absl::AbortedError(absl::StrCat(guard.key, " has changed"));
      }
    }
    return absl::OkStatus();
  }

  rocksdb::WriteBatch BatchOf(const RocksTables& tables, const std::vector<Write>& writes,
                              Revision revision) const {
    rocksdb::WriteBatch batch;
    LogEntry entry{.committed = clock_(), .keys = {}};
    for (const Write& write : writes) {
      batch.Put(tables.records.get(), EncodeKeyVersion({write.key, revision}),
                EncodeValue(write.value));
      entry.keys.push_back(write.key);
    }
    batch.Put(tables.log.get(), EncodeRevision(revision), EncodeLogEntry(entry));
    return batch;
  }

  // The next three with write_mutex_ held.

  // The only write while the store is open. After a failure nobody knows what is on the device,
  // perhaps all of the batch: its revision must not be given to another commit before the device
  // has been read again.
  absl::Status Apply(const RocksTables& tables, rocksdb::WriteBatch& batch) {
    failure_ = FromRocks(tables.db->Write(RocksWriteOptions(), &batch));
    if (failure_.ok()) return failure_;
    report_(absl::StrCat("the store takes no more writes, reads go on: ", failure_.message()));
    return failure_;
  }

  // The tables, once the device takes writes.
  absl::StatusOr<std::shared_ptr<const RocksTables>> EnterToWrite() {
    if (failure_.ok()) return door_->Enter();
    // What is damaged is not mended by opening it again.
    if (!absl::IsUnavailable(failure_)) return failure_;
    absl::Status status = CheckSpace(*place_.env, place_.path);
    if (status.ok()) status = Recover();
    if (status.ok()) return door_->Enter();
    return absl::Status(status.code(),
                        absl::StrCat("no writes since one failed: ", failure_.message(),
                                     "; and still: ", status.message()));
  }

  // Opens the files again and finds out what is in them.
  absl::Status Recover() {
    History found;
    absl::Status writable;
    const auto open = [&]() -> absl::StatusOr<std::unique_ptr<RocksTables>> {
      auto tables = OpenTables(place_);
      const absl::StatusOr<History> read =
          tables.ok() ? ReadHistory(**tables) : absl::StatusOr<History>(tables.status());
      writable = read.status();
      if (read.ok()) found = *read;
      if (read.ok() && found.latest < history_->Readable().latest) {
        writable = absl::DataLossError(absl::StrCat("commits behind ", found.latest, " are gone"));
      }
      if (writable.ok()) return tables;
      // Nobody is served what is damaged.
      if (absl::IsDataLoss(writable)) return writable;
      tables = writable;
      return OpenTablesReadOnly(place_);
    };
    door_->Reopen(open).IgnoreError();  // whoever enters is told
    if (writable.ok() || absl::IsDataLoss(writable)) failure_ = writable;
    if (!writable.ok()) return writable;
    history_->Extend(found.latest);
    report_(absl::StrCat("the store takes writes again, after revision ", found.latest));
    return absl::OkStatus();
  }

  // Without the marker the next start verifies every file: the right answer to a failure.
  void MarkClean() {
    const std::lock_guard lock(write_mutex_);
    const auto tables = door_->Enter();
    if (!failure_.ok() || !tables.ok()) return;
    (*tables)
        ->db->Put(RocksWriteOptions(), (*tables)->meta.get(), kMetaClean, "")
        .PermitUncheckedError();
  }

  const RocksPlace place_;
  const std::string id_;
  const std::function<absl::Time()> clock_;
  const std::function<void(const std::string&)> report_;
  const std::shared_ptr<RocksHistory> history_;
  const std::shared_ptr<RocksDoor> door_;

  std::mutex write_mutex_;  // one writer at a time: from looking at its guards to being durable
  absl::Status failure_;    // of the write that failed, until it is made good; guarded by it
};

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
  RocksPlace place{.path = path, .cache_bytes = options.cache_bytes};
  if (options.env != nullptr) place.env = options.env;
  absl::StatusOr<std::unique_ptr<RocksTables>> tables = OpenTables(place);
  if (!tables.ok()) return tables.status();
  absl::Status status = LeaveCleanState(**tables, options.verify_after_unclean_stop);
  if (!status.ok()) return status;
  const auto id = ReadKey(**tables, *(*tables)->meta, kMetaId);
  if (!id.ok()) return id.status();
  const absl::StatusOr<History> history = ReadHistory(**tables);
  if (!history.ok()) return history.status();
  return std::make_unique<RocksStore>(std::move(place), *std::move(tables), id->value_or(""),
                                      *history, std::move(options));
}

absl::Status VerifyRocksStore(const std::string& path) {
  const absl::StatusOr<std::unique_ptr<RocksTables>> tables = OpenTablesReadOnly({.path = path});
  return tables.ok() ? VerifyTables(**tables) : tables.status();
}

}  // namespace throughgate::storage
