#include "services/import/pending_store.h"

#include <limits>
#include <utility>

#include "absl/strings/string_view.h"

namespace throughgate::services {
namespace {

constexpr storage::Revision kPendingVersion = std::numeric_limits<storage::Revision>::max();

}  // namespace

void PendingStore::Add(const storage::Transaction& transaction) {
  for (const storage::Write& write : transaction.writes) {
    const auto [found, fresh] = pending_.try_emplace(write.key);
    storage::Record& record = found->second;
    if (fresh) {
      record = {.key = write.key, .value = {}, .version = kPendingVersion};
      pending_bytes_ += record.key.size();
    }
    pending_bytes_ += write.value->size() - record.value.size();
    record.value = *write.value;
  }
}

void PendingStore::Committed(storage::Revision revision) {
  for (auto& [key, record] : pending_) {
    record.version = revision;
    read_[key] = std::move(record);
  }
  Drop();
}

void PendingStore::Drop() {
  pending_.clear();
  pending_bytes_ = 0;
}

absl::StatusOr<std::optional<storage::Record>> PendingStore::Get(std::string_view key,
                                                                 storage::Revision revision) const {
  if (revision != 0) return base_.Get(key, revision);
  const absl::string_view lookup(key.data(), key.size());
  if (const auto found = pending_.find(lookup); found != pending_.end()) return found->second;
  if (const auto found = read_.find(lookup); found != read_.end()) return found->second;
  absl::StatusOr<std::optional<storage::Record>> record = base_.Get(key);
  if (record.ok()) read_.emplace(key, *record);
  return record;
}

}  // namespace throughgate::services
