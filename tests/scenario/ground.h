// From metres on the ground to coordinates, for drawing maps.
#ifndef THROUGHGATE_TESTS_SCENARIO_GROUND_H_
#define THROUGHGATE_TESTS_SCENARIO_GROUND_H_

#include "matcher/model/place.h"

namespace throughgate::scenario {

struct Offset {
  double east_m = 0;
  double north_m = 0;
};

// The point `offset` from `from`: first along the meridian, then along the parallel.
//
// Units   within 1 cm of the metres asked for up to 30 km, which is what 1e-7 of a degree allows.
// Why     our own few lines, so that a fault in the matcher's geometry cannot hide in its inputs.
matcher::GeoPoint Moved(matcher::GeoPoint from, Offset offset);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_GROUND_H_
