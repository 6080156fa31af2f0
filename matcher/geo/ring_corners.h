// The corners of a ring, without repeats.
#ifndef THROUGHGATE_MATCHER_GEO_RING_CORNERS_H_
#define THROUGHGATE_MATCHER_GEO_RING_CORNERS_H_

#include <cstddef>
#include <vector>

#include "matcher/geo/exact_plane.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

struct Corner {
  PlanePoint at;
  std::size_t vertex = 0;  // in the ring as it was given
};

// One corner for each run of equal vertices of a closed ring, in their order; the last is not the
// first again. Repeats are not an error: rounding to 1e-7 of a degree makes them.
inline std::vector<Corner> CornersOf(const Ring& ring) {
  std::vector<Corner> corners;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (i > 0 && ring[i] == ring[i - 1]) continue;
    corners.push_back({OnPlane(ring[i]), i});
  }
  if (corners.size() > 1) corners.pop_back();
  return corners;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_RING_CORNERS_H_
