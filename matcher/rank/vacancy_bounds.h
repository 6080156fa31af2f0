// What vacancies can score at most for one candidate, told from their limits and what they name.
#ifndef THROUGHGATE_MATCHER_RANK_VACANCY_BOUNDS_H_
#define THROUGHGATE_MATCHER_RANK_VACANCY_BOUNDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/index/forest/forest.h"
#include "matcher/index/forest/vacancy_spot.h"
#include "matcher/rank/block_points.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/rank_key.h"
#include "matcher/rank/work_closeness.h"

namespace throughgate::matcher {

// Whatever it says of limits holds for every spot within them, whatever the rules are: it passes
// over only what is closed, out of reach or begins too early, and rounds in favour.
//
// What a spot names are its types of work and the skills that it needs: the points for these are
// known exactly before the spot is looked at.
//
// Lifetime  of the scorer and what it refers to.
class VacancyBounds {
 public:
  using Side = VacancySide;

  VacancyBounds(const CandidateCard& candidate, VacancyScorer& scorer, Day today);

  // Whether no rule could let anything within the limits be found.
  bool PassesOver(const VacancyLimits& limits) const;
  // Of a block of a leaf that it does not pass over.
  static constexpr bool PassesOver(const VacancyBlockLimits&) { return false; }

  // All points.
  std::int32_t Most(const VacancyLimits& limits) const;
  RankKey KeyMost(const VacancyLimits& limits, std::int32_t score) const;

  // Comes before the blocks of a core are asked about.
  static void Enter(const LeafCore<VacancySide>&) {}

  // The parts of Most: for the distance and availability of a leaf's spots, for the pay and pledges
  // of a block's, and for what a block's name.
  std::int32_t AroundMost(const VacancyLimits& limits) const;
  std::int32_t OfferMost(const VacancyBlockLimits& limits) const;
  // The closest type of work that a block names, in percent.
  std::uint8_t WorkMost(const LeafCore<VacancySide>& core, std::size_t block) const {
    return closeness_.MostOf(core.named.work.Of(block).items);
  }
  std::int32_t NamedMost(const LeafCore<VacancySide>& core, std::size_t block,
                         std::int32_t work_percent) const {
    return NamedMost(core.blocks[block], work_percent);
  }

  // Gives a bit for each spot of a block that has `least` points or more for what it names, and
  // sets its points, exactly; those of the others mean nothing. `work_percent` is what WorkMost
  // says.
  SpotMask GiveNamed(const LeafCore<VacancySide>& core, std::size_t block,
                     std::int32_t work_percent, std::int32_t least, BlockPoints& points);

  // All points of a spot that has `named` for what it names; -1 when it is out of reach or the
  // dates do not fit.
  std::int32_t SpotMost(const VacancySpot& spot, std::int32_t named) const;
  RankKey KeyMost(const VacancySpot& spot, std::int32_t score) const;

 private:
  static constexpr std::size_t kNotes = 16;  // those of NeedNote

  std::int32_t NamedMost(const VacancyBlockLimits& limits, std::int32_t work_percent) const;
  void LayOutCredit();
  void AddUpCredit(const Mentions::OfBlock& skills);
  SpotMask Able(const Mentions::OfBlock& skills, std::int32_t least,
                const std::uint8_t* weights) const;
  bool DatesFit(const VacancySpot& spot) const;
  std::int32_t LeastStartGap(std::int32_t first, std::int32_t last) const;
  std::int64_t DistanceLeast(const VacancyLimits& limits) const;  // -1: not known
  std::int64_t DistanceOf(const VacancySpot& spot) const;

  const CandidateCard& candidate_;
  VacancyScorer& scorer_;
  const Day today_;
  const std::int64_t reach_cm_;
  const WorkCloseness closeness_;
  const std::int32_t best_skills_;                         // points
  std::vector<std::array<std::uint16_t, kNotes>> credit_;  // by weight; by slot and note
  // Of the needs of a block, added up from its first: so the loop has nothing to decide.
  std::vector<std::int32_t> credit_before_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_VACANCY_BOUNDS_H_
