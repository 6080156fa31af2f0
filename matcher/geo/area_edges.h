// The edges of an area, kept so that only those near a point are looked at.
#ifndef THROUGHGATE_MATCHER_GEO_AREA_EDGES_H_
#define THROUGHGATE_MATCHER_GEO_AREA_EDGES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/geo/exact_plane.h"
#include "matcher/geo/geo_box.h"
#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// All rings of a multipolygon, edge after edge. Since its rings do not cross, and holes lie in
// their polygons, a point is inside when a ray from it crosses an odd number of edges: winding,
// the order of vertices and the order of rings do not matter.
class AreaEdges {
 public:
  // Requires ValidateShape(area).ok().
  explicit AreaEdges(const MultiPolygon& area);

  // Exact.
  Location Locate(GeoPoint point) const;

  // Along the ground to the nearest edge, inside or outside.
  double DistanceCm(GeoPoint point) const;

  // Around all of it.
  const GeoBox& bounds() const { return bounds_; }

 private:
  // Up to kEdgesPerBlock consecutive edges of one ring: edge i runs from vertex i to i + 1.
  struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
    GeoBox box;
  };
  class Search;

  void AddRing(const Ring& ring);
  bool RayCrossesOddly(GeoPoint point, const Block& block) const;

  std::vector<GeoPoint> vertices_;
  std::vector<Block> blocks_;
  GeoBox bounds_;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_AREA_EDGES_H_
