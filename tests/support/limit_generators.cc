#include "tests/support/limit_generators.h"

#include "tests/support/generator_parts.h"

namespace throughgate::generators {
namespace {

using matcher::WorkLimitEffect;
using rc::gen::arbitrary;

constexpr auto kAttributeLast = static_cast<matcher::WorkAttribute>(matcher::kWorkAttributeLast);

// Each enumerator up to `last`, but for the first, with one chance in `of`.
template <typename Enum>
std::vector<Enum> Some(Enum last, int of) {
  std::vector<Enum> some;
  for (int i = 1; i <= static_cast<int>(last); ++i) {
    if (*Between(1, of) == 1) some.push_back(static_cast<Enum>(i));
  }
  return some;
}

WorkLimitEffect AnyEffect() { return *EnumUpTo(WorkLimitEffect::kNeedsApproval); }

matcher::Curfew AnyCurfew(int i) {
  return {.id = IdNumber(i), .windows = *arbitrary<matcher::WeekPattern>(), .ends_on = MaybeDay()};
}

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
          .barred_occupations = Few(3, [](int group) { return absl::StrCat("isco/", 20 + group); }),
          .read_in_full = *arbitrary<bool>(),
          .ends_on = MaybeDay()};
}

}  // namespace

void SetLimits(matcher::RiskPlanTerms& plan) {
  plan.curfews = Few(2, AnyCurfew);
  plan.work_limits = AnyWorkLimits();
  plan.contact_limits = AnyContactLimits();
  plan.vehicle_limits = Few(2, [&](int i) { return VehicleLimitOf(plan, i); });
  plan.cash_limit = Optionally(Between(0, 1'000'000));
  plan.tags = AnyTags();
  plan.barred_lists = {.children = *EnumUpTo(matcher::Known::kYes),
                       .adults = *EnumUpTo(matcher::Known::kYes)};
  plan.offences = Few(3, AnyOffence);
  plan.orders = Few(2, AnyOrder);
}

}  // namespace throughgate::generators
