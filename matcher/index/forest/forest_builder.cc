#include "matcher/index/forest/forest_builder.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "matcher/index/forest/candidate_spot.h"
#include "matcher/index/forest/vacancy_spot.h"

namespace throughgate::matcher {
namespace {

// New branches are filled so far, so that they do not split at the first leaf more.
constexpr std::size_t kFillNumerator = 3;
constexpr std::size_t kFillDenominator = 4;
// Leaves with more than this share of their core gone are made anew; branches with less than this
// share of their leaves filled are regrouped.
constexpr std::size_t kWasteDenominator = 4;

// What `seed` would widen `limits` by, and how wide they are: the first is to be small, then the
// second.
template <class Limits, class Seed>
std::tuple<std::int64_t, std::int64_t> Growth(const Limits& limits, const Seed& seed,
                                              OccupationIndex work, const Taxonomy& taxonomy) {
  const std::int64_t before = Spread::Of(limits.box, limits.first_work, taxonomy).sum();
  EcefBox box = limits.box;
  if (seed.spot.known()) box.Include(seed.spot.at);
  WorkRange range = limits.first_work;
  range.Include(work);
  return {Spread::Of(box, range, taxonomy).sum() - before, before};
}

}  // namespace

template <class Side>
ForestBuilder<Side>::ForestBuilder(std::shared_ptr<const Taxonomy> taxonomy,
                                   const ForestSizes& sizes)
    : taxonomy_(std::move(taxonomy)), sizes_(sizes) {}

template <class Side>
void ForestBuilder<Side>::Update(std::span<const Ordinal> changed, const Source& source) {
  for (Ordinal ordinal : changed) {
    for (LeafId leaf : places_.Take(ordinal)) TakeOut(ordinal, leaf);
  }
  std::map<typename Side::Shelf, Seeds> joining;
  for (Ordinal ordinal : changed) {
    for (std::size_t number = 0; number < source.SpotsOf(ordinal); ++number) {
      const Seed seed = source.SeedOf(ordinal, number);
      joining[Side::ShelfOf(seed)].push_back(seed);
    }
  }
  for (auto& [shelf, seeds] : joining) {
    TreeState& tree = trees_[shelf];
    if (seeds.size() >= tree.live) {
      Plant(tree, std::move(seeds), source);
    } else {
      for (const Seed& seed : seeds) PutIn(tree, seed, source);
    }
  }
  Tidy(source);
}

// ---- One spot ----

template <class Side>
void ForestBuilder<Side>::TakeOut(Ordinal ordinal, LeafId id) {
  LeafState& leaf = leaves_[id];
  MarkStale(leaf);
  std::size_t gone = std::erase_if(
      leaf.added, [ordinal](const auto& spot) { return Side::OrdinalOf(spot) == ordinal; });
  const auto& spots = leaf.now.core->spots;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (Side::OrdinalOf(spots[i]) != ordinal || leaf.IsGone(i)) continue;
    leaf.gone.resize(spots.size());
    leaf.gone[i] = true;
    ++gone;
  }
  leaf.live -= gone;
  leaf.branch->tree->live -= gone;
}

template <class Side>
void ForestBuilder<Side>::PutIn(TreeState& tree, const Seed& seed, const Source& source) {
  const LeafId id = LeafFor(tree, seed);
  LeafState& leaf = leaves_[id];
  if (leaf.live == sizes_.leaf_spots || leaf.added.size() == sizes_.leaf_added) {
    Rearrange(id, source, {seed});
    return;
  }
  MarkStale(leaf);
  leaf.added.push_back(seed.spot);
  leaf.limits.Include(seed);
  leaf.branch->limits.Include(seed);
  ++leaf.live;
  ++tree.live;
  places_.Add(Side::OrdinalOf(seed.spot), id);
}

template <class Side>
LeafId ForestBuilder<Side>::LeafFor(const TreeState& tree, const Seed& seed) const {
  const auto growth = [&](const Limits& limits) {
    return Growth(limits, seed, Side::WorkOf(seed.spot), *taxonomy_);
  };
  const auto branch = std::ranges::min_element(
      tree.branches, {},
      [&](const std::unique_ptr<BranchState>& one) { return growth(one->limits); });
  return *std::ranges::min_element((*branch)->leaves, {},
                                   [&](LeafId id) { return growth(leaves_[id].limits); });
}

template <class Side>
void ForestBuilder<Side>::MarkStale(LeafState& leaf) {
  leaf.stale = true;
  MarkChanged(*leaf.branch);
}

// ---- Leaves and branches ----

template <class Side>
void ForestBuilder<Side>::AddLeaves(BranchState& branch, std::size_t at, Seeds seeds) {
  const Arrangement<Side> arrangement(std::move(seeds), *taxonomy_, sizes_);
  std::vector<LeafId> ids;
  for (std::span<const Seed> leaf : arrangement.leaves()) ids.push_back(NewLeaf(branch, leaf));
  branch.leaves.insert(branch.leaves.begin() + static_cast<std::ptrdiff_t>(at), ids.begin(),
                       ids.end());
  MarkChanged(branch);
}

template <class Side>
LeafId ForestBuilder<Side>::NewLeaf(BranchState& branch, std::span<const Seed> seeds) {
  if (free_.empty()) {
    free_.push_back(static_cast<LeafId>(leaves_.size()));
    leaves_.emplace_back();
  }
  const LeafId id = free_.back();
  free_.pop_back();
  LeafState& leaf = leaves_[id];
  leaf.branch = &branch;
  leaf.now.core = MakeCore<Side>(seeds);
  leaf.live = seeds.size();
  for (const Seed& seed : seeds) {
    leaf.limits.Include(seed);
    places_.Add(Side::OrdinalOf(seed.spot), id);
  }
  branch.limits.Include(leaf.limits);
  branch.tree->live += seeds.size();
  return id;
}

template <class Side>
void ForestBuilder<Side>::Dissolve(LeafId id, const Source& source, Seeds& seeds) {
  const LeafState& leaf = leaves_[id];
  const auto take = [&](const typename Side::Spot& spot) {
    const Ordinal ordinal = Side::OrdinalOf(spot);
    places_.Remove(ordinal, id);
    seeds.push_back(source.SeedOf(ordinal, Side::NumberOf(spot)));
  };
  const auto& spots = leaf.now.core->spots;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (!leaf.IsGone(i)) take(spots[i]);
  }
  for (const auto& spot : leaf.added) take(spot);
  leaf.branch->tree->live -= leaf.live;
  leaves_[id] = LeafState();
  free_.push_back(id);
}

template <class Side>
void ForestBuilder<Side>::Rearrange(LeafId id, const Source& source, Seeds more) {
  BranchState& branch = *leaves_[id].branch;
  const auto at = std::ranges::find(branch.leaves, id) - branch.leaves.begin();
  branch.leaves.erase(branch.leaves.begin() + at);
  Dissolve(id, source, more);
  AddLeaves(branch, static_cast<std::size_t>(at), std::move(more));
}

template <class Side>
void ForestBuilder<Side>::Plant(TreeState& tree, Seeds seeds, const Source& source) {
  for (const std::unique_ptr<BranchState>& branch : tree.branches) {
    for (LeafId id : branch->leaves) Dissolve(id, source, seeds);
    changed_.erase(branch.get());
  }
  tree.branches.clear();
  const Arrangement<Side> arrangement(std::move(seeds), *taxonomy_, sizes_);
  const std::size_t fill =
      std::max<std::size_t>(1, sizes_.branch_leaves * kFillNumerator / kFillDenominator);
  for (std::size_t i = 0; i < arrangement.leaves().size(); ++i) {
    if (i % fill == 0) NewBranch(tree, tree.branches.size());
    BranchState& branch = *tree.branches.back();
    branch.leaves.push_back(NewLeaf(branch, arrangement.leaves()[i]));
  }
}

template <class Side>
typename ForestBuilder<Side>::BranchState& ForestBuilder<Side>::NewBranch(TreeState& tree,
                                                                          std::size_t at) {
  auto branch = std::make_unique<BranchState>();
  branch->tree = &tree;
  MarkChanged(*branch);
  return **tree.branches.insert(tree.branches.begin() + static_cast<std::ptrdiff_t>(at),
                                std::move(branch));
}

template <class Side>
void ForestBuilder<Side>::MarkChanged(BranchState& branch) {
  branch.published = nullptr;
  branch.tree->published = nullptr;
  changed_.insert(&branch);
}

// ---- After an update ----

template <class Side>
void ForestBuilder<Side>::Tidy(const Source& source) {
  while (!changed_.empty()) {
    BranchState& branch = **changed_.begin();
    TidyLeaves(branch, source);
    for (LeafId id : branch.leaves) Refresh(leaves_[id], source);
    while (branch.leaves.size() > sizes_.branch_leaves) Split(branch);
    branch.limits = LimitsOf(branch);
    changed_.erase(&branch);
    if (!branch.leaves.empty()) continue;
    std::erase_if(branch.tree->branches, [&](const auto& one) { return one.get() == &branch; });
  }
  std::erase_if(trees_, [](const auto& entry) { return entry.second.branches.empty(); });
}

template <class Side>
void ForestBuilder<Side>::TidyLeaves(BranchState& branch, const Source& source) {
  const std::vector<LeafId> standing = branch.leaves;
  std::size_t live = 0;
  for (LeafId id : standing) {
    const LeafState& leaf = leaves_[id];
    live += leaf.live;
    const std::size_t all = leaf.now.core->spots.size() + leaf.added.size();
    if (leaf.live * kWasteDenominator < all * (kWasteDenominator - 1)) Rearrange(id, source, {});
  }
  if (branch.leaves.size() <= 1 ||
      live * kWasteDenominator >= branch.leaves.size() * sizes_.leaf_spots) {
    return;
  }
  Seeds seeds;
  for (LeafId id : std::exchange(branch.leaves, {})) Dissolve(id, source, seeds);
  AddLeaves(branch, 0, std::move(seeds));
}

template <class Side>
void ForestBuilder<Side>::Split(BranchState& branch) {
  TreeState& tree = *branch.tree;
  const auto at =
      std::ranges::find_if(tree.branches, [&](const auto& one) { return one.get() == &branch; });
  BranchState& second = NewBranch(tree, static_cast<std::size_t>(at - tree.branches.begin()) + 1);
  const auto half = branch.leaves.begin() + static_cast<std::ptrdiff_t>(branch.leaves.size() / 2);
  second.leaves.assign(half, branch.leaves.end());
  branch.leaves.erase(half, branch.leaves.end());
  for (LeafId id : second.leaves) leaves_[id].branch = &second;
}

template <class Side>
typename Side::Limits ForestBuilder<Side>::LimitsOf(const BranchState& branch) const {
  Limits limits;
  for (LeafId id : branch.leaves) limits.Include(leaves_[id].limits);
  return limits;
}

template <class Side>
void ForestBuilder<Side>::Refresh(LeafState& leaf, const Source& source) {
  if (!std::exchange(leaf.stale, false)) return;
  leaf.now.gone =
      leaf.gone.empty() ? nullptr : std::make_shared<const std::vector<bool>>(leaf.gone);
  Seeds seeds;
  for (const auto& spot : leaf.added) {
    seeds.push_back(source.SeedOf(Side::OrdinalOf(spot), Side::NumberOf(spot)));
  }
  std::ranges::sort(seeds, Side::Before);
  leaf.now.added = seeds.empty() ? nullptr : MakeCore<Side>(seeds);
}

// ---- Publishing ----

template <class Side>
std::shared_ptr<const Forest<Side>> ForestBuilder<Side>::Publish() {
  auto forest = std::make_shared<Forest<Side>>();
  for (auto& [shelf, tree] : trees_) forest->trees.push_back(PublishTree(tree));
  return forest;
}

template <class Side>
std::shared_ptr<const Tree<Side>> ForestBuilder<Side>::PublishTree(TreeState& tree) {
  if (tree.published == nullptr) {
    auto published = std::make_shared<Tree<Side>>();
    for (const std::unique_ptr<BranchState>& branch : tree.branches) {
      published->limits.Include(branch->limits);
      published->branch_limits.push_back(branch->limits);
      published->branches.push_back(PublishBranch(*branch));
    }
    tree.published = std::move(published);
  }
  return tree.published;
}

template <class Side>
std::shared_ptr<const Branch<Side>> ForestBuilder<Side>::PublishBranch(BranchState& branch) {
  if (branch.published == nullptr) {
    auto published = std::make_shared<Branch<Side>>();
    for (LeafId id : branch.leaves) {
      published->leaf_limits.push_back(leaves_[id].limits);
      published->leaves.push_back(leaves_[id].now);
    }
    branch.published = std::move(published);
  }
  return branch.published;
}

template class ForestBuilder<VacancySide>;
template class ForestBuilder<CandidateSide>;

}  // namespace throughgate::matcher
