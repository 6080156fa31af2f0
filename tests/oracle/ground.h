// The ground, measured a second time: ways along the WGS 84 ellipsoid by Vincenty's iteration, and
// areas by walking their edges. Slow, and obvious.
#ifndef THROUGHGATE_TESTS_ORACLE_GROUND_H_
#define THROUGHGATE_TESTS_ORACLE_GROUND_H_

#include "matcher/model/place.h"

namespace throughgate::oracle {

// A point in units of 1e-7 of a degree, whole or not. A long double holds the product of any two
// exactly.
struct Spot {
  long double latitude = 0;
  long double longitude = 0;
  Spot() = default;
  Spot(long double lat, long double lon) : latitude(lat), longitude(lon) {}
  explicit Spot(matcher::GeoPoint point)
      : latitude(point.latitude_e7), longitude(point.longitude_e7) {}
};

// The spot that lies `share` of the way from `a` to `b`, on the line that is straight in longitude
// and latitude.
Spot Along(const Spot& a, const Spot& b, long double share);

// Earth-centred, in metres.
struct Point3 {
  double x = 0;
  double y = 0;
  double z = 0;
};
Point3 InSpace(const Spot& spot);
double DistanceInSpace(const Point3& a, const Point3& b);

// Metres along the ground.
double Way(const Spot& a, const Spot& b);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_GROUND_H_
