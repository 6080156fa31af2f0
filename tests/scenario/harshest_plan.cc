#include "tests/scenario/harshest_plan.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"

namespace throughgate::scenario {
namespace {

using matcher::RiskPlanTerms;
using matcher::RoshLevel;
using matcher::WorkAttribute;
using matcher::WorkLimitEffect;

void ForbidPlacesAndHours(const Scenario& scenario, RiskPlanTerms& plan) {
  const auto place = scenario.places.begin();
  if (place != scenario.places.end()) {
    plan.zones.push_back({"everywhere",
                          matcher::ZoneKind::kExclusion,
                          matcher::Circle{place->second, {1'000'000}},
                          {0}});
  }
  plan.curfews.push_back({"always", {{{0, matcher::kMinutesPerWeek}}}, std::nullopt});
}

void LimitWork(RiskPlanTerms& plan) {
  for (int attribute = 1; attribute <= matcher::kWorkAttributeLast; ++attribute) {
    plan.work_limits.push_back({static_cast<WorkAttribute>(attribute), WorkLimitEffect::kBarred});
  }
  for (const auto group :
       {matcher::ContactGroup::kChildren, matcher::ContactGroup::kAdultsAtRisk}) {
    plan.contact_limits.push_back(
        {group, matcher::ContactDegree::kIncidental, WorkLimitEffect::kBarred});
  }
  plan.vehicle_limits.push_back({"all", 0, {}, "", WorkLimitEffect::kBarred});
  plan.premises_limits.push_back({"all",
                                  matcher::kEveryPremises,
                                  matcher::kPremisesDistanceMax,
                                  {},
                                  WorkLimitEffect::kBarred});
  plan.cash_limit = 0;
  for (const auto kind :
       {matcher::TagKind::kCurfew, matcher::TagKind::kLocation, matcher::TagKind::kAlcohol}) {
    plan.tags.push_back({kind, std::nullopt});
  }
}

void RecordTheWorst(RiskPlanTerms& plan) {
  plan.rosh = {RoshLevel::kVeryHigh, RoshLevel::kVeryHigh, RoshLevel::kVeryHigh,
               RoshLevel::kVeryHigh};
  plan.mappa_level = matcher::MappaLevel::kLevel3;
  plan.barred_lists = {matcher::Known::kYes, matcher::Known::kYes};
  for (int category = 1; category <= matcher::kOffenceCategoryLast; ++category) {
    plan.offences.push_back({static_cast<matcher::OffenceCategory>(category), std::nullopt});
  }
  matcher::CourtOrder order;
  order.id = "everything";
  order.kind = matcher::OrderKind::kOther;
  for (int attribute = 1; attribute <= matcher::kWorkAttributeLast; ++attribute) {
    order.barred_attributes.push_back(static_cast<WorkAttribute>(attribute));
  }
  for (int major_group = 0; major_group <= 9; ++major_group) {
    order.barred_occupations.push_back(absl::StrCat("isco/", major_group));
  }
  plan.orders.push_back(order);
  plan.conditions.push_back({"4.0", "not-understood"});
}

}  // namespace

RiskPlanTerms HarshestPlan(const Scenario& scenario) {
  RiskPlanTerms plan;
  plan.supervision = matcher::Supervision::kHdc;
  ForbidPlacesAndHours(scenario, plan);
  LimitWork(plan);
  RecordTheWorst(plan);
  return plan;
}

}  // namespace throughgate::scenario
