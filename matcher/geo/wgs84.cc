#include "matcher/geo/wgs84.h"

#include <cmath>

#include "matcher/geo/trig.h"

namespace throughgate::matcher {
namespace {

constexpr double kEquatorRadiusCm = 637'813'700;
constexpr double kFlattening = 1 / 298.257223563;
constexpr double kEccentricitySquared = kFlattening * (2 - kFlattening);

}  // namespace

SurfacePoint OnSurface(double latitude_e7, double longitude_e7) {
  const SineCosine latitude = SineAndCosine(latitude_e7);
  const SineCosine longitude = SineAndCosine(longitude_e7);
  const double across =
      kEquatorRadiusCm / std::sqrt(1 - kEccentricitySquared * latitude.sine * latitude.sine);
  const double from_axis = across * latitude.cosine;
  return {from_axis * longitude.cosine, from_axis * longitude.sine,
          across * (1 - kEccentricitySquared) * latitude.sine};
}

double GroundDistanceCm(const SurfacePoint& a, const SurfacePoint& b) {
  const double dx = a.x_cm - b.x_cm;
  const double dy = a.y_cm - b.y_cm;
  const double dz = a.z_cm - b.z_cm;
  const double squared = dx * dx + dy * dy + dz * dz;
  return std::sqrt(squared) * (1 + squared / (24 * kEarthRadiusCm * kEarthRadiusCm));
}

FlatMap FlatMapAt(double latitude_e7) {
  const SineCosine latitude = SineAndCosine(latitude_e7);
  const double w = 1 - kEccentricitySquared * latitude.sine * latitude.sine;
  const double across = kEquatorRadiusCm / std::sqrt(w);
  const double along = across * ((1 - kEccentricitySquared) / w);
  const double along_change = 3 * kEccentricitySquared * latitude.sine * latitude.cosine / w;
  constexpr double kSquare = kRadiansPerE7 * kRadiansPerE7;
  return {{across * latitude.cosine * kRadiansPerE7, along * kRadiansPerE7},
          {-along * latitude.sine * kSquare, along * along_change * kSquare}};
}

}  // namespace throughgate::matcher
