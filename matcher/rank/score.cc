#include "matcher/rank/score.h"

#include <algorithm>
#include <cstdlib>

#include "matcher/index/cards.h"

namespace throughgate::matcher {
namespace {

constexpr std::int32_t kNeutralPercent = 50;

// Skills that nobody has stated count as met to this share, as far as the type of work is the
// person's own.
constexpr std::int32_t kUnstatedSkillsPercent = 40;

// By how many levels the need exceeds what is held.
constexpr std::array<int, 5> kLevelPercent = {100, 60, 25, 0, 0};
// By value of SkillEvidence.
constexpr std::array<int, 4> kEvidencePercent = {70, 70, 90, 100};

// Full points up to here, or up to a quarter of the reach when that is nearer.
constexpr std::int64_t kComfortCm = 300'000;

constexpr std::int32_t kShiftPoints = 70;
constexpr std::int32_t kStartPoints = 30;
constexpr std::int32_t kStartPointsLostPerWeek = 2;

std::int32_t MaximumOf(Component component) {
  return kMaximum[static_cast<std::size_t>(component)];
}

std::int32_t SkillPoints(const ScoreInputs& in) {
  const std::int32_t maximum = MaximumOf(Component::kSkills);
  if (in.skill_weight == 0)
    return maximum * kUnstatedSkillsPercent * in.occupation_percent / 10'000;
  return maximum * in.skill_weighted_credit / (100 * in.skill_weight);
}

std::int32_t DistancePoints(const ScoreInputs& in) {
  if (in.distance_cm < 0 || in.distance_cm >= in.reach_cm) return 0;
  const std::int64_t maximum = MaximumOf(Component::kDistance);
  const std::int64_t comfort = std::min(kComfortCm, in.reach_cm / 4);
  if (in.distance_cm <= comfort) return static_cast<std::int32_t>(maximum);
  return static_cast<std::int32_t>(maximum * (in.reach_cm - in.distance_cm) /
                                   (in.reach_cm - comfort));
}

std::int32_t AvailabilityPoints(const ScoreInputs& in) {
  const std::int32_t start =
      std::max(0, kStartPoints - kStartPointsLostPerWeek * (in.start_gap_days / 7));
  return kShiftPoints * in.shift_percent / 100 + start;
}

// 60 points at the floor, 100 from a fifth above it, none from a fifth below.
std::int32_t PayPoints(const ScoreInputs& in) {
  const std::int32_t maximum = MaximumOf(Component::kPay);
  if (in.pay == 0 || in.pay_floor == 0) return maximum * kNeutralPercent / 100;
  const std::int64_t percent = std::int64_t{in.pay} * 100 / in.pay_floor;
  if (percent >= 120) return maximum;
  if (percent >= 100) return static_cast<std::int32_t>(60 + (percent - 100) * 2);
  return static_cast<std::int32_t>(std::max<std::int64_t>(0, 60 - (100 - percent) * 3));
}

}  // namespace

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
  points.by_component = {
      SkillPoints(in),    MaximumOf(Component::kOccupation) * in.occupation_percent / 100,
      DistancePoints(in), AvailabilityPoints(in),
      PayPoints(in),      in.charter_points};
  points.requirements_met = in.requirements_met;
  return points;
}

std::int32_t CharterPoints(std::span<const Pledge> pledges, Day today) {
  std::int32_t sum = 0;
  for (const Pledge& pledge : pledges) {
    if (pledge.valid_to && today > *pledge.valid_to) continue;
    switch (pledge.state) {
      case PledgeState::kVerified:
        sum += 100;
        break;
      case PledgeState::kEvidenced:
        sum += 75;
        break;
      case PledgeState::kDeclared:
        sum += 40;
        break;
      case PledgeState::kUnspecified:
      case PledgeState::kLapsed:
      case PledgeState::kSuspended:
        break;
    }
  }
  return sum / kPledgeCodes;
}

std::int32_t StartGapDays(std::int32_t starts_on, std::int32_t available_from, Day today) {
  static_assert(kNoDay < 0, "a day that is not stated counts as today");
  return std::abs(std::max(starts_on, today.since_epoch) -
                  std::max(available_from, today.since_epoch));
}

}  // namespace throughgate::matcher
