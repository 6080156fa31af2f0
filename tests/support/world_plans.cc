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

std::vector<PlanItem> ZonesNamed(const RiskPlanTerms& terms) {
  std::vector<PlanItem> items;
  for (const Zone& zone : terms.zones) {
    if (zone.kind == ZoneKind::kExclusion) {
      items.push_back({PlanItemKind::kExclusionZone, zone.id});
    }
  }
  return items;
}

std::vector<PlanItem> HoursNamed(const RiskPlanTerms& terms) {
  std::vector<PlanItem> items;
  for (const Curfew& curfew : terms.curfews) items.push_back({PlanItemKind::kCurfew, curfew.id});
  if (!items.empty()) return items;
  for (const Commitment& each : terms.commitments) {
    items.push_back({PlanItemKind::kCommitment, each.id});
  }
  return items;
}

// Licence conditions of policy 4.0, and what only looks like one: limits, what must be expressed
// and is or is not, what a person judges, what is over or has no bearing.
std::vector<LicenceCondition> SomeConditions(const RiskPlanTerms& terms) {
  std::vector<LicenceCondition> conditions;
  for (const char* code :
       {"985d339a-b652-40e3-b0a8-5aafd5e121f1", "e8478345-019a-4335-9656-73a77ffd3c42",
        "9DA214A3-C6AE-45E1-A465-12E22ADF7C87", "0f9a20f4-35c7-4c77-8af8-f200f153fa11",
        "52faefcf-15f0-42c5-b908-621b4a7ecdb9", "0aa669bf-db8a-4b8e-b8ba-ca82fc245b94",
        "9ce9d594-e346-4785-9642-c87e764bee37", "d36a3b77-30ba-40ce-8953-83e761d3b487",
        "2a93b784-b8cb-49ed-95e2-a0df60723cda", "2027ae19-04a2-4fa6-8d1b-a62dffba2e62",
        "99195049-f355-46fb-b7d8-aef87a1b19c5", "NLC5", "d523d711-9975-4a9a-a37e-a17bd611140f"}) {
    if (!OneIn(9)) continue;
    conditions.push_back({.policy_version = OneIn(4) ? "3.0" : "4.0", .code = code});
    LicenceCondition& condition = conditions.back();
    if (OneIn(2)) condition.parameters = {{"endDate", {OneIn(2) ? "2024-10-03" : "2024-10-04"}}};
    if (OneIn(2)) {
      condition.parameters.push_back({"oneCurfewStart", {"19:00"}});
      condition.parameters.push_back({"oneCurfewEnd", {"22:00"}});
    }
    if (OneIn(3)) continue;
    condition.expressed_by = OneIn(2) ? ZonesNamed(terms) : HoursNamed(terms);
  }
  if (OneIn(12)) {
    conditions.emplace_back();
    conditions.back().form = OneOf({ConditionForm::kBespoke, ConditionForm::kImageOnly});
  }
  return conditions;
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
    if (!OneIn(3)) AddPremisesLimits(sites, terms);
    if (!OneIn(3)) AddLimitsAndRecord(terms);
    AddAbsences(terms);
    AddDisclosures(sites, terms);
    if (OneIn(3)) terms.conditions = SomeConditions(terms);
    return terms;
  });
}

}  // namespace throughgate
