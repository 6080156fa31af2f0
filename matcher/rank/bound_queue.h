// What a search has still to look at, the most promising first.
#ifndef THROUGHGATE_MATCHER_RANK_BOUND_QUEUE_H_
#define THROUGHGATE_MATCHER_RANK_BOUND_QUEUE_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace throughgate::matcher {

inline constexpr std::int32_t kScoreMost = 1'000;

// Things by the score that they can have at most, from 0 to kScoreMost.
//
// Cost  constant for each thing: bounds are small whole numbers, so each has a list of its own.
template <class Thing>
class BoundQueue {
 public:
  struct Bounded {
    std::int32_t bound = 0;
    Thing thing;
  };

  BoundQueue() {
    first_.fill(kNone);
    entries_.reserve(kUsual);
  }

  void Push(std::int32_t bound, const Thing& thing) {
    entries_.push_back({thing, first_[static_cast<std::size_t>(bound)]});
    first_[static_cast<std::size_t>(bound)] = static_cast<std::uint32_t>(entries_.size() - 1);
    top_ = std::max(top_, bound);
  }

  // The thing with the greatest bound, of those with equal bounds the last to come; nothing when no
  // bound is at least `least`.
  std::optional<Bounded> Pop(std::int32_t least) {
    MoveToFirst();
    if (top_ < std::max(least, 0)) return std::nullopt;
    std::uint32_t& first = first_[static_cast<std::size_t>(top_)];
    const Entry& entry = entries_[first];
    first = entry.next;
    return Bounded{top_, entry.thing};
  }

  // What Pop would give, whatever its bound; null when nothing is left.
  const Thing* Peek() {
    MoveToFirst();
    return top_ < 0 ? nullptr : &entries_[first_[static_cast<std::size_t>(top_)]].thing;
  }

 private:
  void MoveToFirst() {
    while (top_ >= 0 && first_[static_cast<std::size_t>(top_)] == kNone) --top_;
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::size_t kUsual = 2'048;  // things
  struct Entry {
    Thing thing;
    std::uint32_t next = kNone;
  };

  std::array<std::uint32_t, kScoreMost + 1> first_;  // of each bound, in entries_
  std::vector<Entry> entries_;
  std::int32_t top_ = -1;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_BOUND_QUEUE_H_
