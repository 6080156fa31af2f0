#include <variant>

#include "storage/format/codec.h"
#include "storage/format/records.h"

namespace throughgate::format {
namespace {

void StoreRosh(const matcher::Rosh& rosh, v1::Rosh& stored) {
  stored.set_children(static_cast<std::uint32_t>(rosh.children));
  stored.set_to_public(static_cast<std::uint32_t>(rosh.to_public));
  stored.set_known_adult(static_cast<std::uint32_t>(rosh.known_adult));
  stored.set_staff(static_cast<std::uint32_t>(rosh.staff));
}

matcher::Rosh ReadRosh(const v1::Rosh& stored, Reader& reader) {
  constexpr auto kLast = matcher::RoshLevel::kVeryHigh;
  return {.children = reader.UpTo(kLast, stored.children()),
          .to_public = reader.UpTo(kLast, stored.to_public()),
          .known_adult = reader.UpTo(kLast, stored.known_adult()),
          .staff = reader.UpTo(kLast, stored.staff())};
}

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

void StoreArea(const matcher::MultiPolygon& area, v1::MultiPolygon& stored) {
  for (const matcher::Polygon& polygon : area.polygons) {
    v1::Polygon& entry = *stored.add_polygons();
    for (const matcher::Ring& ring : polygon.rings) {
      StoreRing(ring, *entry.add_rings()->mutable_steps());
    }
  }
}

matcher::Polygon ReadPolygon(const v1::Polygon& stored, Reader& reader) {
  return {.rings = reader.Each(stored.rings(), ReadRing)};
}

matcher::MultiPolygon ReadArea(const v1::MultiPolygon& stored, Reader& reader) {
  return {.polygons = reader.Each(stored.polygons(), ReadPolygon)};
}

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
  return zone;
}

void StoreCurfew(const matcher::Curfew& curfew, v1::Curfew& stored) {
  stored.set_id(curfew.id);
  StoreWeek(curfew.windows, *stored.mutable_windows());
  if (curfew.ends_on) stored.set_ends_on_day(curfew.ends_on->since_epoch);
}

matcher::Curfew ReadCurfew(const v1::Curfew& stored, Reader& reader) {
  matcher::Curfew curfew;
  curfew.id = stored.id();
  curfew.windows = reader.Week(stored.windows());
  if (stored.has_ends_on_day()) curfew.ends_on = matcher::Day{stored.ends_on_day()};
  return curfew;
}

void StoreWorkLimit(const matcher::WorkLimit& limit, v1::WorkLimit& stored) {
  stored.set_attribute(static_cast<std::uint32_t>(limit.attribute));
  stored.set_effect(static_cast<std::uint32_t>(limit.effect));
}

matcher::WorkLimit ReadWorkLimit(const v1::WorkLimit& stored, Reader& reader) {
  constexpr auto kLast = static_cast<matcher::WorkAttribute>(matcher::kWorkAttributeLast);
  return {.attribute = reader.UpTo(kLast, stored.attribute()),
          .effect = reader.UpTo(matcher::WorkLimitEffect::kNeedsApproval, stored.effect())};
}

void StorePermission(const matcher::PlacePermission& permission, v1::PlacePermission& stored) {
  stored.set_id(permission.id);
  stored.set_zone(permission.zone);
  stored.set_employer(permission.site.employer);
  stored.set_site(permission.site.site);
  if (permission.valid_to) stored.set_valid_to_day(permission.valid_to->since_epoch);
}

matcher::PlacePermission ReadPermission(const v1::PlacePermission& stored, Reader&) {
  matcher::PlacePermission permission;
  permission.id = stored.id();
  permission.zone = stored.zone();
  permission.site = {.employer = stored.employer(), .site = stored.site()};
  if (stored.has_valid_to_day()) permission.valid_to = matcher::Day{stored.valid_to_day()};
  return permission;
}

void StoreCondition(const matcher::LicenceCondition& condition, v1::LicenceCondition& stored) {
  stored.set_policy_version(condition.policy_version);
  stored.set_code(condition.code);
}

matcher::LicenceCondition ReadCondition(const v1::LicenceCondition& stored, Reader&) {
  return {.policy_version = stored.policy_version(), .code = stored.code()};
}

}  // namespace

std::string Encode(std::string_view key, const matcher::RiskPlanTerms& record) {
  v1::RiskPlanTerms stored;
  stored.set_supervision(static_cast<std::uint32_t>(record.supervision));
  stored.set_supervised_by(record.supervised_by.value);
  if (record.release_on) stored.set_release_on_day(record.release_on->since_epoch);
  stored.set_reviewed_on_day(record.reviewed_on.since_epoch);
  StoreRosh(record.rosh, *stored.mutable_rosh());
  stored.set_mappa_level(static_cast<std::uint32_t>(record.mappa_level));
  for (const auto& zone : record.zones) StoreZone(zone, *stored.add_zones());
  for (const auto& curfew : record.curfews) StoreCurfew(curfew, *stored.add_curfews());
  for (const auto& limit : record.work_limits) StoreWorkLimit(limit, *stored.add_work_limits());
  for (const auto& permission : record.permissions) {
    StorePermission(permission, *stored.add_permissions());
  }
  for (const auto& condition : record.conditions) {
    StoreCondition(condition, *stored.add_conditions());
  }
  return Write(key, stored);
}

absl::Status Decode(std::string_view key, std::string_view value, matcher::RiskPlanTerms& record) {
  v1::RiskPlanTerms stored;
  Reader reader(key, value, stored);
  record.supervision = reader.UpTo(matcher::Supervision::kNotSupervised, stored.supervision());
  record.supervised_by = {stored.supervised_by()};
  if (stored.has_release_on_day()) record.release_on = matcher::Day{stored.release_on_day()};
  record.reviewed_on = {stored.reviewed_on_day()};
  record.rosh = reader.One(stored.rosh(), ReadRosh);
  record.mappa_level = reader.UpTo(matcher::MappaLevel::kLevel3, stored.mappa_level());
  record.zones = reader.Each(stored.zones(), ReadZone);
  record.curfews = reader.Each(stored.curfews(), ReadCurfew);
  record.work_limits = reader.Each(stored.work_limits(), ReadWorkLimit);
  record.permissions = reader.Each(stored.permissions(), ReadPermission);
  record.conditions = reader.Each(stored.conditions(), ReadCondition);
  return reader.status();
}

}  // namespace throughgate::format
