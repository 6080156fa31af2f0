// Arranges spots into leaves, so that those of a leaf are close to each other in the score.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_ARRANGE_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_ARRANGE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "matcher/geo/ecef_box.h"
#include "matcher/index/forest/forest.h"
#include "matcher/index/forest/item_lists.h"
#include "matcher/index/forest/work_range.h"
#include "matcher/index/taxonomy.h"

namespace throughgate::matcher {

// How large the parts of a forest may grow. Tests make small ones, so that small worlds have many.
struct ForestSizes {
  std::size_t leaf_spots = ItemLists::kSpotsMost;  // at most that
  std::size_t leaf_added = 64;
  std::size_t branch_leaves = 64;
};

// By about how many points the scores of spots in a box, or in a range of work, differ for want of
// anything else. Only how well a search prunes depends on it.
struct Spread {
  // Without an upper limit, though distance gives no more than 150 points: what is wide is in
  // everybody's reach, so until it is not, it is divided in space.
  static constexpr std::int64_t kPointsPerKm = 20;
  static constexpr int kPointsPerPercent = 2;

  std::int64_t space = 0;
  std::int64_t work = 0;

  static Spread Of(const EcefBox& box, const WorkRange& work, const Taxonomy& taxonomy) {
    constexpr std::int64_t kCmPerKm = 100'000;
    return {box.WidestCm() * kPointsPerKm / kCmPerKm,
            work.empty() ? 0
                         : kPointsPerPercent * (kSameOccupation -
                                                taxonomy.OccupationPercent(work.first, work.last))};
  }
  std::int64_t sum() const { return space + work; }
};

// Divides seeds in two again and again, each time where their scores differ most: in space, by type
// of work, or, when they are alike in both, by the order within a leaf.
//
// Cost  n log n.
template <class Side>
class Arrangement {
 public:
  using Seed = typename Side::Seed;

  // Puts the seeds into an order in which each leaf's stand together.
  Arrangement(std::vector<Seed> seeds, const Taxonomy& taxonomy, const ForestSizes& sizes)
      : seeds_(std::move(seeds)), taxonomy_(taxonomy), sizes_(sizes) {
    if (!seeds_.empty()) Divide(seeds_);
  }

  // Of each leaf, in the order within it.
  const std::vector<std::span<Seed>>& leaves() const { return leaves_; }

 private:
  void Divide(std::span<Seed> seeds) {
    if (Fits(seeds)) {
      std::sort(seeds.begin(), seeds.end(), Side::Before);
      leaves_.push_back(seeds);
      return;
    }
    const std::size_t half = seeds.size() / 2;
    Halve(seeds, half);
    Divide(seeds.first(half));
    Divide(seeds.subspan(half));
  }

  bool Fits(std::span<const Seed> seeds) const {
    if (seeds.size() == 1) return true;
    if (seeds.size() > sizes_.leaf_spots) return false;
    std::size_t listed = 0;
    for (const Seed& seed : seeds) listed += Side::ListedOf(seed);
    return listed <= ItemLists::kMentionsMost;
  }

  void Halve(std::span<Seed> seeds, std::size_t half) const {
    EcefBox box;
    WorkRange work;
    for (const Seed& seed : seeds) {
      if (seed.spot.known()) box.Include(seed.spot.at);
      work.Include(Side::WorkOf(seed.spot));
    }
    const Spread spread = Spread::Of(box, work, taxonomy_);
    if (spread.sum() == 0) {
      HalveBy(seeds, half, Side::Before);
    } else if (spread.space >= spread.work) {
      std::int32_t Ecef::*const axis = WidestAxis(box);
      HalveBy(seeds, half,
              [axis](const Seed& a, const Seed& b) { return a.spot.at.*axis < b.spot.at.*axis; });
    } else {
      HalveBy(seeds, half, [](const Seed& a, const Seed& b) {
        return Side::WorkOf(a.spot) < Side::WorkOf(b.spot);
      });
    }
  }

  template <class Less>
  static void HalveBy(std::span<Seed> seeds, std::size_t half, Less less) {
    std::nth_element(seeds.begin(), seeds.begin() + static_cast<std::ptrdiff_t>(half), seeds.end(),
                     less);
  }

  static std::int32_t Ecef::*WidestAxis(const EcefBox& box) {
    std::int32_t Ecef::*widest = &Ecef::x_cm;
    for (std::int32_t Ecef::*axis : {&Ecef::y_cm, &Ecef::z_cm}) {
      if (std::int64_t{box.high.*axis} - box.low.*axis >
          std::int64_t{box.high.*widest} - box.low.*widest) {
        widest = axis;
      }
    }
    return widest;
  }

  std::vector<Seed> seeds_;
  const Taxonomy& taxonomy_;
  const ForestSizes& sizes_;
  std::vector<std::span<Seed>> leaves_;
};

// The core of a leaf of `seeds`, in their order.
template <class Side>
std::shared_ptr<const LeafCore<Side>> MakeCore(std::span<const typename Side::Seed> seeds) {
  auto core = std::make_shared<LeafCore<Side>>();
  core->spots.reserve(seeds.size());
  core->blocks.resize((seeds.size() + kSpotsPerBlock - 1) / kSpotsPerBlock);
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    core->spots.push_back(seeds[i].spot);
    core->blocks[i / kSpotsPerBlock].Include(seeds[i]);
  }
  core->named = Side::NamedBy(seeds);
  return core;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_ARRANGE_H_
