#include "services/convert/zone.h"

#include <algorithm>
#include <variant>

#include "absl/strings/str_cat.h"
#include "matcher/geo/zone_validity.h"
#include "services/convert/area.h"
#include "services/convert/dates.h"
#include "services/convert/names.h"
#include "services/convert/position.h"
#include "services/convert/premises.h"
#include "services/convert/values.h"
#include "services/convert/week.h"

namespace throughgate::services {
namespace {

constexpr Range kBuffer{.min = 0, .max = 100'000};
constexpr Range kRadius{.min = matcher::kCircleRadiusMin.value,
                        .max = matcher::kCircleRadiusMax.value};

using Shape = std::variant<matcher::MultiPolygon, matcher::Circle>;

matcher::GeoPoint ReadVertex(const v1::Vertex& wire, const Field& at) {
  return ReadPoint(wire.latitude(), wire.longitude(), at);
}

matcher::Polygon ReadPolygon(const v1::Polygon& wire, const Field& at) {
  return {.rings = ReadEach(wire.rings(), at["rings"], [](const v1::Ring& ring, const Field& here) {
            return ReadEach(ring.vertices(), here["vertices"], ReadVertex);
          })};
}

Shape ReadShape(const v1::Zone& wire, const Field& at) {
  if (wire.has_circle()) {
    const Field circle = at["circle"];
    return matcher::Circle{
        .centre = ReadVertex(wire.circle().centre(), circle["centre"]),
        .radius = {ReadNumber(wire.circle().radius_m(), kRadius, circle["radius_m"])}};
  }
  if (!wire.has_area()) at.Refuse("Needs a shape: an area or a circle.");
  return ReadArea(wire.area(), at["area"]);
}

// The hours and days in which a zone holds.
void ReadTimes(const v1::Zone& wire, const Field& at, matcher::Zone& zone) {
  zone.windows = ReadWeek(wire.windows(), at["windows"]);
  zone.starts_on = ReadOptionalDate(wire.has_starts_on(), wire.starts_on(), at["starts_on"]);
  zone.ends_on = ReadOptionalDate(wire.has_ends_on(), wire.ends_on(), at["ends_on"]);
  CheckOrder(zone.starts_on, zone.ends_on, at["ends_on"]);
}

}  // namespace

matcher::MultiPolygon ReadArea(const v1::MultiPolygon& wire, const Field& at) {
  return {.polygons = ReadEach(wire.polygons(), at["polygons"], ReadPolygon)};
}

void CheckShape(const Shape& shape, const Field& at) {
  if (const absl::Status valid = matcher::ValidateShape(shape); !valid.ok()) {
    at.Refuse(absl::StrCat(valid.message(), "."));
  }
}

v1::Vertex WriteVertex(const matcher::GeoPoint& point) {
  v1::Vertex wire;
  wire.set_latitude(WriteDegrees(point.latitude_e7));
  wire.set_longitude(WriteDegrees(point.longitude_e7));
  return wire;
}

matcher::Zone ReadZone(const v1::Zone& wire, const Field& at) {
  matcher::Zone zone;
  zone.id = ReadId(wire.zone_id(), at["zone_id"]);
  zone.kind = ReadRequiredEnum<matcher::ZoneKind>(wire.kind(), at["kind"]);
  zone.buffer = {ReadNumber(wire.buffer_m(), kBuffer, at["buffer_m"])};
  if (zone.kind == matcher::ZoneKind::kRestriction && zone.buffer.value != 0) {
    at["buffer_m"].Refuse("Must be 0: a restriction zone has no buffer.");
  }
  ReadTimes(wire, at, zone);
  if (!wire.named_area().empty()) {
    zone.named_area = ReadAreaName(wire.named_area(), at["named_area"]);
  }
  const std::size_t faults = at.faults();
  zone.shape = ReadShape(wire, at);
  if (at.faults() == faults) CheckShape(zone.shape, at);
  return zone;
}

v1::MultiPolygon WriteArea(const matcher::MultiPolygon& area) {
  v1::MultiPolygon wire;
  for (const matcher::Polygon& polygon : area.polygons) {
    v1::Polygon& wire_polygon = *wire.add_polygons();
    for (const matcher::Ring& ring : polygon.rings) {
      v1::Ring& wire_ring = *wire_polygon.add_rings();
      for (const matcher::GeoPoint& point : ring) *wire_ring.add_vertices() = WriteVertex(point);
    }
  }
  return wire;
}

v1::Zone WriteZone(const matcher::Zone& zone) {
  v1::Zone wire;
  wire.set_zone_id(zone.id);
  wire.set_kind(WriteEnum<v1::ZoneKind>(zone.kind));
  if (const auto* circle = std::get_if<matcher::Circle>(&zone.shape)) {
    *wire.mutable_circle()->mutable_centre() = WriteVertex(circle->centre);
    wire.mutable_circle()->set_radius_m(static_cast<std::int32_t>(circle->radius.value));
  } else {
    *wire.mutable_area() = WriteArea(std::get<matcher::MultiPolygon>(zone.shape));
  }
  wire.set_buffer_m(static_cast<std::int32_t>(zone.buffer.value));
  *wire.mutable_windows() = WriteWeek(zone.windows);
  if (zone.starts_on) *wire.mutable_starts_on() = WriteDate(*zone.starts_on);
  if (zone.ends_on) *wire.mutable_ends_on() = WriteDate(*zone.ends_on);
  wire.set_named_area(zone.named_area);
  return wire;
}

void CheckZoneVertices(std::span<const matcher::Zone> zones, const Field& at) {
  std::size_t vertices = 0;
  for (const matcher::Zone& zone : zones) {
    const auto* area = std::get_if<matcher::MultiPolygon>(&zone.shape);
    if (area != nullptr) vertices += matcher::VertexCount(*area);
  }
  if (vertices <= kZoneVerticesMax) return;
  at.Refuse(absl::StrCat("The zones of the plan would have ", vertices,
                         " vertices together. Simplify them to at most ", kZoneVerticesMax, "."));
}

void CheckZoneId(const std::string& id, const WireZones& zones, const Field& at) {
  const auto has_id = [&](const v1::Zone& zone) { return zone.zone_id() == id; };
  if (std::ranges::any_of(zones, has_id)) return;
  at.Refuse("Is not a zone of this plan. Give the zone_id of one of its zones.");
}

matcher::PlacePermission ReadPermission(const v1::PlacePermission& wire, const v1::RiskPlan& plan,
                                        const Field& at) {
  if (wire.zone_id().empty() == wire.premises_limit_id().empty()) {
    at.Refuse("Needs a zone_id or a premises_limit_id, and not both.");
  } else if (wire.zone_id().empty()) {
    CheckPremisesLimitId(wire.premises_limit_id(), plan, at["premises_limit_id"]);
  } else {
    CheckZoneId(wire.zone_id(), plan.zones(), at["zone_id"]);
  }
  return {.id = ReadId(wire.permission_id(), at["permission_id"]),
          .zone = wire.zone_id(),
          .site = ReadName<matcher::SiteName>(wire.site(), at["site"]),
          .valid_to = ReadOptionalDate(wire.has_valid_to(), wire.valid_to(), at["valid_to"]),
          .premises_limit = wire.premises_limit_id()};
}

v1::PlacePermission WritePermission(const matcher::PlacePermission& permission) {
  v1::PlacePermission wire;
  wire.set_permission_id(permission.id);
  wire.set_zone_id(permission.zone);
  wire.set_site(permission.site.ToString());
  wire.set_premises_limit_id(permission.premises_limit);
  if (permission.valid_to) *wire.mutable_valid_to() = WriteDate(*permission.valid_to);
  return wire;
}

}  // namespace throughgate::services
