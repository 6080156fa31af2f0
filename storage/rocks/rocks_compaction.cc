#include "storage/rocks/rocks_compaction.h"

#include <string>

#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_records.h"
#include "storage/rocks/rocks_status.h"

namespace throughgate::storage {
namespace {

// Where a plan stops taking further commits.
constexpr std::size_t kKeysMax = 1000;

// Forgets what the commit at `revision` superseded under `key`. All earlier commits are forgotten
// already, or in this batch, so at most one older value is left.
absl::Status ForgetSuperseded(const RocksTables& tables, const std::string& key, Revision revision,
                              rocksdb::WriteBatch& batch) {
  const auto superseded = ReadRecord(tables, key, revision - 1);
  if (!superseded.ok()) return superseded.status();
  if (*superseded) {
    batch.Delete(tables.records.get(), EncodeKeyVersion({key, (*superseded)->version}));
  }
  const auto current = ReadRecord(tables, key, revision);
  if (!current.ok()) return current.status();
  if (!*current) batch.Delete(tables.records.get(), EncodeKeyVersion({key, revision}));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Compaction> PlanCompaction(const RocksTables& tables, const History& history,
                                          absl::Time horizon) {
  Compaction plan;
  plan.oldest = history.oldest;
  std::size_t keys = 0;
  while (plan.oldest < history.latest) {
    const Revision next = plan.oldest + 1;
    const absl::StatusOr<LogEntry> entry = ReadLogEntry(tables, next);
    if (!entry.ok()) return entry.status();
    if (entry->committed >= horizon) break;
    if (keys >= kKeysMax) {
      plan.more = true;
      break;
    }
    for (const std::string& key : entry->keys) {
      absl::Status status = ForgetSuperseded(tables, key, next, plan.batch);
      if (!status.ok()) return status;
    }
    keys += entry->keys.size();
    plan.batch.Delete(tables.log.get(), EncodeRevision(next));
    plan.oldest = next;
  }
  plan.batch.Put(tables.meta.get(), kMetaOldest, EncodeRevision(plan.oldest));
  return plan;
}

}  // namespace throughgate::storage
