// Hours beside hours.
#include <algorithm>

#include "tests/oracle/edge_parts.h"
#include "tests/oracle/homes.h"
#include "tests/oracle/journeys.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr int kDay = 24 * 60;
constexpr int kWeek = 7 * kDay;

int InWeek(int minute) { return (minute % kWeek + kWeek) % kWeek; }

// A journey between work and somewhere else, at one of the ends of what is possible.
struct Journey {
  TravelMode mode = TravelMode::kUnspecified;
  double metres = 0;
};

std::optional<Journey> SomeJourney(Dice& dice, const TravelMode mode, const std::optional<Place>& a,
                                   const std::optional<Place>& b) {
  if (!a || !b) return std::nullopt;
  Survey survey;
  const double distance = survey.Distance(a->at, b->at);
  const double u = static_cast<double>(a->uncertainty.value + b->uncertainty.value);
  return Journey{mode, dice.OneIn(2) ? std::max(0.0, distance - u) : distance + u};
}

// Moves a shift so that the journey to it begins where the mode becomes faster or slower, or the
// journey from it ends there, but for a minute perhaps.
void MoveToChangeOfSpeed(Dice& dice, const Journey& journey, WeekSpan& shift) {
  Doubt doubt;
  const int hour = dice.OneOf({6 * 60, 20 * 60}) + dice.Between(0, 6) * kDay;
  const int minutes = std::min(MinutesToArrive(journey.mode, journey.metres, 13 * 60, doubt),
                               MinutesToArrive(journey.mode, journey.metres, kDay + 60, doubt));
  const int beside = dice.Between(-1, 1);
  shift.begin =
      InWeek(dice.OneIn(2) ? hour + minutes + beside : hour - minutes - shift.length + beside);
}

// Hours that begin where the journey from the shift ends, or end where the one to it begins, but
// for a minute perhaps.
WeekSpan BesideJourney(Dice& dice, const Journey& journey, const WeekSpan& shift) {
  Doubt doubt;
  const int end = shift.begin + shift.length;
  if (dice.OneIn(2)) {
    return SpanFrom(dice, end + MinutesAfterLeaving(journey.mode, journey.metres, end, doubt) +
                              dice.Between(-1, 1));
  }
  return SpanUntil(dice, shift.begin -
                             MinutesToArrive(journey.mode, journey.metres, shift.begin, doubt) +
                             dice.Between(-1, 1));
}

WeekSpan BesideAnyJourney(Dice& dice, const WeekSpan& shift) {
  constexpr int kWhenNotKnown = 120;
  const int beside = dice.Between(-1, 1);
  if (dice.OneIn(2)) return SpanFrom(dice, shift.begin + shift.length + kWhenNotKnown + beside);
  return SpanUntil(dice, shift.begin - kWhenNotKnown + beside);
}

std::optional<Place> SomePlaceOf(Dice& dice, const PlainWorld& world, const Vacancy& vacancy) {
  if (vacancy.terms.sites.empty()) return std::nullopt;
  const SiteName name{vacancy.name.employer, dice.Pick(vacancy.terms.sites)};
  for (const Site& site : world.sites) {
    if (site.name == name) return site.terms.place;
  }
  return std::nullopt;
}

void FitOne(Dice& dice, PlainWorld& world, const Candidate& person, RiskPlanTerms& plan) {
  Vacancy& vacancy = world.vacancies[dice.Between(0, kVacancies - 1)];
  if (vacancy.terms.shifts.spans.size() != 1) return;
  WeekSpan& shift = vacancy.terms.shifts.spans.front();
  Survey survey;
  Doubt doubt;
  const auto home = HomeOf(world.districts, person.terms.release_area, survey, doubt);
  const auto work = SomePlaceOf(dice, world, vacancy);
  for (Curfew& curfew : plan.curfews) {
    const auto journey = SomeJourney(dice, person.terms.travel_mode, home, work);
    if (!journey || dice.OneIn(4) || curfew.id == "nights") continue;  // which conditions name
    if (dice.OneIn(3)) MoveToChangeOfSpeed(dice, *journey, shift);
    curfew.windows = {{BesideJourney(dice, *journey, shift)}};
  }
  for (Commitment& commitment : plan.commitments) {
    const auto journey = SomeJourney(dice, person.terms.travel_mode, work, commitment.where);
    if (dice.OneIn(4) || commitment.id == "reporting") continue;
    commitment.windows = {
        {journey ? BesideJourney(dice, *journey, shift) : BesideAnyJourney(dice, shift)}};
  }
}

}  // namespace

WeekSpan SpanFrom(Dice& dice, int minute) { return {InWeek(minute), dice.Between(1, 12 * 60)}; }

WeekSpan SpanUntil(Dice& dice, int minute) {
  const int length = dice.Between(1, 12 * 60);
  return {InWeek(minute - length), length};
}

WeekSpan SpanBeside(Dice& dice, const WeekSpan& span) {
  const int beside = dice.Between(-1, 1);
  return dice.OneIn(2) ? SpanFrom(dice, span.begin + span.length + beside)
                       : SpanUntil(dice, span.begin + beside);
}

WeekPattern HoursBesideSomeShift(Dice& dice, const PlainWorld& world) {
  const WeekPattern& shifts = dice.Pick(world.vacancies).terms.shifts;
  if (!shifts.stated()) return {};
  return {{SpanBeside(dice, dice.Pick(shifts.spans))}};
}

void FitHours(Dice& dice, PlainWorld& world) {
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    if (world.plans[i]) FitOne(dice, world, world.candidates[i], *world.plans[i]);
  }
}

void FitReach(Dice& dice, PlainWorld& world) {
  for (Candidate& person : world.candidates) {
    Survey survey;
    Doubt doubt;
    const auto home = HomeOf(world.districts, person.terms.release_area, survey, doubt);
    const auto work = dice.Pick(world.sites).terms.place;
    if (!home || !work || dice.OneIn(3)) continue;
    const std::int64_t distance = static_cast<std::int64_t>(survey.Distance(home->at, work->at));
    const std::int64_t u = home->uncertainty.value + work->uncertainty.value;
    const std::int64_t reach = distance + dice.OneOf<std::int64_t>({-u, u}) + dice.Between(-1, 1);
    person.terms.reach = {std::max<std::int64_t>(reach, 1)};
  }
}

}  // namespace throughgate::oracle
