#include "tests/oracle/outline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace throughgate::oracle {
namespace {

using matcher::Circle;
using matcher::GeoPoint;
using matcher::MultiPolygon;

// Twice the area of the triangle: positive when `spot` is on the left of the way from `a` to `b`.
long double Turn(const Spot& a, const Spot& b, const Spot& spot) {
  return (b.longitude - a.longitude) * (spot.latitude - a.latitude) -
         (b.latitude - a.latitude) * (spot.longitude - a.longitude);
}

bool OnLine(const Spot& a, const Spot& b, const Spot& spot) {
  return Turn(a, b, spot) == 0 && std::min(a.latitude, b.latitude) <= spot.latitude &&
         spot.latitude <= std::max(a.latitude, b.latitude) &&
         std::min(a.longitude, b.longitude) <= spot.longitude &&
         spot.longitude <= std::max(a.longitude, b.longitude);
}

// Whether a ray to the east from `spot` crosses the line. A vertex belongs to the line above it.
bool RayCrosses(const Spot& a, const Spot& b, const Spot& spot) {
  if ((a.latitude > spot.latitude) == (b.latitude > spot.latitude)) return false;
  return b.latitude > a.latitude ? Turn(a, b, spot) > 0 : Turn(a, b, spot) < 0;
}

double WayToLine(const Spot& spot, const Spot& a, const Spot& b) {
  long double low = 0;
  long double high = 1;
  for (int turn = 0; turn < 60; ++turn) {
    const long double third = (high - low) / 3;
    if (Way(spot, Along(a, b, low + third)) < Way(spot, Along(a, b, high - third))) {
      high -= third;
    } else {
      low += third;
    }
  }
  return std::min({Way(spot, a), Way(spot, b), Way(spot, Along(a, b, (low + high) / 2))});
}

double DistanceToPiece(const Point3& p, const Point3& a, const Point3& b) {
  const Point3 ab{b.x - a.x, b.y - a.y, b.z - a.z};
  const Point3 ap{p.x - a.x, p.y - a.y, p.z - a.z};
  const double along = ap.x * ab.x + ap.y * ab.y + ap.z * ab.z;
  const double all = ab.x * ab.x + ab.y * ab.y + ab.z * ab.z;
  const double share = all == 0 ? 0 : std::clamp(along / all, 0.0, 1.0);
  return DistanceInSpace(p, {a.x + ab.x * share, a.y + ab.y * share, a.z + ab.z * share});
}

std::vector<Point3> Pieces(const Spot& a, const Spot& b, double length) {
  constexpr double kPiece = 500;  // a curve of the Earth leaves its chord by 5 mm on the way
  const int count = 1 + static_cast<int>(length / kPiece);
  std::vector<Point3> points;
  for (int i = 0; i <= count; ++i) points.push_back(InSpace(Along(a, b, 1.0L * i / count)));
  return points;
}

}  // namespace

Outline::Outline(const std::variant<MultiPolygon, Circle>& shape) {
  if (const Circle* circle = std::get_if<Circle>(&shape)) {
    centre_ = Spot(circle->centre);
    radius_ = static_cast<double>(circle->radius.value);
    return;
  }
  for (const matcher::Polygon& polygon : std::get<MultiPolygon>(shape).polygons) {
    areas_.emplace_back();
    for (const matcher::Ring& corners : polygon.rings) {
      Ring ring;
      for (const GeoPoint& corner : corners) ring.emplace_back(corner);
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double length = Way(ring[i], ring[i + 1]);
        edges_.push_back({ring[i], ring[i + 1], length, Pieces(ring[i], ring[i + 1], length)});
      }
      areas_.back().push_back(std::move(ring));
    }
  }
}

bool Outline::Inside(const Spot& spot) const {
  for (const std::vector<Ring>& rings : areas_) {
    bool inside = false;
    for (const Ring& ring : rings) {
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (RayCrosses(ring[i], ring[i + 1], spot)) inside = !inside;
      }
    }
    if (inside) return true;
  }
  return false;
}

double Outline::SignedDistance(const Spot& spot) const {
  if (radius_ >= 0) return Way(spot, centre_) - radius_;
  double least = std::numeric_limits<double>::max();
  for (const Edge& edge : edges_) {
    if (OnLine(edge.from, edge.to, spot)) return 0;
    // No point of an edge is nearer than the ways to both ends and its length allow.
    const double possible = (Way(spot, edge.from) + Way(spot, edge.to) - 1.001 * edge.length) / 2;
    if (possible < least) least = std::min(least, WayToLine(spot, edge.from, edge.to));
  }
  return Inside(spot) ? -least : least;
}

double Outline::RoughSignedDistance(const Spot& spot) const {
  if (radius_ >= 0) return Way(spot, centre_) - radius_;
  const Point3 here = InSpace(spot);
  double least = std::numeric_limits<double>::max();
  for (const Edge& edge : edges_) {
    if (DistanceInSpace(here, edge.pieces.front()) - 1.001 * edge.length > least) continue;
    for (std::size_t i = 0; i + 1 < edge.pieces.size(); ++i) {
      least = std::min(least, DistanceToPiece(here, edge.pieces[i], edge.pieces[i + 1]));
    }
  }
  return Inside(spot) ? -least : least;
}

}  // namespace throughgate::oracle
