#include "matcher/rank/needs_met.h"

#include <algorithm>
#include <bit>

#include "matcher/index/forest/candidate_spot.h"
#include "matcher/rank/score.h"

namespace throughgate::matcher {

NeedsMet::NeedsMet(const Taxonomy& taxonomy, std::span<const SkillNeed> needs)
    : inferred_at_most_(needs.size()),
      inferred_(taxonomy.occupation_count() * needs.size()),
      infers_(taxonomy.occupation_count()),
      met_(needs.size()) {
  constexpr std::int32_t kAll = 100;  // percent
  for (const SkillNeed& need : needs) {
    weights_.push_back(need.weight);
    weight_ += need.weight;
  }
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (needs[i].skill == kNoIndex) continue;
    credit_most_ += needs[i].weight * kAll;
    AddMeeters(taxonomy, needs[i], i);
    Infer(taxonomy.OptionalFor(needs[i].skill), i, kOptionalForOccupationHeld);
    Infer(taxonomy.EssentialFor(needs[i].skill), i, kEssentialForOccupationHeld);
    inferred_most_ += needs[i].weight * inferred_at_most_[i];
  }
}

void NeedsMet::AddMeeters(const Taxonomy& taxonomy, const SkillNeed& need, std::size_t number) {
  for (const SkillRelation& relation : taxonomy.MeetersOf(need.skill)) {
    Meeter meeter{.need = number, .skill = relation.skill};
    for (std::size_t note = 0; note < meeter.percent.size(); ++note) {
      const HeldNote held = HeldNote::Read(static_cast<std::uint8_t>(note));
      if (held.level > SkillLevel::kExpert) continue;
      meeter.percent[note] =
          CreditFor(relation.percent, held.level, need.level, held.evidence).percent;
    }
    meeters_.push_back(meeter);
  }
}

void NeedsMet::Infer(std::span<const OccupationIndex> from, std::size_t need,
                     std::uint8_t percent) {
  for (const OccupationIndex occupation : from) {
    inferred_[occupation * weights_.size() + need] = percent;
    infers_[occupation] = 1;
    inferred_at_most_[need] = percent;
  }
}

void NeedsMet::Follow(const ItemLists& skills, std::size_t spots) {
  for (auto& percents : met_) std::fill_n(percents.begin(), spots, std::uint8_t{0});
  listed_.fill(0);
  for (const Meeter& meeter : meeters_) skills.Prefetch(meeter.skill);
  for (const Meeter& meeter : meeters_) {
    std::uint8_t* percents = met_[meeter.need].data();
    skills.ForEach(meeter.skill, [&](int spot, int note) {
      std::uint8_t& met = percents[spot];
      met = std::max(met, meeter.percent[static_cast<std::size_t>(note)]);
      listed_[static_cast<std::size_t>(spot) / kSpotsPerBlock] |=
          SpotMask{1} << static_cast<std::size_t>(spot) % kSpotsPerBlock;
    });
  }
  for (std::size_t block = 0; block * kSpotsPerBlock < spots; ++block) {
    std::int32_t& most = block_most_[block] = inferred_most_;
    for (SpotMask left = listed_[block]; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(left));
      most = std::max(most, CreditMostOf(block * kSpotsPerBlock + i));
    }
  }
}

// Without a look at the work held.
std::int32_t NeedsMet::CreditMostOf(std::size_t spot) const {
  std::int32_t credit = 0;
  for (std::size_t need = 0; need < weights_.size(); ++need) {
    credit += weights_[need] * std::max(met_[need][spot], inferred_at_most_[need]);
  }
  return credit;
}

SpotMask NeedsMet::GiveCredit(std::size_t block, const Mentions::OfBlock& work, bool inferred,
                              BlockPoints& credit) const {
  const SpotMask credited = listed_[block] | (inferred ? WhoIsInferred(work) : 0);
  for (SpotMask left = credited; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    credit[i] = CreditOf(block * kSpotsPerBlock + i, work, i);
  }
  return credited;
}

SpotMask NeedsMet::WhoIsInferred(const Mentions::OfBlock& work) const {
  SpotMask who = 0;
  if (inferred_most_ == 0) return who;
  work.ForEach([&](std::size_t spot, OccupationIndex occupation, std::uint8_t note) {
    const bool held = note == static_cast<std::uint8_t>(OccupationRelation::kHeld);
    who |= static_cast<SpotMask>(held & (infers_.data()[occupation] != 0)) << spot;
  });
  return who;
}

// Of spot `number` of a block, which is `spot` of the leaf.
std::int32_t NeedsMet::CreditOf(std::size_t spot, const Mentions::OfBlock& work,
                                std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : work.ends[number - 1];
  std::int32_t credit = 0;
  for (std::size_t need = 0; need < weights_.size(); ++need) {
    std::uint8_t best = met_[need][spot];
    for (std::size_t w = begin; w < work.ends[number]; ++w) {
      if (work.notes[w] != static_cast<std::uint8_t>(OccupationRelation::kHeld)) continue;
      best = std::max(best, inferred_[work.items[w] * weights_.size() + need]);
    }
    credit += weights_[need] * best;
  }
  return credit;
}

}  // namespace throughgate::matcher
