#include "matcher/index/cards.h"

#include <algorithm>

namespace throughgate::matcher {

std::span<const NamedSlot> VacancyBlock::SlotsOf(const VacancyCard& card) const {
  if (slots.empty()) return {};
  const auto position = static_cast<std::uint16_t>(&card - cards.data());
  const auto found = std::ranges::lower_bound(slots, position, {}, &SlotsOfCard::position);
  if (found == slots.end() || found->position != position) return {};
  return *found->slots;
}

std::span<const LinkCard> CandidateBlock::LinksOf(std::size_t position) const {
  return std::ranges::equal_range(links, static_cast<std::uint16_t>(position), {},
                                  &LinkCard::position);
}

}  // namespace throughgate::matcher
