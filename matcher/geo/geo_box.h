// A box between two parallels and two meridians.
#ifndef THROUGHGATE_MATCHER_GEO_GEO_BOX_H_
#define THROUGHGATE_MATCHER_GEO_GEO_BOX_H_

#include <algorithm>
#include <cstdint>
#include <limits>

#include "matcher/geo/wgs84.h"
#include "matcher/model/place.h"

namespace throughgate::matcher {

// Closed on all sides. Starts empty.
//
// Units  1e-7 of a degree.
struct GeoBox {
  std::int32_t south = std::numeric_limits<std::int32_t>::max();
  std::int32_t north = std::numeric_limits<std::int32_t>::min();
  std::int32_t west = std::numeric_limits<std::int32_t>::max();
  std::int32_t east = std::numeric_limits<std::int32_t>::min();

  void Include(GeoPoint p) {
    south = std::min(south, p.latitude_e7);
    north = std::max(north, p.latitude_e7);
    west = std::min(west, p.longitude_e7);
    east = std::max(east, p.longitude_e7);
  }
  bool Contains(GeoPoint p) const {
    return south <= p.latitude_e7 && p.latitude_e7 <= north &&  //
           west <= p.longitude_e7 && p.longitude_e7 <= east;
  }
};

// From `point` to the nearest place of a box that is not empty, squared, on the flat map of
// `scale`.
inline double FlatSquaredCm2(GeoPoint point, const GeoBox& box, const GroundScale& scale) {
  const double x = point.longitude_e7;
  const double y = point.latitude_e7;
  const double dx = std::max({box.west - x, x - box.east, 0.0}) * scale.east_cm;
  const double dy = std::max({box.south - y, y - box.north, 0.0}) * scale.north_cm;
  return dx * dx + dy * dy;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_GEO_BOX_H_
