// Whether the rings of an area lie in each other as they should.
#ifndef THROUGHGATE_MATCHER_GEO_RING_NESTING_H_
#define THROUGHGATE_MATCHER_GEO_RING_NESTING_H_

#include "absl/status/status.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Whether every hole lies in its polygon's outside ring, no hole in another, and no polygon in
// another unless in a hole of it.
//
// Requires  CheckCrossings(area).
// Errors    kInvalidArgument   names both rings and says what to do.
// Cost      proportional to the vertices times the rings.
absl::Status CheckNesting(const MultiPolygon& area);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_RING_NESTING_H_
