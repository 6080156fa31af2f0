// Searches a forest for the spots that can rank among the best, and reads as little else as it can.
//
// Everything has a bound: a score that it cannot exceed. Leaves are opened in the order of theirs.
// In an open leaf those blocks are read that have a bound of the lowest score that is kept or more,
// in the order of memory, which costs far less than to jump to the best. What spots they have that
// can still be enough waits in one queue for all leaves; after each leaf a few of the best are
// taken from it, so that what is kept early keeps much out.
//
// Nothing is lost by it: what is passed over has a bound below the lowest key that is kept, or
// equal to it in points and below it in what decides a tie.
#ifndef THROUGHGATE_MATCHER_RANK_FOREST_SEARCH_H_
#define THROUGHGATE_MATCHER_RANK_FOREST_SEARCH_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/status/status.h"
#include "matcher/index/forest/forest.h"
#include "matcher/matcher.h"
#include "matcher/rank/block_points.h"
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
  ForestSearch(Bounds& bounds, const TopMatches& top, const Decide& decide, SearchWork& work)
      : bounds_(bounds), top_(top), decide_(decide), work_(work) {}

  // Errors  kDeadlineExceeded  `should_stop` said so.
  absl::Status Run(const Forest<Side>& forest, ShouldStop should_stop) {
    for (const auto& tree : forest.trees) {
      if (!bounds_.PassesOver(tree->limits)) Collect(*tree);
    }
    while (const auto next = leaves_.Pop(top_.least_score())) {
      if (should_stop()) return Stopped();
      OpenLeaf(next->thing, next->bound);
      if (const LeafInReach* after = leaves_.Peek(); after != nullptr) Fetch(*after->leaf);
      if (!Take(kStepsPerLeaf, should_stop)) return Stopped();
    }
    if (should_stop() || !Take(std::numeric_limits<int>::max(), should_stop)) return Stopped();
    return absl::OkStatus();
  }

 private:
  using Core = LeafCore<Side>;
  using Limits = typename Side::Limits;
  static constexpr int kStepsPerLeaf = 16;
  static constexpr int kStepsBetweenStops = 64;

  struct LeafInReach {
    const Leaf<Side>* leaf = nullptr;
    const Limits* limits = nullptr;
  };
  // A spot that can be enough for all that is known of it.
  struct Promise {
    const Spot* spot = nullptr;
    std::int16_t named = 0;  // points for what it names
    bool looked_at = false;
  };

  void Collect(const Tree<Side>& tree) {
    for (std::size_t i = 0; i < tree.branches.size(); ++i) {
      if (bounds_.PassesOver(tree.branch_limits[i])) continue;
      const Branch<Side>& branch = *tree.branches[i];
      for (std::size_t j = 0; j < branch.leaves.size(); ++j) {
        const Limits& limits = branch.leaf_limits[j];
        if (bounds_.PassesOver(limits)) continue;
        ++work_.leaves_bounded;
        leaves_.Push(std::min(bounds_.Most(limits), kScoreMost), {&branch.leaves[j], &limits});
      }
    }
  }

  // ---- Leaves and blocks ----

  void OpenLeaf(const LeafInReach& in_reach, std::int32_t most) {
    if (Loses(*in_reach.limits, most)) return;
    ++work_.leaves_opened;
    const std::int32_t around = bounds_.AroundMost(*in_reach.limits);
    const Leaf<Side>& leaf = *in_reach.leaf;
    ReadBlocks(*leaf.core, leaf.gone.get(), around, most);
    if (leaf.added != nullptr) ReadBlocks(*leaf.added, nullptr, around, most);
  }

  // Has what is read first of a leaf brought near, while something else is done.
  static void Fetch(const Leaf<Side>& leaf) {
    __builtin_prefetch(leaf.core->blocks.data());
    leaf.core->named.Fetch();
  }

  // `gone`: of the core's spots; null when none is.
  void ReadBlocks(const Core& core, const std::vector<bool>* gone, std::int32_t around,
                  std::int32_t most) {
    const std::int32_t least = top_.least_score();
    bounds_.Enter(core);
    for (std::size_t i = 0; i < core.blocks.size(); ++i) {
      if (bounds_.PassesOver(core.blocks[i])) continue;
      ++work_.blocks_bounded;
      const std::int32_t rest = around + bounds_.OfferMost(core.blocks[i]);
      const std::uint8_t closest = bounds_.WorkMost(core, i);
      if (rest + bounds_.NamedMost(core, i, closest) < least) continue;
      ReadBlock(core, gone, i, closest, rest, most);
    }
  }

  // `closest`: the type of work that is, in percent. `rest`: at most, of each of its spots for all
  // but what it names.
  void ReadBlock(const Core& core, const std::vector<bool>* gone, std::size_t block,
                 std::uint8_t closest, std::int32_t rest, std::int32_t most) {
    const std::size_t begin = block * kSpotsPerBlock;
    ++work_.blocks_opened;
    work_.spots_bounded += std::min(kSpotsPerBlock, core.spots.size() - begin);
    BlockPoints named;
    SpotMask able = bounds_.GiveNamed(core, block, closest, top_.least_score() - rest, named);
    for (; able != 0; able &= able - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(able));
      if (gone != nullptr && (*gone)[begin + i]) continue;
      Expect(std::min(most, rest + named[i]),
             {.spot = &core.spots[begin + i], .named = static_cast<std::int16_t>(named[i])});
    }
  }

  // ---- Spots ----

  // Takes so many steps, or more until there is no room for more rows; false: it is to stop.
  bool Take(int most, ShouldStop should_stop) {
    for (int steps = 1; steps <= most || !top_.full(); ++steps) {
      const auto next = promises_.Pop(top_.least_score());
      if (!next) return true;
      if (steps % kStepsBetweenStops == 0 && should_stop()) return false;
      if (const Promise* after = promises_.Peek(); after != nullptr) {
        __builtin_prefetch(after->spot);
      }
      if (next->thing.looked_at) {
        DecideOn(*next->thing.spot, next->bound);
      } else {
        LookAt(next->thing);
      }
    }
    return true;
  }

  void LookAt(Promise promise) {
    ++work_.spots_looked_at;
    promise.looked_at = true;
    Expect(bounds_.SpotMost(*promise.spot, promise.named), promise);
  }

  void DecideOn(const Spot& spot, std::int32_t bound) {
    if (!Loses(spot, bound)) decide_(spot);
  }

  void Expect(std::int32_t bound, const Promise& promise) {
    if (bound >= top_.least_score()) promises_.Push(std::min(bound, kScoreMost), promise);
  }

  // Whether nothing of a leaf, or not a spot, can be kept that has at most `bound`, which is not
  // below the least score that is.
  template <class LimitsOrSpot>
  bool Loses(const LimitsOrSpot& thing, std::int32_t bound) const {
    return bound == top_.least_score() && bounds_.KeyMost(thing, bound) < top_.lowest();
  }

  Bounds& bounds_;
  const TopMatches& top_;
  const Decide& decide_;
  SearchWork& work_;

  BoundQueue<LeafInReach> leaves_;
  BoundQueue<Promise> promises_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_FOREST_SEARCH_H_
