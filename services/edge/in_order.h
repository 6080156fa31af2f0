// Does many things at once and hands over what comes of them one after another.
#ifndef THROUGHGATE_SERVICES_EDGE_IN_ORDER_H_
#define THROUGHGATE_SERVICES_EDGE_IN_ORDER_H_

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/cleanup/cleanup.h"
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

  // Works on one after another until there is none left.
  void Work(absl::FunctionRef<Result(std::size_t)> work) {
    try {
      while (const std::optional<std::size_t> i = Begin()) End(*i, work(*i));
    } catch (...) {
      absl::MutexLock lock(&mutex_);
      thrown_ = std::current_exception();
      stopped_ = true;
    }
  }

  // The next in order; there must be one. Throws what `work` has thrown.
  Result Take() {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &OrderedResults::IsReady));
    if (thrown_ != nullptr) std::rethrow_exception(thrown_);
    return *std::exchange(ready_[taken_++ % ready_.size()], std::nullopt);
  }

  // Nothing more is begun.
  void Stop() {
    absl::MutexLock lock(&mutex_);
    stopped_ = true;
  }

 private:
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

  bool MayBegin() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopped_ || begun_ == count_ || begun_ < taken_ + ready_.size();
  }
  bool IsReady() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return thrown_ != nullptr || ready_[taken_ % ready_.size()].has_value();
  }

  const std::size_t count_;
  absl::Mutex mutex_;
  std::vector<std::optional<Result>> ready_ ABSL_GUARDED_BY(mutex_);
  std::size_t begun_ ABSL_GUARDED_BY(mutex_) = 0;
  std::size_t taken_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
  std::exception_ptr thrown_ ABSL_GUARDED_BY(mutex_);
};

// Threads beside those that callers have: in all of the process no more than there are processors,
// so that a hundred batches at once are worked on as fast as two, and in no more space.
//
// Threads  one.
class ExtraThreads {
 public:
  // Up to `wanted` of them, as far as there are any left and the system gives them. Each runs
  // `work`.
  ExtraThreads(std::size_t wanted, const std::function<void()>& work);
  ExtraThreads(const ExtraThreads&) = delete;
  ExtraThreads& operator=(const ExtraThreads&) = delete;
  // Waits until each has come to its end.
  ~ExtraThreads();

  bool none() const { return threads_.empty(); }

 private:
  std::vector<std::thread> threads_;
};

// `work(i)` for each i below `count`, on a thread for each processor as far as others leave some,
// or else on this one; `emit(result)` for each in order, on this one. Ends early when `emit` fails,
// with its error, or when `work` throws, with what it throws.
template <class Result>
absl::Status InOrder(std::size_t count, absl::FunctionRef<Result(std::size_t)> work,
                     absl::FunctionRef<absl::Status(Result)> emit) {
  constexpr std::size_t kAhead = 32;
  OrderedResults<Result> results(count, kAhead);
  const ExtraThreads threads(count, [&] { results.Work(work); });
  const absl::Cleanup stop = [&] { results.Stop(); };
  absl::Status status;
  for (std::size_t i = 0; i < count && status.ok(); ++i) {
    status = emit(threads.none() ? work(i) : results.Take());
  }
  return status;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_IN_ORDER_H_
