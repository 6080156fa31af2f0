#include "matcher/geo/ecef.h"

#include <cmath>

#include "matcher/geo/wgs84.h"

namespace throughgate::matcher {
namespace {

std::int32_t Nearest(double cm) { return static_cast<std::int32_t>(std::floor(cm + 0.5)); }

}  // namespace

Ecef ToEcef(GeoPoint point) {
  const SurfacePoint at = OnSurface(point.latitude_e7, point.longitude_e7);
  return {Nearest(at.x_cm), Nearest(at.y_cm), Nearest(at.z_cm)};
}

std::int64_t ChordCm(const Ecef& a, const Ecef& b) {
  const std::int64_t squared = ChordSquaredCm2(a, b);
  // The estimate may be one out, because a double does not hold every integer of this size.
  auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(squared)));
  while (root * root > squared) --root;
  while ((root + 1) * (root + 1) <= squared) ++root;
  return root;
}

}  // namespace throughgate::matcher
