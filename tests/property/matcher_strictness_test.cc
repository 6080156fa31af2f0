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

// What is disclosed speaks only against what is surely so: who knows less may propose more.
World WithNothingShared(World world) {
  world.effects.assign(world.effects.size(), {});
  return world;
}

// What knowing less may do: nothing, or leave the decision to a person. It never clears, and it
// never refuses.
void AssertSameOrReview(const World& before, const World& after) {
  for (const View view : {View::kShared, View::kFull}) {
    const std::vector<Verdict> old_verdicts = Verdicts(WithNothingShared(before), view);
    const std::vector<Verdict> new_verdicts = Verdicts(WithNothingShared(after), view);
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

// Whatever a plan may state, one more of it.
void AddConstraint(RiskPlanTerms& plan) {
  switch (*rc::gen::inRange(0, 13)) {
    case 0:
      return plan.zones.push_back(*ZoneNearby());
    case 1:
      return plan.curfews.push_back(*CurfewOfEvenings());
    case 2:
      return plan.work_limits.push_back(
          {OneOf({WorkAttribute::kChildren, WorkAttribute::kCash, WorkAttribute::kUnspecified}),
           OneOf({WorkLimitEffect::kBarred, WorkLimitEffect::kNeedsApproval})});
    case 3:
      return plan.contact_limits.push_back(AnyContactLimit());
    case 4:
      return plan.vehicle_limits.push_back(AnyVehicleLimit());
    case 5:
      plan.cash_limit = std::min(plan.cash_limit.value_or(50), OneOf({0, 50}));
      return;
    case 6:
      return plan.tags.push_back(AnyTag());
    case 7:
      return plan.orders.push_back(AnyCourtOrder());
    case 8:
      (OneIn(2) ? plan.barred_lists.children : plan.barred_lists.adults) = Known::kYes;
      return;
    case 9:
      // The first that is recorded may well clear: what is on record is then known.
      if (!plan.offences.empty()) plan.offences.push_back(AnyOffence());
      return;
    case 10:
      return plan.premises_limits.push_back(AnyPremisesLimit());
    case 11:
      plan.rosh.to_public = std::max(plan.rosh.to_public, RoshLevel::kHigh);
      plan.mappa_level = std::max(plan.mappa_level, MappaLevel::kLevel2);
      return;
    default:
      return plan.conditions.push_back({.policy_version = "4.0", .code = "added"});
  }
}

// On home detention curfew the first curfew that is recorded may well clear: its hours are then
// known.
World WithCurfewsOnRecord(World world) {
  for (auto& plan : world.plans) {
    if (!plan || plan->supervision != Supervision::kHdc) continue;
    plan->curfews.push_back(*CurfewOfEvenings());
    plan->curfews.back().ends_on.reset();
  }
  return world;
}

RC_GTEST_PROP(Constraint, NeverAddsAMatchNorMakesAVerdictLaxer, (const World& world)) {
  World before = WithCurfewsOnRecord(WithPlans(world));
  // One upon the other: some faults take two of a kind to show.
  for (int i = 0; i < 8; ++i) {
    World after = before;
    for (auto& plan : after.plans) AddConstraint(*plan);
    AssertNoLaxer(before, after);
    before = std::move(after);
  }
}

// Each limit so that it covers all that it covered, and more.
void Widen(RiskPlanTerms& plan) {
  for (ContactLimit& limit : plan.contact_limits) {
    if (OneIn(2)) limit.from = ContactDegree::kIncidental;
  }
  for (VehicleLimit& limit : plan.vehicle_limits) {
    if (OneIn(2)) limit.types = 0;
    if (OneIn(2)) limit.windows = {};
    if (OneIn(2)) limit.within_zone.clear();
  }
  for (PremisesLimit& limit : plan.premises_limits) {
    if (OneIn(2)) limit.kinds |= MaskOf(PremisesKind::kSwimmingPool);
    if (OneIn(2)) limit.distance = kPremisesDistanceMax;
    if (OneIn(2)) limit.windows = {};
    if (OneIn(2)) limit.ends_on.reset();
  }
  if (plan.cash_limit) plan.cash_limit = 0;
  for (Tag& tag : plan.tags) {
    if (OneIn(2)) tag.ends_on.reset();
  }
  for (Offence& offence : plan.offences) {
    if (OneIn(2)) offence.spent_on.reset();
  }
  for (CourtOrder& order : plan.orders) {
    if (OneIn(2)) order.ends_on.reset();
    if (OneIn(2)) order.read_in_full = false;
    if (OneIn(2)) order.barred_occupations.push_back("isco/7");
  }
}

RC_GTEST_PROP(Limit, NeverMakesAVerdictLaxerByCoveringMore, (const World& world)) {
  World after = world;
  for (auto& plan : after.plans) {
    if (plan) Widen(*plan);
  }
  AssertNoLaxer(world, after);
}

// Of the same kinds, so that none becomes known by it.
RC_GTEST_PROP(Premises, NeverMakeAVerdictLaxerByBeingMore, (const World& world)) {
  World after = world;
  for (Premises more : AnyPremises()) {
    const bool known = std::ranges::any_of(
        world.premises, [&](const Premises& one) { return one.kind == more.kind; });
    if (known) after.premises.push_back(std::move(more));
  }
  AssertNoLaxer(world, after);
}

// What can be arranged away is for a person to arrange; what cannot is no laxer for that.
RC_GTEST_PROP(Arrangement, NeverMakesAVerdictStricter, (const World& world)) {
  World without = world;
  for (Vacancy& vacancy : without.vacancies) vacancy.terms.attributes_avoidable = 0;
  AssertNoLaxer(world, without);
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
  for (Premises& one : after.premises) one.place.uncertainty.value += *rc::gen::inRange(0, 3'000);
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

// Takes back some of what was said of what the work is, involves and demands.
void ForgetSome(VacancyTerms& terms) {
  if (OneIn(2)) {
    terms.attributes_present = 0;
    terms.attributes_absent = 0;
    terms.attributes_avoidable = 0;
    terms.role.children = ContactDegree::kUnknown;
    terms.role.adults_at_risk = ContactDegree::kUnknown;
    terms.role.vehicles = 0;
    terms.role.cash_handled.reset();
  }
  // Regulated activity tells of contact by itself, for the worse, where no degree is stated.
  if (terms.role.children == ContactDegree::kUnknown ||
      terms.role.adults_at_risk == ContactDegree::kUnknown || OneIn(2)) {
    terms.role.regulated_with_children = Known::kUnknown;
    terms.role.regulated_with_adults = Known::kUnknown;
  }
  if (OneIn(2)) terms.occupations.clear();
}

// What contradicts itself is read for the worse of it, and to forget that half may well clear.
void SettleContradictions(VacancyTerms& terms) {
  const auto settle = [&](Known regulated, ContactDegree& degree, WorkAttribute group) {
    const bool with_them =
        regulated == Known::kYes || (terms.attributes_present & MaskOf(group)) != 0;
    if (!with_them) return;
    terms.attributes_absent &= ~MaskOf(group);
    if (degree < ContactDegree::kSupervised) degree = ContactDegree::kUnknown;
  };
  Role& role = terms.role;
  settle(role.regulated_with_children, role.children, WorkAttribute::kChildren);
  settle(role.regulated_with_adults, role.adults_at_risk, WorkAttribute::kVulnerableAdults);
  if (role.cash_handled == 0) role.cash_handled.reset();
}

// Not so what the employer says of offences and of checks, where silence is an answer, nor what
// does not bear a tag, which nobody is asked about.
RC_GTEST_PROP(Work, OnlyEverLeadsToReviewWhenItIsForgotten, (const World& world)) {
  World before = world;
  for (auto& plan : before.plans) {
    if (plan) plan->tags.clear();
  }
  for (Vacancy& vacancy : before.vacancies) {
    vacancy.terms.role.dbs_level = DbsLevel::kUnknown;
    SettleContradictions(vacancy.terms);
  }
  World after = before;
  for (Vacancy& vacancy : after.vacancies) ForgetSome(vacancy.terms);
  AssertSameOrReview(before, after);
}

// Asks about every pair by its records: `check(plan, work, verdict)`.
template <typename Check>
void CheckEachPair(const World& world, Check check) {
  const std::shared_ptr<const Catalogue> catalogue = Catalogued(world);
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    const Ordinal candidate = *catalogue->OrdinalOf(world.candidates[i].name);
    for (const Vacancy& vacancy : world.vacancies) {
      const Ordinal work = *catalogue->OrdinalOf(vacancy.name);
      check(*world.plans[i], vacancy.terms,
            Explain(*catalogue, candidate, work, View::kFull, kWorldToday).match.verdict);
    }
  }
}

// By the records themselves, whatever else the plan says, permits or leaves out.
bool BarredByLaw(const RiskPlanTerms& plan, const VacancyTerms& work) {
  for (const CourtOrder& order : plan.orders) {
    if (order.ends_on && *order.ends_on < kWorldToday) continue;
    for (const WorkAttribute attribute : order.barred_attributes) {
      if (work.attributes_present & ~work.attributes_avoidable & MaskOf(attribute)) return true;
    }
  }
  return (plan.barred_lists.children == Known::kYes &&
          work.role.regulated_with_children == Known::kYes) ||
         (plan.barred_lists.adults == Known::kYes &&
          work.role.regulated_with_adults == Known::kYes);
}

RC_GTEST_PROP(Law, IsSoftenedByNothing, (const World& world)) {
  CheckEachPair(WithPlans(world),
                [](const RiskPlanTerms& plan, const VacancyTerms& work, Verdict verdict) {
                  RC_ASSERT(!BarredByLaw(plan, work) || verdict == Verdict::kNotAvailable);
                });
}

RC_GTEST_PROP(MissingPlan, NeverClears, (World world)) {
  for (auto& plan : world.plans) plan.reset();
  for (const Verdict verdict : Verdicts(world, View::kFull)) {
    RC_ASSERT(verdict != Verdict::kEligible);
  }
}

RC_GTEST_PROP(UnknownBarredLists, NeverClearWhatMayBeRegulated, (const World& world)) {
  World unknown = WithPlans(world);
  for (auto& plan : unknown.plans) {
    (OneIn(2) ? plan->barred_lists.children : plan->barred_lists.adults) = Known::kUnknown;
  }
  CheckEachPair(unknown, [](const RiskPlanTerms& plan, const VacancyTerms& work, Verdict verdict) {
    const bool children = plan.barred_lists.children == Known::kUnknown &&
                          work.role.regulated_with_children != Known::kNo;
    const bool adults = plan.barred_lists.adults == Known::kUnknown &&
                        work.role.regulated_with_adults != Known::kNo;
    RC_ASSERT(verdict != Verdict::kEligible || !(children || adults));
  });
}

// What is not known of the person is never taken for the best.
RC_GTEST_PROP(UnknownRiskData, NeverClears, (const World& world)) {
  World unknown = WithPlans(world);
  for (auto& plan : unknown.plans) {
    switch (*rc::gen::inRange(0, 5)) {
      case 0:
        plan->supervision = Supervision::kUnknown;
        break;
      case 1:
        plan->rosh.known_adult = RoshLevel::kUnknown;
        break;
      case 2:
        plan->mappa_level = MappaLevel::kUnknown;
        break;
      case 3:
        plan->orders.push_back(AnyCourtOrder());
        plan->orders.back().read_in_full = false;
        plan->orders.back().ends_on.reset();
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
