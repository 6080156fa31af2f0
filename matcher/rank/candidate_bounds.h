// What candidates can score at most for one vacancy, told from their limits and lists.
#ifndef THROUGHGATE_MATCHER_RANK_CANDIDATE_BOUNDS_H_
#define THROUGHGATE_MATCHER_RANK_CANDIDATE_BOUNDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/index/forest/candidate_spot.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/rank_key.h"

namespace throughgate::matcher {

// As VacancyBounds, the other way round: here the reach is the spot's own, and lists lead both to
// the skills that meet a need and to close types of work.
class CandidateBounds {
 public:
  using Side = CandidateSide;

  CandidateBounds(const Catalogue& catalogue, const VacancyBlock& block, const VacancyCard& vacancy,
                  CandidateScorer& scorer, Day today);

  bool PassesOver(const CandidateLimits& limits) const;

  // Points for all but skills and occupation.
  std::int32_t RestMost(const CandidateLimits& limits) const;
  // Points for the skills and the occupation of anybody, and of somebody whom no list names.
  std::int32_t NamedMost(const CandidateLimits&) const { return named_most_; }
  std::int32_t UnnamedMost(const CandidateLimits&) const { return unnamed_most_; }
  RankKey KeyMost(const CandidateLimits& limits, std::int32_t score) const;

  template <class Visit>
  void Follow(const CandidateSide::Lists& lists, Visit visit) const {
    for (const LookedSkill& looked : skills_) lists.skills.Prefetch(looked.skill);
    for (const LookedWork& looked : work_) lists.occupations.Prefetch(looked.work);
    for (const LookedSkill& looked : skills_) {
      lists.skills.ForEach(looked.skill, [&](int spot, int note) {
        const std::uint16_t credit = looked.credit[static_cast<std::size_t>(note)];
        if (credit > 0) visit(static_cast<std::uint16_t>(spot), credit, std::uint8_t{0});
      });
    }
    for (const LookedWork& looked : work_) {
      lists.occupations.ForEach(looked.work, [&](int spot, int) {
        visit(static_cast<std::uint16_t>(spot), std::uint16_t{0}, looked.percent);
      });
    }
  }
  std::int32_t NamedPoints(const CandidateSide::Lists&, std::size_t, std::int32_t credit,
                           std::uint8_t occupation_percent) const {
    return PointsFor(credit, std::max(occupation_percent, low_work_));
  }
  std::int32_t UnnamedPoints(const CandidateSpot&) const { return unnamed_most_; }

  // All points of a spot that has at most `named_points` for skills and occupation; -1 when the
  // work is out of reach.
  std::int32_t SpotMost(const CandidateSpot& spot, std::int32_t named_points) const;
  RankKey KeyMost(const CandidateSpot& spot, std::int32_t score) const;

 private:
  static constexpr std::size_t kNotes = 32;  // those of HeldNote
  struct LookedSkill {
    SkillIndex skill = kNoIndex;
    std::array<std::uint16_t, kNotes> credit = {};  // by note
  };
  struct LookedWork {
    OccupationIndex work = kNoIndex;
    std::uint8_t percent = 0;
  };
  // One of the skills that meet a need in some degree.
  struct Meeter {
    const SkillNeed* need = nullptr;
    SkillRelation relation;
  };

  void ChooseSkills(const Taxonomy& taxonomy, std::span<const SkillNeed> needs);
  void ChooseWork(std::span<const std::uint8_t> percents);
  void LookFor(const Meeter& meeter, std::int32_t low);
  std::int32_t PointsFor(std::int32_t credit, std::uint8_t occupation_percent) const;
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
  std::vector<LookedSkill> skills_;
  std::vector<LookedWork> work_;
  std::int32_t skill_weight_ = 0;  // of all needs; 0: none are stated
  std::int32_t low_credit_ = 0;    // at most, of skills that are not looked for; by weight
  std::uint8_t low_work_ = 0;      // percent, at most, of work that is not looked for
  std::int32_t named_most_ = 0;
  std::int32_t unnamed_most_ = 0;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_CANDIDATE_BOUNDS_H_
