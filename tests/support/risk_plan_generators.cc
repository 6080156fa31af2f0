#include <cmath>
#include <numbers>

#include "tests/support/generator_parts.h"

namespace rc {

using namespace throughgate::generators;
using namespace throughgate::matcher;

namespace {

constexpr std::int32_t kRadiusMaxE7 = 500'000;  // about 5 km

// Corners at equal angles about `centre` and between half and all of `radius_e7` from it: never
// crosses itself, and keeps out of the circle of half the radius times cos 60°.
Ring StarRing(GeoPoint centre, std::int32_t radius_e7) {
  const int corners = *Between(3, 8);
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double distance = radius_e7 * *Between(500, 1'000) / 1'000.0;
    ring.push_back({centre.latitude_e7 + static_cast<int>(distance * std::sin(angle)),
                    centre.longitude_e7 + static_cast<int>(distance * std::cos(angle))});
  }
  ring.push_back(ring.front());
  return ring;
}

Polygon PolygonAbout(GeoPoint centre) {
  const std::int32_t radius_e7 = *Between(1'000, kRadiusMaxE7);
  Polygon polygon{{StarRing(centre, radius_e7)}};
  if (*gen::arbitrary<bool>()) polygon.rings.push_back(StarRing(centre, radius_e7 / 5));
  return polygon;
}

Curfew AnyCurfew(int i) {
  return {.id = IdNumber(i), .windows = *gen::arbitrary<WeekPattern>(), .ends_on = MaybeDay()};
}

PlacePermission PermissionFor(const std::vector<Zone>& zones, int i) {
  return {.id = IdNumber(i),
          .zone = (*gen::elementOf(zones)).id,
          .site = *gen::arbitrary<SiteName>(),
          .valid_to = MaybeDay()};
}

std::vector<WorkLimit> AnyWorkLimits() {
  std::vector<WorkLimit> limits;
  for (int i = 1; i <= kWorkAttributeLast; ++i) {
    if (*Between(0, 3) != 0) continue;
    limits.push_back({.attribute = static_cast<WorkAttribute>(i),
                      .effect = *EnumUpTo(WorkLimitEffect::kNeedsApproval)});
  }
  return limits;
}

}  // namespace

Gen<MultiPolygon> Arbitrary<MultiPolygon>::arbitrary() {
  return gen::exec([] {
    // Side by side and never touching, within the United Kingdom.
    GeoPoint centre = {
        *Between(kLatitudeMinE7 + kRadiusMaxE7, kLatitudeMaxE7 - kRadiusMaxE7),
        *Between(kLongitudeMinE7 + kRadiusMaxE7, kLongitudeMaxE7 - 7 * kRadiusMaxE7)};
    MultiPolygon area;
    for (int i = *Between(1, 3); i > 0; --i) {
      area.polygons.push_back(PolygonAbout(centre));
      centre.longitude_e7 += 3 * kRadiusMaxE7;
    }
    return area;
  });
}

Gen<Circle> Arbitrary<Circle>::arbitrary() {
  return gen::exec([] {
    return Circle{.centre = *gen::arbitrary<GeoPoint>(),
                  .radius = {*Between<std::int64_t>(1, 1'000'000)}};
  });
}

Gen<Zone> Arbitrary<Zone>::arbitrary() {
  return gen::exec([] {
    Zone zone;
    zone.id = *Id();
    zone.kind = *EnumUpTo(ZoneKind::kRestriction);
    if (*gen::arbitrary<bool>()) {
      zone.shape = *gen::arbitrary<MultiPolygon>();
    } else {
      zone.shape = *gen::arbitrary<Circle>();
    }
    if (zone.kind == ZoneKind::kExclusion) zone.buffer = {*Between<std::int64_t>(0, 100'000)};
    return zone;
  });
}

Gen<RiskPlanTerms> Arbitrary<RiskPlanTerms>::arbitrary() {
  return gen::exec([] {
    constexpr auto kRoshLast = RoshLevel::kVeryHigh;
    RiskPlanTerms terms;
    terms.supervision = *EnumUpTo(Supervision::kNotSupervised);
    terms.supervised_by = {*Id()};
    terms.release_on = MaybeDay();
    terms.reviewed_on = AnyDay();
    terms.rosh = {*EnumUpTo(kRoshLast), *EnumUpTo(kRoshLast), *EnumUpTo(kRoshLast),
                  *EnumUpTo(kRoshLast)};
    terms.mappa_level = *EnumUpTo(MappaLevel::kLevel3);
    terms.zones = Few(3, [](int i) {
      Zone zone = *gen::arbitrary<Zone>();
      zone.id = IdNumber(i);
      return zone;
    });
    terms.curfews = Few(2, AnyCurfew);
    terms.work_limits = AnyWorkLimits();
    if (!terms.zones.empty()) {
      terms.permissions = Few(2, [&](int i) { return PermissionFor(terms.zones, i); });
    }
    terms.conditions = Few(3, [](int i) {
      return LicenceCondition{.policy_version = *gen::element<std::string>("1.0", "4.0"),
                              .code = IdNumber(i)};
    });
    return terms;
  });
}

}  // namespace rc
