// A store that fails when it is told to.
#ifndef THROUGHGATE_TESTS_SERVICE_FAULTY_STORE_H_
#define THROUGHGATE_TESTS_SERVICE_FAULTY_STORE_H_

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "storage/store.h"

namespace throughgate {

// Threads  faults are set while no other call is under way.
class FaultyStore final : public storage::Store {
 public:
  explicit FaultyStore(std::unique_ptr<storage::Store> base) : base_(std::move(base)) {}

  storage::Store& base() { return *base_; }

  // Asked before each commit and each read; anything but ok is the answer.
  std::function<absl::Status()> before_commit;
  std::function<absl::Status()> before_get;
  // Asked after each commit that was made.
  std::function<absl::Status()> after_commit;
  // What watchers and listings say as long as it is not ok. May be set at any time.
  std::atomic<absl::StatusCode> watch_fault = absl::StatusCode::kOk;
  std::atomic<absl::StatusCode> list_fault = absl::StatusCode::kOk;

  std::string_view id() const override { return base_->id(); }
  storage::Revision latest() const override { return base_->latest(); }
  absl::StatusOr<std::optional<storage::Record>> Get(std::string_view key,
                                                     storage::Revision revision) const override {
    if (const absl::Status status = Ask(before_get); !status.ok()) return status;
    return base_->Get(key, revision);
  }
  absl::StatusOr<storage::Page> List(std::string_view prefix, const storage::PageRequest& request,
                                     storage::Revision revision) const override {
    if (const absl::Status status = Refusal(list_fault); !status.ok()) return status;
    return base_->List(prefix, request, revision);
  }
  absl::StatusOr<storage::Revision> Commit(const storage::Transaction& transaction) override {
    if (const absl::Status status = Ask(before_commit); !status.ok()) return status;
    auto revision = base_->Commit(transaction);
    if (const absl::Status status = Ask(after_commit); !status.ok()) return status;
    return revision;
  }
  absl::StatusOr<std::unique_ptr<storage::Watcher>> Watch(storage::Revision after) override {
    auto watcher = base_->Watch(after);
    if (!watcher.ok()) return watcher;
    return std::make_unique<FaultyWatcher>(*std::move(watcher), watch_fault);
  }
  absl::StatusOr<bool> Compact(absl::Time horizon) override { return base_->Compact(horizon); }

 private:
  static absl::Status Refusal(absl::StatusCode fault) {
    return absl::Status(fault, "the device refuses");
  }

  // Loses no change to a fault.
  class FaultyWatcher final : public storage::Watcher {
   public:
    FaultyWatcher(std::unique_ptr<storage::Watcher> base,
                  const std::atomic<absl::StatusCode>& fault)
        : base_(std::move(base)), fault_(fault) {}
    absl::StatusOr<storage::Change> Next(absl::Time deadline) override {
      if (!taken_) {
        absl::StatusOr<storage::Change> change = base_->Next(deadline);
        if (!change.ok() && fault_ == absl::StatusCode::kOk) return change;
        if (change.ok()) taken_ = *std::move(change);
      }
      if (const absl::Status status = Refusal(fault_); !status.ok()) return status;
      return *std::exchange(taken_, std::nullopt);
    }

   private:
    const std::unique_ptr<storage::Watcher> base_;
    const std::atomic<absl::StatusCode>& fault_;
    std::optional<storage::Change> taken_;
  };

  static absl::Status Ask(const std::function<absl::Status()>& fault) {
    // A copy, because a fault may clear itself.
    const std::function<absl::Status()> asked = fault;
    return asked ? asked() : absl::OkStatus();
  }

  const std::unique_ptr<storage::Store> base_;
};

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SERVICE_FAULTY_STORE_H_
