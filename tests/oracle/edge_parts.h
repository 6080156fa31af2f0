// The parts that worlds at the edge are made of, in the order in which they are made: each is laid
// beside what is there already.
#ifndef THROUGHGATE_TESTS_ORACLE_EDGE_PARTS_H_
#define THROUGHGATE_TESTS_ORACLE_EDGE_PARTS_H_

#include <optional>
#include <string>

#include "tests/oracle/dice.h"
#include "tests/oracle/plain_world.h"

namespace throughgate::oracle {

inline constexpr int kEmployers = 2;
inline constexpr int kSites = 6;
inline constexpr int kVacancies = 10;
inline constexpr int kCandidates = 6;
inline constexpr int kDistricts = 5;

void AddVacancies(Dice& dice, PlainWorld& world);
void AddSlots(Dice& dice, PlainWorld& world);
void AddCandidates(Dice& dice, PlainWorld& world);
void AddPlans(Dice& dice, PlainWorld& world);
// What the plans say of approvals, and of whom not to meet.
void AddAgreed(Dice& dice, const PlainWorld& world, matcher::RiskPlanTerms& plan);
// What the licence says, of what the plan says already or not.
void AddLicence(Dice& dice, matcher::Day today, matcher::RiskPlanTerms& plan);
// Makes most of all that ordinary again.
void CalmDown(Dice& dice, PlainWorld& world);
// Beside the zones of the plans.
void AddSites(Dice& dice, PlainWorld& world);
// So that ways to work pass beside the zones.
void AddDistricts(Dice& dice, PlainWorld& world);
// Puts curfews and commitments beside the journeys, and reach beside the distance.
void FitHours(Dice& dice, PlainWorld& world);
void FitReach(Dice& dice, PlainWorld& world);
// Near the sites, and limits of some plans that are about them.
void AddPremises(Dice& dice, PlainWorld& world);
// What speaks against what is there already: the kinds of sites and the roles against the
// employers, and what plans hold against their supervision.
void AddContrary(Dice& dice, PlainWorld& world);
// What is disclosed, beside the shifts and the sites.
void AddEffects(Dice& dice, PlainWorld& world);

inline std::string EmployerId(int employer) { return "e" + std::to_string(employer); }
inline std::string SiteId(int site) { return "s" + std::to_string(site); }
// Of the employer that has the site or the vacancy.
inline int EmployerOf(int number) { return number % kEmployers; }

// The day before, the day itself, the day after.
inline matcher::Day DayBeside(Dice& dice, matcher::Day day) {
  return {day.since_epoch + dice.Between(-1, 1)};
}
inline std::optional<matcher::Day> MaybeDayBeside(Dice& dice, matcher::Day day) {
  if (dice.OneIn(2)) return std::nullopt;
  return DayBeside(dice, day);
}

// A span that begins where `span` ends, or ends where it begins, but for a minute perhaps.
matcher::WeekSpan SpanBeside(Dice& dice, const matcher::WeekSpan& span);
// One that begins, or ends, at a minute of the week.
matcher::WeekSpan SpanFrom(Dice& dice, int minute);
matcher::WeekSpan SpanUntil(Dice& dice, int minute);
// A pattern beside a shift of some vacancy; not stated when none is.
matcher::WeekPattern HoursBesideSomeShift(Dice& dice, const PlainWorld& world);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_EDGE_PARTS_H_
