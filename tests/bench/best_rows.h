// The best few rows of a scan.
#ifndef THROUGHGATE_TESTS_BENCH_BEST_ROWS_H_
#define THROUGHGATE_TESTS_BENCH_BEST_ROWS_H_

#include <cstddef>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/rank/rank_key.h"

namespace throughgate::bench {

class BestRows {
 public:
  explicit BestRows(std::size_t k) : k_(k) {}

  void Offer(const matcher::RankKey& key, std::size_t row) {
    if (best_.size() == k_ && !(key > best_.top().first)) return;
    best_.emplace(key, static_cast<matcher::Ordinal>(row));
    if (best_.size() > k_) best_.pop();
  }

  // Best first.
  std::vector<matcher::Ordinal> Take() {
    std::vector<matcher::Ordinal> ordinals(best_.size());
    for (std::size_t i = ordinals.size(); i > 0; --i) {
      ordinals[i - 1] = best_.top().second;
      best_.pop();
    }
    return ordinals;
  }

 private:
  using Entry = std::pair<matcher::RankKey, matcher::Ordinal>;
  std::size_t k_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> best_;
};

}  // namespace throughgate::bench

#endif  // THROUGHGATE_TESTS_BENCH_BEST_ROWS_H_
