#include "tests/scenario/ground.h"

#include <cmath>
#include <cstdint>

namespace throughgate::scenario {
namespace {

// WGS 84.
constexpr double kEquatorRadiusM = 6'378'137;
constexpr double kEccentricitySquared = 0.00669437999014;
constexpr double kE7PerRadian = 1e7 * 180 / 3.14159265358979323846;

double Flattened(double latitude) {
  return 1 - kEccentricitySquared * std::sin(latitude) * std::sin(latitude);
}

// How far from the centre of its curve a meridian, or a parallel, runs at a latitude.
double MeridianRadiusM(double latitude) {
  return kEquatorRadiusM * (1 - kEccentricitySquared) / std::pow(Flattened(latitude), 1.5);
}
double ParallelRadiusM(double latitude) {
  return kEquatorRadiusM * std::cos(latitude) / std::sqrt(Flattened(latitude));
}

}  // namespace

matcher::GeoPoint Moved(matcher::GeoPoint from, Offset offset) {
  const double start = from.latitude_e7 / kE7PerRadian;
  // The curve changes slowly: its value halfway is right to a millimetre in 100 km.
  const double halfway = start + offset.north_m / 2 / MeridianRadiusM(start);
  const double latitude = start + offset.north_m / MeridianRadiusM(halfway);
  const double east = offset.east_m / ParallelRadiusM(latitude) * kE7PerRadian;
  return {static_cast<std::int32_t>(std::lround(latitude * kE7PerRadian)),
          static_cast<std::int32_t>(std::lround(from.longitude_e7 + east))};
}

}  // namespace throughgate::scenario
