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

// What one unit of angle measures on the ground at a latitude.
struct GroundScale {
  double east_cm = 0;
  double north_cm = 0;
};

// A flat map of the surroundings of a point. Between two points of the United Kingdom that are `d`
// apart along the ground, R being kEarthRadiusCm, the way on the map of one of them differs
//   by less than d * d / 2R       on the scale `here`,
//   by less than d * d * d / 2RR  on the scale half-way to the other.
struct FlatMap {
  GroundScale here;
  GroundScale per_unit_north;  // how the scale changes

  // On the parallel half-way to another that lies `north_e7` from here.
  GroundScale HalfWayTo(double north_e7) const {
    return {here.east_cm + per_unit_north.east_cm * north_e7 / 2,
            here.north_cm + per_unit_north.north_cm * north_e7 / 2};
  }
};

FlatMap FlatMapAt(double latitude_e7);

// Of the sphere that fits the United Kingdom best.
inline constexpr double kEarthRadiusCm = 638'500'000;

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_WGS84_H_
