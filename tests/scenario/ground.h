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
// Units   metres along the meridian and the parallel, to the nearest 1e-7 of a degree, about 1 cm.
// Why     our own few lines, so that a fault in the matcher's geometry cannot hide in its inputs.
matcher::GeoPoint Moved(matcher::GeoPoint from, Offset offset);

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_GROUND_H_
