#include "services/postings/near_duplicates.h"

#include <array>
#include <cstddef>
#include <set>
#include <vector>

#include "services/postings/point_tree.h"

namespace throughgate::services {
namespace {

using matcher::Ecef;

constexpr std::int32_t kCubeCm = 100 * 100;

// The first of those in each cube.
std::vector<std::size_t> OnePerCube(std::span<const Ecef> points) {
  std::set<std::array<std::int32_t, 3>> seen;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& [x, y, z] = points[i];
    if (seen.insert({x / kCubeCm, y / kCubeCm, z / kCubeCm}).second) kept.push_back(i);
  }
  return kept;
}

}  // namespace

std::optional<Pattern> FindNearDuplicates(std::span<const Ecef> points) {
  const std::vector<std::size_t> kept = OnePerCube(points);
  if (kept.size() < kNearDuplicatesMin) return std::nullopt;
  std::vector<Ecef> places;
  for (const std::size_t point : kept) places.push_back(points[point]);
  const PointTree tree(places);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto near = tree.Nearest(places[i], kNearDuplicatesMin, kNearDuplicatesWithinCm);
    if (near.size() < kNearDuplicatesMin) continue;
    const auto all = tree.Nearest(places[i], places.size(), kNearDuplicatesWithinCm);
    return Pattern{.places = all.size(), .example = kept[i]};
  }
  return std::nullopt;
}

}  // namespace throughgate::services
