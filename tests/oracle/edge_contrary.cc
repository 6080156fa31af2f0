// Records that speak against each other: employers who say that the work is free of what its place
// or the law says that it is, or that no cash is handled where there is some; and plans that hold
// what nobody supervises.
#include <algorithm>

#include "tests/oracle/edge_parts.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

PremisesMask SomeKinds(Dice& dice) {
  PremisesMask kinds = 0;
  for (int i = dice.OneOf({1, 1, 1, 2}); i > 0; --i) {
    kinds |= MaskOf(static_cast<PremisesKind>(dice.Between(1, kPremisesKindLast)));
  }
  return kinds;
}

WorkAttribute ThatAPlaceSpeaksOf(Dice& dice) {
  return dice.OneOf({WorkAttribute::kChildren, WorkAttribute::kVulnerableAdults,
                     WorkAttribute::kLicensedPremises, WorkAttribute::kGambling,
                     WorkAttribute::kAlcohol, WorkAttribute::kWorship});
}

void SayFreeOf(WorkAttribute attribute, VacancyTerms& work) {
  work.attributes_present &= ~MaskOf(attribute);
  work.attributes_avoidable &= ~MaskOf(attribute);
  work.attributes_absent |= MaskOf(attribute);
}

void SayInvolves(WorkAttribute attribute, VacancyTerms& work) {
  work.attributes_absent &= ~MaskOf(attribute);
  work.attributes_present |= MaskOf(attribute);
}

void SayLittleContact(Dice& dice, VacancyTerms& work) {
  for (ContactDegree* degree : {&work.role.children, &work.role.adults_at_risk}) {
    *degree = dice.OneOf({ContactDegree::kUnknown, ContactDegree::kNone, ContactDegree::kIncidental,
                          ContactDegree::kSupervised});
  }
  for (Known* regulated : {&work.role.regulated_with_children, &work.role.regulated_with_adults}) {
    if (dice.OneIn(2)) *regulated = dice.UpTo(Known::kYes);
  }
}

void Contradict(Dice& dice, VacancyTerms& work) {
  if (dice.OneIn(3)) SayFreeOf(ThatAPlaceSpeaksOf(dice), work);
  if (dice.OneIn(4)) SayLittleContact(dice, work);
  if (!dice.OneIn(4)) return;
  work.role.cash_handled = 0;
  if (dice.OneIn(2)) SayInvolves(WorkAttribute::kCash, work);
}

// Limits of what places speak of.
void AddLimits(Dice& dice, RiskPlanTerms& plan) {
  const auto effect = [&] {
    return dice.OneOf({WorkLimitEffect::kBarred, WorkLimitEffect::kNeedsApproval});
  };
  if (dice.OneIn(4)) plan.work_limits.push_back({ThatAPlaceSpeaksOf(dice), effect()});
  if (plan.contact_limits.empty() && dice.OneIn(6)) {
    const auto group = dice.OneOf({ContactGroup::kChildren, ContactGroup::kAdultsAtRisk});
    const auto from = static_cast<ContactDegree>(dice.Between(2, 4));
    plan.contact_limits.push_back({group, from, effect()});
  }
  if (!plan.cash_limit && dice.OneIn(6)) plan.cash_limit = 100;
}

int AnotherKind(const Tag& tag) { return static_cast<int>(tag.kind) % 3 + 1; }

// The one tag is of another kind than it was, and so in every condition that names it.
void ChangeTag(RiskPlanTerms& plan) {
  const int kind = AnotherKind(plan.tags.front());
  plan.tags.front().kind = static_cast<TagKind>(kind);
  for (LicenceCondition& condition : plan.conditions) {
    for (PlanItem& item : condition.expressed_by) {
      if (item.kind == PlanItemKind::kTag) item.about = static_cast<std::uint8_t>(kind);
    }
  }
}

// Of another kind than the one that is there, and named beside it as often as not.
void AddSecondTag(Dice& dice, Day today, RiskPlanTerms& plan) {
  const int kind = AnotherKind(plan.tags.front());
  plan.tags.push_back({static_cast<TagKind>(kind), MaybeDayBeside(dice, today)});
  for (LicenceCondition& condition : plan.conditions) {
    const bool names_the_first =
        std::any_of(condition.expressed_by.begin(), condition.expressed_by.end(),
                    [](const PlanItem& item) { return item.kind == PlanItemKind::kTag; });
    if (!names_the_first || dice.OneIn(2)) continue;
    condition.expressed_by.push_back({PlanItemKind::kTag, "", static_cast<std::uint8_t>(kind)});
  }
}

// Hours that begin on the evening of the last day as often as not, and run on into the next.
WeekPattern HoursUntil(Dice& dice, const std::optional<Day>& last) {
  constexpr int kDay = 24 * 60;
  if (!last || dice.OneIn(2)) return {{SpanFrom(dice, dice.Between(0, 7 * kDay - 1))}};
  const int weekday = (last->since_epoch + 3) % 7;  // the first of all days was a Thursday
  return {{SpanFrom(dice, weekday * kDay + dice.Between(20 * 60, kDay - 1))}};
}

// Out, under no supervision, with one thing left that somebody would have to see to, or with none.
void LetGo(Dice& dice, Day today, RiskPlanTerms& plan) {
  plan.supervision = Supervision::kNotSupervised;
  plan.reviewed_on = today;
  plan.release_on = MaybeDayBeside(dice, today);
  if (!dice.OneIn(4)) plan.temporary_release = {};
  plan.curfews.clear();
  plan.commitments.clear();
  plan.tags.clear();
  const std::optional<Day> last =
      dice.OneIn(5) ? std::nullopt : std::optional<Day>(DayBeside(dice, today));
  const WeekPattern hours = HoursUntil(dice, last);
  switch (dice.Between(0, 3)) {
    case 0:
      return plan.curfews.push_back({.id = "left", .windows = hours, .ends_on = last});
    case 1:
      return plan.commitments.push_back(
          {.id = "left", .kind = CommitmentKind::kProgramme, .windows = hours, .ends_on = last});
    case 2:
      return plan.tags.push_back({static_cast<TagKind>(dice.Between(1, 3)), last});
    default:
      return;
  }
}

void Contradict(Dice& dice, Day today, RiskPlanTerms& plan) {
  AddLimits(dice, plan);
  if (plan.tags.size() == 1 && dice.OneIn(4)) ChangeTag(plan);
  if (plan.tags.size() == 1 && dice.OneIn(3)) AddSecondTag(dice, today, plan);
  // Conditions may name what would be taken away.
  if (plan.conditions.empty() && dice.OneIn(5)) LetGo(dice, today, plan);
}

}  // namespace

void AddContrary(Dice& dice, PlainWorld& world) {
  for (Site& site : world.sites) {
    if (dice.OneIn(4)) site.terms.premises_kinds |= SomeKinds(dice);
  }
  for (Vacancy& vacancy : world.vacancies) Contradict(dice, vacancy.terms);
  for (std::optional<RiskPlanTerms>& plan : world.plans) {
    if (plan) Contradict(dice, world.today, *plan);
  }
}

}  // namespace throughgate::oracle
