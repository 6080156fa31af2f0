// Searches a forest for the spots that can rank among the best, and reads as little else as it can.
//
// Everything has a bound: a score that it cannot exceed. Leaves are opened in the order of theirs,
// until that of the next is below every score that is kept. In an open leaf, lists lead to the
// spots that name what counts for much; the others are bounded block by block. What remains is
// looked at in the order of bounds, over all open leaves.
//
// Nothing is lost by it: what is passed over has a bound below the lowest key that is kept, or
// equal to it in points and below it in what decides a tie.
#ifndef THROUGHGATE_MATCHER_RANK_FOREST_SEARCH_H_
#define THROUGHGATE_MATCHER_RANK_FOREST_SEARCH_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "matcher/index/forest/forest.h"
#include "matcher/index/forest/item_lists.h"
#include "matcher/matcher.h"
#include "matcher/rank/bound_queue.h"
#include "matcher/rank/match_of.h"
#include "matcher/rank/top_matches.h"

namespace throughgate::matcher {

// `Bounds` is VacancyBounds or CandidateBounds. `decide(spot)` puts what stands at a spot among the
// best, if it belongs there.
template <class Bounds, class Decide>
class ForestSearch {
 public:
  using Side = typename Bounds::Side;
  using Spot = typename Side::Spot;
  // Lifetime  refers to all that it is given.
  ForestSearch(const Bounds& bounds, const TopMatches& top, const Decide& decide, SearchWork& work)
      : bounds_(bounds), top_(top), decide_(decide), work_(work) {}

  // Errors  kDeadlineExceeded  `should_stop` said so.
  absl::Status Run(const Forest<Side>& forest, ShouldStop should_stop) {
    for (const auto& tree : forest.trees) {
      if (!bounds_.PassesOver(tree->limits)) Collect(*tree);
    }
    while (const auto next = leaves_.Pop(top_.least_score())) {
      if (should_stop()) return Stopped();
      const auto& [leaf, limits] = next->thing;
      if (Loses(next->bound, *limits)) continue;
      Open(*leaf, *limits, next->bound);
      LookAt(kLooksPerLeaf);
    }
    if (should_stop()) return Stopped();
    LookAt(std::numeric_limits<int>::max());
    return absl::OkStatus();
  }

 private:
  using Core = LeafCore<Side>;
  using Limits = typename Side::Limits;
  static constexpr std::size_t kBlocksMost = Mention::kSpotsMost / kSpotsPerBlock;
  // After each leaf so many of the most promising are looked at: what is kept early keeps much out.
  static constexpr int kLooksPerLeaf = 8;
  // Less than any bound.
  static constexpr std::int32_t kPassedOver = -2 * kScoreMost;

  struct LeafInReach {
    const Leaf<Side>* leaf = nullptr;
    const Limits* limits = nullptr;
  };
  struct OpenCore {
    const Core* core = nullptr;
    const std::vector<bool>* gone = nullptr;  // of the core's spots; null when none is
  };
  // A spot, or those spots of a block that no list has led to.
  struct Promise {
    std::uint32_t open_core = 0;  // in open_
    std::uint16_t number = 0;     // of the spot or the block, in its core
    bool is_block = false;
    std::int32_t named_points = 0;  // of a spot
    std::uint32_t named = 0;        // of a block: a bit for each spot that is not meant
  };
  // What the lists tell of a spot.
  struct Listed {
    std::uint16_t credit = 0;
    std::uint8_t occupation_percent = 0;
    bool any() const { return credit > 0 || occupation_percent > 0; }
  };

  // ---- Which leaves ----

  void Collect(const Tree<Side>& tree) {
    for (std::size_t i = 0; i < tree.branches.size(); ++i) {
      if (bounds_.PassesOver(tree.branch_limits[i])) continue;
      const Branch<Side>& branch = *tree.branches[i];
      for (std::size_t j = 0; j < branch.leaves.size(); ++j) {
        const Limits& limits = branch.leaf_limits[j];
        if (bounds_.PassesOver(limits)) continue;
        ++work_.leaves_bounded;
        leaves_.Push(AtMost(bounds_.RestMost(limits) + bounds_.NamedMost(limits)),
                     {&branch.leaves[j], &limits});
      }
    }
  }

  static std::int32_t AtMost(std::int32_t bound) { return std::min(bound, kScoreMost); }

  // Whether nothing within the limits, whose scores are at most `bound`, can be kept.
  bool Loses(std::int32_t bound, const Limits& limits) const {
    const std::int32_t least = top_.least_score();
    return bound < least || (bound == least && bounds_.KeyMost(limits, bound) < top_.lowest());
  }

  // ---- What is in a leaf ----

  void Open(const Leaf<Side>& leaf, const Limits& limits, std::int32_t bound) {
    ++work_.leaves_opened;
    OpenUp({leaf.core.get(), leaf.gone.get()}, limits, bound);
    if (leaf.added != nullptr) OpenUp({leaf.added.get(), nullptr}, limits, bound);
  }

  void OpenUp(const OpenCore& open, const Limits& limits, std::int32_t bound) {
    open_.push_back(open);
    const Core& core = *open.core;
    FollowLists(core);
    const std::int32_t rest = bounds_.RestMost(limits);
    const bool by_block = rest + bounds_.UnnamedMost(limits) >= top_.least_score();
    if (by_block) BoundBlocks(core, bound);
    for (const std::uint16_t spot : led_to_) {
      const std::int32_t points = bounds_.NamedPoints(core.lists, spot, listed_[spot].credit,
                                                      listed_[spot].occupation_percent);
      listed_[spot] = Listed();
      const std::int32_t others = by_block ? rest_of_block_[spot / kSpotsPerBlock] : rest;
      Expect(std::min(bound, others + points), {.number = spot, .named_points = points});
    }
    led_to_.clear();
  }

  void FollowLists(const Core& core) {
    named_.fill(0);
    bounds_.Follow(core.lists, [this](std::uint16_t spot, std::uint16_t credit, std::uint8_t work) {
      Listed& listed = listed_[spot];
      if (!listed.any()) {
        led_to_.push_back(spot);
        named_[spot / kSpotsPerBlock] |= std::uint32_t{1} << spot % kSpotsPerBlock;
      }
      listed.credit = static_cast<std::uint16_t>(listed.credit + credit);
      listed.occupation_percent = std::max(listed.occupation_percent, work);
    });
    work_.spots_listed += led_to_.size();
  }

  void BoundBlocks(const Core& core, std::int32_t bound) {
    for (std::size_t i = 0; i < core.blocks.size(); ++i) {
      const Limits& limits = core.blocks[i];
      ++work_.blocks_bounded;
      if (bounds_.PassesOver(limits)) {
        rest_of_block_[i] = kPassedOver;
        continue;
      }
      rest_of_block_[i] = bounds_.RestMost(limits);
      Expect(std::min(bound, rest_of_block_[i] + bounds_.UnnamedMost(limits)),
             {.number = static_cast<std::uint16_t>(i), .is_block = true, .named = named_[i]});
    }
  }

  void Expect(std::int32_t bound, Promise promise) {
    if (bound < top_.least_score()) return;
    promise.open_core = static_cast<std::uint32_t>(open_.size() - 1);
    promises_.Push(bound, promise);
  }

  // ---- What it comes to ----

  void LookAt(int most) {
    for (int looks = 0; looks < most || !top_.full(); ++looks) {
      const auto next = promises_.Pop(top_.least_score());
      if (!next) return;
      const OpenCore& open = open_[next->thing.open_core];
      if (next->thing.is_block) {
        OpenBlock(open, next->thing, next->bound);
      } else {
        LookAtSpot(open, next->thing.number, next->thing.named_points);
      }
    }
  }

  void OpenBlock(const OpenCore& open, const Promise& promise, std::int32_t bound) {
    if (Loses(bound, open.core->blocks[promise.number])) return;
    ++work_.blocks_opened;
    const std::size_t begin = promise.number * kSpotsPerBlock;
    const std::size_t end = std::min(begin + kSpotsPerBlock, open.core->spots.size());
    for (std::size_t i = begin; i < end; ++i) {
      if ((promise.named >> (i - begin) & 1) != 0) continue;
      LookAtSpot(open, i, bounds_.UnnamedPoints(open.core->spots[i]));
    }
  }

  void LookAtSpot(const OpenCore& open, std::size_t number, std::int32_t named_points) {
    if (open.gone != nullptr && (*open.gone)[number]) return;
    const Spot& spot = open.core->spots[number];
    const std::int32_t bound = bounds_.SpotMost(spot, named_points);
    const std::int32_t least = top_.least_score();
    if (bound < least || (bound == least && bounds_.KeyMost(spot, bound) < top_.lowest())) return;
    ++work_.cards_scored;
    decide_(spot);
  }

  const Bounds& bounds_;
  const TopMatches& top_;
  const Decide& decide_;
  SearchWork& work_;

  BoundQueue<LeafInReach> leaves_;
  std::vector<OpenCore> open_;
  BoundQueue<Promise> promises_;
  // Of the leaf that is being opened.
  std::array<Listed, Mention::kSpotsMost> listed_ = {};
  std::vector<std::uint16_t> led_to_;
  std::array<std::uint32_t, kBlocksMost> named_ = {};         // a bit for each spot of a block
  std::array<std::int32_t, kBlocksMost> rest_of_block_ = {};  // at most
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_FOREST_SEARCH_H_
