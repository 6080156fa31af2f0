// A store as it will be once what is pending has been committed.
#ifndef THROUGHGATE_SERVICES_IMPORT_PENDING_STORE_H_
#define THROUGHGATE_SERVICES_IMPORT_PENDING_STORE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "storage/store.h"

namespace throughgate::services {

// Rows that share a commit are decided one after the other, each on what those before it will have
// written, and each record is read from the store once.
//
// A pending record has a version that no stored record has. Guards of it are for nothing: the edit
// that made it pending has guarded the version that it was found at, and the first guard counts.
//
// Threads   one at a time.
// Lifetime  `base` must outlive it.
class PendingStore : public storage::Store {
 public:
  explicit PendingStore(storage::Store& base) : base_(base) {}

  // Makes the writes of `transaction`, which deletes nothing, pending.
  void Add(const storage::Transaction& transaction);
  // All that was pending is in the store, as of `revision`.
  void Committed(storage::Revision revision);
  // Nothing is pending.
  void Drop();
  // Forgets what was read, so that it is read again.
  void Forget() { read_.clear(); }

  std::size_t pending_bytes() const { return pending_bytes_; }

  // With what is pending at `revision` 0; everything else is as the store itself has it.
  absl::StatusOr<std::optional<storage::Record>> Get(std::string_view key,
                                                     storage::Revision revision) const override;
  std::string_view id() const override { return base_.id(); }
  storage::Revision latest() const override { return base_.latest(); }
  absl::StatusOr<storage::Page> List(std::string_view prefix, const storage::PageRequest& request,
                                     storage::Revision revision) const override {
    return base_.List(prefix, request, revision);
  }
  absl::StatusOr<storage::Revision> Commit(const storage::Transaction& transaction) override {
    return base_.Commit(transaction);
  }
  absl::StatusOr<std::unique_ptr<storage::Watcher>> Watch(storage::Revision after) override {
    return base_.Watch(after);
  }
  absl::StatusOr<bool> Compact(absl::Time horizon) override { return base_.Compact(horizon); }

 private:
  storage::Store& base_;
  absl::flat_hash_map<std::string, storage::Record> pending_;
  std::size_t pending_bytes_ = 0;
  mutable absl::flat_hash_map<std::string, std::optional<storage::Record>> read_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_PENDING_STORE_H_
