// What the records of a small world are made of: few values each, so that they meet.
#ifndef THROUGHGATE_TESTS_SUPPORT_WORLD_PARTS_H_
#define THROUGHGATE_TESTS_SUPPORT_WORLD_PARTS_H_

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

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

// Those that vacancies of a world have and plans of a world limit.
inline constexpr std::array kLimitedAttributes = {
    matcher::MaskOf(matcher::WorkAttribute::kChildren),
    matcher::MaskOf(matcher::WorkAttribute::kCash),
    matcher::MaskOf(matcher::WorkAttribute::kDriving)};

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

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_WORLD_PARTS_H_
