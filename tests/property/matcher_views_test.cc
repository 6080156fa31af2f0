// Promise 2: what a caller may not see cannot influence what that caller receives.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <memory>

#include "tests/support/answers.h"
#include "tests/support/model_generators.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using matcher::Catalogue;
using matcher::RiskPlanTerms;
using matcher::View;

// `plan` with one of its fields from `other`.
RiskPlanTerms OneFieldFrom(RiskPlanTerms plan, const RiskPlanTerms& other) {
  const auto from_other = [&](auto... fields) {
    int choice = *rc::gen::inRange(0, static_cast<int>(sizeof...(fields)));
    (void)((choice-- == 0 && (plan.*fields = other.*fields, true)) || ...);
  };
  from_other(&RiskPlanTerms::supervision, &RiskPlanTerms::supervised_by, &RiskPlanTerms::release_on,
             &RiskPlanTerms::reviewed_on, &RiskPlanTerms::rosh, &RiskPlanTerms::mappa_level,
             &RiskPlanTerms::zones, &RiskPlanTerms::curfews, &RiskPlanTerms::work_limits,
             &RiskPlanTerms::permissions, &RiskPlanTerms::conditions);
  return plan;
}

// Gives every candidate a plan that is new, different in one field, gone, or any that can be
// written down, well formed or not.
void ChangePlans(World& world) {
  for (std::optional<RiskPlanTerms>& plan : world.plans) {
    const RiskPlanTerms other = *PlanFor(world);
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        plan = other;
        break;
      case 1:
        plan = OneFieldFrom(plan.value_or(RiskPlanTerms()), other);
        break;
      case 2:
        plan = *rc::gen::arbitrary<RiskPlanTerms>();
        break;
      default:
        plan = std::nullopt;
    }
  }
}

RC_GTEST_PROP(SharedAnswers, DoNotChangeByAByteWhenPlansChange, (World world)) {
  const std::string before = Answers(*Catalogued(world), View::kShared);
  ChangePlans(world);
  RC_ASSERT(FirstDifference(before, Answers(*Catalogued(world), View::kShared)) == "");
}

// The change reaches a catalogue that is in use already.
RC_GTEST_PROP(SharedAnswers, DoNotChangeByAByteWhenPlansAreSetLater, (World world)) {
  matcher::CatalogueBuilder builder = EmptyCatalogue(world);
  for (const Write& write : WritesOf(world)) write(builder);
  const std::string before = Answers(*builder.Publish(1), View::kShared);
  ChangePlans(world);
  for (std::size_t i = 0; i < world.plans.size(); ++i) {
    if (!world.plans[i]) continue;
    builder.SetRiskPlan(world.candidates[i].name, *world.plans[i]).IgnoreError();
  }
  // Of somebody whom nobody has registered.
  builder.SetRiskPlan({"unheard-of"}, *PlanFor(world)).IgnoreError();
  RC_ASSERT(FirstDifference(before, Answers(*builder.Publish(2), View::kShared)) == "");
}

RC_GTEST_PROP(SharedAnswers, AlwaysRequireClearanceAndHoldNoPlan, (const World& world)) {
  const std::string answers = Answers(*Catalogued(world), View::kShared);
  RC_ASSERT(answers.find("clearance 0") == std::string::npos);
  RC_ASSERT(answers.find("a plan") == std::string::npos);
}

// So that the properties above can fail: a FULL answer does depend on every plan.
RC_GTEST_PROP(FullAnswers, ChangeWithEveryPlan, (World world)) {
  const std::string before = Answers(*Catalogued(world), View::kFull);
  auto& plan = world.plans[*rc::gen::inRange<std::size_t>(0, world.plans.size())];
  if (!plan) plan = RiskPlanTerms();
  plan->conditions.push_back({.policy_version = "4.0", .code = "NLC5"});
  RC_ASSERT(before != Answers(*Catalogued(world), View::kFull));
}

}  // namespace
}  // namespace throughgate
