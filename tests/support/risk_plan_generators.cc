#include <cmath>
#include <numbers>

#include "tests/support/disclosure_generators.h"
#include "tests/support/generator_parts.h"
#include "tests/support/hours_generators.h"
#include "tests/support/limit_generators.h"

namespace rc {

namespace matcher = throughgate::matcher;
using throughgate::generators::AnyDay;
using throughgate::generators::Between;
using throughgate::generators::EnumUpTo;
using throughgate::generators::Few;
using throughgate::generators::Id;
using throughgate::generators::IdNumber;
using throughgate::generators::MaybeDay;
using throughgate::generators::MaybeDayFrom;

namespace {

constexpr std::int32_t kRadiusMaxE7 = 500'000;  // about 5 km

// Corners at equal angles about `centre` and between half and all of `radius_e7` from it: never
// crosses itself, and keeps out of the circle of half the radius times cos 60°.
matcher::Ring StarRing(matcher::GeoPoint centre, std::int32_t radius_e7) {
  const int corners = *Between(3, 8);
  matcher::Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double distance = radius_e7 * *Between(500, 1'000) / 1'000.0;
    ring.push_back({centre.latitude_e7 + static_cast<int>(distance * std::sin(angle)),
                    centre.longitude_e7 + static_cast<int>(distance * std::cos(angle))});
  }
  ring.push_back(ring.front());
  return ring;
}

matcher::Polygon PolygonAbout(matcher::GeoPoint centre) {
  const std::int32_t radius_e7 = *Between(1'000, kRadiusMaxE7);
  matcher::Polygon polygon{{StarRing(centre, radius_e7)}};
  if (*gen::arbitrary<bool>()) polygon.rings.push_back(StarRing(centre, radius_e7 / 5));
  return polygon;
}

// For a zone or a premises limit of the plan, which has one of them at least.
matcher::PlacePermission PermissionFor(const matcher::RiskPlanTerms& plan, int i) {
  matcher::PlacePermission permission{.id = IdNumber(i),
                                      .zone = {},
                                      .site = *gen::arbitrary<matcher::SiteName>(),
                                      .valid_to = MaybeDay()};
  const bool of_zone =
      plan.premises_limits.empty() || (!plan.zones.empty() && *gen::arbitrary<bool>());
  if (of_zone) {
    permission.zone = (*gen::elementOf(plan.zones)).id;
  } else {
    permission.premises_limit = (*gen::elementOf(plan.premises_limits)).id;
  }
  return permission;
}

// An item of any kind, in the plan or not.
matcher::PlanItem AnyItem(int i) {
  return {.kind = *EnumUpTo(static_cast<matcher::PlanItemKind>(matcher::kPlanItemKindLast)),
          .id = IdNumber(i),
          .about = *Between<std::uint8_t>(0, matcher::kWorkAttributeLast)};
}

matcher::ConditionParameter AnyParameter(int i) {
  return {.name = IdNumber(i), .values = Few(2, IdNumber)};
}

// With a code that no policy has, so that nothing is known of it.
matcher::LicenceCondition AnyCondition(int i) {
  matcher::LicenceCondition condition;
  condition.form = *EnumUpTo(matcher::ConditionForm::kImageOnly);
  if (*gen::arbitrary<bool>()) condition.id = IdNumber(i);
  condition.policy_version = *gen::element<std::string>("1.0", "4.0");
  condition.code = IdNumber(i);
  condition.parameters = Few(2, AnyParameter);
  condition.expressed_by = Few(2, AnyItem);
  return condition;
}

}  // namespace

Gen<matcher::MultiPolygon> Arbitrary<matcher::MultiPolygon>::arbitrary() {
  return gen::exec([] {
    // Side by side and never touching, within the United Kingdom.
    matcher::GeoPoint centre = {
        *Between(matcher::kLatitudeMinE7 + kRadiusMaxE7, matcher::kLatitudeMaxE7 - kRadiusMaxE7),
        *Between(matcher::kLongitudeMinE7 + kRadiusMaxE7,
                 matcher::kLongitudeMaxE7 - 7 * kRadiusMaxE7)};
    matcher::MultiPolygon area;
    for (int i = *Between(1, 3); i > 0; --i) {
      area.polygons.push_back(PolygonAbout(centre));
      centre.longitude_e7 += 3 * kRadiusMaxE7;
    }
    return area;
  });
}

Gen<matcher::Circle> Arbitrary<matcher::Circle>::arbitrary() {
  return gen::exec([] {
    return matcher::Circle{.centre = *gen::arbitrary<matcher::GeoPoint>(),
                           .radius = {*Between<std::int64_t>(1, 1'000'000)}};
  });
}

Gen<matcher::Zone> Arbitrary<matcher::Zone>::arbitrary() {
  return gen::exec([] {
    matcher::Zone zone;
    zone.id = *Id();
    zone.kind = *EnumUpTo(matcher::ZoneKind::kRestriction);
    if (*gen::arbitrary<bool>()) {
      zone.shape = *gen::arbitrary<matcher::MultiPolygon>();
    } else {
      zone.shape = *gen::arbitrary<matcher::Circle>();
    }
    if (zone.kind == matcher::ZoneKind::kExclusion)
      zone.buffer = {*Between<std::int64_t>(0, 100'000)};
    zone.windows = *gen::arbitrary<matcher::WeekPattern>();
    zone.starts_on = MaybeDay();
    zone.ends_on = MaybeDayFrom(zone.starts_on);
    zone.named_area = *gen::element<std::string>("", "local-authority/Leeds", "district/M13");
    return zone;
  });
}

Gen<matcher::RiskPlanTerms> Arbitrary<matcher::RiskPlanTerms>::arbitrary() {
  return gen::exec([] {
    constexpr auto kRoshLast = matcher::RoshLevel::kVeryHigh;
    matcher::RiskPlanTerms terms;
    terms.supervision = *EnumUpTo(matcher::Supervision::kNotSupervised);
    terms.supervised_by = {*Id()};
    terms.release_on = MaybeDay();
    terms.reviewed_on = AnyDay();
    terms.corrected_on = MaybeDay();
    terms.rosh = {*EnumUpTo(kRoshLast), *EnumUpTo(kRoshLast), *EnumUpTo(kRoshLast),
                  *EnumUpTo(kRoshLast)};
    terms.mappa_level = *EnumUpTo(matcher::MappaLevel::kLevel3);
    terms.zones = Few(3, [](int i) {
      matcher::Zone zone = *gen::arbitrary<matcher::Zone>();
      zone.id = IdNumber(i);
      return zone;
    });
    throughgate::generators::SetHours(terms);
    throughgate::generators::SetLimits(terms);
    throughgate::generators::SetApprovals(terms);
    if (!terms.zones.empty() || !terms.premises_limits.empty()) {
      terms.permissions = Few(2, [&](int i) { return PermissionFor(terms, i); });
    }
    terms.conditions = Few(3, AnyCondition);
    return terms;
  });
}

}  // namespace rc
