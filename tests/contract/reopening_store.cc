#include "tests/contract/reopening_store.h"

#include <string>
#include <utility>

namespace throughgate::storage {
namespace {

class ReopeningStore : public Store {
 public:
  explicit ReopeningStore(std::function<std::unique_ptr<Store>()> open)
      : open_(std::move(open)), store_(open_()), id_(store_->id()) {}

  std::string_view id() const override {
    id_ = store_->id();
    Reopen();
    return id_;
  }
  Revision latest() const override { return Then(store_->latest()); }
  absl::StatusOr<std::optional<Record>> Get(std::string_view key,
                                            Revision revision) const override {
    return Then(store_->Get(key, revision));
  }
  absl::StatusOr<Page> List(std::string_view prefix, const PageRequest& request,
                            Revision revision) const override {
    return Then(store_->List(prefix, request, revision));
  }
  absl::StatusOr<Revision> Commit(const Transaction& transaction) override {
    return Then(store_->Commit(transaction));
  }
  absl::StatusOr<std::unique_ptr<Watcher>> Watch(Revision after) override;
  absl::StatusOr<bool> Compact(absl::Time horizon) override {
    return Then(store_->Compact(horizon));
  }

  absl::StatusOr<Change> NextAfter(Revision position, absl::Time deadline) {
    auto watcher = store_->Watch(position);
    if (!watcher.ok()) return watcher.status();
    return Then((*watcher)->Next(deadline));
  }

 private:
  void Reopen() const {
    store_.reset();
    store_ = open_();
  }

  template <typename Result>
  Result Then(Result result) const {
    Reopen();
    return result;
  }

  const std::function<std::unique_ptr<Store>()> open_;
  mutable std::unique_ptr<Store> store_;
  mutable std::string id_;
};

class ReopeningWatcher : public Watcher {
 public:
  ReopeningWatcher(ReopeningStore& store, Revision after) : store_(store), position_(after) {}

  absl::StatusOr<Change> Next(absl::Time deadline) override {
    absl::StatusOr<Change> change = store_.NextAfter(position_, deadline);
    if (change.ok()) position_ = change->revision;
    return change;
  }

 private:
  ReopeningStore& store_;
  Revision position_;
};

absl::StatusOr<std::unique_ptr<Watcher>> ReopeningStore::Watch(Revision after) {
  const auto watcher = store_->Watch(after);
  if (!watcher.ok()) return Then(watcher.status());
  return std::make_unique<ReopeningWatcher>(*this, after);
}

}  // namespace

std::unique_ptr<Store> MakeReopeningStore(std::function<std::unique_ptr<Store>()> open) {
  return std::make_unique<ReopeningStore>(std::move(open));
}

}  // namespace throughgate::storage
