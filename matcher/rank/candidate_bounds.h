// What candidates can score at most for one vacancy, told from their limits and what they name.
#ifndef THROUGHGATE_MATCHER_RANK_CANDIDATE_BOUNDS_H_
#define THROUGHGATE_MATCHER_RANK_CANDIDATE_BOUNDS_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "matcher/index/catalogue.h"
#include "matcher/index/forest/candidate_spot.h"
#include "matcher/index/forest/forest.h"
#include "matcher/rank/block_points.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/needs_met.h"
#include "matcher/rank/rank_key.h"
#include "matcher/rank/work_closeness.h"

namespace throughgate::matcher {

// As VacancyBounds, the other way round: here the reach is the spot's own, and what a spot names
// are the skills and types of work that somebody has.
class CandidateBounds {
 public:
  using Side = CandidateSide;

  // Of those whom `holder` holds, and perhaps of others: who is held by several is not told apart
  // here. kNoOrdinal: of anybody.
  CandidateBounds(const Catalogue& catalogue, const VacancyBlock& block, const VacancyCard& vacancy,
                  CandidateScorer& scorer, Day today, Ordinal holder = kNoOrdinal);

  bool PassesOver(const CandidateLimits& limits) const;
  bool PassesOver(const CandidateBlockLimits& limits) const {
    return (limits.holders & holders_) == 0;
  }

  std::int32_t Most(const CandidateLimits& limits) const;
  RankKey KeyMost(const CandidateLimits& limits, std::int32_t score) const;

  void Enter(const LeafCore<CandidateSide>& core) {
    needs_.Follow(core.named.skills, core.spots.size());
  }

  std::int32_t AroundMost(const CandidateLimits& limits) const;
  std::int32_t OfferMost(const CandidateBlockLimits& limits) const;
  std::uint8_t WorkMost(const LeafCore<CandidateSide>& core, std::size_t block) const {
    return closeness_.MostOf(core.named.work.Of(block).items);
  }
  std::int32_t NamedMost(const LeafCore<CandidateSide>&, std::size_t block,
                         std::int32_t work_percent) const {
    return NamedMost(work_percent, SkillPointsFor(needs_.CreditMost(block)));
  }

  SpotMask GiveNamed(const LeafCore<CandidateSide>& core, std::size_t block,
                     std::int32_t work_percent, std::int32_t least, BlockPoints& points) const;

  std::int32_t SpotMost(const CandidateSpot& spot, std::int32_t named) const;
  RankKey KeyMost(const CandidateSpot& spot, std::int32_t score) const;

 private:
  std::int32_t NamedMost(std::int32_t work_percent, std::int32_t stated_skills) const;
  // Of stated needs; 0 when none are.
  std::int32_t SkillPointsFor(std::int32_t credit) const {
    return needs_.weight() == 0 ? 0 : SkillPoints(credit, needs_.weight());
  }
  // The nearest of the sites that are known, 0 when the work is done at home; -1: none is, or the
  // release area is not.
  template <class Distance>
  std::int64_t NearestOf(bool known, Distance distance) const;
  template <class Distance>
  bool OutOfReach(std::uint32_t uncertainty_m, std::uint32_t reach_m, Distance distance) const;
  std::int32_t LeastStartGap(const CandidateLimits& limits) const;

  const VacancyCard& vacancy_;
  const bool at_home_;
  const std::span<const SitePoint> sites_;
  CandidateScorer& scorer_;
  const Day today_;
  const bool open_;
  const Ordinal holder_;
  const std::uint64_t holders_;  // as in CandidateBlockLimits
  const WorkCloseness closeness_;
  NeedsMet needs_;
  const std::int32_t best_skills_;      // points
  const std::int32_t inferred_skills_;  // for what is inferred from work held alone
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_CANDIDATE_BOUNDS_H_
