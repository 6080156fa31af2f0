// The nearest of many points.
#ifndef THROUGHGATE_SERVICES_POSTINGS_POINT_TREE_H_
#define THROUGHGATE_SERVICES_POSTINGS_POINT_TREE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/geo/ecef.h"

namespace throughgate::services {

// A k-d tree over points in whole centimetres, so that every machine finds the same.
//
// Threads   any number of readers.
// Lifetime  the points outlive it.
// Cost      O(n log n) to build, O(log n) for each point that is found, as long as the points stand
//           apart; those at one place are looked through.
class PointTree {
 public:
  explicit PointTree(std::span<const matcher::Ecef> points);

  // At most `count`, at least 1, of the points within `within_cm` of `at`, nearest first; of those
  // as near as each other, the first first. By their positions among the points.
  std::vector<std::size_t> Nearest(const matcher::Ecef& at, std::size_t count,
                                   std::int64_t within_cm) const;

 private:
  struct Found;
  using Range = std::span<std::size_t>;
  using ConstRange = std::span<const std::size_t>;
  void Build(Range range, int axis);
  void Search(ConstRange range, int axis, Found& found) const;

  std::span<const matcher::Ecef> points_;
  // The median of each range stands in its middle; axes take turns.
  std::vector<std::size_t> order_;
};

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_POSTINGS_POINT_TREE_H_
