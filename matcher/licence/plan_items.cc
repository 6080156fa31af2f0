#include "matcher/licence/plan_items.h"

#include <string>

namespace throughgate::matcher {
namespace {

bool HasZone(const RiskPlanTerms& plan, const std::string& id, ZoneKind kind) {
  const Zone* zone = FindIn(plan.zones, &Zone::id, id);
  return zone != nullptr && zone->kind == kind;
}

}  // namespace

bool HasItem(const RiskPlanTerms& plan, const PlanItem& item) {
  switch (item.kind) {
    case PlanItemKind::kUnspecified:
      return false;
    case PlanItemKind::kExclusionZone:
      return HasZone(plan, item.id, ZoneKind::kExclusion);
    case PlanItemKind::kRestrictionZone:
      return HasZone(plan, item.id, ZoneKind::kRestriction);
    case PlanItemKind::kCurfew:
      return FindIn(plan.curfews, &Curfew::id, item.id) != nullptr;
    case PlanItemKind::kWorkLimit:
      return FindIn(plan.work_limits, &WorkLimit::attribute,
                    static_cast<WorkAttribute>(item.about)) != nullptr;
    case PlanItemKind::kCommitment:
      return FindIn(plan.commitments, &Commitment::id, item.id) != nullptr;
    case PlanItemKind::kContactLimit:
      return FindIn(plan.contact_limits, &ContactLimit::group,
                    static_cast<ContactGroup>(item.about)) != nullptr;
    case PlanItemKind::kNoContact:
      return FindIn(plan.no_contact, &NoContact::id, item.id) != nullptr;
    case PlanItemKind::kVehicleLimit:
      return FindIn(plan.vehicle_limits, &VehicleLimit::id, item.id) != nullptr;
    case PlanItemKind::kCashLimit:
      return plan.cash_limit.has_value();
    case PlanItemKind::kTag:
      return FindIn(plan.tags, &Tag::kind, static_cast<TagKind>(item.about)) != nullptr;
    case PlanItemKind::kHomeCounty:
      return !plan.home_county.empty();
    case PlanItemKind::kPremisesLimit:
      return FindIn(plan.premises_limits, &PremisesLimit::id, item.id) != nullptr;
  }
  return false;
}

std::optional<Day> LastDayOf(const RiskPlanTerms& plan, const PlanItem& item) {
  switch (item.kind) {
    case PlanItemKind::kExclusionZone:
    case PlanItemKind::kRestrictionZone:
      return FindIn(plan.zones, &Zone::id, item.id)->ends_on;
    case PlanItemKind::kCurfew:
      return FindIn(plan.curfews, &Curfew::id, item.id)->ends_on;
    case PlanItemKind::kCommitment:
      return FindIn(plan.commitments, &Commitment::id, item.id)->ends_on;
    case PlanItemKind::kTag:
      return FindIn(plan.tags, &Tag::kind, static_cast<TagKind>(item.about))->ends_on;
    case PlanItemKind::kPremisesLimit:
      return FindIn(plan.premises_limits, &PremisesLimit::id, item.id)->ends_on;
    default:
      return std::nullopt;
  }
}

}  // namespace throughgate::matcher
