// The ground: the surface of the WGS 84 ellipsoid, before any rounding.
//
// Units  angles in 1e-7 of a degree, lengths in centimetres.
// Why    double precision, from correctly rounded operations only: bit-identical on every machine.
#ifndef THROUGHGATE_MATCHER_GEO_WGS84_H_
#define THROUGHGATE_MATCHER_GEO_WGS84_H_

namespace throughgate::matcher {

// Earth-centred; the axes are those of Ecef. Exact to 1e-6 cm.
struct SurfacePoint {
  double x_cm = 0;
  double y_cm = 0;
  double z_cm = 0;
};

SurfacePoint OnSurface(double latitude_e7, double longitude_e7);

// The way along the ground, from the straight chord and the curve of a sphere. Within the United
// Kingdom good to 0.001 cm up to 10 km, 1 cm up to 100 km, 0.001 % beyond.
double GroundDistanceCm(const SurfacePoint& a, const SurfacePoint& b);

// What one unit of angle measures on the ground at a latitude: a flat map of the surroundings.
// Within the United Kingdom, where `d` is the way along the ground from a point at that latitude,
// the way on the map differs by less than d * d / (2 * kEarthRadiusCm).
struct GroundScale {
  double east_cm = 0;
  double north_cm = 0;
};

GroundScale GroundScaleAt(double latitude_e7);

// Of the sphere that fits the United Kingdom best.
inline constexpr double kEarthRadiusCm = 638'500'000;

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_WGS84_H_
