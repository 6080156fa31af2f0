// Does many things at once and hands over what comes of them one after another.
#ifndef THROUGHGATE_SERVICES_EDGE_IN_ORDER_H_
#define THROUGHGATE_SERVICES_EDGE_IN_ORDER_H_

#include <algorithm>
#include <cstddef>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"

namespace throughgate::services {

// Results that are ready, and those that may be worked on: so few ahead of the one that is waited
// for that a slow reader holds the work back.
template <class Result>
class OrderedResults {
 public:
  OrderedResults(std::size_t count, std::size_t ahead) : count_(count), ready_(ahead) {}

  // The next to work on; nullopt when there is none left.
  std::optional<std::size_t> Begin() {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &OrderedResults::MayBegin));
    if (stopped_ || begun_ == count_) return std::nullopt;
    return begun_++;
  }

  void End(std::size_t i, Result result) {
    absl::MutexLock lock(&mutex_);
    ready_[i % ready_.size()] = std::move(result);
  }

  // The next in order; there must be one.
  Result Take() {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &OrderedResults::IsReady));
    return *std::exchange(ready_[taken_++ % ready_.size()], std::nullopt);
  }

  // Nothing more is begun.
  void Stop() {
    absl::MutexLock lock(&mutex_);
    stopped_ = true;
  }

 private:
  bool MayBegin() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopped_ || begun_ == count_ || begun_ < taken_ + ready_.size();
  }
  bool IsReady() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return ready_[taken_ % ready_.size()].has_value();
  }

  const std::size_t count_;
  absl::Mutex mutex_;
  std::vector<std::optional<Result>> ready_ ABSL_GUARDED_BY(mutex_);
  std::size_t begun_ ABSL_GUARDED_BY(mutex_) = 0;
  std::size_t taken_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
};

// `work(i)` for each i below `count`, on a thread for each processor; `emit(result)` for each in
// order, on this one. Ends early when `emit` fails, with its error.
template <class Result>
absl::Status InOrder(std::size_t count, absl::FunctionRef<Result(std::size_t)> work,
                     absl::FunctionRef<absl::Status(Result)> emit) {
  constexpr std::size_t kAheadPerThread = 16;
  const std::size_t threads =
      std::min<std::size_t>(count, std::max(1u, std::thread::hardware_concurrency()));
  OrderedResults<Result> results(count, std::max<std::size_t>(1, threads * kAheadPerThread));
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&] {
      while (const std::optional<std::size_t> i = results.Begin()) results.End(*i, work(*i));
    });
  }
  absl::Status status;
  for (std::size_t i = 0; i < count && status.ok(); ++i) status = emit(results.Take());
  results.Stop();
  for (std::thread& worker : workers) worker.join();
  return status;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_IN_ORDER_H_
