#include "matcher/geo/ring_check.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/geo/exact_plane.h"
#include "matcher/geo/ring_corners.h"

namespace throughgate::matcher {
namespace {

constexpr std::size_t kRingVerticesMin = 4;

bool InUnitedKingdom(GeoPoint p) {
  return kLatitudeMinE7 <= p.latitude_e7 && p.latitude_e7 <= kLatitudeMaxE7 &&
         kLongitudeMinE7 <= p.longitude_e7 && p.longitude_e7 <= kLongitudeMaxE7;
}

absl::Status CheckVertices(const Ring& ring, RingIndex at) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (InUnitedKingdom(ring[i])) continue;
    return CheckPosition(ring[i], VertexName(at, i));
  }
  return absl::OkStatus();
}

absl::Status CheckClosed(const Ring& ring, RingIndex at) {
  if (ring.size() < kRingVerticesMin) {
    return absl::InvalidArgumentError(absl::StrCat(RingName(at), " has ", ring.size(),
                                                   " vertices; give at least ", kRingVerticesMin,
                                                   ", the last of them the same as the first"));
  }
  if (ring.front() == ring.back()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(RingName(at), " is not closed: ", VertexName(at, ring.size() - 1), " is not ",
                   VertexName(at, 0), "; repeat the first vertex at the end"));
}

absl::Status CheckArea(const std::vector<Corner>& corners, RingIndex at) {
  const PlanePoint a = corners.front().at;
  const PlanePoint b = corners[corners.size() > 1 ? 1 : 0].at;
  const auto on_line = [&](const Corner& corner) { return Side(a, b, corner.at) == 0; };
  if (!std::ranges::all_of(corners, on_line)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(RingName(at),
                   " has no area: all its vertices are on one line; draw it around the area, or "
                   "remove it"));
}

// Whether the points before and after lie in the same direction.
bool TurnsStraightBack(PlanePoint before, PlanePoint at, PlanePoint after) {
  return Side(before, at, after) == 0 && (before > at) == (after > at);
}

absl::Status CheckNoSpikes(const std::vector<Corner>& corners, RingIndex at) {
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const PlanePoint before = corners[(i + count - 1) % count].at;
    const PlanePoint after = corners[(i + 1) % count].at;
    if (!TurnsStraightBack(before, corners[i].at, after)) continue;
    return absl::InvalidArgumentError(
        absl::StrCat(VertexName(at, corners[i].vertex),
                     " is a spike, where the ring turns straight back; remove it"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckPosition(GeoPoint point, const std::string& name) {
  if (InUnitedKingdom(point)) return absl::OkStatus();
  if (InUnitedKingdom({point.longitude_e7, point.latitude_e7})) {
    return absl::InvalidArgumentError(
        absl::StrCat(name, " has its latitude and longitude swapped; exchange them"));
  }
  return absl::InvalidArgumentError(
      absl::StrCat(name,
                   " is not in the United Kingdom; give a latitude from 49.0 to 61.5 and a "
                   "longitude from -9.0 to 2.5 degrees"));
}

absl::Status CheckRing(const Ring& ring, RingIndex at) {
  if (absl::Status status = CheckVertices(ring, at); !status.ok()) return status;
  if (absl::Status status = CheckClosed(ring, at); !status.ok()) return status;
  const std::vector<Corner> corners = CornersOf(ring);
  if (absl::Status status = CheckArea(corners, at); !status.ok()) return status;
  return CheckNoSpikes(corners, at);
}

}  // namespace throughgate::matcher
