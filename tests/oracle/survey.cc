#include "tests/oracle/survey.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace throughgate::oracle {
namespace {

using matcher::GeoPoint;
using matcher::Zone;

double ShortOf(double length) { return std::max(10.0, length / 1'000) + 2; }

// Where on the line from `a` to `b`, as a share of it, one is so many metres from `a`.
long double ShareAt(const Spot& a, const Spot& b, double metres) {
  long double low = 0;
  long double high = 1;
  for (int turn = 0; turn < 40; ++turn) {
    const long double middle = (low + high) / 2;
    (Way(a, Along(a, b, middle)) < metres ? low : high) = middle;
  }
  return low;
}

// Walks the way and measures again and again: whatever lies a hundred metres off cannot be met
// before a hundred metres have been walked. It ends early where something is met beyond doubt.
// `clearance(spot)` is that of a way of no width.
template <typename Clearance>
double WalkAlong(const WayToWork& way, Clearance clearance) {
  constexpr double kShortestStep = 0.25;
  constexpr double kBeyondDoubt = 5;
  const double home_width = static_cast<double>(way.home.uncertainty.value);
  const double work_width = static_cast<double>(way.work.uncertainty.value);
  const Spot home(way.home.at);
  const Spot work(way.work.at);
  const double length = Way(home, work);
  const double widening = (work_width - home_width) / length;
  const double last =
      length * static_cast<double>(1 - ShareAt(work, home, work_width + ShortOf(length)));

  double least = std::numeric_limits<double>::max();
  for (double walked = length * static_cast<double>(ShareAt(home, work, home_width));;) {
    const long double share = walked / length;
    const double width = home_width + (work_width - home_width) * static_cast<double>(share);
    const double clear = clearance(Along(home, work, share)) - width;
    least = std::min(least, clear);
    if (walked >= last || least < -kBeyondDoubt) return least;
    const double step = std::max(kShortestStep, clear / (1.01 + std::abs(widening)));
    walked = std::min(last, walked + step);
  }
}

}  // namespace

const Outline& Survey::OutlineOf(const Zone& zone) {
  return outlines_.try_emplace(&zone, zone.shape).first->second;
}

double Survey::Distance(GeoPoint a, GeoPoint b) {
  const auto [found, fresh] = distances_.try_emplace({a, b}, 0);
  if (fresh) found->second = DistanceInSpace(InSpace(Spot(a)), InSpace(Spot(b)));
  return found->second;
}

double Survey::SignedDistance(const Zone& zone, GeoPoint point) {
  const auto [found, fresh] = signed_distances_.try_emplace({&zone, point}, 0);
  if (fresh) found->second = OutlineOf(zone).SignedDistance(Spot(point));
  return found->second;
}

double Survey::Between(const WayToWork& way) {
  const double length = Distance(way.home.at, way.work.at);
  const auto circles = static_cast<double>(way.home.uncertainty.value + way.work.uncertainty.value);
  return length - circles - ShortOf(length);
}

double Survey::LeastClearance(const Zone& zone, const WayToWork& way) {
  const auto [found, fresh] = clearances_.try_emplace(
      {&zone, way.home.at, way.home.uncertainty, way.work.at, way.work.uncertainty}, 0);
  if (fresh) {
    const Outline& outline = OutlineOf(zone);
    const bool keep_out = zone.kind == matcher::ZoneKind::kExclusion;
    const double buffer = static_cast<double>(zone.buffer.value);
    found->second = WalkAlong(way, [&](const Spot& spot) {
      const double outside = outline.RoughSignedDistance(spot);
      return keep_out ? outside - buffer : -outside;
    });
  }
  return found->second;
}

}  // namespace throughgate::oracle
