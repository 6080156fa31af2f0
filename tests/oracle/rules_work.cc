// What the work involves, against what a licence limits.
#include <array>
#include <set>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

Said OnAttribute(const Asked& asked, const WorkLimit& limit) {
  const std::string name = NameOf(limit.attribute);
  if (!asked.Involves(limit.attribute)) return Review("ATTRIBUTE_UNKNOWN", name);
  if (asked.CanAvoid(limit.attribute)) return Review("ATTRIBUTE_AVOIDABLE", name);
  return limit.effect == WorkLimitEffect::kBarred ? Refuses("ATTRIBUTE_BARRED", name)
                                                  : Review("ATTRIBUTE_NEEDS_APPROVAL", name);
}

// What the employer says of contact; failing that, what may follow from the work's attributes. No
// word of little contact stands where a place or the law says that it is the work itself.
ContactDegree ContactWith(const Asked& asked, ContactGroup group) {
  const bool children = group == ContactGroup::kChildren;
  const Role& role = asked.work().role;
  const ContactDegree stated = children ? role.children : role.adults_at_risk;
  const WorkAttribute attribute =
      children ? WorkAttribute::kChildren : WorkAttribute::kVulnerableAdults;
  if (stated >= ContactDegree::kSupervised) return stated;
  if (IsRegulated(role, attribute) || asked.Involves(attribute)) {
    return ContactDegree::kUnsupervised;
  }
  if (stated != ContactDegree::kUnknown) {
    const bool doubted = IsAtSuchAPlace(asked.world, asked.vacancy, attribute);
    return doubted ? ContactDegree::kUnknown : stated;
  }
  return asked.IsFreeOf(attribute) ? ContactDegree::kIncidental : ContactDegree::kUnknown;
}

Said OnContact(const Asked& asked, const ContactLimit& limit) {
  const std::string group = limit.group == ContactGroup::kChildren ? "children" : "adults at risk";
  const ContactDegree degree = ContactWith(asked, limit.group);
  if (degree == ContactDegree::kUnknown) return Review("CONTACT_UNKNOWN", group);
  if (degree < limit.from) return Passes("CONTACT_BELOW_LIMIT", group);
  return limit.effect == WorkLimitEffect::kBarred ? Refuses("CONTACT_BARRED", group)
                                                  : Review("CONTACT_NEEDS_APPROVAL", group);
}

// Nobody's word that it is not regulated stands at a place of the group.
Known Regulated(const Asked& asked, Known stated, WorkAttribute attribute) {
  const bool doubted =
      stated == Known::kNo && IsAtSuchAPlace(asked.world, asked.vacancy, attribute);
  return doubted ? Known::kUnknown : stated;
}

Said OnBarredList(Known regulated, Known barred, const std::string& group) {
  if (regulated == Known::kNo) return Passes("NOT_REGULATED_ACTIVITY", group);
  if (barred == Known::kNo) return Passes("NOT_ON_BARRED_LIST", group);
  if (barred == Known::kUnknown) return Review("BARRED_LIST_UNKNOWN", group);
  return regulated == Known::kYes ? Refuses("ON_BARRED_LIST", group)
                                  : Review("REGULATED_ACTIVITY_UNKNOWN", group);
}

Said OnTag(const Asked& asked, TagKind kind) {
  const bool alcohol = kind == TagKind::kAlcohol;
  const std::string name = alcohol ? "alcohol" : kind == TagKind::kCurfew ? "curfew" : "location";
  const WorkAttribute attribute = alcohol ? WorkAttribute::kAlcohol : WorkAttribute::kTagConflict;
  if (asked.Involves(attribute)) return Review(alcohol ? "ALCOHOL_TAG" : "TAG_CONFLICT", name);
  return Passes(asked.IsFreeOf(attribute) ? "NO_TAG_CONFLICT" : "TAG_NOT_ASKED", name);
}

Said OnDriving(const Asked& asked, const VehicleLimit& limit) {
  if (asked.IsFreeOf(WorkAttribute::kDriving)) return Passes("NO_DRIVING", limit.id);
  if (!asked.Involves(WorkAttribute::kDriving)) return Review("DRIVING_UNKNOWN", limit.id);
  const VehicleMask driven = asked.work().role.vehicles;
  const WeekPattern& shifts = asked.work().shifts;
  const bool some_types = limit.types != 0;
  const bool some_hours = limit.windows.stated();
  const bool other_types = some_types && driven != 0 && (driven & limit.types) == 0;
  const bool other_hours =
      some_hours && shifts.stated() && !ShareAMinute(MinutesOf(shifts), MinutesOf(limit.windows));
  if (other_types || other_hours) return Passes("OUTSIDE_VEHICLE_LIMIT", limit.id);
  if (some_types && driven == 0) return Review("VEHICLE_TYPE_UNKNOWN", limit.id);
  if (some_hours && !shifts.stated()) return Review("DRIVING_HOURS_UNKNOWN", limit.id);
  if (!limit.within_zone.empty()) return Review("DRIVING_PLACE_UNKNOWN", limit.id);
  if (asked.CanAvoid(WorkAttribute::kDriving)) return Review("DRIVING_AVOIDABLE", limit.id);
  return limit.effect == WorkLimitEffect::kBarred ? Refuses("DRIVING_BARRED", limit.id)
                                                  : Review("DRIVING_NEEDS_APPROVAL", limit.id);
}

}  // namespace

Sayings WorkAttributes(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const WorkLimit& limit : plan.work_limits) {
    if (!asked.IsFreeOf(limit.attribute)) says.push_back(OnAttribute(asked, limit));
  }
  return says;
}

Sayings Contact(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const ContactLimit& limit : plan.contact_limits) says.push_back(OnContact(asked, limit));
  return says;
}

Sayings BarredList(const Asked& asked, const RiskPlanTerms& plan) {
  const Role& role = asked.work().role;
  const Known children = Regulated(asked, role.regulated_with_children, WorkAttribute::kChildren);
  const Known adults =
      Regulated(asked, role.regulated_with_adults, WorkAttribute::kVulnerableAdults);
  return {OnBarredList(children, plan.barred_lists.children, "children"),
          OnBarredList(adults, plan.barred_lists.adults, "adults")};
}

Sayings CashLimit(const Asked& asked, const RiskPlanTerms& plan) {
  if (!plan.cash_limit) return {};
  const std::optional<std::int32_t>& handled = asked.work().role.cash_handled;
  // An amount counts for more than a word.
  if (handled && *handled > *plan.cash_limit) return {Review("ABOVE_CASH_LIMIT")};
  // But none is no amount where the word is that there is some.
  if (handled && *handled == 0 && asked.Involves(WorkAttribute::kCash)) {
    return {Review("CASH_UNKNOWN")};
  }
  if (handled || asked.IsFreeOf(WorkAttribute::kCash)) return {Passes("WITHIN_CASH_LIMIT")};
  return {Review("CASH_UNKNOWN")};
}

Sayings Tags(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const Tag& tag : plan.tags) {
    if (NotPast(tag.ends_on, asked.today())) says.push_back(OnTag(asked, tag.kind));
  }
  return says;
}

Sayings Vehicles(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const VehicleLimit& limit : plan.vehicle_limits) {
    says.push_back(OnDriving(asked, limit));
    const bool cars = limit.types == 0 || (limit.types >> static_cast<int>(VehicleType::kCar) & 1);
    if (cars && asked.GoesByCar()) says.push_back(Review("DRIVES_TO_WORK", limit.id));
  }
  return says;
}

}  // namespace throughgate::oracle
