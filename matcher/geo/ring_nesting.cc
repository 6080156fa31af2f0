#include "matcher/geo/ring_nesting.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "matcher/geo/exact_plane.h"
#include "matcher/geo/ring_name.h"

namespace throughgate::matcher {
namespace {

// Where `ring` is with respect to `other`. As they do not cross, any point of `ring` that is not on
// `other` tells. kOnEdge when they touch wherever we look, which only a puzzle would.
Location LocateRing(const Ring& ring, const Ring& other) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    for (const PlanePoint p : {OnPlane(ring[i]), Middle(ring[i], ring[i + 1])}) {
      const Location location = Locate(p, other);
      if (location != Location::kOnEdge) return location;
    }
  }
  return Location::kOnEdge;
}

absl::Status Refusal(RingIndex ring, absl::string_view is, RingIndex other,
                     absl::string_view todo) {
  return absl::InvalidArgumentError(
      absl::StrCat(RingName(ring), " ", is, " ", RingName(other), "; ", todo));
}

absl::Status CheckHoles(const std::vector<Ring>& rings, std::size_t polygon) {
  for (std::size_t hole = 1; hole < rings.size(); ++hole) {
    if (LocateRing(rings[hole], rings[0]) != Location::kInside) {
      return Refusal({polygon, hole}, "is a hole that is not inside", {polygon, 0},
                     "a polygon's first ring is its outside, and the others are holes in it");
    }
    for (std::size_t other = 1; other < rings.size(); ++other) {
      if (other == hole || LocateRing(rings[hole], rings[other]) == Location::kOutside) continue;
      return Refusal({polygon, hole}, "is a hole inside the hole", {polygon, other}, "remove it");
    }
  }
  return absl::OkStatus();
}

bool Contains(const Polygon& polygon, const Ring& ring) {
  if (LocateRing(ring, polygon.rings[0]) == Location::kOutside) return false;
  const auto is_around = [&](const Ring& hole) {
    return LocateRing(ring, hole) == Location::kInside;
  };
  return std::ranges::none_of(std::span(polygon.rings).subspan(1), is_around);
}

}  // namespace

absl::Status CheckNesting(const MultiPolygon& area) {
  const std::vector<Polygon>& polygons = area.polygons;
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    if (absl::Status status = CheckHoles(polygons[i].rings, i); !status.ok()) return status;
    for (std::size_t j = 0; j < polygons.size(); ++j) {
      if (i == j || !Contains(polygons[j], polygons[i].rings[0])) continue;
      return Refusal({i, 0}, "is inside", {j, 0},
                     "polygons must not overlap: remove the inner one, or make it a hole");
    }
  }
  return absl::OkStatus();
}

}  // namespace throughgate::matcher
