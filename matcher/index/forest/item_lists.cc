#include "matcher/index/forest/item_lists.h"

#include <algorithm>
#include <tuple>

namespace throughgate::matcher {

ItemLists::ItemLists(std::vector<Mention> mentions) {
  if (mentions.empty()) return;
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tie(a.item, a.spot) < std::tie(b.item, b.spot);
  });
  std::size_t items = 1;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    items += mentions[i].item != mentions[i - 1].item ? 1 : 0;
  }
  // A third of the slots free at the least: a search that is in vain ends soon.
  slots_.resize(std::bit_ceil(items + items / 2 + 1));
  mentions_.reserve(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (i == 0 || mentions[i - 1].item != mention.item) Open(mention.item);
    const bool last = i + 1 == mentions.size() || mentions[i + 1].item != mention.item;
    mentions_.push_back(
        static_cast<std::uint16_t>(mention.spot | mention.note << kNoteShift | (last ? kLast : 0)));
  }
}

void ItemLists::Open(std::uint16_t item) {
  std::size_t at = SlotOf(item);
  while (slots_[at].item != kFree) at = (at + 1) & LastSlot();
  slots_[at] = {item, static_cast<std::uint16_t>(mentions_.size())};
}

}  // namespace throughgate::matcher
