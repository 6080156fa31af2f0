#include "matcher/rank/vacancy_bounds.h"

#include <algorithm>

#include "matcher/rank/score.h"

namespace throughgate::matcher {
namespace {

// Each skill that is looked for costs a look into every leaf that is opened.
constexpr std::size_t kLookedForMost = 20;

constexpr std::int64_t kNotKnown = -1;

}  // namespace

VacancyBounds::VacancyBounds(const CandidateCard& candidate, VacancyScorer& scorer, Day today)
    : candidate_(candidate),
      scorer_(scorer),
      today_(today),
      reach_cm_(std::int64_t{candidate.reach_m} * 100),
      closeness_(scorer.occupation_percents()) {
  ChooseSkills();
}

void VacancyBounds::ChooseSkills() {
  std::vector<CreditedSkill> credited = scorer_.credited();
  std::ranges::sort(credited, [](const CreditedSkill& a, const CreditedSkill& b) {
    return a.percent_most > b.percent_most;
  });
  if (credited.empty()) return;
  best_ = credited.front().percent_most;
  // All that count for more than the first that is one too many.
  if (credited.size() > kLookedForMost) low_ = credited[kLookedForMost].percent_most;
  for (const CreditedSkill& skill : credited) {
    if (skill.percent_most <= low_) break;
    Looked looked{.skill = skill.skill};
    for (std::size_t note = 0; note < kNotes; ++note) {
      const NeedNote need = NeedNote::Read(static_cast<std::uint8_t>(note));
      if (need.level > SkillLevel::kExpert) continue;
      const std::int32_t percent = scorer_.CreditOf(skill.skill, need.level).percent;
      looked.credit[note] = static_cast<std::uint16_t>(need.weight * std::max(0, percent - low_));
    }
    looked_for_.push_back(looked);
  }
}

bool VacancyBounds::PassesOver(const VacancyLimits& limits) const {
  if (limits.closes_last < today_.since_epoch || limits.opens_first > today_.since_epoch) {
    return true;
  }
  if (limits.starts_first != kNoDay && limits.starts_last < candidate_.available_from) return true;
  const std::int64_t distance = DistanceLeast(limits);
  if (distance == kNotKnown || limits.at_home) return false;
  const std::int64_t uncertainty_cm =
      (std::int64_t{limits.uncertainty_most_m} + candidate_.home_uncertainty_m) * 100;
  return distance - uncertainty_cm > reach_cm_;
}

std::int32_t VacancyBounds::RestMost(const VacancyLimits& limits) const {
  constexpr std::int32_t kEveryShift = 100;
  std::int32_t pay = PayPoints(limits.pence_most, candidate_.pay_floor);
  if (limits.pay_unstated) pay = std::max(pay, PayPoints(0, candidate_.pay_floor));
  return OccupationPoints(OccupationMost(limits)) +
         DistancePoints(DistanceLeast(limits), reach_cm_) + ShiftPoints(kEveryShift) +
         StartPoints(LeastStartGap(limits.starts_first, limits.starts_last)) + pay +
         std::min(CharterPoints(limits.pledges), kMaximum[std::size_t(Component::kCharter)]);
}

std::int32_t VacancyBounds::NamedMost(const VacancyLimits& limits) const {
  return std::max(SkillPoints(best_, 1), UnnamedMost(limits));
}

std::int32_t VacancyBounds::UnnamedMost(const VacancyLimits& limits) const {
  const std::int32_t stated = SkillPoints(low_, 1);
  if (!limits.skills_unstated) return stated;
  return std::max(stated, UnstatedSkillPoints(OccupationMost(limits)));
}

RankKey VacancyBounds::KeyMost(const VacancyLimits& limits, std::int32_t score) const {
  return MakeRankKey(score, limits.needs_most, DistanceLeast(limits), limits.posted_first,
                     limits.hash_most);
}

std::int32_t VacancyBounds::SkillsMost(std::int32_t credit, std::int32_t weight) const {
  return SkillPoints(std::min(low_ * weight + credit, 100 * weight), weight);
}

std::int32_t VacancyBounds::UnnamedPoints(const VacancySpot& spot) const {
  return spot.skill_weight > 0 ? SkillPoints(low_, 1) : UnstatedSkillPoints(OccupationOf(spot));
}

std::int32_t VacancyBounds::SpotMost(const VacancySpot& spot, std::int32_t skill_points) const {
  const std::int64_t distance = DistanceOf(spot);
  if (distance != kNotKnown && !spot.at_home) {
    const std::int64_t uncertainty_cm =
        (std::int64_t{spot.uncertainty_m} + candidate_.home_uncertainty_m) * 100;
    if (distance - uncertainty_cm > reach_cm_) return -1;
  }
  return skill_points + OccupationPoints(OccupationOf(spot)) + DistancePoints(distance, reach_cm_) +
         ShiftPoints(scorer_.ShiftPercentOf(spot.shifts)) +
         StartPoints(StartGapDays(spot.starts_on, candidate_.available_from, today_)) +
         PayPoints(spot.pence_per_hour, candidate_.pay_floor) + CharterPoints(spot.pledges);
}

RankKey VacancyBounds::KeyMost(const VacancySpot& spot, std::int32_t score) const {
  constexpr std::int32_t kAnyMet = 255;
  constexpr std::uint64_t kAnyHash = ~std::uint64_t{0};
  return MakeRankKey(score, spot.skill_weight > 0 ? kAnyMet : 0, DistanceOf(spot), spot.posted_on,
                     kAnyHash);
}

std::int32_t VacancyBounds::LeastStartGap(std::int32_t first, std::int32_t last) const {
  const std::int32_t can_start = std::max(candidate_.available_from, today_.since_epoch);
  // The start within the limits that is nearest to when the person can.
  const std::int32_t nearest = std::clamp(can_start, first, last);
  return StartGapDays(nearest, candidate_.available_from, today_);
}

std::int64_t VacancyBounds::DistanceLeast(const VacancyLimits& limits) const {
  if (limits.at_home) return 0;
  if (limits.box.empty() || !candidate_.home_known()) return kNotKnown;
  return limits.box.LeastDistanceCm(candidate_.home);
}

std::int64_t VacancyBounds::DistanceOf(const VacancySpot& spot) const {
  if (spot.at_home) return 0;
  if (!spot.known() || !candidate_.home_known()) return kNotKnown;
  return ChordCm(candidate_.home, spot.at);
}

std::uint8_t VacancyBounds::OccupationMost(const VacancyLimits& limits) const {
  return std::max(closeness_.MostIn(limits.first_work), closeness_.MostIn(limits.further_work));
}

std::uint8_t VacancyBounds::OccupationOf(const VacancySpot& spot) const {
  std::uint8_t most = 0;
  for (OccupationIndex work : spot.occupations) most = std::max(most, closeness_.Of(work));
  return most;
}

}  // namespace throughgate::matcher
