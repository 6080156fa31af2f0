#include "services/cli/zones/wire_shape.h"

#include <cstdint>
#include <variant>

namespace throughgate::cli {
namespace {

constexpr double kUnitsPerDegree = 1e7;

v1::Vertex WireVertex(const matcher::GeoPoint& point) {
  v1::Vertex vertex;
  vertex.set_latitude(point.latitude_e7 / kUnitsPerDegree);
  vertex.set_longitude(point.longitude_e7 / kUnitsPerDegree);
  return vertex;
}

}  // namespace

v1::MultiPolygon WireArea(const matcher::MultiPolygon& area) {
  v1::MultiPolygon wire;
  for (const matcher::Polygon& polygon : area.polygons) {
    v1::Polygon& into = *wire.add_polygons();
    for (const matcher::Ring& ring : polygon.rings) {
      v1::Ring& vertices = *into.add_rings();
      for (const matcher::GeoPoint& point : ring) *vertices.add_vertices() = WireVertex(point);
    }
  }
  return wire;
}

void SetShape(const ZoneOutline& outline, v1::Zone& zone) {
  if (const auto* circle = std::get_if<matcher::Circle>(&outline)) {
    *zone.mutable_circle()->mutable_centre() = WireVertex(circle->centre);
    zone.mutable_circle()->set_radius_m(static_cast<std::int32_t>(circle->radius.value));
  } else {
    *zone.mutable_area() = WireArea(std::get<matcher::MultiPolygon>(outline));
  }
}

}  // namespace throughgate::cli
