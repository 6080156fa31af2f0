#include "matcher/geo/zone_shape.h"

#include <algorithm>
#include <cmath>

#include "absl/status/status.h"
#include "matcher/geo/zone_validity.h"

namespace throughgate::matcher {
namespace {

constexpr double kCmPerMetre = 100;

std::int64_t Nearest(double cm) { return static_cast<std::int64_t>(std::floor(cm + 0.5)); }

// Rounding must not move a point across the edge, nor onto it.
std::int64_t SignedDistanceOf(const AreaEdges& area, GeoPoint point) {
  const Location location = area.Locate(point);
  if (location == Location::kOnEdge) return 0;
  const std::int64_t distance = std::max<std::int64_t>(1, Nearest(area.DistanceCm(point)));
  return location == Location::kInside ? -distance : distance;
}

// The flat map is too long by d * d / 2R at most, so d is at least f - f * f / 2R.
std::int64_t LowerBoundOf(const AreaEdges& area, GeoPoint point) {
  const GroundScale scale = FlatMapAt(point.latitude_e7).here;
  const double flat = std::sqrt(FlatSquaredCm2(point, area.bounds(), scale));
  const double ground = flat - flat * flat / (2 * kEarthRadiusCm);
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(ground)));
}

}  // namespace

double ZoneShape::Disc::SignedDistanceCm(GeoPoint point) const {
  return GroundDistanceCm(centre, OnSurface(point.latitude_e7, point.longitude_e7)) - radius_cm;
}

absl::StatusOr<ZoneShape> ZoneShape::Make(const std::variant<MultiPolygon, Circle>& shape) {
  if (absl::Status valid = ValidateShape(shape); !valid.ok()) return valid;
  if (const auto* area = std::get_if<MultiPolygon>(&shape)) return ZoneShape(AreaEdges(*area));
  const auto& circle = std::get<Circle>(shape);
  return ZoneShape(Disc{OnSurface(circle.centre.latitude_e7, circle.centre.longitude_e7),
                        static_cast<double>(circle.radius.value) * kCmPerMetre});
}

std::int64_t ZoneShape::SignedDistanceCm(GeoPoint point) const {
  if (const auto* area = std::get_if<AreaEdges>(&shape_)) return SignedDistanceOf(*area, point);
  return Nearest(std::get<Disc>(shape_).SignedDistanceCm(point));
}

std::int64_t ZoneShape::LowerBoundCm(GeoPoint point) const {
  if (const auto* area = std::get_if<AreaEdges>(&shape_)) return LowerBoundOf(*area, point);
  return std::max<std::int64_t>(0, Nearest(std::get<Disc>(shape_).SignedDistanceCm(point)));
}

}  // namespace throughgate::matcher
