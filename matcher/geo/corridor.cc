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

// How many parts of `whole` lead from one end to where the other end is `distance_cm` away, to a
// metre: `at(part)` is the point so many parts from the end that is left. All of them when it is
// farther.
std::int64_t PartsAway(std::int64_t distance_cm, std::int64_t chord_cm, std::int64_t whole,
                       absl::FunctionRef<GeoPoint(std::int64_t)> at) {
  constexpr std::int64_t kMetreCm = 100;
  constexpr int kTurnsMax = 20;
  if (distance_cm >= chord_cm) return whole;
  const Ecef from = ToEcef(at(0));
  std::int64_t parts = whole * distance_cm / chord_cm;
  // Equal parts are nearly equally long, so that proportion finds it in a turn or two.
  for (int turn = 0; turn < kTurnsMax && parts > 0; ++turn) {
    const std::int64_t reached = ChordCm(from, ToEcef(at(parts)));
    if (std::abs(reached - distance_cm) <= kMetreCm || reached == 0) break;
    parts = std::min(whole, parts * distance_cm / reached);
  }
  return parts;
}

// Units  centimetres along the line.
struct Line {
  std::int64_t length = 0;
  std::int64_t graze = 0;
  std::int64_t first = 0;  // where it leaves the circle round home
  std::int64_t last = 0;   // where it comes to that round work, but for the graze
};

Line LineOf(const Corridor& corridor) {
  const std::int64_t chord = ChordCm(ToEcef(corridor.home), ToEcef(corridor.work));
  const std::int64_t length = chord + chord * kStretchPerMille / 1'000 + 1;
  const std::int64_t graze = std::max(kGrazeCm, chord / 1'000);
  const auto from_home = [&](std::int64_t part) { return Along(corridor, part, length); };
  const auto from_work = [&](std::int64_t part) { return Along(corridor, length - part, length); };
  // So that a way straight up to an edge ends farther from it than the graze, whatever is rounded.
  constexpr std::int64_t kClearCm = 200;
  const std::int64_t around_work = corridor.work_uncertainty_cm + graze + kClearCm;
  return {.length = length,
          .graze = graze,
          .first = PartsAway(corridor.home_uncertainty_cm, chord, length, from_home),
          .last = length - PartsAway(around_work, chord, length, from_work)};
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
