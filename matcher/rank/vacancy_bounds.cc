#include "matcher/rank/vacancy_bounds.h"

#include <algorithm>
#include <bit>

#include "matcher/rank/score.h"

namespace throughgate::matcher {
namespace {

constexpr std::int64_t kNotKnown = -1;

}  // namespace

VacancyBounds::VacancyBounds(const CandidateCard& candidate, VacancyScorer& scorer, Day today)
    : candidate_(candidate),
      scorer_(scorer),
      today_(today),
      reach_cm_(std::int64_t{candidate.reach_m} * 100),
      closeness_(scorer.occupation_percents()),
      best_skills_(SkillPoints(scorer.best_credit_percent(), 1)),
      credit_(scorer.credited() + 1),
      credit_before_(1) {
  LayOutCredit();
}

bool VacancyBounds::PassesOver(const VacancyLimits& limits) const {
  if (limits.closes_last < today_.since_epoch || limits.opens_first > today_.since_epoch) {
    return true;
  }
  if (limits.starts_first != kNoDay && limits.starts_last < candidate_.available_from) return true;
  if (limits.at_home || limits.box.empty() || !candidate_.home_known()) return false;
  const std::int64_t uncertainty_cm =
      (std::int64_t{limits.uncertainty_most_m} + candidate_.home_uncertainty_m) * 100;
  return limits.box.IsBeyond(candidate_.home, reach_cm_ + uncertainty_cm);
}

std::int32_t VacancyBounds::Most(const VacancyLimits& limits) const {
  const std::uint8_t work =
      std::max(closeness_.MostIn(limits.first_work), closeness_.MostIn(limits.further_work));
  return AroundMost(limits) + OfferMost(limits) + NamedMost(limits, work);
}

RankKey VacancyBounds::KeyMost(const VacancyLimits& limits, std::int32_t score) const {
  return MakeRankKey(score, limits.needs_most, DistanceLeast(limits), limits.posted_first,
                     limits.hash_most);
}

std::int32_t VacancyBounds::AroundMost(const VacancyLimits& limits) const {
  constexpr std::int32_t kEveryShift = 100;
  return DistancePoints(DistanceLeast(limits), reach_cm_) + ShiftPoints(kEveryShift) +
         StartPoints(LeastStartGap(limits.starts_first, limits.starts_last));
}

std::int32_t VacancyBounds::OfferMost(const VacancyBlockLimits& limits) const {
  std::int32_t pay = PayPoints(limits.pence_most, candidate_.pay_floor);
  if (limits.pay_unstated) pay = std::max(pay, PayPoints(0, candidate_.pay_floor));
  return pay + std::min(CharterPoints(limits.pledges), kMaximum[std::size_t(Component::kCharter)]);
}

std::int32_t VacancyBounds::NamedMost(const VacancyBlockLimits& limits,
                                      std::int32_t work_percent) const {
  std::int32_t skills = limits.skills_stated ? best_skills_ : 0;
  if (limits.skills_unstated) skills = std::max(skills, UnstatedSkillPoints(work_percent));
  return OccupationPoints(work_percent) + skills;
}

void VacancyBounds::LayOutCredit() {
  for (std::size_t slot = 0; slot < credit_.size(); ++slot) {
    for (std::size_t note = 0; note < kNotes; ++note) {
      const NeedNote need = NeedNote::Read(static_cast<std::uint8_t>(note));
      if (need.level > SkillLevel::kExpert) continue;
      credit_[slot][note] =
          static_cast<std::uint16_t>(need.weight * scorer_.CreditInSlot(slot, need.level).percent);
    }
  }
}

SpotMask VacancyBounds::GiveNamed(const LeafCore<VacancySide>& core, std::size_t block,
                                  std::int32_t work_percent, std::int32_t least,
                                  BlockPoints& points) {
  const Mentions::OfBlock work = core.named.work.Of(block);
  const Mentions::OfBlock skills = core.named.skills.Of(block);
  const std::uint8_t* weights = core.named.weights.data() + block * kSpotsPerBlock;
  AddUpCredit(skills);
  // Most spots have nothing but their type of work, and that is not enough.
  SpotMask able = OccupationPoints(work_percent) + UnstatedSkillPoints(work_percent) >= least
                      ? AllSpots(skills.spots)
                      : Able(skills, least - OccupationPoints(work_percent), weights);
  if (able == 0) return able;
  const auto percent = closeness_.OfSpots(work);
  for (SpotMask left = able; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    const std::int32_t credit =
        credit_before_[skills.ends[i]] - credit_before_[i == 0 ? 0 : skills.ends[i - 1]];
    points[i] = OccupationPoints(percent[i]) + (weights[i] == 0 ? UnstatedSkillPoints(percent[i])
                                                                : SkillPoints(credit, weights[i]));
    if (points[i] < least) able &= ~(SpotMask{1} << i);
  }
  return able;
}

void VacancyBounds::AddUpCredit(const Mentions::OfBlock& skills) {
  const std::size_t count = skills.items.size();
  if (credit_before_.size() <= count) credit_before_.resize(count + 1);
  const std::uint16_t* slots = scorer_.credit_slots().data();
  const SkillIndex* items = skills.items.data();
  std::int32_t* before = credit_before_.data();
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    sum += credit_.data()[slots[items[i]]].data()[skills.notes[i]];
    before[i + 1] = sum;
  }
}

// The spots whose skills, which they state, give `least` points or more.
SpotMask VacancyBounds::Able(const Mentions::OfBlock& skills, std::int32_t least,
                             const std::uint8_t* weights) const {
  const std::int32_t* before = credit_before_.data();
  SpotMask able = 0;
  std::int32_t begin = 0;
  for (std::size_t i = 0; i < skills.spots; ++i) {
    const std::int32_t end = before[skills.ends[i]];
    const bool stated = weights[i] > 0;
    able |= static_cast<SpotMask>(stated & HasSkillPoints(least, end - begin, weights[i])) << i;
    begin = end;
  }
  return able;
}

// A leaf holds what has closed since it was made, for up to a quarter.
bool VacancyBounds::DatesFit(const VacancySpot& spot) const {
  static_assert(kNoDay < 0);  // so that what is not stated is before everything
  if (spot.opens_on > today_.since_epoch) return false;
  if (spot.closes_on != kNoDay && spot.closes_on < today_.since_epoch) return false;
  return spot.starts_on == kNoDay || candidate_.available_from <= spot.starts_on;
}

std::int32_t VacancyBounds::SpotMost(const VacancySpot& spot, std::int32_t named) const {
  if (!DatesFit(spot)) return -1;
  const std::int64_t distance = DistanceOf(spot);
  if (distance != kNotKnown && !spot.at_home) {
    const std::int64_t uncertainty_cm =
        (std::int64_t{spot.uncertainty_m} + candidate_.home_uncertainty_m) * 100;
    if (distance - uncertainty_cm > reach_cm_) return -1;
  }
  return named + DistancePoints(distance, reach_cm_) +
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

}  // namespace throughgate::matcher
