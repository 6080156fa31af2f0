// What the records of a small world are made of: few values each, so that they meet.
#ifndef THROUGHGATE_TESTS_SUPPORT_WORLD_PARTS_H_
#define THROUGHGATE_TESTS_SUPPORT_WORLD_PARTS_H_

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

#include "matcher/model/premises.h"
#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"
#include "tests/support/generator_parts.h"
#include "tests/support/world.h"

namespace throughgate {

// The last of each is in no taxonomy.
inline constexpr std::array kSkillCodes = {"skill/bake",  "skill/bread",  "skill/rye",
                                           "skill/cakes", "skill/bricks", "skill/nowhere"};
inline constexpr std::array kOccupationCodes = {
    "occupation/baker",  "occupation/pastry-cook", "occupation/butcher", "occupation/bricklayer",
    "isco/75",           "occupation/clerk",       "occupation/waiter",  "occupation/stoker",
    "occupation/lawyer", "occupation/nowhere"};

// What vacancies of a world involve, do not involve, or say nothing of.
inline constexpr std::array kWorldAttributes = {
    matcher::WorkAttribute::kChildren, matcher::WorkAttribute::kVulnerableAdults,
    matcher::WorkAttribute::kCash,     matcher::WorkAttribute::kDriving,
    matcher::WorkAttribute::kAlcohol,  matcher::WorkAttribute::kTagConflict,
};
// Of those, what plans and courts of a world limit.
inline constexpr std::array kLimitedAttributes = {matcher::WorkAttribute::kChildren,
                                                  matcher::WorkAttribute::kCash,
                                                  matcher::WorkAttribute::kDriving};

inline bool OneIn(int n) { return *generators::Between(0, n - 1) == 0; }

template <typename T>
T OneOf(std::initializer_list<T> values) {
  return values.begin()[*generators::Between<std::size_t>(0, values.size() - 1)];
}

// Each with even odds, in their order.
template <typename T, std::size_t n>
std::vector<T> SomeOf(const std::array<T, n>& all) {
  std::vector<T> some;
  for (const T& one : all) {
    if (OneIn(2)) some.push_back(one);
  }
  return some;
}

// On a grid of about 0.67 km, 25 by 25: some of one band of kilometres, some of the next.
matcher::GeoPoint PointNearby();
matcher::Day DayNearby();
std::optional<matcher::Day> MaybeDayNearby();
// Shifts or availability; sometimes not stated.
matcher::WeekPattern AnyHours();
// The same hours of every day of the week.
matcher::WeekPattern EveryDay(int hour, int hours);

// What the work demands, in keeping with what `terms` say that it involves. Often nothing.
matcher::Role RoleFor(const matcher::VacancyTerms& terms);

// What a plan may limit or record. Vehicle limits are to no zone.
matcher::ContactLimit AnyContactLimit();
matcher::VehicleLimit AnyVehicleLimit();
matcher::Tag AnyTag();
matcher::Offence AnyOffence();
matcher::CourtOrder AnyCourtOrder();
// What there is in a world, and what plans and sites of it may be about.
std::vector<matcher::Premises> AnyPremises();
matcher::PremisesLimit AnyPremisesLimit();
matcher::PremisesMask AnyPremisesKinds();
// Adds limits, and permissions for some of them.
void AddPremisesLimits(const std::vector<matcher::Site>& sites, matcher::RiskPlanTerms& terms);
// Adds some of each.
void AddHoursAndDays(matcher::Zone& zone);
void AddAbsences(matcher::RiskPlanTerms& terms);
void AddDisclosures(const std::vector<matcher::Site>& sites, matcher::RiskPlanTerms& terms);

std::vector<matcher::Qualification> SomeQualifications();
std::vector<matcher::RequiredQualification> SomeRequired();
matcher::SlotTerms AnySlot();
matcher::SharedEffects AnyEffects();

// Adds some of each.
void AddLimitsAndRecord(matcher::RiskPlanTerms& terms);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_WORLD_PARTS_H_
