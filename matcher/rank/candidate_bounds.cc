#include "matcher/rank/candidate_bounds.h"

#include <algorithm>

#include "matcher/rank/score.h"

namespace throughgate::matcher {
namespace {

// Each that is looked for costs a look into every leaf that is opened.
constexpr std::size_t kSkillsMost = 48;
constexpr std::size_t kWorkMost = 48;

constexpr std::int64_t kNotKnown = -1;
constexpr std::int32_t kAll = 100;  // percent

bool IsOpen(const VacancyCard& vacancy, Day today) {
  return vacancy.state == VacancyState::kOpen && vacancy.opens_on <= today.since_epoch &&
         (vacancy.closes_on == kNoDay || vacancy.closes_on >= today.since_epoch);
}

// What somebody who held an occupation is taken to know of a skill, at most, in percent.
std::int32_t InferredMost(const Taxonomy& taxonomy, SkillIndex skill) {
  if (!taxonomy.EssentialFor(skill).empty()) return kEssentialForOccupationHeld;
  return taxonomy.OptionalFor(skill).empty() ? 0 : kOptionalForOccupationHeld;
}

}  // namespace

CandidateBounds::CandidateBounds(const Catalogue& catalogue, const VacancyBlock& block,
                                 const VacancyCard& vacancy, CandidateScorer& scorer, Day today)
    : vacancy_(vacancy),
      at_home_(catalogue.IsAtHome(vacancy)),
      sites_(at_home_ ? std::span<const SitePoint>() : block.SitesOf(vacancy)),
      scorer_(scorer),
      today_(today),
      open_(IsOpen(vacancy, today)) {
  ChooseSkills(*catalogue.taxonomy, block.NeedsOf(vacancy));
  ChooseWork(scorer.occupation_percents());
  const std::uint8_t best_work = work_.empty() ? low_work_ : work_.front().percent;
  named_most_ = PointsFor(skills_.empty() ? 0 : kAll * skill_weight_, best_work);
  unnamed_most_ = PointsFor(0, low_work_);
}

void CandidateBounds::ChooseSkills(const Taxonomy& taxonomy, std::span<const SkillNeed> needs) {
  std::vector<Meeter> meeters;
  for (const SkillNeed& need : needs) {
    skill_weight_ += need.weight;
    if (need.skill == kNoIndex) continue;
    for (const SkillRelation& relation : taxonomy.MeetersOf(need.skill)) {
      meeters.push_back({&need, relation});
    }
  }
  std::ranges::stable_sort(meeters, std::greater<>(),
                           [](const Meeter& meeter) { return meeter.relation.percent; });
  // All that are closer than the first that is one too many.
  const std::int32_t cut = meeters.size() > kSkillsMost ? meeters[kSkillsMost].relation.percent : 0;
  for (const SkillNeed& need : needs) {
    if (need.skill == kNoIndex) continue;
    const std::int32_t low = std::max(cut, InferredMost(taxonomy, need.skill));
    low_credit_ += need.weight * low;
    for (const Meeter& meeter : meeters) {
      if (meeter.need == &need && meeter.relation.percent > cut) LookFor(meeter, low);
    }
  }
}

void CandidateBounds::LookFor(const Meeter& meeter, std::int32_t low) {
  LookedSkill looked{.skill = meeter.relation.skill};
  for (std::size_t note = 0; note < kNotes; ++note) {
    const HeldNote held = HeldNote::Read(static_cast<std::uint8_t>(note));
    if (held.level > SkillLevel::kExpert) continue;
    const std::int32_t percent =
        CreditFor(meeter.relation.percent, held.level, meeter.need->level, held.evidence).percent;
    looked.credit[note] =
        static_cast<std::uint16_t>(meeter.need->weight * std::max(0, percent - low));
  }
  skills_.push_back(looked);
}

void CandidateBounds::ChooseWork(std::span<const std::uint8_t> percents) {
  std::vector<LookedWork> close;
  for (std::size_t i = 0; i < percents.size(); ++i) {
    if (percents[i] > 0) close.push_back({static_cast<OccupationIndex>(i), percents[i]});
  }
  std::ranges::stable_sort(close, std::greater<>(), &LookedWork::percent);
  if (close.size() > kWorkMost) low_work_ = close[kWorkMost].percent;
  for (const LookedWork& work : close) {
    if (work.percent > low_work_) work_.push_back(work);
  }
}

std::int32_t CandidateBounds::PointsFor(std::int32_t credit,
                                        std::uint8_t occupation_percent) const {
  const std::int32_t skills =
      skill_weight_ == 0
          ? UnstatedSkillPoints(occupation_percent)
          : SkillPoints(std::min(low_credit_ + credit, kAll * skill_weight_), skill_weight_);
  return skills + OccupationPoints(occupation_percent);
}

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

bool CandidateBounds::PassesOver(const CandidateLimits& limits) const {
  if (!open_) return true;
  if (vacancy_.starts_on != kNoDay && limits.available_first > vacancy_.starts_on) return true;
  if (limits.box.empty()) return false;
  return OutOfReach(limits.uncertainty_most_m, limits.reach_most_m,
                    [&](const SitePoint& site) { return limits.box.LeastDistanceCm(site.ecef); });
}

std::int32_t CandidateBounds::RestMost(const CandidateLimits& limits) const {
  const std::int64_t nearest = NearestOf(!limits.box.empty(), [&](const SitePoint& site) {
    return limits.box.LeastDistanceCm(site.ecef);
  });
  std::int32_t pay = PayPoints(vacancy_.pence_per_hour, limits.pay_floor_least);
  if (limits.pay_floor_unstated) pay = std::max(pay, PayPoints(vacancy_.pence_per_hour, 0));
  return DistancePoints(nearest, std::int64_t{limits.reach_most_m} * 100) + ShiftPoints(kAll) +
         StartPoints(LeastStartGap(limits)) + pay + scorer_.charter_points();
}

std::int32_t CandidateBounds::LeastStartGap(const CandidateLimits& limits) const {
  const std::int32_t starts = std::max(vacancy_.starts_on, today_.since_epoch);
  const std::int32_t nearest = std::clamp(starts, limits.available_first, limits.available_last);
  return StartGapDays(vacancy_.starts_on, nearest, today_);
}

RankKey CandidateBounds::KeyMost(const CandidateLimits& limits, std::int32_t score) const {
  const std::int64_t nearest = NearestOf(!limits.box.empty(), [&](const SitePoint& site) {
    return limits.box.LeastDistanceCm(site.ecef);
  });
  return MakeRankKey(score, vacancy_.need_count, nearest, limits.registered_first,
                     limits.hash_most);
}

std::int32_t CandidateBounds::SpotMost(const CandidateSpot& spot, std::int32_t named_points) const {
  const auto distance = [&](const SitePoint& site) { return ChordCm(spot.at, site.ecef); };
  if (spot.known() && OutOfReach(spot.uncertainty_m, spot.reach_m, distance)) return -1;
  return named_points +
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
