// Which types of work there are among many, roughly and briefly.
#ifndef THROUGHGATE_MATCHER_INDEX_FOREST_WORK_RANGE_H_
#define THROUGHGATE_MATCHER_INDEX_FOREST_WORK_RANGE_H_

#include <algorithm>
#include <cstdint>

#include "matcher/index/taxonomy.h"

namespace throughgate::matcher {

// From the first to the last in the order of the taxonomy, in which what is close stands close.
// What is not known is not in it. Starts empty.
struct WorkRange {
  OccupationIndex first = kNoIndex;
  OccupationIndex last = 0;

  bool operator==(const WorkRange&) const = default;
  bool empty() const { return first > last; }
  void Include(OccupationIndex work) {
    if (work != kNoIndex) Include(WorkRange{work, work});
  }
  void Include(const WorkRange& range) {
    first = std::min(first, range.first);
    last = std::max(last, range.last);
  }
};

// A set of stretches of the taxonomy's order, of kStretch types of work each; every 64th stretch
// shares a bit.
struct WorkMask {
  static constexpr int kStretch = 64;
  static constexpr int kBits = 64;
  static int BitOf(OccupationIndex work) { return work / kStretch % kBits; }

  std::uint64_t bits = 0;

  bool operator==(const WorkMask&) const = default;
  void Include(OccupationIndex work) {
    if (work != kNoIndex) bits |= std::uint64_t{1} << BitOf(work);
  }
  void Include(const WorkMask& mask) { bits |= mask.bits; }
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_INDEX_FOREST_WORK_RANGE_H_
