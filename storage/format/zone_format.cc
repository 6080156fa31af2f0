#include "storage/format/zone_format.h"

#include <variant>

namespace throughgate::format {
namespace {

// Differences wrap round, so that every pair of points has one and every difference a point.
std::int32_t Difference(std::int32_t a, std::int32_t b) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) - static_cast<std::uint32_t>(b));
}
std::int32_t Sum(std::int32_t a, std::int32_t b) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
}

void StoreRing(const matcher::Ring& ring, Numbers& steps) {
  matcher::GeoPoint before;
  for (const matcher::GeoPoint& point : ring) {
    steps.Add(Difference(point.latitude_e7, before.latitude_e7));
    steps.Add(Difference(point.longitude_e7, before.longitude_e7));
    before = point;
  }
}

matcher::Ring ReadRing(const v1::Ring& stored, Reader& reader) {
  const Numbers& steps = stored.steps();
  if (steps.size() % 2 != 0) reader.Damaged("half a point");
  matcher::Ring ring;
  matcher::GeoPoint at;
  for (int i = 0; i + 1 < steps.size(); i += 2) {
    at.latitude_e7 = Sum(at.latitude_e7, steps[i]);
    at.longitude_e7 = Sum(at.longitude_e7, steps[i + 1]);
    ring.push_back(at);
  }
  return ring;
}

matcher::Polygon ReadPolygon(const v1::Polygon& stored, Reader& reader) {
  return {.rings = reader.Each(stored.rings(), ReadRing)};
}

}  // namespace

void StoreArea(const matcher::MultiPolygon& area, v1::MultiPolygon& stored) {
  for (const matcher::Polygon& polygon : area.polygons) {
    v1::Polygon& entry = *stored.add_polygons();
    for (const matcher::Ring& ring : polygon.rings) {
      StoreRing(ring, *entry.add_rings()->mutable_steps());
    }
  }
}

matcher::MultiPolygon ReadArea(const v1::MultiPolygon& stored, Reader& reader) {
  return {.polygons = reader.Each(stored.polygons(), ReadPolygon)};
}

namespace {

matcher::Circle ReadCircle(const v1::Circle& stored, Reader& reader) {
  return {.centre = reader.Point(stored.centre()), .radius = {stored.radius_m()}};
}

void StoreZone(const matcher::Zone& zone, v1::Zone& stored) {
  stored.set_id(zone.id);
  stored.set_kind(static_cast<std::uint32_t>(zone.kind));
  if (const auto* circle = std::get_if<matcher::Circle>(&zone.shape)) {
    StorePoint(circle->centre, *stored.mutable_circle()->mutable_centre());
    stored.mutable_circle()->set_radius_m(circle->radius.value);
  } else {
    StoreArea(std::get<matcher::MultiPolygon>(zone.shape), *stored.mutable_area());
  }
  stored.set_buffer_m(zone.buffer.value);
  StoreWeek(zone.windows, *stored.mutable_windows());
  if (zone.starts_on) stored.set_starts_on_day(zone.starts_on->since_epoch);
  if (zone.ends_on) stored.set_ends_on_day(zone.ends_on->since_epoch);
  stored.set_named_area(zone.named_area);
}

matcher::Zone ReadZone(const v1::Zone& stored, Reader& reader) {
  matcher::Zone zone;
  zone.id = stored.id();
  zone.kind = reader.UpTo(matcher::ZoneKind::kRestriction, stored.kind());
  switch (stored.shape_case()) {
    case v1::Zone::kArea:
      zone.shape = reader.One(stored.area(), ReadArea);
      break;
    case v1::Zone::kCircle:
      zone.shape = reader.One(stored.circle(), ReadCircle);
      break;
    case v1::Zone::SHAPE_NOT_SET:
      reader.Damaged("a zone without a shape");
      break;
  }
  zone.buffer = {stored.buffer_m()};
  zone.windows = reader.Week(stored.windows());
  if (stored.has_starts_on_day()) zone.starts_on = matcher::Day{stored.starts_on_day()};
  if (stored.has_ends_on_day()) zone.ends_on = matcher::Day{stored.ends_on_day()};
  zone.named_area = stored.named_area();
  return zone;
}

void StorePermission(const matcher::PlacePermission& permission, v1::PlacePermission& stored) {
  stored.set_id(permission.id);
  stored.set_zone(permission.zone);
  stored.set_employer(permission.site.employer);
  stored.set_site(permission.site.site);
  if (permission.valid_to) stored.set_valid_to_day(permission.valid_to->since_epoch);
  stored.set_premises_limit(permission.premises_limit);
}

matcher::PlacePermission ReadPermission(const v1::PlacePermission& stored, Reader&) {
  matcher::PlacePermission permission;
  permission.id = stored.id();
  permission.zone = stored.zone();
  permission.site = {.employer = stored.employer(), .site = stored.site()};
  if (stored.has_valid_to_day()) permission.valid_to = matcher::Day{stored.valid_to_day()};
  permission.premises_limit = stored.premises_limit();
  return permission;
}

}  // namespace

void StoreZones(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  for (const auto& zone : plan.zones) StoreZone(zone, *stored.add_zones());
  for (const auto& permission : plan.permissions) {
    StorePermission(permission, *stored.add_permissions());
  }
}

void ReadZones(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.zones = reader.Each(stored.zones(), ReadZone);
  plan.permissions = reader.Each(stored.permissions(), ReadPermission);
}

}  // namespace throughgate::format
