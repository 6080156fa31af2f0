// What the spots of a leaf name, such as skills: block by block, so that what a block's spots name
// is read in the order of memory.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_MENTIONS_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_MENTIONS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace throughgate::matcher {

inline constexpr std::size_t kSpotsPerBlock = 32;

// A spot naming an item, with a note of how.
struct Mention {
  std::size_t spot = 0;
  std::uint16_t item = 0;
  std::uint8_t note = 0;
};

// Immutable. Threads: any. Cost: three bytes for each mention, and two for each spot.
class Mentions {
 public:
  // Those of one spot stand together, those of the next after them.
  struct OfBlock {
    std::span<const std::uint16_t> items;
    const std::uint8_t* notes = nullptr;  // of each item
    const std::uint16_t* ends = nullptr;  // of each spot's, in items
    std::size_t spots = 0;

    // Calls visit(spot, item, note) for each; `spot` is its number in the block.
    template <class Visit>
    void ForEach(Visit visit) const {
      std::size_t at = 0;
      for (std::size_t spot = 0; spot < spots; ++spot) {
        for (; at < ends[spot]; ++at) visit(spot, items.data()[at], notes[at]);
      }
    }
  };

  Mentions() = default;
  // Of `spots` spots, ascending by spot; of no block more than 65,535.
  Mentions(std::size_t spots, std::span<const Mention> mentions);

  OfBlock Of(std::size_t block) const {
    const std::size_t first = block * kSpotsPerBlock;
    const std::size_t begin = begins_.data()[block];
    return {{items_.data() + begin, begins_.data()[block + 1] - begin},
            notes_.data() + begin,
            ends_.data() + first,
            ends_.size() < first + kSpotsPerBlock ? ends_.size() - first : kSpotsPerBlock};
  }

  // Has the beginning of each part brought near.
  void Fetch() const {
    __builtin_prefetch(begins_.data());
    __builtin_prefetch(ends_.data());
    __builtin_prefetch(items_.data());
    __builtin_prefetch(notes_.data());
  }

  std::size_t bytes() const {
    return items_.capacity() * sizeof(std::uint16_t) + notes_.capacity() +
           ends_.capacity() * sizeof(std::uint16_t) + begins_.capacity() * sizeof(std::uint32_t);
  }

 private:
  std::vector<std::uint16_t> items_;
  std::vector<std::uint8_t> notes_;
  std::vector<std::uint16_t> ends_;    // of each spot's, counted from the begin of its block's
  std::vector<std::uint32_t> begins_;  // of each block's, and the end of the last
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_MENTIONS_H_
