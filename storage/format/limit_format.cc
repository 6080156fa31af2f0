#include "storage/format/limit_format.h"

namespace throughgate::format {
namespace {

constexpr auto kAttributeLast = static_cast<matcher::WorkAttribute>(matcher::kWorkAttributeLast);
constexpr auto kEffectLast = matcher::WorkLimitEffect::kNeedsApproval;

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

void StorePremisesLimit(const matcher::PremisesLimit& limit, v1::PremisesLimit& stored) {
  stored.set_id(limit.id);
  stored.set_kinds(limit.kinds);
  stored.set_distance_m(limit.distance.value);
  StoreWeek(limit.windows, *stored.mutable_windows());
  stored.set_effect(static_cast<std::uint32_t>(limit.effect));
  if (limit.ends_on) stored.set_ends_on_day(limit.ends_on->since_epoch);
}

matcher::PremisesLimit ReadPremisesLimit(const v1::PremisesLimit& stored, Reader& reader) {
  matcher::PremisesLimit limit;
  limit.id = stored.id();
  limit.kinds = reader.BitsUpTo(matcher::kPremisesKindLast, stored.kinds());
  limit.distance = {stored.distance_m()};
  limit.windows = reader.Week(stored.windows());
  limit.effect = reader.UpTo(kEffectLast, stored.effect());
  if (stored.has_ends_on_day()) limit.ends_on = matcher::Day{stored.ends_on_day()};
  return limit;
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

}  // namespace

void StoreLimits(const matcher::RiskPlanTerms& plan, v1::RiskPlanTerms& stored) {
  for (const auto& limit : plan.work_limits) StoreWorkLimit(limit, *stored.add_work_limits());
  for (const auto& limit : plan.contact_limits) {
    StoreContactLimit(limit, *stored.add_contact_limits());
  }
  for (const auto& limit : plan.vehicle_limits) {
    StoreVehicleLimit(limit, *stored.add_vehicle_limits());
  }
  for (const auto& limit : plan.premises_limits) {
    StorePremisesLimit(limit, *stored.add_premises_limits());
  }
  if (plan.cash_limit) stored.set_cash_limit(*plan.cash_limit);
  for (const auto& tag : plan.tags) StoreTag(tag, *stored.add_tags());
}

void ReadLimits(const v1::RiskPlanTerms& stored, Reader& reader, matcher::RiskPlanTerms& plan) {
  plan.work_limits = reader.Each(stored.work_limits(), ReadWorkLimit);
  plan.contact_limits = reader.Each(stored.contact_limits(), ReadContactLimit);
  plan.vehicle_limits = reader.Each(stored.vehicle_limits(), ReadVehicleLimit);
  plan.premises_limits = reader.Each(stored.premises_limits(), ReadPremisesLimit);
  if (stored.has_cash_limit()) plan.cash_limit = stored.cash_limit();
  plan.tags = reader.Each(stored.tags(), ReadTag);
}

}  // namespace throughgate::format
