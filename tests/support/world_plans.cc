// The sealed half of a small world.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using generators::Between;
using generators::EnumUpTo;
using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr std::int32_t kKilometreNorthE7 = 90'000;
constexpr std::int32_t kKilometreEastE7 = 151'000;

WeekSpan Span(int day, int hour, int hours) { return {(day * 24 + hour) * 60, hours * 60}; }

// A square that stands on a corner, with the middle left out or not.
MultiPolygon Diamond(GeoPoint centre, int kilometres, bool hollow) {
  const auto ring = [&](int divisor) {
    const std::int32_t north = kilometres * kKilometreNorthE7 / divisor;
    const std::int32_t east = kilometres * kKilometreEastE7 / divisor;
    const auto [lat, lon] = centre;
    return Ring{{lat + north, lon},
                {lat, lon + east},
                {lat - north, lon},
                {lat, lon - east},
                {lat + north, lon}};
  };
  Polygon polygon{{ring(1)}};
  if (hollow) polygon.rings.push_back(ring(2));
  return {{std::move(polygon)}};
}

std::vector<WorkLimit> SomeLimits() {
  std::vector<WorkLimit> limits;
  for (const WorkAttribute attribute : kLimitedAttributes) {
    if (OneIn(3)) limits.push_back({attribute, *EnumUpTo(WorkLimitEffect::kNeedsApproval)});
  }
  return limits;
}

std::vector<PlacePermission> SomePermissions(const std::vector<Site>& sites,
                                             const std::vector<Zone>& zones) {
  std::vector<PlacePermission> permissions;
  for (const Zone& zone : zones) {
    if (sites.empty() || OneIn(2)) continue;
    permissions.push_back({.id = absl::StrCat("for-", zone.id),
                           .zone = zone.id,
                           .site = (*rc::gen::elementOf(sites)).name,
                           .valid_to = MaybeDayNearby()});
  }
  return permissions;
}

// What must be known of anybody before a match can be ELIGIBLE. Now and then one of it is not, or
// is not as it should be.
void SetKnown(RiskPlanTerms& terms) {
  terms.supervision = OneOf<Supervision>({Supervision::kOnLicence, Supervision::kOnLicence,
                                          Supervision::kNotSupervised, Supervision::kInCustody});
  terms.reviewed_on = {kWorldToday.since_epoch - 10};
  terms.rosh = {RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow};
  terms.mappa_level = MappaLevel::kNotApplicable;
  terms.barred_lists = {Known::kNo, Known::kNo};
  if (OneIn(6)) terms.supervision = *EnumUpTo(Supervision::kNotSupervised);
  if (OneIn(6)) terms.rosh.staff = *EnumUpTo(RoshLevel::kVeryHigh);
  if (OneIn(6)) terms.mappa_level = *EnumUpTo(MappaLevel::kLevel3);
  if (OneIn(6)) terms.barred_lists.children = *EnumUpTo(Known::kYes);
  if (OneIn(6)) terms.reviewed_on = {kWorldToday.since_epoch - OneOf({-1, 0, 181, 182, 183})};
}

void AddPlacesAndHours(const std::vector<Site>& sites, RiskPlanTerms& terms) {
  for (int i = *Between(0, 2); i > 0; --i) {
    terms.zones.push_back(*ZoneNearby());
    terms.zones.back().id = absl::StrCat("zone-", i);
  }
  if (OneIn(3)) terms.curfews.push_back(*CurfewOfEvenings());
  terms.work_limits = SomeLimits();
  terms.permissions = SomePermissions(sites, terms.zones);
}

}  // namespace

GeoPoint PointNearby() {
  return {534'800'000 + *Between(-12, 12) * kKilometreNorthE7 * 2 / 3,
          -22'400'000 + *Between(-12, 12) * kKilometreEastE7 * 2 / 3};
}

Day DayNearby() { return {kWorldToday.since_epoch + *Between(-10, 20)}; }

std::optional<Day> MaybeDayNearby() { return OneIn(2) ? std::nullopt : std::optional(DayNearby()); }

WeekPattern EveryDay(int hour, int hours) {
  WeekPattern pattern;
  for (int day = 0; day < 7; ++day) pattern.spans.push_back(Span(day, hour, hours));
  return pattern;
}

WeekPattern AnyHours() {
  switch (*Between(0, 4)) {
    case 0:
      return {};
    case 1:
      return EveryDay(9, 8);
    case 2:
      return EveryDay(22, 8);  // over midnight, and once over the end of the week
    case 3:
      return {{Span(1, 14, 5), Span(5, 8, 12)}};
    default:
      return {{Span(*Between(0, 6), *Between(0, 23), *Between(1, 30))}};
  }
}

rc::Gen<Zone> ZoneNearby() {
  return rc::gen::exec([] {
    Zone zone{.id = "zone",
              .kind = OneIn(3) ? ZoneKind::kRestriction : ZoneKind::kExclusion,
              .shape = Diamond(PointNearby(), *Between(1, 6), OneIn(3)),
              .buffer = {}};
    if (OneIn(2)) zone.shape = Circle{PointNearby(), {OneOf<std::int64_t>({500, 3'000, 9'000})}};
    if (zone.kind == ZoneKind::kExclusion) zone.buffer = {OneOf<std::int64_t>({0, 200, 2'000})};
    AddHoursAndDays(zone);
    return zone;
  });
}

rc::Gen<Curfew> CurfewOfEvenings() {
  return rc::gen::exec([] {
    return Curfew{.id = "curfew",
                  .windows = EveryDay(OneOf({17, 19, 21}), OneOf({2, 12})),
                  .ends_on = MaybeDayNearby(),
                  .variation_sought = OneIn(5)};
  });
}

rc::Gen<RiskPlanTerms> PlanFor(const World& world) {
  // By value: shrinking makes plans anew when the world may be gone.
  return rc::gen::exec([sites = world.sites] {
    RiskPlanTerms terms;
    SetKnown(terms);
    terms.supervised_by = {OneOf<const char*>({"probation-a", "probation-b"})};
    terms.release_on = MaybeDayNearby();
    if (OneIn(4)) return terms;  // nothing that bars anything
    if (!OneIn(3)) AddPlacesAndHours(sites, terms);
    if (!OneIn(3)) AddLimitsAndRecord(terms);
    AddAbsences(terms);
    AddDisclosures(sites, terms);
    if (OneIn(8)) terms.conditions.push_back({.policy_version = "4.0", .code = "NLC5"});
    return terms;
  });
}

}  // namespace throughgate
