// What vacancies can score at most for one candidate, told from their limits and lists.
#ifndef THROUGHGATE_MATCHER_RANK_VACANCY_BOUNDS_H_
#define THROUGHGATE_MATCHER_RANK_VACANCY_BOUNDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/index/forest/vacancy_spot.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/rank_key.h"
#include "matcher/rank/work_closeness.h"

namespace throughgate::matcher {

// Whatever it says of limits holds for every spot within them, whatever the rules are: it passes
// over only what is closed, out of reach or begins too early, and rounds in favour.
//
// Lists are followed for the skills that count for most. Any other skill counts for no more than
// `low_`, so a spot that no list names has at most that.
//
// Lifetime  of the scorer and what it refers to.
class VacancyBounds {
 public:
  using Side = VacancySide;

  VacancyBounds(const CandidateCard& candidate, VacancyScorer& scorer, Day today);

  // Whether no rule could let anything within the limits be found.
  bool PassesOver(const VacancyLimits& limits) const;

  // Points for all but skills.
  std::int32_t RestMost(const VacancyLimits& limits) const;
  // Points for the skills of any spot, and of one that no list names.
  std::int32_t NamedMost(const VacancyLimits& limits) const;
  std::int32_t UnnamedMost(const VacancyLimits& limits) const;
  RankKey KeyMost(const VacancyLimits& limits, std::int32_t score) const;

  // Calls visit(spot, credit, 0) for each need that a list names: `credit` is what it counts for
  // above `low_`, by its weight.
  template <class Visit>
  void Follow(const VacancySide::Lists& lists, Visit visit) const {
    for (const Looked& looked : looked_for_) lists.skills.Prefetch(looked.skill);
    for (const Looked& looked : looked_for_) {
      lists.skills.ForEach(looked.skill, [&](int spot, int note) {
        const std::uint16_t credit = looked.credit[static_cast<std::size_t>(note)];
        if (credit > 0) visit(static_cast<std::uint16_t>(spot), credit, std::uint8_t{0});
      });
    }
  }
  // Points for the skills of a spot to whose needs the lists gave `credit`.
  std::int32_t NamedPoints(const VacancySide::Lists& lists, std::size_t spot, std::int32_t credit,
                           std::uint8_t) const {
    return SkillsMost(credit, lists.weights[spot]);
  }
  std::int32_t UnnamedPoints(const VacancySpot& spot) const;

  // All points of a spot whose skills have at most `skill_points`; -1 when it is out of reach.
  std::int32_t SpotMost(const VacancySpot& spot, std::int32_t skill_points) const;
  RankKey KeyMost(const VacancySpot& spot, std::int32_t score) const;

 private:
  static constexpr std::size_t kNotes = 16;  // those of NeedNote
  struct Looked {
    SkillIndex skill = kNoIndex;
    std::array<std::uint16_t, kNotes> credit = {};  // by note
  };

  void ChooseSkills();
  std::int32_t SkillsMost(std::int32_t credit, std::int32_t weight) const;
  std::int32_t LeastStartGap(std::int32_t first, std::int32_t last) const;
  std::int64_t DistanceLeast(const VacancyLimits& limits) const;  // -1: not known
  std::int64_t DistanceOf(const VacancySpot& spot) const;
  std::uint8_t OccupationMost(const VacancyLimits& limits) const;
  std::uint8_t OccupationOf(const VacancySpot& spot) const;

  const CandidateCard& candidate_;
  VacancyScorer& scorer_;
  const Day today_;
  const std::int64_t reach_cm_;
  const WorkCloseness closeness_;
  std::vector<Looked> looked_for_;
  std::int32_t low_ = 0;   // percent
  std::int32_t best_ = 0;  // percent, of any skill
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_VACANCY_BOUNDS_H_
