#include "tests/support/limit_generators.h"

#include "tests/support/generator_parts.h"

namespace throughgate::generators {
namespace {

using matcher::WorkLimitEffect;
using rc::gen::arbitrary;

constexpr auto kAttributeLast = static_cast<matcher::WorkAttribute>(matcher::kWorkAttributeLast);

WorkLimitEffect AnyEffect() { return *EnumUpTo(WorkLimitEffect::kNeedsApproval); }

std::vector<matcher::WorkLimit> AnyWorkLimits() {
  std::vector<matcher::WorkLimit> limits;
  for (const auto attribute : Some(kAttributeLast, 4)) {
    limits.push_back({.attribute = attribute, .effect = AnyEffect()});
  }
  return limits;
}

// Contact is never limited from "none" upwards.
std::vector<matcher::ContactLimit> AnyContactLimits() {
  using matcher::ContactDegree;
  std::vector<matcher::ContactLimit> limits;
  for (const auto group : Some(matcher::ContactGroup::kAdultsAtRisk, 2)) {
    limits.push_back(
        {.group = group,
         .from = *rc::gen::element(ContactDegree::kIncidental, ContactDegree::kSupervised,
                                   ContactDegree::kUnsupervised),
         .effect = AnyEffect()});
  }
  return limits;
}

matcher::VehicleLimit VehicleLimitOf(const matcher::RiskPlanTerms& plan, int i) {
  matcher::VehicleLimit limit;
  limit.id = IdNumber(i);
  limit.types = SomeBitsOf(matcher::kEveryVehicle);
  limit.windows = *arbitrary<matcher::WeekPattern>();
  if (!plan.zones.empty() && *arbitrary<bool>()) {
    limit.within_zone = (*rc::gen::elementOf(plan.zones)).id;
  }
  limit.effect = AnyEffect();
  return limit;
}

matcher::PremisesLimit AnyPremisesLimit(int i) {
  matcher::PremisesLimit limit;
  limit.id = IdNumber(i);
  limit.kinds = SomeBitsOf(matcher::kEveryPremises) | MaskOf(matcher::PremisesKind::kSchool);
  limit.distance = {*Between<std::int64_t>(0, matcher::kPremisesDistanceMax.value)};
  limit.windows = *arbitrary<matcher::WeekPattern>();
  limit.effect = AnyEffect();
  limit.ends_on = MaybeDay();
  return limit;
}

std::vector<matcher::Tag> AnyTags() {
  std::vector<matcher::Tag> tags;
  for (const auto kind : Some(matcher::TagKind::kAlcohol, 2)) {
    tags.push_back({.kind = kind, .ends_on = MaybeDay()});
  }
  return tags;
}

matcher::Offence AnyOffence(int) {
  return {.category = *EnumUpTo(matcher::OffenceCategory::kOther), .spent_on = MaybeDay()};
}

matcher::CourtOrder AnyOrder(int i) {
  return {.id = IdNumber(i),
          .kind = *EnumUpTo(matcher::OrderKind::kOther),
          .barred_attributes = Some(kAttributeLast, 8),
          .barred_occupations = SomeGroups(0, 2),
          .read_in_full = *arbitrary<bool>(),
          .ends_on = MaybeDay()};
}

}  // namespace

void SetLimits(matcher::RiskPlanTerms& plan) {
  plan.work_limits = AnyWorkLimits();
  plan.contact_limits = AnyContactLimits();
  plan.vehicle_limits = Few(2, [&](int i) { return VehicleLimitOf(plan, i); });
  plan.premises_limits = Few(2, AnyPremisesLimit);
  plan.cash_limit = Optionally(Between(0, 1'000'000));
  plan.tags = AnyTags();
  plan.barred_lists = {.children = *EnumUpTo(matcher::Known::kYes),
                       .adults = *EnumUpTo(matcher::Known::kYes)};
  plan.offences = Few(3, AnyOffence);
  plan.orders = Few(2, AnyOrder);
}

}  // namespace throughgate::generators
