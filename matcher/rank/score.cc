#include "matcher/rank/score.h"

#include <algorithm>
#include <cstdlib>

#include "matcher/index/cards.h"

namespace throughgate::matcher {
namespace {

constexpr std::int32_t kNeutralPercent = 50;

// By how many levels the need exceeds what is held.
constexpr std::array<int, 5> kLevelPercent = {100, 60, 25, 0, 0};
// By value of SkillEvidence.
constexpr std::array<int, 4> kEvidencePercent = {70, 70, 90, 100};

// Full points up to here, or up to a quarter of the reach when that is nearer.
constexpr std::int64_t kComfortCm = 300'000;

constexpr std::int32_t kShiftMaximum = 70;
constexpr std::int32_t kStartMaximum = 30;
constexpr std::int32_t kStartPointsLostPerWeek = 2;

std::int32_t MaximumOf(Component component) {
  return kMaximum[static_cast<std::size_t>(component)];
}

}  // namespace

std::int32_t DistancePoints(std::int64_t distance_cm, std::int64_t reach_cm) {
  if (distance_cm < 0 || distance_cm >= reach_cm) return 0;
  const std::int64_t maximum = MaximumOf(Component::kDistance);
  const std::int64_t comfort = std::min(kComfortCm, reach_cm / 4);
  if (distance_cm <= comfort) return static_cast<std::int32_t>(maximum);
  return static_cast<std::int32_t>(maximum * (reach_cm - distance_cm) / (reach_cm - comfort));
}

std::int32_t ShiftPoints(std::int32_t percent) { return kShiftMaximum * percent / 100; }

std::int32_t StartPoints(std::int32_t gap_days) {
  return std::max(0, kStartMaximum - kStartPointsLostPerWeek * (gap_days / 7));
}

// 60 points at the floor, 100 from a fifth above it, none from a fifth below.
std::int32_t PayPoints(std::int32_t pay, std::int32_t pay_floor) {
  const std::int32_t maximum = MaximumOf(Component::kPay);
  if (pay == 0 || pay_floor == 0) return maximum * kNeutralPercent / 100;
  // Most pay is above the limit: told without a division.
  if (std::int64_t{pay} * 100 >= std::int64_t{pay_floor} * 120) return maximum;
  const std::int64_t percent = std::int64_t{pay} * 100 / pay_floor;
  if (percent >= 100) return static_cast<std::int32_t>(60 + (percent - 100) * 2);
  return static_cast<std::int32_t>(std::max<std::int64_t>(0, 60 - (100 - percent) * 3));
}

std::int32_t CharterPoints(const PledgeCounts& in_force) {
  return (100 * in_force.verified + 75 * in_force.evidenced + 40 * in_force.declared) /
         kPledgeCodes;
}

void SkillCredit::Improve(const SkillCredit& other) {
  percent = std::max(percent, other.percent);
  met = met || other.met;
}

SkillCredit CreditFor(int relation_percent, SkillLevel held, SkillLevel needed,
                      SkillEvidence evidence) {
  const int short_by = std::max(0, static_cast<int>(needed) - static_cast<int>(held));
  const int level_percent = kLevelPercent[short_by];
  const int evidence_percent = kEvidencePercent[static_cast<std::size_t>(evidence)];
  return {static_cast<std::uint8_t>(relation_percent * level_percent * evidence_percent / 10'000),
          relation_percent == 100 && level_percent == 100};
}

Points ScoreOf(const ScoreInputs& in) {
  Points points;
  points.by_component = {in.skill_weight == 0
                             ? UnstatedSkillPoints(in.occupation_percent)
                             : SkillPoints(in.skill_weighted_credit, in.skill_weight),
                         OccupationPoints(in.occupation_percent),
                         DistancePoints(in.distance_cm, in.reach_cm),
                         ShiftPoints(in.shift_percent) + StartPoints(in.start_gap_days),
                         PayPoints(in.pay, in.pay_floor),
                         in.charter_points};
  points.requirements_met = in.requirements_met;
  return points;
}

std::int32_t CharterPoints(std::span<const Pledge> pledges, Day today) {
  PledgeCounts in_force;
  for (const Pledge& pledge : pledges) {
    if (!pledge.valid_to || today <= *pledge.valid_to) in_force.Add(pledge.state);
  }
  return CharterPoints(in_force);
}

std::int32_t StartGapDays(std::int32_t starts_on, std::int32_t available_from, Day today) {
  static_assert(kNoDay < 0, "a day that is not stated counts as today");
  return std::abs(std::max(starts_on, today.since_epoch) -
                  std::max(available_from, today.since_epoch));
}

}  // namespace throughgate::matcher
