#include "matcher/rank/gather.h"

#include <algorithm>

namespace throughgate::matcher {
namespace {

// What anybody who held an occupation is taken to know of its skills: always labelled inferred.
SkillCredit Inferred(int percent) { return {static_cast<std::uint8_t>(percent), false}; }

void AddNeed(const SkillCredit& credit, std::uint8_t weight, ScoreInputs& inputs) {
  inputs.skill_weight += weight;
  inputs.skill_weighted_credit += weight * credit.percent;
  inputs.requirements_met += credit.met ? 1 : 0;
}

}  // namespace

std::int32_t ShiftShares::Percent(const Catalogue& catalogue, Ordinal shifts, Ordinal availability,
                                  Ordinal varying) {
  std::int8_t& share = shares_[varying];
  if (share != kNotYet) return share;
  const WeekPattern& worked = *catalogue.patterns[shifts];
  const WeekPattern& free = *catalogue.patterns[availability];
  if (!free.stated()) {
    share = 100;  // available at any time, so for any shift
  } else if (!worked.stated()) {
    share = kShiftNeutralPercent;
  } else {
    share = static_cast<std::int8_t>(MinutesShared(worked, free) * 100 / MinutesCovered(worked));
  }
  return share;
}

VacancyScorer::VacancyScorer(const Catalogue& catalogue, const CandidateBlock& block,
                             const CandidateCard& card, Day today)
    : catalogue_(catalogue),
      candidate_(card),
      today_(today),
      slot_(catalogue.taxonomy->skill_count()),
      credit_(1),
      occupation_percent_(catalogue.taxonomy->occupation_count()),
      shift_shares_(catalogue.patterns.size) {
  LayOutSkills(block.SkillsOf(card));
  LayOutOccupations(block.OccupationsOf(card));
}

VacancyScorer::ByLevel& VacancyScorer::MutableCredit(SkillIndex skill) {
  std::uint16_t& slot = slot_[skill];
  if (slot == 0) {
    slot = static_cast<std::uint16_t>(credit_.size());
    credit_.emplace_back();
  }
  return credit_[slot];
}

void VacancyScorer::LayOutSkills(std::span<const HeldSkill> skills) {
  for (const HeldSkill& held : skills) {
    for (const SkillRelation& need : catalogue_.taxonomy->MetBy(held.skill)) {
      ByLevel& credit = MutableCredit(need.skill);
      for (std::size_t level = 0; level < kLevels; ++level) {
        credit[level].Improve(
            CreditFor(need.percent, held.level, static_cast<SkillLevel>(level), held.evidence));
      }
    }
  }
}

void VacancyScorer::LayOutOccupations(std::span<const HeldOccupation> occupations) {
  const Taxonomy& taxonomy = *catalogue_.taxonomy;
  const auto infer = [this](std::span<const SkillIndex> skills, int percent) {
    for (SkillIndex skill : skills) {
      for (SkillCredit& credit : MutableCredit(skill)) credit.Improve(Inferred(percent));
    }
  };
  for (const HeldOccupation& occupation : occupations) {
    taxonomy.RaiseToCloseness(occupation.occupation, occupation_percent_);
    if (occupation.relation != OccupationRelation::kHeld) continue;
    infer(taxonomy.EssentialSkills(occupation.occupation), kEssentialForOccupationHeld);
    infer(taxonomy.OptionalSkills(occupation.occupation), kOptionalForOccupationHeld);
  }
}

std::uint8_t VacancyScorer::best_credit_percent() const {
  std::uint8_t best = 0;
  for (const ByLevel& by_level : credit_) {
    for (const SkillCredit& credit : by_level) best = std::max(best, credit.percent);
  }
  return best;
}

ScoreInputs VacancyScorer::Gather(const VacancyBlock& block, const VacancyCard& vacancy,
                                  std::int64_t distance_cm, std::int32_t charter_points) {
  ScoreInputs inputs;
  for (const SkillNeed& need : block.NeedsOf(vacancy)) {
    AddNeed(CreditOf(need.skill, need.level), need.weight, inputs);
  }
  for (OccupationIndex occupation : vacancy.occupations) {
    inputs.occupation_percent =
        std::max(inputs.occupation_percent, OccupationPercentOf(occupation));
  }
  inputs.distance_cm = distance_cm;
  inputs.reach_cm = std::int64_t{candidate_.reach_m} * 100;
  inputs.shift_percent = ShiftPercentOf(vacancy.shifts);
  inputs.start_gap_days = StartGapDays(vacancy.starts_on, candidate_.available_from, today_);
  inputs.pay = vacancy.pence_per_hour;
  inputs.pay_floor = candidate_.pay_floor;
  inputs.charter_points = charter_points;
  return inputs;
}

CandidateScorer::CandidateScorer(const Catalogue& catalogue, const VacancyBlock& block,
                                 const VacancyCard& vacancy, Day today)
    : catalogue_(catalogue),
      vacancy_(vacancy),
      today_(today),
      occupation_percent_(catalogue.taxonomy->occupation_count()),
      charter_points_(CharterPoints(catalogue.employers[vacancy.employer]->pledges, today)),
      shift_shares_(catalogue.patterns.size) {
  const Taxonomy& taxonomy = *catalogue.taxonomy;
  for (const SkillNeed& need : block.NeedsOf(vacancy)) {
    Need laid_out{need.level, need.weight, std::vector<std::uint8_t>(taxonomy.skill_count()),
                  std::vector<std::uint8_t>(taxonomy.occupation_count())};
    if (need.skill != kNoIndex) {
      for (const SkillRelation& held : taxonomy.MeetersOf(need.skill)) {
        laid_out.relation[held.skill] = held.percent;
      }
      for (OccupationIndex o : taxonomy.OptionalFor(need.skill)) {
        laid_out.inferred[o] = kOptionalForOccupationHeld;
      }
      for (OccupationIndex o : taxonomy.EssentialFor(need.skill)) {
        laid_out.inferred[o] = kEssentialForOccupationHeld;
      }
    }
    needs_.push_back(std::move(laid_out));
  }
  for (OccupationIndex occupation : vacancy.occupations) {
    if (occupation != kNoIndex) taxonomy.RaiseToCloseness(occupation, occupation_percent_);
  }
}

ScoreInputs CandidateScorer::Gather(const CandidateBlock& block, const CandidateCard& candidate,
                                    std::int64_t distance_cm) {
  ScoreInputs inputs;
  const std::span<const HeldOccupation> occupations = block.OccupationsOf(candidate);
  for (const Need& need : needs_) {
    SkillCredit credit;
    for (const HeldSkill& held : block.SkillsOf(candidate)) {
      const int relation = need.relation[held.skill];
      if (relation > 0) credit.Improve(CreditFor(relation, held.level, need.level, held.evidence));
    }
    for (const HeldOccupation& held : occupations) {
      if (held.relation == OccupationRelation::kHeld) {
        credit.Improve(Inferred(need.inferred[held.occupation]));
      }
    }
    AddNeed(credit, need.weight, inputs);
  }
  for (const HeldOccupation& held : occupations) {
    inputs.occupation_percent =
        std::max<std::int32_t>(inputs.occupation_percent, occupation_percent_[held.occupation]);
  }
  inputs.distance_cm = distance_cm;
  inputs.reach_cm = std::int64_t{candidate.reach_m} * 100;
  inputs.shift_percent = ShiftPercentOf(candidate.availability);
  inputs.start_gap_days = StartGapDays(vacancy_.starts_on, candidate.available_from, today_);
  inputs.pay = vacancy_.pence_per_hour;
  inputs.pay_floor = candidate.pay_floor;
  inputs.charter_points = charter_points_;
  return inputs;
}

}  // namespace throughgate::matcher
