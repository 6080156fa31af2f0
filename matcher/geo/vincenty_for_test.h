// An independent way to measure the Earth, for tests: Vincenty's inverse formula on WGS 84 in
// extended precision, which shares nothing with the code it checks. Good to 0.01 cm.
#ifndef THROUGHGATE_MATCHER_GEO_VINCENTY_FOR_TEST_H_
#define THROUGHGATE_MATCHER_GEO_VINCENTY_FOR_TEST_H_

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

using Real = long double;

inline constexpr Real kPi = 3.14159265358979323846264338327950288L;

struct Degrees {
  Real latitude = 0;
  Real longitude = 0;
};

inline Degrees DegreesOf(GeoPoint p) { return {p.latitude_e7 / 1e7L, p.longitude_e7 / 1e7L}; }

inline Real VincentyCm(Degrees p, Degrees q) {
  const Real a = 637'813'700;
  const Real f = 1 / 298.257223563L;
  const Real b = a * (1 - f);
  const Real u1 = std::atan((1 - f) * std::tan(p.latitude * kPi / 180));
  const Real u2 = std::atan((1 - f) * std::tan(q.latitude * kPi / 180));
  const Real l = (q.longitude - p.longitude) * kPi / 180;
  Real lambda = l, sin_s = 0, cos_s = 1, s = 0, cos2_a = 1, cos_2m = 0;
  for (int i = 0; i < 100; ++i) {
    const Real x = std::cos(u2) * std::sin(lambda);
    const Real y = std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda);
    sin_s = std::sqrt(x * x + y * y);
    if (sin_s == 0) return 0;
    cos_s = std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
    s = std::atan2(sin_s, cos_s);
    const Real sin_a = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sin_s;
    cos2_a = 1 - sin_a * sin_a;
    cos_2m = cos_s - 2 * std::sin(u1) * std::sin(u2) / cos2_a;
    const Real c = f / 16 * cos2_a * (4 + f * (4 - 3 * cos2_a));
    const Real next = l + (1 - c) * f * sin_a *
                              (s + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m * cos_2m - 1)));
    const bool settled = std::abs(next - lambda) < 1e-17L;
    lambda = next;
    if (settled) break;
  }
  const Real uu = cos2_a * (a * a - b * b) / (b * b);
  const Real k1 = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
  const Real k2 = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
  const Real m = 2 * cos_2m * cos_2m - 1;
  const Real delta = k2 * sin_s *
                     (cos_2m + k2 / 4 *
                                   (cos_s * m - k2 / 6 * cos_2m * (4 * sin_s * sin_s - 3) *
                                                    (4 * cos_2m * cos_2m - 3)));
  return b * k1 * (s - delta);
}

inline Real VincentyCm(GeoPoint p, GeoPoint q) { return VincentyCm(DegreesOf(p), DegreesOf(q)); }

// From `p` to the edge from `a` to `b`, straight in longitude and latitude: the edge is sampled
// densely, and searched between the samples beside the best.
inline Real EdgeDistanceCm(GeoPoint p, GeoPoint a, GeoPoint b) {
  const Degrees from = DegreesOf(a), to = DegreesOf(b);
  const auto distance = [&](Real t) {
    return VincentyCm(DegreesOf(p), {from.latitude + t * (to.latitude - from.latitude),
                                     from.longitude + t * (to.longitude - from.longitude)});
  };
  constexpr int kSamples = 32;
  int best = 0;
  for (int i = 1; i <= kSamples; ++i) {
    if (distance(Real(i) / kSamples) < distance(Real(best) / kSamples)) best = i;
  }
  Real low = Real(std::max(best - 1, 0)) / kSamples;
  Real high = Real(std::min(best + 1, kSamples)) / kSamples;
  for (int i = 0; i < 40; ++i) {
    const Real third = (high - low) / 3;
    if (distance(low + third) < distance(high - third)) {
      high -= third;
    } else {
      low += third;
    }
  }
  return std::min(distance((low + high) / 2), distance(Real(best) / kSamples));
}

// From `p` to the nearest edge of any ring. No edge is nearer than its first end less its length,
// which is hardly more than the way between its ends.
inline Real AreaEdgeDistanceCm(GeoPoint p, const MultiPolygon& area) {
  Real least = 1e30L;
  for (const Polygon& polygon : area.polygons) {
    for (const Ring& ring : polygon.rings) {
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (VincentyCm(p, ring[i]) - 1.001L * VincentyCm(ring[i], ring[i + 1]) > least) continue;
        least = std::min(least, EdgeDistanceCm(p, ring[i], ring[i + 1]));
      }
    }
  }
  return least;
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_VINCENTY_FOR_TEST_H_
