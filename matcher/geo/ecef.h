// Earth-centred coordinates in whole centimetres: distances are exact integers, the same on every
// machine, without a projection.
#ifndef THROUGHGATE_MATCHER_GEO_ECEF_H_
#define THROUGHGATE_MATCHER_GEO_ECEF_H_

#include <cstdint>

#include "matcher/model/place.h"

namespace throughgate::matcher {

// WGS 84, at the surface of the ellipsoid.
struct Ecef {
  std::int32_t x_cm = 0;
  std::int32_t y_cm = 0;
  std::int32_t z_cm = 0;
  bool operator==(const Ecef&) const = default;
};

// Computed with basic IEEE operations only, never the platform's sine, so that it is bit-identical
// everywhere.
Ecef ToEcef(GeoPoint point);

// The square of the straight chord, in cm². Exact for any two points on the Earth.
constexpr std::int64_t ChordSquaredCm2(const Ecef& a, const Ecef& b) {
  const std::int64_t dx = std::int64_t{a.x_cm} - b.x_cm;
  const std::int64_t dy = std::int64_t{a.y_cm} - b.y_cm;
  const std::int64_t dz = std::int64_t{a.z_cm} - b.z_cm;
  return dx * dx + dy * dy + dz * dz;
}

// The straight chord in whole centimetres, rounded down. Shorter than the way along the ground by
// 0.03 m at 30 km and 1 m at 100 km.
std::int64_t ChordCm(const Ecef& a, const Ecef& b);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_ECEF_H_
