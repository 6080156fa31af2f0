#include "matcher/rank/candidate_bounds.h"

#include <algorithm>
#include <array>
#include <bit>

#include "matcher/rank/score.h"

namespace throughgate::matcher {
namespace {

constexpr std::int64_t kNotKnown = -1;
constexpr std::int32_t kAll = 100;  // percent

bool IsOpen(const VacancyCard& vacancy, Day today) {
  return vacancy.state == VacancyState::kOpen && vacancy.opens_on <= today.since_epoch &&
         (vacancy.closes_on == kNoDay || vacancy.closes_on >= today.since_epoch);
}

}  // namespace

template <class Distance>
std::int64_t CandidateBounds::NearestOf(bool known, Distance distance) const {
  if (at_home_) return 0;
  std::int64_t nearest = kNotKnown;
  if (!known) return nearest;
  for (const SitePoint& site : sites_) {
    if (!site.known()) continue;
    const std::int64_t away = distance(site);
    nearest = nearest == kNotKnown ? away : std::min(nearest, away);
  }
  return nearest;
}

// When one site may be chosen it is enough that one can be reached, or may be for all that is
// known; otherwise all must be.
template <class Distance>
bool CandidateBounds::OutOfReach(std::uint32_t uncertainty_m, std::uint32_t reach_m,
                                 Distance distance) const {
  const auto out = [&](const SitePoint& site) {
    const std::int64_t both_cm = (std::int64_t{uncertainty_m} + site.uncertainty_m) * 100;
    return site.known() && distance(site) - both_cm > std::int64_t{reach_m} * 100;
  };
  return vacancy_.site_mode == SiteMode::kChooseOne
             ? !sites_.empty() && std::ranges::all_of(sites_, out)
             : std::ranges::any_of(sites_, out);
}

CandidateBounds::CandidateBounds(const Catalogue& catalogue, const VacancyBlock& block,
                                 const VacancyCard& vacancy, CandidateScorer& scorer, Day today,
                                 Ordinal holder)
    : vacancy_(vacancy),
      at_home_(catalogue.IsAtHome(vacancy)),
      sites_(at_home_ ? std::span<const SitePoint>() : block.SitesOf(vacancy)),
      scorer_(scorer),
      today_(today),
      open_(IsOpen(vacancy, today)),
      holder_(holder),
      holders_(holder == kNoOrdinal ? ~std::uint64_t{0} : CandidateBlockLimits::BitOf(holder)),
      closeness_(scorer.occupation_percents()),
      needs_(*catalogue.taxonomy, block.NeedsOf(vacancy)),
      best_skills_(SkillPointsFor(needs_.credit_most())),
      inferred_skills_(SkillPointsFor(needs_.inferred_most())) {}

bool CandidateBounds::PassesOver(const CandidateLimits& limits) const {
  if (!open_ || (limits.holders & holders_) == 0) return true;
  if (vacancy_.starts_on != kNoDay && limits.available_first > vacancy_.starts_on) return true;
  if (limits.box.empty()) return false;
  return OutOfReach(limits.uncertainty_most_m, limits.reach_most_m,
                    [&](const SitePoint& site) { return limits.box.LeastDistanceCm(site.ecef); });
}

std::int32_t CandidateBounds::Most(const CandidateLimits& limits) const {
  const std::uint8_t work =
      std::max(closeness_.MostIn(limits.first_work), closeness_.MostIn(limits.further_work));
  return AroundMost(limits) + OfferMost(limits) + NamedMost(work, best_skills_);
}

RankKey CandidateBounds::KeyMost(const CandidateLimits& limits, std::int32_t score) const {
  const std::int64_t nearest = NearestOf(!limits.box.empty(), [&](const SitePoint& site) {
    return limits.box.LeastDistanceCm(site.ecef);
  });
  return MakeRankKey(score, vacancy_.need_count, nearest, limits.registered_first,
                     limits.hash_most);
}

std::int32_t CandidateBounds::AroundMost(const CandidateLimits& limits) const {
  const std::int64_t nearest = NearestOf(!limits.box.empty(), [&](const SitePoint& site) {
    return limits.box.LeastDistanceCm(site.ecef);
  });
  return DistancePoints(nearest, std::int64_t{limits.reach_most_m} * 100) + ShiftPoints(kAll) +
         StartPoints(LeastStartGap(limits));
}

std::int32_t CandidateBounds::OfferMost(const CandidateBlockLimits& limits) const {
  std::int32_t pay = PayPoints(vacancy_.pence_per_hour, limits.pay_floor_least);
  if (limits.pay_floor_unstated) pay = std::max(pay, PayPoints(vacancy_.pence_per_hour, 0));
  return pay + scorer_.charter_points();
}

std::int32_t CandidateBounds::NamedMost(std::int32_t work_percent,
                                        std::int32_t stated_skills) const {
  return OccupationPoints(work_percent) +
         (needs_.weight() == 0 ? UnstatedSkillPoints(work_percent) : stated_skills);
}

SpotMask CandidateBounds::GiveNamed(const LeafCore<CandidateSide>& core, std::size_t block,
                                    std::int32_t work_percent, std::int32_t least,
                                    BlockPoints& points) const {
  const Mentions::OfBlock work = core.named.work.Of(block);
  const std::int32_t work_points = OccupationPoints(work_percent);
  BlockPoints credit = {};  // by weight
  SpotMask able = needs_.GiveCredit(block, work, work_points + inferred_skills_ >= least, credit);
  if (NamedMost(work_percent, 0) >= least) able = AllSpots(work.spots);
  if (able == 0) return able;
  const auto percent = closeness_.OfSpots(work);
  for (SpotMask left = able; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    points[i] = OccupationPoints(percent[i]) + (needs_.weight() == 0
                                                    ? UnstatedSkillPoints(percent[i])
                                                    : SkillPoints(credit[i], needs_.weight()));
    if (points[i] < least) able &= ~(SpotMask{1} << i);
  }
  return able;
}

std::int32_t CandidateBounds::LeastStartGap(const CandidateLimits& limits) const {
  const std::int32_t starts = std::max(vacancy_.starts_on, today_.since_epoch);
  const std::int32_t nearest = std::clamp(starts, limits.available_first, limits.available_last);
  return StartGapDays(vacancy_.starts_on, nearest, today_);
}

std::int32_t CandidateBounds::SpotMost(const CandidateSpot& spot, std::int32_t named) const {
  const bool one_other = spot.only_holder != kNoOrdinal && spot.only_holder != holder_;
  if (holder_ != kNoOrdinal && one_other) return -1;
  if (vacancy_.starts_on != kNoDay && spot.available_from > vacancy_.starts_on) return -1;
  const auto distance = [&](const SitePoint& site) { return ChordCm(spot.at, site.ecef); };
  if (spot.known() && OutOfReach(spot.uncertainty_m, spot.reach_m, distance)) return -1;
  return named +
         DistancePoints(NearestOf(spot.known(), distance), std::int64_t{spot.reach_m} * 100) +
         ShiftPoints(scorer_.ShiftPercentOf(spot.availability)) +
         StartPoints(StartGapDays(vacancy_.starts_on, spot.available_from, today_)) +
         PayPoints(vacancy_.pence_per_hour, spot.pay_floor) + scorer_.charter_points();
}

RankKey CandidateBounds::KeyMost(const CandidateSpot& spot, std::int32_t score) const {
  constexpr std::uint64_t kAnyHash = ~std::uint64_t{0};
  const std::int64_t nearest =
      NearestOf(spot.known(), [&](const SitePoint& site) { return ChordCm(spot.at, site.ecef); });
  return MakeRankKey(score, vacancy_.need_count, nearest, spot.registered_on, kAnyHash);
}

}  // namespace throughgate::matcher
