#include "tests/oracle/geos/geos.h"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <numbers>

namespace throughgate::oracle {
namespace {

void Say(const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  std::vfprintf(stderr, format, arguments);
  va_end(arguments);
  std::fputc('\n', stderr);
}

// Ready for the whole life of the program; what GEOS does not understand ends it.
GEOSContextHandle_t Geos() {
  static const GEOSContextHandle_t geos = [] {
    const GEOSContextHandle_t handle = GEOS_init_r();
    GEOSContext_setErrorHandler_r(handle, Say);
    return handle;
  }();
  return geos;
}

Geometry Owned(GEOSGeometry* geometry) {
  if (geometry == nullptr) std::abort();
  return Geometry(geometry, [](GEOSGeometry* one) { GEOSGeom_destroy_r(Geos(), one); });
}

// The ends of the pieces of an edge, but for the first.
void AddPieces(const Spot& from, const Spot& to, const Spot* centre, std::vector<Spot>& spots) {
  if (centre != nullptr) {
    const double length = Way(from, to);
    const double near = std::min(Way(*centre, from), Way(*centre, to)) - length;
    if (length > std::max(100.0, near / 50)) {
      const Spot middle = Along(from, to, 0.5);
      AddPieces(from, middle, centre, spots);
      AddPieces(middle, to, centre, spots);
      return;
    }
  }
  spots.push_back(to);
}

GEOSCoordSequence* Coordinates(const Projection& plane, const std::vector<Spot>& spots) {
  GEOSCoordSequence* const sequence =
      GEOSCoordSeq_create_r(Geos(), static_cast<unsigned>(spots.size()), 2);
  for (unsigned i = 0; i < spots.size(); ++i) {
    const PlanePoint point = plane(spots[i]);
    GEOSCoordSeq_setXY_r(Geos(), sequence, i, point.x, point.y);
  }
  return sequence;
}

GEOSGeometry* RingOn(const Projection& plane, const matcher::Ring& ring, const Spot* centre) {
  std::vector<Spot> spots = {Spot(ring.front())};
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    AddPieces(Spot(ring[i]), Spot(ring[i + 1]), centre, spots);
  }
  return GEOSGeom_createLinearRing_r(Geos(), Coordinates(plane, spots));
}

}  // namespace

PlanePoint AsDegrees(const Spot& spot) {
  return {static_cast<double>(spot.longitude), static_cast<double>(spot.latitude)};
}

Projection MapAround(const Spot& centre) {
  return [centre](const Spot& spot) -> PlanePoint {
    const double way = Way(centre, spot);
    if (way == 0) return {};
    const double lat = static_cast<double>(centre.latitude) * std::numbers::pi / 180e7;
    const double lon = static_cast<double>(centre.longitude) * std::numbers::pi / 180e7;
    const Point3 a = InSpace(centre);
    const Point3 b = InSpace(spot);
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double z = b.z - a.z;
    const double east = -std::sin(lon) * x + std::cos(lon) * y;
    const double north =
        -std::sin(lat) * (std::cos(lon) * x + std::sin(lon) * y) + std::cos(lat) * z;
    const double level = std::hypot(east, north);
    return {way * east / level, way * north / level};
  };
}

Geometry PointAt(PlanePoint point) {
  return Owned(GEOSGeom_createPointFromXY_r(Geos(), point.x, point.y));
}

Geometry AreaOn(const Projection& plane, const matcher::MultiPolygon& area, const Spot* centre) {
  std::vector<GEOSGeometry*> polygons;
  for (const matcher::Polygon& polygon : area.polygons) {
    std::vector<GEOSGeometry*> rings;
    for (const matcher::Ring& ring : polygon.rings) rings.push_back(RingOn(plane, ring, centre));
    polygons.push_back(GEOSGeom_createPolygon_r(Geos(), rings.front(), rings.data() + 1,
                                                static_cast<unsigned>(rings.size()) - 1));
  }
  return Owned(GEOSGeom_createCollection_r(Geos(), GEOS_MULTIPOLYGON, polygons.data(),
                                           static_cast<unsigned>(polygons.size())));
}

Geometry LineOn(const Projection& plane, const Spot& from, const Spot& to, const Spot& centre) {
  std::vector<Spot> spots = {from};
  AddPieces(from, to, &centre, spots);
  return Owned(GEOSGeom_createLineString_r(Geos(), Coordinates(plane, spots)));
}

Side SideOf(const Geometry& area, const Geometry& point) {
  if (GEOSContains_r(Geos(), area.get(), point.get()) == 1) return Side::kInside;
  return GEOSIntersects_r(Geos(), area.get(), point.get()) == 1 ? Side::kOnEdge : Side::kOutside;
}

double Distance(const Geometry& a, const Geometry& b) {
  double distance = 0;
  if (GEOSDistance_r(Geos(), a.get(), b.get(), &distance) != 1) std::abort();
  return distance;
}

double DistanceToEdge(const Geometry& area, const Geometry& point) {
  return Distance(Owned(GEOSBoundary_r(Geos(), area.get())), point);
}

}  // namespace throughgate::oracle
