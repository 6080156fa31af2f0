// Points of the spots of a block, and sets of these.
#ifndef THROUGHGATE_MATCHER_RANK_BLOCK_POINTS_H_
#define THROUGHGATE_MATCHER_RANK_BLOCK_POINTS_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "matcher/index/forest/mentions.h"

namespace throughgate::matcher {

using BlockPoints = std::array<std::int32_t, kSpotsPerBlock>;

// A bit for each spot.
using SpotMask = std::uint32_t;
static_assert(sizeof(SpotMask) * 8 == kSpotsPerBlock);

// The first `count` spots of a block, or all when there are more.
constexpr SpotMask AllSpots(std::size_t count) {
  return count >= kSpotsPerBlock ? ~SpotMask{0} : (SpotMask{1} << count) - 1;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_BLOCK_POINTS_H_
