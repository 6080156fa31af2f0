#include "storage/format/limit_format.h"

namespace throughgate::format {
namespace {

constexpr auto kAttributeLast = static_cast<matcher::WorkAttribute>(matcher::kWorkAttributeLast);
constexpr auto kEffectLast = matcher::WorkLimitEffect::kNeedsApproval;

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
  return {.attribute = reader.UpTo(kAttributeLast, stored.attribute()),
          .effect = reader.UpTo(kEffectLast, stored.effect())};
}

void StoreContactLimit(const matcher::ContactLimit& limit, v1::ContactLimit& stored) {
  stored.set_group(static_cast<std::uint32_t>(limit.group));
  stored.set_from(static_cast<std::uint32_t>(limit.from));
  stored.set_effect(static_cast<std::uint32_t>(limit.effect));
}

matcher::ContactLimit ReadContactLimit(const v1::ContactLimit& stored, Reader& reader) {
  return {.group = reader.UpTo(matcher::ContactGroup::kAdultsAtRisk, stored.group()),
          .from = reader.UpTo(matcher::ContactDegree::kUnsupervised, stored.from()),
          .effect = reader.UpTo(kEffectLast, stored.effect())};
}

void StoreVehicleLimit(const matcher::VehicleLimit& limit, v1::VehicleLimit& stored) {
  stored.set_id(limit.id);
  stored.set_types(limit.types);
  StoreWeek(limit.windows, *stored.mutable_windows());
  stored.set_within_zone(limit.within_zone);
  stored.set_effect(static_cast<std::uint32_t>(limit.effect));
}

matcher::VehicleLimit ReadVehicleLimit(const v1::VehicleLimit& stored, Reader& reader) {
  return {.id = stored.id(),
          .types = reader.BitsUpTo(matcher::kVehicleTypeLast, stored.types()),
          .windows = reader.Week(stored.windows()),
          .within_zone = stored.within_zone(),
          .effect = reader.UpTo(kEffectLast, stored.effect())};
}

void StoreTag(const matcher::Tag& tag, v1::Tag& stored) {
  stored.set_kind(static_cast<std::uint32_t>(tag.kind));
  if (tag.ends_on) stored.set_ends_on_day(tag.ends_on->since_epoch);
}

matcher::Tag ReadTag(const v1::Tag& stored, Reader& reader) {
  matcher::Tag tag;
  tag.kind = reader.UpTo(matcher::TagKind::kAlcohol, stored.kind());
  if (stored.has_ends_on_day()) tag.ends_on = matcher::Day{stored.ends_on_day()};
  return tag;
}

void StoreBarredLists(const matcher::BarredLists& lists, v1::BarredLists& stored) {
  stored.set_children(static_cast<std::uint32_t>(lists.children));
  stored.set_adults(static_cast<std::uint32_t>(lists.adults));
}

matcher::BarredLists ReadBarredLists(const v1::BarredLists& stored, Reader& reader) {
  return {.children = reader.UpTo(matcher::Known::kYes, stored.children()),
          .adults = reader.UpTo(matcher::Known::kYes, stored.adults())};
}

void StoreOffence(const matcher::Offence& offence, v1::Offence& stored) {
  stored.set_category(static_cast<std::uint32_t>(offence.category));
  if (offence.spent_on) stored.set_spent_on_day(offence.spent_on->since_epoch);
}

matcher::Offence ReadOffence(const v1::Offence& stored, Reader& reader) {
  matcher::Offence offence;
  offence.category = reader.UpTo(matcher::OffenceCategory::kOther, stored.category());
  if (stored.has_spent_on_day()) offence.spent_on = matcher::Day{stored.spent_on_day()};
  return offence;
}

void StoreOrder(const matcher::CourtOrder& order, v1::CourtOrder& stored) {
  stored.set_id(order.id);
  stored.set_kind(static_cast<std::uint32_t>(order.kind));
  for (const matcher::WorkAttribute attribute : order.barred_attributes) {
    stored.add_barred_attributes(static_cast<std::uint32_t>(attribute));
  }
  for (const std::string& group : order.barred_occupations) stored.add_barred_occupations(group);
  stored.set_read_in_full(order.read_in_full);
  if (order.ends_on) stored.set_ends_on_day(order.ends_on->since_epoch);
}

matcher::CourtOrder ReadOrder(const v1::CourtOrder& stored, Reader& reader) {
  matcher::CourtOrder order;
  order.id = stored.id();
  order.kind = reader.UpTo(matcher::OrderKind::kOther, stored.kind());
  for (const std::uint32_t attribute : stored.barred_attributes()) {
    order.barred_attributes.push_back(reader.UpTo(kAttributeLast, attribute));
  }
  order.barred_occupations.assign(stored.barred_occupations().begin(),
                                  stored.barred_occupations().end());
  order.read_in_full = stored.read_in_full();
  if (stored.has_ends_on_day()) order.ends_on = matcher::Day{stored.ends_on_day()};
  return order;
}

}  // namespace

void StoreLimits(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  for (const auto& curfew : plan.curfews) StoreCurfew(curfew, *stored.add_curfews());
  for (const auto& limit : plan.work_limits) StoreWorkLimit(limit, *stored.add_work_limits());
  for (const auto& limit : plan.contact_limits) {
    StoreContactLimit(limit, *stored.add_contact_limits());
  }
  for (const auto& limit : plan.vehicle_limits) {
    StoreVehicleLimit(limit, *stored.add_vehicle_limits());
  }
  if (plan.cash_limit) stored.set_cash_limit(*plan.cash_limit);
  for (const auto& tag : plan.tags) StoreTag(tag, *stored.add_tags());
  if (plan.barred_lists != matcher::BarredLists()) {
    StoreBarredLists(plan.barred_lists, *stored.mutable_barred_lists());
  }
  for (const auto& offence : plan.offences) StoreOffence(offence, *stored.add_offences());
  for (const auto& order : plan.orders) StoreOrder(order, *stored.add_orders());
}

void ReadLimits(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.curfews = reader.Each(stored.curfews(), ReadCurfew);
  plan.work_limits = reader.Each(stored.work_limits(), ReadWorkLimit);
  plan.contact_limits = reader.Each(stored.contact_limits(), ReadContactLimit);
  plan.vehicle_limits = reader.Each(stored.vehicle_limits(), ReadVehicleLimit);
  if (stored.has_cash_limit()) plan.cash_limit = stored.cash_limit();
  plan.tags = reader.Each(stored.tags(), ReadTag);
  plan.barred_lists = reader.One(stored.barred_lists(), ReadBarredLists);
  plan.offences = reader.Each(stored.offences(), ReadOffence);
  plan.orders = reader.Each(stored.orders(), ReadOrder);
}

}  // namespace throughgate::format
