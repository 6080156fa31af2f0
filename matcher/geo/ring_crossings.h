// Whether the edges of an area keep clear of each other.
#ifndef THROUGHGATE_MATCHER_GEO_RING_CROSSINGS_H_
#define THROUGHGATE_MATCHER_GEO_RING_CROSSINGS_H_

#include "absl/status/status.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Whether no two edges of any rings cross or run along each other. Rings may touch, themselves or
// each other, at single points. Exact.
//
// Requires  CheckRing of every ring.
// Errors    kInvalidArgument   names both edges and says what to do.
// Cost      proportional to the edges times those between the same meridians as an edge.
absl::Status CheckCrossings(const MultiPolygon& area);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_RING_CROSSINGS_H_
