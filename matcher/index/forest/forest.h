// The search structure: spots in leaves, leaves on branches, branches in trees, a tree for each
// shelf. A search passes over all that cannot matter by its limits and reads the rest.
//
// A leaf holds about a thousand spots that are close to each other in what the score depends on,
// in blocks of 32 with limits of their own. `Side` is VacancySide or CandidateSide.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_FOREST_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_FOREST_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "matcher/index/forest/mentions.h"

namespace throughgate::matcher {

// Spots in their order, with all that finds them. Never changes.
template <class Side>
struct LeafCore {
  std::vector<typename Side::Spot> spots;
  std::vector<typename Side::BlockLimits> blocks;  // of each kSpotsPerBlock spots
  typename Side::Named named;
};

// A core and what has happened since it was made: a few spots more, a few gone.
template <class Side>
struct Leaf {
  std::shared_ptr<const LeafCore<Side>> core;
  std::shared_ptr<const LeafCore<Side>> added;    // null when nothing is
  std::shared_ptr<const std::vector<bool>> gone;  // of the core's spots; null when none is
};

template <class Side>
struct Branch {
  std::vector<typename Side::Limits> leaf_limits;  // close together: most are only passed over
  std::vector<Leaf<Side>> leaves;
};

template <class Side>
struct Tree {
  typename Side::Limits limits;
  std::vector<typename Side::Limits> branch_limits;
  std::vector<std::shared_ptr<const Branch<Side>>> branches;
};

// Immutable. Threads: any. Lifetime: of the pointers.
template <class Side>
struct Forest {
  std::vector<std::shared_ptr<const Tree<Side>>> trees;  // never an empty one
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_FOREST_H_
