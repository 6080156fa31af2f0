// More constraints never admit more, and less knowledge never clears.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "tests/support/answers.h"
#include "tests/support/world.h"
#include "tests/support/world_parts.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

// Of all pairs, as the search has them: what it does not find is not available.
std::vector<Verdict> Verdicts(const World& world, View view) {
  const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
  std::vector<Verdict> verdicts;
  for (const auto& [name, candidate] : CandidatesByName(*catalogue)) {
    const std::vector<Match> found = VacanciesFor(*catalogue, candidate, view);
    for (const auto& [other_name, vacancy] : VacanciesByName(*catalogue)) {
      const auto match = std::find_if(found.begin(), found.end(),
                                      [&](const Match& one) { return one.ordinal == vacancy; });
      verdicts.push_back(match == found.end() ? Verdict::kNotAvailable : match->verdict);
    }
  }
  return verdicts;
}

void AssertNoLaxer(const World& before, const World& after) {
  const std::vector<Verdict> old_verdicts = Verdicts(before, View::kFull);
  const std::vector<Verdict> new_verdicts = Verdicts(after, View::kFull);
  for (std::size_t i = 0; i < old_verdicts.size(); ++i) {
    RC_ASSERT(new_verdicts[i] >= old_verdicts[i]);
  }
}

// What knowing less may do: nothing, or leave the decision to a person. It never clears, and it
// never refuses.
void AssertSameOrReview(const World& before, const World& after) {
  for (const View view : {View::kShared, View::kFull}) {
    const std::vector<Verdict> old_verdicts = Verdicts(before, view);
    const std::vector<Verdict> new_verdicts = Verdicts(after, view);
    for (std::size_t i = 0; i < old_verdicts.size(); ++i) {
      RC_ASSERT(new_verdicts[i] == old_verdicts[i] || new_verdicts[i] == Verdict::kReview);
    }
  }
}

// Everybody has a plan: to give somebody a first one may well clear.
World WithPlans(World world) {
  for (auto& plan : world.plans) {
    if (!plan) plan = *PlanFor(world);
  }
  return world;
}

void AddConstraint(RiskPlanTerms& plan) {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      plan.zones.push_back(*ZoneNearby());
      break;
    case 1:
      plan.curfews.push_back(*CurfewOfEvenings());
      break;
    case 2:
      plan.work_limits.push_back(
          {OneOf({WorkAttribute::kChildren, WorkAttribute::kCash, WorkAttribute::kUnspecified}),
           OneOf({WorkLimitEffect::kBarred, WorkLimitEffect::kNeedsApproval})});
      break;
    default:
      plan.conditions.push_back({.policy_version = "4.0", .code = "added"});
  }
}

RC_GTEST_PROP(Constraint, NeverAddsAMatchNorMakesAVerdictLaxer, (const World& world)) {
  World before = WithPlans(world);
  // One upon the other: some faults take two of a kind to show.
  for (int i = 0; i < 8; ++i) {
    World after = before;
    for (auto& plan : after.plans) AddConstraint(*plan);
    AssertNoLaxer(before, after);
    before = std::move(after);
  }
}

RC_GTEST_PROP(Buffer, NeverMakesAVerdictLaxerByGrowing, (const World& world)) {
  World after = world;
  for (auto& plan : after.plans) {
    if (!plan) continue;
    for (Zone& zone : plan->zones) {
      if (zone.kind == ZoneKind::kExclusion) zone.buffer.value += *rc::gen::inRange(0, 5'000);
    }
  }
  AssertNoLaxer(world, after);
}

RC_GTEST_PROP(Uncertainty, OnlyEverLeadsToReviewByGrowing, (const World& world)) {
  World after = world;
  for (Site& site : after.sites) {
    if (site.terms.place) site.terms.place->uncertainty.value += *rc::gen::inRange(0, 8'000);
  }
  for (District& district : after.districts) {
    // 0 asks for an estimate, which has nothing to grow from.
    if (district.uncertainty.value > 0) district.uncertainty.value += *rc::gen::inRange(0, 8'000);
  }
  AssertSameOrReview(world, after);
}

RC_GTEST_PROP(Uncertainty, OnlyEverLeadsToReviewWhenAPlaceIsForgotten, (const World& world)) {
  World after = world;
  for (Site& site : after.sites) {
    if (OneIn(2)) site.terms.place.reset();
  }
  AssertSameOrReview(world, after);
}

RC_GTEST_PROP(MissingPlan, NeverClears, (World world)) {
  for (auto& plan : world.plans) plan.reset();
  for (const Verdict verdict : Verdicts(world, View::kFull)) {
    RC_ASSERT(verdict != Verdict::kEligible);
  }
}

// What is not known of the person is never taken for the best.
RC_GTEST_PROP(UnknownRiskData, NeverClears, (const World& world)) {
  World unknown = WithPlans(world);
  for (auto& plan : unknown.plans) {
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        plan->supervision = Supervision::kUnknown;
        break;
      case 1:
        plan->rosh.known_adult = RoshLevel::kUnknown;
        break;
      case 2:
        plan->mappa_level = MappaLevel::kUnknown;
        break;
      default:
        plan->reviewed_on = {kWorldToday.since_epoch + OneOf({1, -183})};
    }
  }
  for (const Verdict verdict : Verdicts(unknown, View::kFull)) {
    RC_ASSERT(verdict != Verdict::kEligible);
  }
}

}  // namespace
}  // namespace throughgate
