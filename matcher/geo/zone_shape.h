// The shape of a zone, prepared for asking how far a point is from its edge.
#ifndef THROUGHGATE_MATCHER_GEO_ZONE_SHAPE_H_
#define THROUGHGATE_MATCHER_GEO_ZONE_SHAPE_H_

#include <cstdint>
#include <variant>

#include "absl/status/statusor.h"
#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Placeholder for the colleague's design: see the contract below.
//
//   static absl::StatusOr<ZoneShape> ZoneShape::Make(const std::variant<MultiPolygon, Circle>&);
//   std::int64_t ZoneShape::SignedDistanceCm(GeoPoint point) const;   // negative inside, 0 on edge
class ZoneShape;

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_ZONE_SHAPE_H_
