#include "services/edge/in_order.h"

#include <algorithm>
#include <atomic>
#include <system_error>

namespace throughgate::services {
namespace {

std::atomic<int>& ThreadsLeft() {
  static std::atomic<int> left =
      static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  return left;
}

}  // namespace

ExtraThreads::ExtraThreads(std::size_t wanted, const std::function<void()>& work) {
  threads_.reserve(
      std::min<std::size_t>(wanted, std::max(1u, std::thread::hardware_concurrency())));
  while (threads_.size() < wanted) {
    if (ThreadsLeft().fetch_sub(1) <= 0) {
      ++ThreadsLeft();
      return;
    }
    try {
      threads_.emplace_back(work);
    } catch (const std::system_error&) {
      ++ThreadsLeft();
      return;
    }
  }
}

ExtraThreads::~ExtraThreads() {
  for (std::thread& thread : threads_) thread.join();
  ThreadsLeft() += static_cast<int>(threads_.size());
}

}  // namespace throughgate::services
