#include "matcher/geo/zone_validity.h"

#include "absl/strings/str_cat.h"
#include "matcher/geo/ring_check.h"
#include "matcher/geo/ring_crossings.h"
#include "matcher/geo/ring_name.h"
#include "matcher/geo/ring_nesting.h"

namespace throughgate::matcher {
namespace {

// First, because the cost of the other checks rests on it.
absl::Status CheckSize(const MultiPolygon& area) {
  if (area.polygons.empty()) {
    return absl::InvalidArgumentError("area has no polygons; give at least one");
  }
  for (std::size_t p = 0; p < area.polygons.size(); ++p) {
    if (area.polygons[p].rings.empty()) {
      return absl::InvalidArgumentError(
          absl::StrCat("area.polygons[", p, "] has no rings; give at least its outside"));
    }
  }
  const std::size_t vertices = VertexCount(area);
  if (vertices <= kShapeVerticesMax) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("area has ", vertices, " vertices; simplify it to at most ", kShapeVerticesMax));
}

absl::Status CheckRings(const MultiPolygon& area) {
  for (std::size_t p = 0; p < area.polygons.size(); ++p) {
    const Polygon& polygon = area.polygons[p];
    for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
      if (absl::Status status = CheckRing(polygon.rings[r], {p, r}); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

absl::Status ValidateArea(const MultiPolygon& area) {
  // Each relies on those before it.
  for (const auto check : {CheckSize, CheckRings, CheckCrossings, CheckNesting}) {
    if (absl::Status status = check(area); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status ValidateCircle(const Circle& circle) {
  if (circle.radius < kCircleRadiusMin || circle.radius > kCircleRadiusMax) {
    return absl::InvalidArgumentError(absl::StrCat("circle.radius_m is ", circle.radius.value,
                                                   "; give ", kCircleRadiusMin.value, " to ",
                                                   kCircleRadiusMax.value, " metres"));
  }
  return CheckPosition(circle.centre, "circle.centre");
}

}  // namespace

std::size_t VertexCount(const MultiPolygon& area) {
  std::size_t vertices = 0;
  for (const Polygon& polygon : area.polygons) {
    for (const Ring& ring : polygon.rings) vertices += ring.size();
  }
  return vertices;
}

absl::Status ValidateShape(const std::variant<MultiPolygon, Circle>& shape) {
  if (const auto* area = std::get_if<MultiPolygon>(&shape)) return ValidateArea(*area);
  return ValidateCircle(std::get<Circle>(shape));
}

}  // namespace throughgate::matcher
