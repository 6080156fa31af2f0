// Promise 2: what a caller may not see cannot influence what that caller receives.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "tests/support/answers.h"
#include "tests/support/model_generators.h"
#include "tests/support/world.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using matcher::Catalogue;
using matcher::RiskPlanTerms;
using matcher::View;

// All that a plan states, but for who supervises, which decides who may ask, and when it was
// corrected, which decides what imports leave alone: neither decides what is answered.
constexpr auto kFields = std::make_tuple(
    &RiskPlanTerms::supervision, &RiskPlanTerms::release_on, &RiskPlanTerms::reviewed_on,
    &RiskPlanTerms::rosh, &RiskPlanTerms::mappa_level, &RiskPlanTerms::zones,
    &RiskPlanTerms::curfews, &RiskPlanTerms::work_limits, &RiskPlanTerms::contact_limits,
    &RiskPlanTerms::vehicle_limits, &RiskPlanTerms::premises_limits, &RiskPlanTerms::cash_limit,
    &RiskPlanTerms::tags, &RiskPlanTerms::barred_lists, &RiskPlanTerms::offences,
    &RiskPlanTerms::orders, &RiskPlanTerms::work_approvals, &RiskPlanTerms::no_contact,
    &RiskPlanTerms::commitments, &RiskPlanTerms::temporary_release, &RiskPlanTerms::home_county,
    &RiskPlanTerms::permissions, &RiskPlanTerms::conditions);
constexpr int kFieldCount = static_cast<int>(std::tuple_size_v<decltype(kFields)>);

// Does not compile when a plan has a field more, so that none is forgotten above.
[[maybe_unused]] void CountFields(const RiskPlanTerms& plan) {
  [[maybe_unused]] const auto& [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15,
                                a16, a17, a18, a19, a20, a21, a22, a23, a24, a25] = plan;
  static_assert(kFieldCount + 2 == 25);
}

// `plan` with one of its fields from `other`.
RiskPlanTerms WithFieldFrom(RiskPlanTerms plan, const RiskPlanTerms& other, int which) {
  std::apply(
      [&](auto... fields) {
        (void)((which-- == 0 && (plan.*fields = other.*fields, true)) || ...);
      },
      kFields);
  return plan;
}

RiskPlanTerms OneFieldFrom(RiskPlanTerms plan, const RiskPlanTerms& other) {
  if (OneIn(kFieldCount + 1)) {
    plan.supervised_by = other.supervised_by;
    plan.corrected_on = other.corrected_on;
    return plan;
  }
  return WithFieldFrom(std::move(plan), other, *rc::gen::inRange(0, kFieldCount));
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

// Nor does a field escape: each of them alone changes what probation is told of somebody.
TEST(FullAnswers, DependOnEveryFieldOfThePlan) {
  constexpr std::uint64_t kSeeds = 60;
  for (int field = 0; field < kFieldCount; ++field) {
    bool changed = false;
    for (std::uint64_t seed = 0; seed < kSeeds && !changed; ++seed) {
      World world = WorldOfSeed(seed);
      const World other = WorldOfSeed(seed + 1);
      if (!world.plans.front() || !other.plans.front()) continue;
      const std::string before = Answers(*Catalogued(world), View::kFull);
      world.plans.front() = WithFieldFrom(*world.plans.front(), *other.plans.front(), field);
      changed = before != Answers(*Catalogued(world), View::kFull);
    }
    EXPECT_TRUE(changed) << "field no. " << field;
  }
}

}  // namespace
}  // namespace throughgate
