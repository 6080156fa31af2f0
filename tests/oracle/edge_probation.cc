// What probation approves, keeps apart and discloses.
#include <algorithm>
#include <cmath>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/edge_places.h"
#include "tests/oracle/name_digest.h"
#include "tests/oracle/survey.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

std::vector<std::string> SomeGroups(Dice& dice) {
  std::vector<std::string> groups;
  for (const char* code : {"isco/7", "isco/75", "isco/7512", "isco/71", "isco/5120", "isco/99"}) {
    if (dice.OneIn(4)) groups.push_back(code);
  }
  return groups;
}

WorkApproval AnyApproval(Dice& dice, const PlainWorld& world, int number) {
  WorkApproval approval;
  approval.id = "approval-" + std::to_string(number);
  if (dice.OneIn(3)) {
    approval.vacancy = dice.Pick(world.vacancies).name;
  } else {
    approval.occupations = SomeGroups(dice);
  }
  approval.approved_on = DayBeside(dice, {world.today.since_epoch - dice.OneOf({0, 3})});
  approval.valid_to = DayBeside(dice, {world.today.since_epoch + dice.OneOf({0, 3})});
  return approval;
}

NoContact AnyNoContact(Dice& dice) {
  NoContact entry{.id = "nadir", .kind = NoContactKind::kVictim};
  for (int i = 0; i < kSites; ++i) {
    const SiteName site{EmployerId(EmployerOf(i)), SiteId(i)};
    if (dice.OneIn(6)) entry.names.push_back(DigestOf(site.ToString()));
  }
  if (dice.OneIn(6)) entry.names.push_back(DigestOf(EmployerName{EmployerId(0)}.ToString()));
  entry.names.push_back(DigestOf("employers/elsewhere"));
  std::sort(entry.names.begin(), entry.names.end());
  return entry;
}

// A disc that just holds some site, or just does not.
SharedArea AreaBesideSite(Dice& dice, const PlainWorld& world) {
  SharedArea area{.id = "area", .centre = Somewhere(dice), .radius = {3'000}};
  if (const std::optional<Place>& site = dice.Pick(world.sites).terms.place) {
    Survey survey;
    const double distance = survey.Distance(area.centre, site->at);
    area.radius = {static_cast<std::int64_t>(std::lround(distance)) + site->uncertainty.value +
                   dice.Between(-1, 1)};
  }
  return area;
}

// The hours of a vacancy's shifts, but for a minute perhaps.
WeekPattern HoursAboutShifts(Dice& dice, const PlainWorld& world) {
  WeekPattern hours = dice.Pick(world.vacancies).terms.shifts;
  for (WeekSpan& span : hours.spans) {
    if (dice.OneIn(3)) span.length += dice.OneOf({-1, 60});
    span.length = std::clamp(span.length, 1, 7 * 24 * 60);
  }
  return hours;
}

}  // namespace

void AddAgreed(Dice& dice, const PlainWorld& world, RiskPlanTerms& plan) {
  for (int i = dice.Between(0, 2); i > 0; --i) {
    plan.work_approvals.push_back(AnyApproval(dice, world, i));
  }
  if (dice.OneIn(2)) plan.no_contact.push_back(AnyNoContact(dice));
}

void AddEffects(Dice& dice, PlainWorld& world) {
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    SharedEffects effects;
    if (dice.OneIn(4)) {
      effects.attributes = MaskOf(static_cast<WorkAttribute>(dice.Between(1, kWorkAttributeLast)));
    }
    if (dice.OneIn(4)) effects.occupations = SomeGroups(dice);
    if (dice.OneIn(4)) effects.hours = HoursAboutShifts(dice, world);
    if (dice.OneIn(3)) effects.areas.push_back(AreaBesideSite(dice, world));
    world.effects.push_back(std::move(effects));
  }
}

}  // namespace throughgate::oracle
