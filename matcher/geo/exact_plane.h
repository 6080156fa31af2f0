// Exact geometry in the plane of longitude and latitude, where the edges of zones are straight
// (RFC 7946): integers only, so that inside is inside on every machine, down to the last unit.
//
// Units  half of 1e-7 of a degree, so that the middle of two vertices is a point too.
// Cost   a few multiplications each.
#ifndef THROUGHGATE_MATCHER_GEO_EXACT_PLANE_H_
#define THROUGHGATE_MATCHER_GEO_EXACT_PLANE_H_

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

struct PlanePoint {
  std::int64_t x = 0;
  std::int64_t y = 0;
  auto operator<=>(const PlanePoint&) const = default;
};

inline PlanePoint OnPlane(GeoPoint p) {
  return {std::int64_t{2} * p.longitude_e7, std::int64_t{2} * p.latitude_e7};
}

inline PlanePoint Middle(GeoPoint a, GeoPoint b) {
  return {std::int64_t{a.longitude_e7} + b.longitude_e7,
          std::int64_t{a.latitude_e7} + b.latitude_e7};
}

// Positive when `c` lies to the left of the way from `a` to `b`, 0 when on its line. Cannot
// overflow while `a` and `b` are in the United Kingdom (2^28 apart at most), wherever `c` is.
inline std::int64_t Side(PlanePoint a, PlanePoint b, PlanePoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Whether `p` lies on the edge from `a` to `b`, ends included.
inline bool OnEdge(PlanePoint p, PlanePoint a, PlanePoint b) {
  return std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) &&  //
         std::min(a.y, b.y) <= p.y && p.y <= std::max(a.y, b.y) && Side(a, b, p) == 0;
}

// Whether the ray from `p` due east crosses the edge from `a` to `b`. The lower end belongs to an
// edge and the upper does not, so that a ray through a vertex counts as it should. Requires that
// `p` is not on the edge.
inline bool RayCrosses(PlanePoint p, PlanePoint a, PlanePoint b) {
  const bool upwards = b.y > p.y;
  return (a.y > p.y) != upwards && (Side(a, b, p) > 0) == upwards;
}

enum class Location : std::uint8_t { kOutside, kOnEdge, kInside };

// Where `p` is with respect to one closed ring, of either winding.
inline Location Locate(PlanePoint p, const Ring& ring) {
  bool inside = false;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const PlanePoint a = OnPlane(ring[i]);
    const PlanePoint b = OnPlane(ring[i + 1]);
    if (OnEdge(p, a, b)) return Location::kOnEdge;
    inside ^= RayCrosses(p, a, b);
  }
  return inside ? Location::kInside : Location::kOutside;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_EXACT_PLANE_H_
