// Shapes as GEOS has them: a library of plane geometry that others wrote.
#ifndef THROUGHGATE_TESTS_ORACLE_GEOS_GEOS_H_
#define THROUGHGATE_TESTS_ORACLE_GEOS_GEOS_H_

#include <geos_c.h>

#include <functional>
#include <memory>
#include <vector>

#include "matcher/model/zone.h"
#include "tests/oracle/ground.h"

namespace throughgate::oracle {

struct PlanePoint {
  double x = 0;
  double y = 0;
};

// From the ground onto a plane.
using Projection = std::function<PlanePoint(const Spot&)>;

// Longitude and latitude as they are: edges stay straight, and nothing is rounded.
PlanePoint AsDegrees(const Spot& spot);

// A map on which everything is as far from `centre` as on the ground, in metres, and in its
// direction: exact from the middle, and good to a few millimetres among points some ten kilometres
// around it.
Projection MapAround(const Spot& centre);

// Lifetime  a geometry of GEOS's, freed with it.
using Geometry = std::unique_ptr<GEOSGeometry, void (*)(GEOSGeometry*)>;

Geometry PointAt(PlanePoint point);

// Edges straight in longitude and latitude, cut into pieces no longer than a hundred metres or a
// fiftieth of their distance from `centre`, so that they are as good as straight on a map around
// it. Uncut when `centre` is null.
Geometry AreaOn(const Projection& plane, const matcher::MultiPolygon& area, const Spot* centre);
Geometry LineOn(const Projection& plane, const Spot& from, const Spot& to, const Spot& centre);

enum class Side { kInside, kOnEdge, kOutside };
Side SideOf(const Geometry& area, const Geometry& point);

// To the nearest edge, from either side.
double DistanceToEdge(const Geometry& area, const Geometry& point);
// 0 where they meet.
double Distance(const Geometry& a, const Geometry& b);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_GEOS_GEOS_H_
