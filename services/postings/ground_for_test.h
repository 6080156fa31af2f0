// Places on the ground by metres, for tests.
#ifndef THROUGHGATE_SERVICES_POSTINGS_GROUND_FOR_TEST_H_
#define THROUGHGATE_SERVICES_POSTINGS_GROUND_FOR_TEST_H_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "matcher/geo/ecef.h"
#include "matcher/model/place.h"

namespace throughgate::services {

// So many metres east and north of a place in Manchester.
inline matcher::GeoPoint At(double east_m, double north_m) {
  constexpr double kMetresPerDegree = 111'300;
  constexpr double kCosine = 0.595;  // of the latitude
  return {
      static_cast<std::int32_t>(std::lround((53.47 + north_m / kMetresPerDegree) * 1e7)),
      static_cast<std::int32_t>(std::lround((-2.23 + east_m / kMetresPerDegree / kCosine) * 1e7))};
}

// A number from `low` to `high`.
inline double Within(std::mt19937& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / static_cast<double>(random.max());
}

// `rows` of `columns`, a step apart, each out by at most `jitter` of a step either way, turned by
// `turn` in radians.
struct Grid {
  int rows = 3;
  int columns = 3;
  double step_m = 1'000;
  double jitter = 0;
  double turn = 0;
};
inline std::vector<matcher::Ecef> PointsOf(const Grid& grid, std::mt19937& random) {
  std::vector<matcher::Ecef> points;
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column) {
      const double x = grid.step_m * (column + Within(random, -grid.jitter, grid.jitter));
      const double y = grid.step_m * (row + Within(random, -grid.jitter, grid.jitter));
      points.push_back(matcher::ToEcef(At(x * std::cos(grid.turn) - y * std::sin(grid.turn),
                                          x * std::sin(grid.turn) + y * std::cos(grid.turn))));
    }
  }
  return points;
}

// Anywhere in a square of so many metres.
inline std::vector<matcher::Ecef> Scattered(std::size_t count, double side_m,
                                            std::mt19937& random) {
  std::vector<matcher::Ecef> points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back(matcher::ToEcef(At(Within(random, 0, side_m), Within(random, 0, side_m))));
  }
  return points;
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_POSTINGS_GROUND_FOR_TEST_H_
