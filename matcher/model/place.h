// Points on the ground and how well they are known.
#ifndef THROUGHGATE_MATCHER_MODEL_PLACE_H_
#define THROUGHGATE_MATCHER_MODEL_PLACE_H_

#include <compare>
#include <cstdint>

#include "matcher/model/units.h"

namespace throughgate::matcher {

// WGS 84 in units of 1e-7 of a degree (about a centimetre). Integers, so that every machine
// computes with the same point.
struct GeoPoint {
  std::int32_t latitude_e7 = 0;
  std::int32_t longitude_e7 = 0;
  auto operator<=>(const GeoPoint&) const = default;
};

// The extent within which a position can be in the United Kingdom, [min, max].
inline constexpr std::int32_t kLatitudeMinE7 = 490'000'000;
inline constexpr std::int32_t kLatitudeMaxE7 = 615'000'000;
inline constexpr std::int32_t kLongitudeMinE7 = -90'000'000;
inline constexpr std::int32_t kLongitudeMaxE7 = 25'000'000;
inline constexpr Metres kUncertaintyMax{1'000'000};

// The true place lies within `uncertainty` of `at`.
struct Place {
  GeoPoint at;
  Metres uncertainty;
  bool operator==(const Place&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_PLACE_H_
