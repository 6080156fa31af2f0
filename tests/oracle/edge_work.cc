// Vacancies and slots.
#include <algorithm>

#include "tests/oracle/edge_parts.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr int kDay = 24 * 60;
constexpr int kWeek = 7 * kDay;

// Five days of about eight hours, about as early and as late as the young may work.
WeekPattern WorkingWeek(Dice& dice) {
  WeekPattern pattern;
  const int begin = dice.OneOf({6 * 60, 6 * 60 - 1, 9 * 60, 14 * 60, 14 * 60 + 1});
  for (int day = 0; day < dice.Between(5, 6); ++day) {
    pattern.spans.push_back({day * kDay + begin, 8 * 60});
  }
  if (dice.OneIn(3)) pattern.spans.back().length += dice.OneOf({-1, 1});
  return pattern;
}

WeekPattern AnyShifts(Dice& dice) {
  WeekPattern pattern;
  switch (dice.Between(0, 5)) {
    case 0:
      return pattern;
    case 1:
      return WorkingWeek(dice);
    case 2:  // nights, once over the end of the week
      for (int day : {0, 3, 6}) pattern.spans.push_back({day * kDay + 22 * 60, 8 * 60});
      return pattern;
    case 3:  // two on a day, touching or lapping over
      pattern.spans = {{8 * 60, 4 * 60}, {12 * 60 + dice.Between(-1, 1), 4 * 60}};
      return pattern;
    default:
      for (int i = dice.Between(1, 2); i > 0; --i) {
        pattern.spans.push_back({dice.Between(0, kWeek - 1), dice.Between(1, 14 * 60)});
      }
      std::sort(pattern.spans.begin(), pattern.spans.end());
      return pattern;
  }
}

// Every attribute is present, absent, unknown, or can be arranged away.
void SetAttributes(Dice& dice, VacancyTerms& work) {
  for (int i = 1; i <= kWorkAttributeLast; ++i) {
    const AttributeMask mask = MaskOf(static_cast<WorkAttribute>(i));
    const int odds = dice.Between(0, 7);
    if (odds <= 1) work.attributes_present |= mask;
    if (odds == 1) work.attributes_avoidable |= mask;
    if (odds >= 3) work.attributes_absent |= mask;
  }
}

OffenceMask AnyOffences(Dice& dice) {
  OffenceMask mask = 0;
  for (int i = 1; i <= kOffenceCategoryLast; ++i) {
    if (dice.OneIn(4)) mask |= MaskOf(static_cast<OffenceCategory>(i));
  }
  return mask;
}

Role AnyRole(Dice& dice) {
  Role role;
  role.children = dice.UpTo(ContactDegree::kUnsupervised);
  role.adults_at_risk = dice.UpTo(ContactDegree::kUnsupervised);
  role.regulated_with_children = dice.UpTo(Known::kYes);
  role.regulated_with_adults = dice.UpTo(Known::kYes);
  if (!dice.OneIn(3)) {
    role.vehicles = static_cast<VehicleMask>(dice.Between(0, kEveryVehicle / 2)) * 2;
  }
  if (!dice.OneIn(3)) role.cash_handled = dice.Between(99, 101);
  role.dbs_level = dice.UpTo(DbsLevel::kEnhancedWithList);
  role.exempt = dice.UpTo(Known::kYes);
  role.disclosure_stage = dice.UpTo(DisclosureStage::kAfterOffer);
  role.offence_policy = dice.UpTo(OffencePolicy::kListed);
  if (role.offence_policy == OffencePolicy::kListed) {
    role.excluded_offences = AnyOffences(dice);
    role.case_by_case_offences = AnyOffences(dice) & ~role.excluded_offences;
  }
  return role;
}

std::vector<VacancyOccupation> AnyOccupations(Dice& dice) {
  std::vector<VacancyOccupation> occupations;
  for (const char* code :
       {"occupation/baker", "occupation/butcher", "occupation/bricklayer", "occupation/cook",
        "occupation/dreamer", "isco/75", "isco/7512", "isco/7511", "skill/bake", "nowhere"}) {
    if (dice.OneIn(7) && occupations.size() < kVacancyOccupationsMax) {
      occupations.push_back({.code = code, .inferred_from = {}});
    }
  }
  return occupations;
}

VacancyTerms AnyWork(Dice& dice, int employer, Day today) {
  VacancyTerms work;
  work.kind = dice.OneIn(3) ? VacancyKind::kWorkTrial : dice.UpTo(VacancyKind::kSelfEmployment);
  work.state = dice.OneIn(12) ? VacancyState::kClosed : VacancyState::kOpen;
  work.site_mode = dice.OneIn(4) ? dice.UpTo(SiteMode::kUnknown)
                                 : dice.OneOf({SiteMode::kChooseOne, SiteMode::kAll});
  for (int site = 0; site < kSites; ++site) {
    if (EmployerOf(site) == employer && dice.OneIn(2)) work.sites.push_back(SiteId(site));
  }
  if (dice.OneIn(12)) work.sites.push_back("unrecorded");
  work.shifts = AnyShifts(dice);
  SetAttributes(dice, work);
  work.role = AnyRole(dice);
  work.work_base = dice.OneIn(3) ? dice.UpTo(WorkBase::kHome) : WorkBase::kUnspecified;
  if (dice.OneIn(4)) work.opens_on = DayBeside(dice, today);
  if (dice.OneIn(4)) work.closes_on = DayBeside(dice, today);
  work.starts_on = MaybeDayBeside(dice, {today.since_epoch + dice.OneOf({0, 5, 10})});
  work.occupations = AnyOccupations(dice);
  for (int kind = 1; kind <= kQualificationLast; ++kind) {
    if (!dice.OneIn(16)) continue;
    work.qualifications.push_back({static_cast<QualificationKind>(kind), dice.OneIn(2)});
  }
  return work;
}

std::vector<SlotWindow> AnyWindows(Dice& dice, Day today) {
  std::vector<SlotWindow> windows;
  Day date = DayBeside(dice, today);
  for (int i = dice.Between(1, 3); i > 0; --i) {
    const int begin = dice.Between(9 * 60 - 1, 9 * 60 + 1);
    const int end = dice.OneOf({17 * 60, kDay}) + dice.Between(-1, 1);
    windows.push_back({date, begin, end - begin});
    date.since_epoch += dice.OneOf({2, 9, 10, 11});
  }
  return windows;
}

}  // namespace

void AddVacancies(Dice& dice, PlainWorld& world) {
  for (int i = 0; i < kVacancies; ++i) {
    Vacancy vacancy;
    vacancy.name = {EmployerId(EmployerOf(i)), "v" + std::to_string(i)};
    vacancy.terms = AnyWork(dice, EmployerOf(i), world.today);
    world.vacancies.push_back(std::move(vacancy));
  }
}

void AddSlots(Dice& dice, PlainWorld& world) {
  for (const Vacancy& vacancy : world.vacancies) {
    if (vacancy.terms.kind != VacancyKind::kWorkTrial) continue;
    for (int i = dice.Between(0, 2); i > 0; --i) {
      SlotTerms slot;
      const std::vector<std::string>& sites = vacancy.terms.sites;
      slot.site = sites.empty() ? SiteId(0) : dice.Pick(sites);
      slot.windows = AnyWindows(dice, world.today);
      slot.capacity = 1;
      slot.absence_sub_type = dice.OneOf({"RDR", "RDR", "RDR", "ROR", "SPL", "XYZ", ""});
      slot.absence_reason = dice.OneOf({"R09", "R10", "R17", "R18", "R25", "R26", ""});
      slot.state = dice.OneIn(6) ? SlotState::kCancelled : SlotState::kOpen;
      world.slots.push_back({{vacancy.name, "slot-" + std::to_string(i)}, slot});
    }
  }
}

}  // namespace throughgate::oracle
