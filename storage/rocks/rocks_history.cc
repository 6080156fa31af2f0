#include "storage/rocks/rocks_history.h"

namespace throughgate::storage {

History RocksHistory::Readable() const {
  const std::lock_guard lock(mutex_);
  return history_;
}

void RocksHistory::Extend(Revision latest) {
  const std::lock_guard lock(mutex_);
  history_.latest = latest;
  moved_.notify_all();
}

void RocksHistory::Forget(Revision oldest) {
  const std::lock_guard lock(mutex_);
  history_.oldest = oldest;
}

absl::Status RocksHistory::AwaitCommitAfter(Revision position, absl::Time deadline) {
  std::unique_lock lock(mutex_);
  moved_.wait_until(lock, absl::ToChronoTime(deadline),
                    [&] { return closed_ || history_.latest > position; });
  if (closed_) return absl::CancelledError("the store is closing");
  if (history_.latest == position) return absl::DeadlineExceededError("nothing was committed");
  return absl::OkStatus();
}

void RocksHistory::Close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  moved_.notify_all();
}

}  // namespace throughgate::storage
