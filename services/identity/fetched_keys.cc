#include "services/identity/fetched_keys.h"

#include <utility>

namespace throughgate::identity {

FetchedKeys::FetchedKeys(std::string what, Fetch fetch, Pace pace, Report report)
    : what_(std::move(what)),
      fetch_(std::move(fetch)),
      pace_(pace),
      trouble_(what_, std::move(report)) {
  FetchOnce();
  thread_ = std::thread([this] { Run(); });
}

FetchedKeys::~FetchedKeys() {
  {
    const absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  thread_.join();
}

std::shared_ptr<const KeySet> FetchedKeys::Current() const {
  const absl::MutexLock lock(&mutex_);
  return keys_;
}

void FetchedKeys::NoteUnknownKey() {
  const absl::MutexLock lock(&mutex_);
  wanted_ = true;
}

void FetchedKeys::Run() {
  while (Wait()) FetchOnce();
}

bool FetchedKeys::Wait() {
  const absl::MutexLock lock(&mutex_);
  if (mutex_.AwaitWithTimeout(absl::Condition(&stopping_), pace_.apart)) return false;
  const auto is_due = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopping_ || wanted_ || failed_;
  };
  mutex_.AwaitWithTimeout(absl::Condition(&is_due), pace_.refresh - pace_.apart);
  wanted_ = false;
  return !stopping_;
}

void FetchedKeys::FetchOnce() {
  const auto stopped = [this] {
    const absl::MutexLock lock(&mutex_);
    return stopping_;
  };
  const absl::StatusOr<std::string> text = fetch_(stopped);
  if (stopped()) return;
  absl::StatusOr<KeySet> keys = text.ok() ? KeySet::Parse(*text) : text.status();
  trouble_.Update(keys.ok() ? absl::OkStatus() : About(what_, keys.status()));
  const absl::MutexLock lock(&mutex_);
  failed_ = !keys.ok();
  if (keys.ok()) keys_ = std::make_shared<const KeySet>(*std::move(keys));
}

}  // namespace throughgate::identity
