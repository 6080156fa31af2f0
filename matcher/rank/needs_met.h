// How far what somebody has meets the needs of one vacancy, for the candidates of a leaf.
#ifndef THROUGHGATE_MATCHER_RANK_NEEDS_MET_H_
#define THROUGHGATE_MATCHER_RANK_NEEDS_MET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/index/cards.h"
#include "matcher/index/forest/item_lists.h"
#include "matcher/index/forest/mentions.h"
#include "matcher/rank/block_points.h"

namespace throughgate::matcher {

// Each need is met by the best that somebody has for it, never by a sum.
//
// Cost  of a leaf: a look into its lists for each skill that meets a need, and what they list.
class NeedsMet {
 public:
  NeedsMet(const Taxonomy& taxonomy, std::span<const SkillNeed> needs);

  // Of all needs, those of unknown skills too; 0: none are stated.
  std::int32_t weight() const { return weight_; }
  // The most credit, by weight, that anybody can have, and that can be inferred from work held.
  std::int32_t credit_most() const { return credit_most_; }
  std::int32_t inferred_most() const { return inferred_most_; }

  // Comes first for each leaf: `skills` that its `spots` candidates hold.
  void Follow(const ItemLists& skills, std::size_t spots);

  // The most credit, by weight, that anybody in a block can have.
  std::int32_t CreditMost(std::size_t block) const { return block_most_[block]; }

  // Sets the credit, by weight, of those in a block who hold a skill that meets a need and, if
  // `inferred`, of those for whom one is inferred; says who these are.
  SpotMask GiveCredit(std::size_t block, const Mentions::OfBlock& work, bool inferred,
                      BlockPoints& credit) const;

 private:
  static constexpr std::size_t kBlocksMost = ItemLists::kSpotsMost / kSpotsPerBlock;
  struct Meeter {
    std::size_t need = 0;
    SkillIndex skill = kNoIndex;
    std::array<std::uint8_t, ItemLists::kNotesMost> percent = {};  // by HeldNote
  };

  void AddMeeters(const Taxonomy& taxonomy, const SkillNeed& need, std::size_t number);
  void Infer(std::span<const OccupationIndex> from, std::size_t need, std::uint8_t percent);
  std::int32_t CreditMostOf(std::size_t spot) const;
  SpotMask WhoIsInferred(const Mentions::OfBlock& work) const;
  std::int32_t CreditOf(std::size_t spot, const Mentions::OfBlock& work, std::size_t number) const;

  std::int32_t weight_ = 0;
  std::int32_t credit_most_ = 0;
  std::int32_t inferred_most_ = 0;
  std::vector<std::uint8_t> weights_;           // by need
  std::vector<std::uint8_t> inferred_at_most_;  // percent, by need
  std::vector<Meeter> meeters_;
  std::vector<std::uint8_t> inferred_;  // percent, by occupation held and need
  std::vector<std::uint8_t> infers_;    // by occupation: whether any need is inferred
  // Of the leaf that is followed.
  std::vector<std::array<std::uint8_t, ItemLists::kSpotsMost>> met_;  // percent, by need and spot
  std::array<SpotMask, kBlocksMost> listed_ = {};
  std::array<std::int32_t, kBlocksMost> block_most_ = {};
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_NEEDS_MET_H_
