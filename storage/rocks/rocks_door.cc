#include "storage/rocks/rocks_door.h"

#include <utility>

namespace throughgate::storage {

absl::StatusOr<std::shared_ptr<const RocksTables>> RocksDoor::Enter() {
  std::unique_lock lock(mutex_);
  moved_.wait(lock, [this] { return !opening_; });
  if (closed_) return absl::CancelledError("the store is closing");
  if (tables_ == nullptr) return absl::UnavailableError("the store could not be opened again");
  return tables_;
}

absl::Status RocksDoor::Reopen(
    absl::FunctionRef<absl::StatusOr<std::unique_ptr<RocksTables>>()> open) {
  {
    const std::lock_guard lock(mutex_);
    opening_ = true;
  }
  ClearOut();
  absl::StatusOr<std::unique_ptr<RocksTables>> tables = open();
  if (tables.ok()) LetIn(*std::move(tables));
  const std::lock_guard lock(mutex_);
  opening_ = false;
  moved_.notify_all();
  return tables.status();
}

void RocksDoor::Close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  ClearOut();
}

void RocksDoor::LetIn(std::unique_ptr<RocksTables> tables) {
  const std::lock_guard lock(mutex_);
  open_ = true;
  tables_ = std::shared_ptr<const RocksTables>(tables.release(), [this](const RocksTables* last) {
    delete last;
    const std::lock_guard lock(mutex_);
    open_ = false;
    moved_.notify_all();
  });
}

void RocksDoor::ClearOut() {
  std::shared_ptr<const RocksTables> leaving;
  std::unique_lock lock(mutex_);
  leaving.swap(tables_);
  lock.unlock();
  leaving.reset();  // may be the last hold, which closes the database
  lock.lock();
  moved_.wait(lock, [this] { return !open_; });
}

}  // namespace throughgate::storage
