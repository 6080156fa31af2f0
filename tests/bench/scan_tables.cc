#include "tests/bench/scan_tables.h"

#include <algorithm>
#include <utility>

namespace throughgate::bench {

using matcher::Catalogue;
using matcher::Ordinal;

HeldCredits::HeldCredits(const Catalogue& catalogue, Ordinal candidate)
    : row_(catalogue.taxonomy->skill_count()), credits_(1) {
  const matcher::CandidateBlock& block = catalogue.CandidateBlockOf(candidate);
  const matcher::CandidateCard& person = catalogue.CandidateOf(candidate);
  const matcher::Taxonomy& taxonomy = *catalogue.taxonomy;
  for (const matcher::HeldSkill& held : block.SkillsOf(person)) {
    for (const matcher::SkillRelation& need : taxonomy.MetBy(held.skill)) {
      ByLevel& row = RowOf(need.skill);
      for (std::size_t level = 0; level < row.size(); ++level) {
        row[level].Improve(matcher::CreditFor(
            need.percent, held.level, static_cast<matcher::SkillLevel>(level), held.evidence));
      }
    }
  }
  const auto infer = [this](std::span<const matcher::SkillIndex> skills, int percent) {
    for (matcher::SkillIndex skill : skills) {
      for (matcher::SkillCredit& credit : RowOf(skill)) {
        credit.percent = std::max(credit.percent, static_cast<std::uint8_t>(percent));
      }
    }
  };
  for (const matcher::HeldOccupation& held : block.OccupationsOf(person)) {
    if (held.relation != matcher::OccupationRelation::kHeld) continue;
    infer(taxonomy.EssentialSkills(held.occupation), matcher::kEssentialForOccupationHeld);
    infer(taxonomy.OptionalSkills(held.occupation), matcher::kOptionalForOccupationHeld);
  }
}

HeldCredits::ByLevel& HeldCredits::RowOf(std::uint16_t skill) {
  if (row_[skill] == 0) {
    row_[skill] = static_cast<std::uint16_t>(credits_.size());
    credits_.emplace_back();
  }
  return credits_[row_[skill]];
}

std::vector<NeedRelations> RelationsOfNeeds(const Catalogue& catalogue, Ordinal vacancy) {
  const matcher::Taxonomy& taxonomy = *catalogue.taxonomy;
  std::vector<NeedRelations> needs;
  const matcher::VacancyBlock& block = catalogue.VacancyBlockOf(vacancy);
  for (const matcher::SkillNeed& need : block.NeedsOf(catalogue.VacancyOf(vacancy))) {
    NeedRelations relations{need.level, need.weight,
                            std::vector<std::uint8_t>(taxonomy.skill_count()),
                            std::vector<std::uint8_t>(taxonomy.occupation_count())};
    if (need.skill != matcher::kNoIndex) {
      for (const matcher::SkillRelation& held : taxonomy.MeetersOf(need.skill)) {
        relations.by_skill[held.skill] = held.percent;
      }
      for (matcher::OccupationIndex o : taxonomy.OptionalFor(need.skill)) {
        relations.inferred[o] = matcher::kOptionalForOccupationHeld;
      }
      for (matcher::OccupationIndex o : taxonomy.EssentialFor(need.skill)) {
        relations.inferred[o] = matcher::kEssentialForOccupationHeld;
      }
    }
    needs.push_back(std::move(relations));
  }
  return needs;
}

std::vector<std::uint8_t> ClosenessToHeld(const Catalogue& catalogue, Ordinal candidate) {
  std::vector<std::uint8_t> percents(catalogue.taxonomy->occupation_count());
  const matcher::CandidateBlock& block = catalogue.CandidateBlockOf(candidate);
  for (const auto& held : block.OccupationsOf(catalogue.CandidateOf(candidate))) {
    catalogue.taxonomy->RaiseToCloseness(held.occupation, percents);
  }
  return percents;
}

std::vector<std::uint8_t> ClosenessToWork(const Catalogue& catalogue, Ordinal vacancy) {
  std::vector<std::uint8_t> percents(catalogue.taxonomy->occupation_count());
  for (matcher::OccupationIndex work : catalogue.VacancyOf(vacancy).occupations) {
    if (work != matcher::kNoIndex) catalogue.taxonomy->RaiseToCloseness(work, percents);
  }
  return percents;
}

std::int32_t PatternShares::Of(std::uint32_t shifts, std::uint32_t availability,
                               std::uint32_t varying) {
  std::int8_t& share = shares_[varying];
  if (share != kNotYet) return share;
  const matcher::WeekPattern& worked = *catalogue_.patterns[shifts];
  const matcher::WeekPattern& free = *catalogue_.patterns[availability];
  if (!free.stated()) {
    share = 100;
  } else if (!worked.stated()) {
    share = matcher::kShiftNeutralPercent;
  } else {
    share = static_cast<std::int8_t>(matcher::MinutesShared(worked, free) * 100 /
                                     matcher::MinutesCovered(worked));
  }
  return share;
}

}  // namespace throughgate::bench
