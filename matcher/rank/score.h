// The score: integer points from 0 to 1000, a sum of six named components. Part of rule set "1";
// RANKING.md explains every number.
//
// No risk input, no protected trait, no popularity, no freshness. What is not stated counts as a
// fixed, published share and is said to.
#ifndef THROUGHGATE_MATCHER_RANK_SCORE_H_
#define THROUGHGATE_MATCHER_RANK_SCORE_H_

#include <array>
#include <cstdint>
#include <numeric>
#include <span>

#include "matcher/model/employer.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

enum class Component : std::uint8_t {
  kSkills,
  kOccupation,
  kDistance,
  kAvailability,
  kPay,
  kCharter
};
inline constexpr std::size_t kComponents = 6;

// By Component. They add up to 1000.
inline constexpr std::array<std::int32_t, kComponents> kMaximum = {350, 200, 150, 100, 100, 100};
static_assert(std::accumulate(kMaximum.begin(), kMaximum.end(), 0) == 1000);

struct Points {
  std::array<std::int32_t, kComponents> by_component = {};
  std::int32_t requirements_met = 0;

  std::int32_t operator[](Component component) const {
    return by_component[static_cast<std::size_t>(component)];
  }
  std::int32_t total() const {
    return std::accumulate(by_component.begin(), by_component.end(), 0);
  }
  bool operator==(const Points&) const = default;
};

// How far one skill held meets one skill needed.
struct SkillCredit {
  std::uint8_t percent = 0;
  // Fully met but for the proof: the skill itself or a narrower one, at the level needed.
  bool met = false;
  // The better of two; needs are met by the best skill, never by a sum.
  void Improve(const SkillCredit& other);
  bool operator==(const SkillCredit&) const = default;
};

// credit = relation x level x evidence, each in percent, rounded down once at the end.
SkillCredit CreditFor(int relation_percent, SkillLevel held, SkillLevel needed,
                      SkillEvidence evidence);

// Everything that the score depends on, gathered by whoever scores.
struct ScoreInputs {
  std::int32_t skill_weight = 0;           // of all needs; 0: none are stated
  std::int32_t skill_weighted_credit = 0;  // sum of weight x credit percent
  std::int32_t requirements_met = 0;
  std::int32_t occupation_percent = 0;
  std::int64_t distance_cm = -1;  // -1: not known
  std::int64_t reach_cm = 0;
  std::int32_t shift_percent = 0;  // of the shifts' minutes that the person is available for
  std::int32_t start_gap_days = 0;
  std::int32_t pay = 0;        // pence per hour; 0: not stated
  std::int32_t pay_floor = 0;  // likewise
  std::int32_t charter_points = 0;
};

Points ScoreOf(const ScoreInputs& inputs);

// Its parts, for whoever bounds a score by the same integers. Each grows, or falls, with each of
// what it is given: no later start, longer way or smaller reach, credit, percentage or pay above
// nothing ever gives more.
constexpr std::int32_t SkillPoints(std::int32_t weighted_credit, std::int32_t weight) {
  return kMaximum[static_cast<std::size_t>(Component::kSkills)] * weighted_credit / (100 * weight);
}
// Whether these are `least` or more, told without a division.
constexpr bool HasSkillPoints(std::int32_t least, std::int32_t weighted_credit,
                              std::int32_t weight) {
  return kMaximum[static_cast<std::size_t>(Component::kSkills)] * weighted_credit >=
         least * 100 * weight;
}
// Skills that nobody has stated count as met to a share, as far as the type of work is the
// person's own.
constexpr std::int32_t UnstatedSkillPoints(std::int32_t occupation_percent) {
  constexpr std::int32_t kPercent = 40;
  return kMaximum[static_cast<std::size_t>(Component::kSkills)] * kPercent * occupation_percent /
         10'000;
}
constexpr std::int32_t OccupationPoints(std::int32_t percent) {
  return kMaximum[static_cast<std::size_t>(Component::kOccupation)] * percent / 100;
}
std::int32_t DistancePoints(std::int64_t distance_cm, std::int64_t reach_cm);  // -1: not known
std::int32_t ShiftPoints(std::int32_t percent);
std::int32_t StartPoints(std::int32_t gap_days);
std::int32_t PayPoints(std::int32_t pay, std::int32_t pay_floor);
std::int32_t CharterPoints(const PledgeCounts& in_force);

// Stands for the share of a shift that fits when the shifts are not stated.
inline constexpr std::int32_t kShiftNeutralPercent = 50;

// The points for an employer's pledges on a day.
std::int32_t CharterPoints(std::span<const Pledge> pledges, Day today);

// Days between when work starts and when the person can start. What is not stated or past counts
// as today: work that has begun can be joined now.
std::int32_t StartGapDays(std::int32_t starts_on, std::int32_t available_from, Day today);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_SCORE_H_
