#include "tests/oracle/ground.h"

#include <cmath>
#include <numbers>

namespace throughgate::oracle {
namespace {

constexpr double kEquator = 6'378'137.0;
constexpr double kFlattening = 1 / 298.257223563;
constexpr double kPole = kEquator * (1 - kFlattening);

double Radians(long double e7) {
  return static_cast<double>(e7 * std::numbers::pi_v<long double> / (180 * 1e7L));
}

}  // namespace

Spot Along(const Spot& a, const Spot& b, long double share) {
  return {a.latitude + (b.latitude - a.latitude) * share,
          a.longitude + (b.longitude - a.longitude) * share};
}

Point3 InSpace(const Spot& spot) {
  const double lat = Radians(spot.latitude);
  const double lon = Radians(spot.longitude);
  const double e2 = kFlattening * (2 - kFlattening);
  const double normal = kEquator / std::sqrt(1 - e2 * std::sin(lat) * std::sin(lat));
  return {normal * std::cos(lat) * std::cos(lon), normal * std::cos(lat) * std::sin(lon),
          normal * (1 - e2) * std::sin(lat)};
}

double DistanceInSpace(const Point3& a, const Point3& b) {
  return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

// T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 1975.
double Way(const Spot& a, const Spot& b) {
  const double u1 = std::atan((1 - kFlattening) * std::tan(Radians(a.latitude)));
  const double u2 = std::atan((1 - kFlattening) * std::tan(Radians(b.latitude)));
  const double between = Radians(b.longitude - a.longitude);
  double lambda = between;
  for (int turn = 0; turn < 100; ++turn) {
    const double across = std::cos(u2) * std::sin(lambda);
    const double up = std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda);
    const double sin_sigma = std::hypot(across, up);
    if (sin_sigma == 0) return 0;
    const double cos_sigma =
        std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
    const double sigma = std::atan2(sin_sigma, cos_sigma);
    const double sin_alpha = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sin_sigma;
    const double cos2_alpha = 1 - sin_alpha * sin_alpha;
    const double cos_2m = cos_sigma - 2 * std::sin(u1) * std::sin(u2) / cos2_alpha;
    const double c = kFlattening / 16 * cos2_alpha * (4 + kFlattening * (4 - 3 * cos2_alpha));
    const double last = lambda;
    lambda = between +
             (1 - c) * kFlattening * sin_alpha *
                 (sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m * cos_2m - 1)));
    if (std::abs(lambda - last) > 1e-13) continue;
    const double u_squared = cos2_alpha * (kEquator * kEquator - kPole * kPole) / (kPole * kPole);
    const double big_a =
        1 + u_squared / 16384 * (4096 + u_squared * (u_squared * (320 - 175 * u_squared) - 768));
    const double big_b =
        u_squared / 1024 * (256 + u_squared * (u_squared * (74 - 47 * u_squared) - 128));
    const double correction = big_b * sin_sigma *
                              (cos_2m + big_b / 4 *
                                            (cos_sigma * (2 * cos_2m * cos_2m - 1) -
                                             big_b / 6 * cos_2m * (4 * sin_sigma * sin_sigma - 3) *
                                                 (4 * cos_2m * cos_2m - 3)));
    return kPole * big_a * (sigma - correction);
  }
  return NAN;  // only for points at opposite sides of the Earth
}

}  // namespace throughgate::oracle
