// Keeps the best few of many matches.
#ifndef THROUGHGATE_MATCHER_RANK_TOP_MATCHES_H_
#define THROUGHGATE_MATCHER_RANK_TOP_MATCHES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "matcher/matcher.h"

namespace throughgate::matcher {

// Order  by key, greatest first. Keys are distinct in practice (they end in 64 bits of hash);
//        equal ones keep the lower ordinal.
// Cost   O(log limit) for a match that enters, one comparison for one that does not.
class TopMatches {
 public:
  TopMatches(std::size_t limit, const std::optional<RankKey>& below)
      : limit_(limit), below_(below) {}

  // Whether a match with this key would be kept, but for what has an equal key.
  bool Welcomes(const RankKey& key) const {
    return !(below_ && !(key < *below_)) && !(full() && key < best_.front().key);
  }

  void Offer(const Match& match) {
    if (below_ && !(match.key < *below_)) return;
    if (best_.size() == limit_) {
      if (!Higher(match, best_.front())) return;
      std::pop_heap(best_.begin(), best_.end(), Higher);
      best_.back() = match;
    } else {
      best_.push_back(match);
    }
    std::push_heap(best_.begin(), best_.end(), Higher);
  }

  bool full() const { return best_.size() == limit_; }
  // The lowest key that is kept, or one that no match is below as long as there is room for any.
  RankKey lowest() const { return full() ? best_.front().key : RankKey(); }
  std::int32_t least_score() const { return ScoreOf(lowest()); }

  std::vector<Match> Take() && {
    std::sort_heap(best_.begin(), best_.end(), Higher);
    return std::move(best_);
  }

 private:
  static bool Higher(const Match& a, const Match& b) {
    return a.key != b.key ? a.key > b.key : a.ordinal < b.ordinal;
  }

  std::size_t limit_;
  std::optional<RankKey> below_;
  std::vector<Match> best_;  // a heap with the lowest in front
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_TOP_MATCHES_H_
