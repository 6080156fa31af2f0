// Which spots of a leaf name an item, such as a skill: the spots listed by item, so that a search
// goes straight to those that name what it looks for.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_ITEM_LISTS_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_ITEM_LISTS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/forest/mentions.h"

namespace throughgate::matcher {

// Immutable. Threads: any.
// Cost     two reads of memory for a list, wherever it is, and two bytes for each mention.
class ItemLists {
 public:
  // A leaf takes no more.
  static constexpr std::size_t kMentionsMost = 60'000;
  static constexpr std::uint16_t kSpotsMost = 1024;
  static constexpr std::uint8_t kNotesMost = 32;  // notes are below it

  ItemLists() = default;
  // In any order; at most kMentionsMost, of items other than 0xFFFF.
  explicit ItemLists(std::vector<Mention> mentions);

  // Calls visit(spot, note) for each spot that names `item`, in the order of the spots.
  template <class Visit>
  void ForEach(std::uint16_t item, Visit visit) const {
    if (mentions_.empty()) return;
    for (std::size_t at = SlotOf(item); slots_[at].item != kFree; at = (at + 1) & LastSlot()) {
      if (slots_[at].item != item) continue;
      for (const std::uint16_t* next = mentions_.data() + slots_[at].first;; ++next) {
        visit(*next & (kSpotsMost - 1), *next >> kNoteShift & (kNotesMost - 1));
        if ((*next & kLast) != 0) return;
      }
    }
  }

  // Has the beginning of the list of `item` fetched, for a ForEach that comes soon.
  void Prefetch(std::uint16_t item) const {
    if (!mentions_.empty()) __builtin_prefetch(&slots_[SlotOf(item)]);
  }

  std::size_t bytes() const {
    return slots_.capacity() * sizeof(Slot) + mentions_.capacity() * sizeof(std::uint16_t);
  }

 private:
  static constexpr std::uint16_t kFree = 0xFFFF;
  static constexpr int kNoteShift = std::bit_width(kSpotsMost - 1u);
  static constexpr std::uint16_t kLast = 1 << 15;
  static_assert(kNoteShift + std::bit_width(kNotesMost - 1u) == 15);

  // Where the list of an item begins.
  struct Slot {
    std::uint16_t item = kFree;
    std::uint16_t first = 0;  // in mentions_
  };

  std::size_t LastSlot() const { return slots_.size() - 1; }
  std::size_t SlotOf(std::uint16_t item) const { return item * 40'503u >> 4 & LastSlot(); }
  void Open(std::uint16_t item);

  std::vector<Slot> slots_;  // open addressing; a power of two of them, some free
  // Each list after the other: the spot in the lowest bits, the note above, kLast on the last.
  std::vector<std::uint16_t> mentions_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_ITEM_LISTS_H_
