// How messages call a part of an area: by its path in the API, counted from 0.
#ifndef THROUGHGATE_MATCHER_GEO_RING_NAME_H_
#define THROUGHGATE_MATCHER_GEO_RING_NAME_H_

#include <compare>
#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"

namespace throughgate::matcher {

struct RingIndex {
  std::size_t polygon = 0;
  std::size_t ring = 0;
  auto operator<=>(const RingIndex&) const = default;
};

// "area.polygons[0].rings[1]".
inline std::string RingName(RingIndex at) {
  return absl::StrCat("area.polygons[", at.polygon, "].rings[", at.ring, "]");
}

// "area.polygons[0].rings[1].vertices[7]".
inline std::string VertexName(RingIndex at, std::size_t vertex) {
  return absl::StrCat(RingName(at), ".vertices[", vertex, "]");
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_RING_NAME_H_
