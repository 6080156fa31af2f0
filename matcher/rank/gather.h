// Gathers what the score depends on, once for each direction of search: what does not change from
// card to card is laid out in tables first, so that a card costs a few look-ups.
//
// Both directions give bit-identical points for a pair; a property test holds them to it.
#ifndef THROUGHGATE_MATCHER_RANK_GATHER_H_
#define THROUGHGATE_MATCHER_RANK_GATHER_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/rank/score.h"

namespace throughgate::matcher {

// Share of each shift pattern that one availability covers, or of one shift pattern that each
// availability covers: worked out once per distinct pattern.
class ShiftShares {
 public:
  explicit ShiftShares(std::size_t patterns) : shares_(patterns, kNotYet) {}
  std::int32_t Percent(const Catalogue& catalogue, Ordinal shifts, Ordinal availability,
                       Ordinal varying);

 private:
  static constexpr std::int8_t kNotYet = -1;
  std::vector<std::int8_t> shares_;
};

// Scores vacancies for one candidate.
//
// Lifetime  refers to the catalogue.
// Threads   one at a time; make one for each search.
class VacancyScorer {
 public:
  VacancyScorer(const Catalogue& catalogue, const CandidateBlock& block, const CandidateCard& card,
                Day today);

  ScoreInputs Gather(const VacancyBlock& block, const VacancyCard& vacancy,
                     std::int64_t distance_cm) {
    return Gather(block, vacancy, distance_cm, CharterPointsOf(vacancy.employer));
  }
  // For who knows the points for the employer's pledges.
  ScoreInputs Gather(const VacancyBlock& block, const VacancyCard& vacancy,
                     std::int64_t distance_cm, std::int32_t charter_points);
  // What Gather looks up, one by one.
  SkillCredit CreditOf(SkillIndex skill, SkillLevel level) const {
    if (skill == kNoIndex) return {};
    return credit_[slot_[skill]][static_cast<std::size_t>(level)];
  }
  std::int32_t OccupationPercentOf(OccupationIndex occupation) const {
    return occupation == kNoIndex ? 0 : occupation_percent_[occupation];
  }
  std::int32_t ShiftPercentOf(Ordinal shifts) {
    return shift_shares_.Percent(catalogue_, shifts, candidate_.availability, shifts);
  }
  std::int32_t CharterPointsOf(Ordinal employer) const {
    return CharterPoints(catalogue_.employers[employer]->pledges, today_);
  }

  // For any skill at any level.
  std::uint8_t best_credit_percent() const;
  // The number of skills with credit, and which a skill is; 0: none.
  std::size_t credited() const { return credit_.size() - 1; }
  std::span<const std::uint16_t> credit_slots() const { return slot_; }
  SkillCredit CreditInSlot(std::size_t slot, SkillLevel level) const {
    return credit_[slot][static_cast<std::size_t>(level)];
  }
  std::span<const std::uint8_t> occupation_percents() const { return occupation_percent_; }

 private:
  static constexpr std::size_t kLevels = 5;
  using ByLevel = std::array<SkillCredit, kLevels>;  // needed

  void LayOutSkills(std::span<const HeldSkill> skills);
  void LayOutOccupations(std::span<const HeldOccupation> occupations);
  ByLevel& MutableCredit(SkillIndex skill);

  const Catalogue& catalogue_;
  const CandidateCard& candidate_;
  Day today_;
  // Most skills stand in the first slot, that of no credit: the whole is small and soon made.
  std::vector<std::uint16_t> slot_;               // by skill
  std::vector<ByLevel> credit_;                   // by slot
  std::vector<std::uint8_t> occupation_percent_;  // by occupation
  ShiftShares shift_shares_;
};

// Scores candidates for one vacancy. As VacancyScorer.
class CandidateScorer {
 public:
  CandidateScorer(const Catalogue& catalogue, const VacancyBlock& block, const VacancyCard& vacancy,
                  Day today);

  ScoreInputs Gather(const CandidateBlock& block, const CandidateCard& candidate,
                     std::int64_t distance_cm);
  std::int32_t ShiftPercentOf(Ordinal availability) {
    return shift_shares_.Percent(catalogue_, vacancy_.shifts, availability, availability);
  }
  std::int32_t charter_points() const { return charter_points_; }
  std::span<const std::uint8_t> occupation_percents() const { return occupation_percent_; }

 private:
  struct Need {
    SkillLevel level;
    std::uint8_t weight;
    std::vector<std::uint8_t> relation;  // percent, by skill held
    std::vector<std::uint8_t> inferred;  // credit percent, by occupation held
  };

  const Catalogue& catalogue_;
  const VacancyCard& vacancy_;
  Day today_;
  std::vector<Need> needs_;
  std::vector<std::uint8_t> occupation_percent_;  // by occupation of the candidate
  std::int32_t charter_points_;
  ShiftShares shift_shares_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_GATHER_H_
