// Keeps a forest in step with the cards, one published version after another.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_FOREST_BUILDER_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_FOREST_BUILDER_H_

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "matcher/index/cow_table.h"
#include "matcher/index/forest/arrange.h"
#include "matcher/index/forest/forest.h"
#include "matcher/index/forest/spot_places.h"
#include "matcher/index/taxonomy.h"

namespace throughgate::matcher {

// What stands on the cards now.
template <class Side>
class SeedSource {
 public:
  virtual ~SeedSource() = default;
  // How many spots an ordinal has; none when no search is to find it.
  virtual std::size_t SpotsOf(Ordinal ordinal) const = 0;
  // Spot `number`, below SpotsOf.
  virtual typename Side::Seed SeedOf(Ordinal ordinal, std::size_t number) const = 0;
};

// Instantiated for VacancySide and CandidateSide, in forest_builder.cc.
//
// Threads  one writer; what it has published is free.
// Cost     an ordinal costs the way to its leaf and a copy of what has been added to the leaf since
//          its core was made. Now and then a leaf is arranged anew, about a millisecond for a
//          thousand spots. More than there are already are arranged together.
template <class Side>
class ForestBuilder {
 public:
  using Seed = typename Side::Seed;
  using Seeds = std::vector<Seed>;
  using Source = SeedSource<Side>;

  ForestBuilder(std::shared_ptr<const Taxonomy> taxonomy, const ForestSizes& sizes);

  // Takes out all spots of `changed`, each of which is there once, and puts in those that `source`
  // has of them now. What stands on a card may change only until an update that names it.
  void Update(std::span<const Ordinal> changed, const Source& source);

  std::shared_ptr<const Forest<Side>> Publish();

 private:
  using Limits = typename Side::Limits;
  using Core = LeafCore<Side>;
  struct TreeState;
  struct BranchState {
    TreeState* tree = nullptr;
    std::vector<LeafId> leaves;
    Limits limits;
    std::shared_ptr<const Branch<Side>> published;  // null when it has changed since
  };
  struct LeafState {
    BranchState* branch = nullptr;
    Leaf<Side> now;          // as it is published; without a core when the id is free
    std::vector<bool> gone;  // of the core's spots; empty when none is
    std::vector<typename Side::Spot> added;
    bool stale = false;    // whether `gone` or `added` has changed since `now` was made
    std::size_t live = 0;  // spots, those added among them
    Limits limits;

    bool IsGone(std::size_t spot) const { return !gone.empty() && gone[spot]; }
  };
  struct TreeState {
    std::vector<std::unique_ptr<BranchState>> branches;
    std::size_t live = 0;                         // spots
    std::shared_ptr<const Tree<Side>> published;  // null when it has changed since
  };

  // ---- One spot ----
  void TakeOut(Ordinal ordinal, LeafId id);
  void PutIn(TreeState& tree, const Seed& seed, const Source& source);
  LeafId LeafFor(const TreeState& tree, const Seed& seed) const;
  void MarkStale(LeafState& leaf);

  // ---- Leaves and branches ----
  // All spots of `seeds` in new leaves of `branch`, in front of its leaf number `at`.
  void AddLeaves(BranchState& branch, std::size_t at, Seeds seeds);
  LeafId NewLeaf(BranchState& branch, std::span<const Seed> seeds);
  // Takes a leaf apart: its living spots, as they are now, go to the end of `seeds`.
  void Dissolve(LeafId id, const Source& source, Seeds& seeds);
  // The leaf's spots and `more`, in as many new leaves as they need.
  void Rearrange(LeafId id, const Source& source, Seeds more);
  // The tree's spots and `seeds`, arranged as a whole.
  void Plant(TreeState& tree, Seeds seeds, const Source& source);
  BranchState& NewBranch(TreeState& tree, std::size_t at);
  void MarkChanged(BranchState& branch);

  // ---- After an update ----
  void Tidy(const Source& source);
  void TidyLeaves(BranchState& branch, const Source& source);
  // Its second half becomes a branch of its own, which has changed.
  void Split(BranchState& branch);
  Limits LimitsOf(const BranchState& branch) const;
  void Refresh(LeafState& leaf, const Source& source);

  // ---- Publishing ----
  std::shared_ptr<const Tree<Side>> PublishTree(TreeState& tree);
  std::shared_ptr<const Branch<Side>> PublishBranch(BranchState& branch);

  const std::shared_ptr<const Taxonomy> taxonomy_;
  const ForestSizes sizes_;
  std::map<typename Side::Shelf, TreeState> trees_;
  std::vector<LeafState> leaves_;  // by id
  std::vector<LeafId> free_;
  SpotPlaces places_;
  std::set<BranchState*> changed_;  // since the last Tidy
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_FOREST_BUILDER_H_
