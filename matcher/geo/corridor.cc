#include "matcher/geo/corridor.h"

#include <algorithm>
#include <cstdlib>

#include "absl/functional/function_ref.h"
#include "matcher/geo/ecef.h"

namespace throughgate::matcher {
namespace {

// Degrees of longitude shrink northwards, so equal parts of a line are not equally long: nowhere in
// the United Kingdom is one longer than its share of the chord by as much as this.
constexpr std::int64_t kStretchPerMille = 200;

constexpr std::int64_t kGrazeCm = 1'000;

// The point `part` of `whole` along the line.
GeoPoint Along(const Corridor& corridor, std::int64_t part, std::int64_t whole) {
  const auto between = [&](std::int32_t from, std::int32_t to) {
    return static_cast<std::int32_t>(from + (std::int64_t{to} - from) * part / whole);
  };
  return {between(corridor.home.latitude_e7, corridor.work.latitude_e7),
          between(corridor.home.longitude_e7, corridor.work.longitude_e7)};
}

// Units  centimetres along the line.
struct Line {
  std::int64_t length = 0;
  std::int64_t graze = 0;
  std::int64_t first = 0;  // where it leaves the circle round home
  std::int64_t last = 0;   // where it enters that round work
};

Line LineOf(const Corridor& corridor) {
  const std::int64_t chord = ChordCm(ToEcef(corridor.home), ToEcef(corridor.work));
  const std::int64_t length = chord + chord * kStretchPerMille / 1'000 + 1;
  const std::int64_t graze = std::max(kGrazeCm, length / 1'000);
  return {.length = length,
          .graze = graze,
          .first = corridor.home_uncertainty_cm,
          // Half as much again, since what is walked is longer than the ground.
          .last = length - (corridor.work_uncertainty_cm + graze) * 3 / 2};
}

// Walks from home to work in steps that cannot miss anything: `clear(point)` says how far the point
// is from what must not be met, and distances change no faster than one walks.
bool Meets(const Corridor& corridor, absl::FunctionRef<std::int64_t(GeoPoint)> clear) {
  if (IsWithinItsEnds(corridor)) {
    const std::int64_t around = corridor.home_uncertainty_cm + corridor.work_uncertainty_cm;
    return around > 0 && clear(corridor.home) <= around;
  }
  const Line line = LineOf(corridor);
  const std::int64_t widening =
      std::abs(corridor.work_uncertainty_cm - corridor.home_uncertainty_cm);
  std::int64_t walked = line.first;
  while (true) {
    const std::int64_t width =
        corridor.home_uncertainty_cm +
        (corridor.work_uncertainty_cm - corridor.home_uncertainty_cm) * walked / line.length;
    const std::int64_t free = clear(Along(corridor, walked, line.length)) - width;
    if (free <= line.graze) return true;
    if (walked == line.last) return false;
    // The corridor widens while one walks.
    const std::int64_t step = free * line.length / (line.length + widening);
    walked = std::min(line.last, walked + std::max<std::int64_t>(step, 1));
  }
}

}  // namespace

bool IsWithinItsEnds(const Corridor& corridor) {
  const Line line = LineOf(corridor);
  return line.first >= line.last;
}

bool MayEnter(const ZoneShape& shape, const Corridor& corridor, std::int64_t margin_cm) {
  return Meets(corridor, [&](GeoPoint point) { return shape.SignedDistanceCm(point) - margin_cm; });
}

bool MayLeave(const ZoneShape& shape, const Corridor& corridor) {
  return Meets(corridor, [&](GeoPoint point) { return -shape.SignedDistanceCm(point); });
}

}  // namespace throughgate::matcher
