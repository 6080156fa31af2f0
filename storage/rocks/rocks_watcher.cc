#include "storage/rocks/rocks_watcher.h"

#include "storage/rocks/rocks_records.h"

namespace throughgate::storage {

absl::StatusOr<Change> RocksWatcher::Next(absl::Time deadline) {
  absl::Status status = history_->AwaitCommitAfter(position_, deadline);
  if (!status.ok()) return status;
  const auto tables = door_->Enter();
  if (!tables.ok()) return tables.status();
  absl::StatusOr<Change> change = ReadChange(**tables, position_ + 1);
  // What is missing because it was compacted meanwhile is not damage.
  status = CheckRevision(position_, history_->Readable());
  if (!status.ok()) return status;
  if (change.ok()) ++position_;
  return change;
}

}  // namespace throughgate::storage
