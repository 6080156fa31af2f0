// Whether one ring, by itself, is a closed line that goes somewhere and comes back another way.
#ifndef THROUGHGATE_MATCHER_GEO_RING_CHECK_H_
#define THROUGHGATE_MATCHER_GEO_RING_CHECK_H_

#include <string>

#include "absl/status/status.h"
#include "matcher/geo/ring_name.h"
#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// Whether `point`, which messages call `name`, can be in the United Kingdom.
absl::Status CheckPosition(GeoPoint point, const std::string& name);

// Whether `ring` is closed, has 4 vertices or more, all of them in the United Kingdom, encloses an
// area and never turns straight back.
//
// Errors  kInvalidArgument   names the vertex and says what to do.
absl::Status CheckRing(const Ring& ring, RingIndex at);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_RING_CHECK_H_
