#include "matcher/index/forest/mentions.h"

namespace throughgate::matcher {

Mentions::Mentions(std::size_t spots, std::span<const Mention> mentions) {
  items_.reserve(mentions.size());
  notes_.reserve(mentions.size());
  ends_.reserve(spots);
  begins_.reserve(spots / kSpotsPerBlock + 2);
  for (std::size_t spot = 0, next = 0; spot < spots; ++spot) {
    if (spot % kSpotsPerBlock == 0) begins_.push_back(static_cast<std::uint32_t>(next));
    for (; next < mentions.size() && mentions[next].spot == spot; ++next) {
      items_.push_back(mentions[next].item);
      notes_.push_back(mentions[next].note);
    }
    ends_.push_back(static_cast<std::uint16_t>(next - begins_.back()));
  }
  begins_.push_back(static_cast<std::uint32_t>(items_.size()));
}

}  // namespace throughgate::matcher
