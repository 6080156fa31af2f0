// Takes most of what worlds say back, so that what is left decides by itself.
#include "tests/oracle/edge_parts.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// Makes a part ordinary again, four times out of five.
template <typename Part>
void Calm(Dice& dice, Part& part, const Part& ordinary) {
  if (!dice.OneIn(5)) part = ordinary;
}

void CalmPerson(Dice& dice, CandidateTerms& person) {
  std::vector<Qualification> all;
  for (int kind = 1; kind <= kQualificationLast; ++kind) {
    all.push_back({static_cast<QualificationKind>(kind), {}});
  }
  Calm(dice, person.qualifications, all);
  Calm(dice, person.readiness, Readiness::kReadyToWork);
  Calm(dice, person.young_worker, false);
  Calm(dice, person.available_from, {});
}

void CalmWork(Dice& dice, VacancyTerms& work) {
  Role nothing_asked;
  nothing_asked.regulated_with_children = Known::kNo;
  nothing_asked.regulated_with_adults = Known::kNo;
  Calm(dice, work.role, nothing_asked);
  Calm(dice, work.qualifications, {});
  Calm(dice, work.kind, VacancyKind::kJob);
  Calm(dice, work.state, VacancyState::kOpen);
  Calm(dice, work.work_base, WorkBase::kWorkplace);
  Calm(dice, work.site_mode, SiteMode::kChooseOne);
  Calm(dice, work.opens_on, {});
  Calm(dice, work.closes_on, {});
  Calm(dice, work.starts_on, {});
  if (!dice.OneIn(3)) return;
  work.attributes_present = 0;
  work.attributes_avoidable = 0;
  work.attributes_absent = ~AttributeMask{0};
}

void CalmPlan(Dice& dice, Day today, RiskPlanTerms& plan) {
  Calm(dice, plan.supervision, Supervision::kOnLicence);
  Calm(dice, plan.release_on, {});
  Calm(dice, plan.reviewed_on, today);
  Calm(dice, plan.rosh, {RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow, RoshLevel::kLow});
  Calm(dice, plan.mappa_level, MappaLevel::kNotApplicable);
  Calm(dice, plan.barred_lists, {Known::kNo, Known::kNo});
  Calm(dice, plan.conditions, {});
  if (!plan.conditions.empty()) return;  // which name the rest
  Calm(dice, plan.curfews, {});
  Calm(dice, plan.commitments, {});
  Calm(dice, plan.contact_limits, {});
  Calm(dice, plan.cash_limit, {});
  Calm(dice, plan.tags, {});
  Calm(dice, plan.orders, {});
  Calm(dice, plan.no_contact, {});
  if (dice.OneIn(2)) return;
  plan.vehicle_limits.clear();  // which may name a zone
  plan.permissions.clear();
  plan.zones.clear();
}

}  // namespace

void CalmDown(Dice& dice, PlainWorld& world) {
  for (Candidate& person : world.candidates) CalmPerson(dice, person.terms);
  for (Vacancy& vacancy : world.vacancies) CalmWork(dice, vacancy.terms);
  for (std::optional<RiskPlanTerms>& plan : world.plans) {
    if (plan) CalmPlan(dice, world.today, *plan);
  }
}

}  // namespace throughgate::oracle
