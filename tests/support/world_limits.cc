// What the plans of a small world limit and record, apart from places, hours and attributes. Few
// plans have much of it: a world in which nothing is available shows nothing.
#include "absl/strings/str_cat.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using generators::EnumUpTo;
using namespace matcher;  // NOLINT: every word here is one of the model's

WorkLimitEffect AnyEffect() {
  return OneOf({WorkLimitEffect::kBarred, WorkLimitEffect::kNeedsApproval});
}

// To an area, when the plan has any.
VehicleLimit VehicleLimitFor(const std::vector<Zone>& zones) {
  VehicleLimit limit = AnyVehicleLimit();
  if (!zones.empty() && OneIn(3)) limit.within_zone = zones.front().id;
  return limit;
}

void AddOrders(RiskPlanTerms& terms) {
  for (int i = OneOf({0, 0, 0, 0, 1, 2}); i > 0; --i) {
    terms.orders.push_back(AnyCourtOrder());
    terms.orders.back().id = absl::StrCat("order-", i);
  }
}

}  // namespace

ContactLimit AnyContactLimit() {
  return {.group = OneOf({ContactGroup::kChildren, ContactGroup::kAdultsAtRisk}),
          .from = OneOf({ContactDegree::kIncidental, ContactDegree::kSupervised,
                         ContactDegree::kUnsupervised}),
          .effect = AnyEffect()};
}

VehicleLimit AnyVehicleLimit() {
  return {.id = "vehicles",
          .types = OneOf<VehicleMask>({0, MaskOf(VehicleType::kVan)}),
          .windows = OneIn(2) ? WeekPattern() : EveryDay(22, 8),
          .within_zone = "",
          .effect = AnyEffect()};
}

Tag AnyTag() {
  return {.kind = OneOf({TagKind::kCurfew, TagKind::kLocation, TagKind::kAlcohol}),
          .ends_on = MaybeDayNearby()};
}

Offence AnyOffence() {
  return {.category = OneOf({OffenceCategory::kTheft, OffenceCategory::kArson,
                             OffenceCategory::kDrugs, OffenceCategory::kOther}),
          .spent_on = MaybeDayNearby()};
}

CourtOrder AnyCourtOrder() {
  CourtOrder order{.id = "order",
                   .kind = OrderKind::kSexualHarmPrevention,
                   .barred_attributes = {},
                   .barred_occupations = {},
                   .read_in_full = !OneIn(4),
                   .ends_on = MaybeDayNearby()};
  for (const WorkAttribute attribute : kLimitedAttributes) {
    if (OneIn(3)) order.barred_attributes.push_back(attribute);
  }
  if (OneIn(2)) order.barred_occupations.push_back(OneOf<const char*>({"isco/75", "isco/5"}));
  return order;
}

void AddLimitsAndRecord(RiskPlanTerms& terms) {
  if (OneIn(4)) terms.contact_limits.push_back(AnyContactLimit());
  if (OneIn(4)) terms.vehicle_limits.push_back(VehicleLimitFor(terms.zones));
  if (OneIn(3)) terms.cash_limit = OneOf({0, 50});
  if (OneIn(4)) terms.tags.push_back(AnyTag());
  if (OneIn(6)) terms.barred_lists.adults = *EnumUpTo(Known::kYes);
  for (int i = OneOf({0, 1, 2}); i > 0; --i) terms.offences.push_back(AnyOffence());
  AddOrders(terms);
}

}  // namespace throughgate
