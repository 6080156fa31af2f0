// Which shapes a zone may have.
#ifndef THROUGHGATE_MATCHER_GEO_ZONE_VALIDITY_H_
#define THROUGHGATE_MATCHER_GEO_ZONE_VALIDITY_H_

#include <cstddef>
#include <variant>

#include "absl/status/status.h"
#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Of all rings of a shape together.
inline constexpr std::size_t kShapeVerticesMax = 10'000;
std::size_t VertexCount(const MultiPolygon& area);

inline constexpr Metres kCircleRadiusMin{1};
inline constexpr Metres kCircleRadiusMax{1'000'000};

// Whether it is beyond doubt which points `shape` contains.
//
// Accepted  either winding; polygons in holes of others; rings that touch themselves or each other
//           at single points without crossing there.
// Errors    kInvalidArgument   a sentence that names the place, as in
//                              "area.polygons[0].rings[1].vertices[7]", and says what to do. It
//                              never contains a coordinate, because zones are sealed and messages
//                              are logged.
// Cost      proportional to the vertices times those between the same meridians as an edge:
//           0.2 ms for 1,000 vertices, 10 ms for 10,000, 0.1 s at worst.
// Why       exact integers, not Boost.Geometry's is_valid: see README.md beside this file.
absl::Status ValidateShape(const std::variant<MultiPolygon, Circle>& shape);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_ZONE_VALIDITY_H_
