#include "matcher/geo/area_edges.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "matcher/geo/wgs84.h"

namespace throughgate::matcher {
namespace {

constexpr std::size_t kEdgesPerBlock = 32;

// More than rounding ever does to a distance. Edges this near to the least are all measured, so
// that the least does not depend on their order, not even in its last bit.
constexpr double kRoundingCm = 0.001;

// A place relative to the point that is asked about, in units of angle.
struct Offset {
  double east = 0;
  double north = 0;
  friend Offset operator-(Offset a, Offset b) { return {a.east - b.east, a.north - b.north}; }
};

Offset Between(GeoPoint from, GeoPoint to) {
  return {static_cast<double>(to.longitude_e7) - from.longitude_e7,
          static_cast<double>(to.latitude_e7) - from.latitude_e7};
}

// The place on the edge from `a` to `b` that is nearest to `p` on the flat map of `scale`.
Offset NearestOnEdge(Offset p, Offset a, Offset b, const GroundScale& scale) {
  const Offset back = p - a;
  const Offset along = b - a;
  const double ee = scale.east_cm * scale.east_cm;
  const double nn = scale.north_cm * scale.north_cm;
  const double t = (ee * back.east * along.east + nn * back.north * along.north) /
                   (ee * along.east * along.east + nn * along.north * along.north);
  const double part = std::clamp(t, 0.0, 1.0);
  return {a.east + part * along.east, a.north + part * along.north};
}

// Where the point seems to stand on the map half-way to `place`, when one asks what is nearest.
// That map changes with the place: the further north, the shorter the parallel half-way. On a map
// that does not change it is as if the point stood further north, by so much that the derivatives
// agree.
Offset SeenFrom(Offset place, const FlatMap& map) {
  const GroundScale scale = map.HalfWayTo(place.north);
  const double change = map.per_unit_north.east_cm * scale.east_cm * place.east * place.east / 2;
  return {0, -change / (scale.north_cm * scale.north_cm)};
}

double LengthSquaredCm2(Offset to, const GroundScale& scale) {
  const double dx = to.east * scale.east_cm;
  const double dy = to.north * scale.north_cm;
  return dx * dx + dy * dy;
}

}  // namespace

// One question: the least distance so far, and what might be less.
class AreaEdges::Search {
 public:
  explicit Search(GeoPoint point)
      : point_(point),
        at_(OnSurface(point.latitude_e7, point.longitude_e7)),
        map_(FlatMapAt(point.latitude_e7)) {}

  double least_cm() const { return least_cm_; }

  double SquaredCm2To(const GeoBox& box) const {
    const std::int32_t parallel = std::clamp(point_.latitude_e7, box.south, box.north);
    const double north = static_cast<double>(parallel) - point_.latitude_e7;
    return FlatSquaredCm2(point_, box, map_.HalfWayTo(north));
  }

  bool MayHoldNearer(const GeoBox& box) const {
    const double height = (static_cast<double>(box.north) - box.south) * map_.here.north_cm;
    const double reach = ReachCm(height);
    return SquaredCm2To(box) < reach * reach;
  }

  void Try(GeoPoint a, GeoPoint b) {
    if (b < a) std::swap(a, b);  // or the winding would decide the last bit
    const Offset from = Between(point_, a);
    const Offset to = Between(point_, b);
    const Offset roughly = NearestOnEdge({}, from, to, map_.here);
    const GroundScale half_way = map_.HalfWayTo(roughly.north);
    if (LengthSquaredCm2(roughly, half_way) >= reach_cm2_) return;
    Keep(GroundCmTo(NearestOnEdge(SeenFrom(roughly, map_), from, to, half_way)));
  }

 private:
  double GroundCmTo(Offset place) const {
    return GroundDistanceCm(
        at_, OnSurface(point_.latitude_e7 + place.north, point_.longitude_e7 + place.east));
  }

  void Keep(double distance_cm) {
    if (distance_cm >= least_cm_) return;
    least_cm_ = distance_cm;
    const double reach = ReachCm(0);
    reach_cm2_ = reach * reach;
  }

  // What is nearer than `least` on the ground is nearer than this on the map half-way to the
  // nearest parallel of its box. By FlatMap the way on the map half-way to a place is longer by a
  // part d * d / 2RR at most; as much again allows for an edge's nearest place on the map being
  // another than on the ground. Being off by half the height of the box adds less than height / R,
  // as the tangent of every latitude in the United Kingdom is less than 2.
  double ReachCm(double height_cm) const {
    const double part = least_cm_ / kEarthRadiusCm;
    return least_cm_ * (1 + part * part + height_cm / kEarthRadiusCm) + kRoundingCm;
  }

  GeoPoint point_;
  SurfacePoint at_;
  FlatMap map_;
  double least_cm_ = std::numeric_limits<double>::infinity();
  double reach_cm2_ = std::numeric_limits<double>::infinity();
};

AreaEdges::AreaEdges(const MultiPolygon& area) {
  for (const Polygon& polygon : area.polygons) {
    for (const Ring& ring : polygon.rings) AddRing(ring);
  }
}

void AreaEdges::AddRing(const Ring& ring) {
  const std::size_t first = vertices_.size();
  std::ranges::unique_copy(ring, std::back_inserter(vertices_));  // no edge of length 0
  const std::size_t last = vertices_.size() - 1;
  for (std::size_t begin = first; begin < last; begin += kEdgesPerBlock) {
    Block block{begin, std::min(begin + kEdgesPerBlock, last), {}};
    for (std::size_t i = block.begin; i <= block.end; ++i) block.box.Include(vertices_[i]);
    blocks_.push_back(block);
  }
  for (GeoPoint vertex : ring) bounds_.Include(vertex);
}

Location AreaEdges::Locate(GeoPoint point) const {
  const PlanePoint p = OnPlane(point);
  bool inside = false;
  for (const Block& block : blocks_) {
    if (!block.box.Contains(point)) {
      inside ^= RayCrossesOddly(point, block);
      continue;
    }
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const PlanePoint a = OnPlane(vertices_[i]);
      const PlanePoint b = OnPlane(vertices_[i + 1]);
      if (OnEdge(p, a, b)) return Location::kOnEdge;
      inside ^= RayCrosses(p, a, b);
    }
  }
  return inside ? Location::kInside : Location::kOutside;
}

// For a point outside the block's box: a ray due east misses a block that lies west of it, and
// crosses one that lies east of it oddly when the block starts and ends on different sides. North
// or south of the box, start and end are on the same side.
bool AreaEdges::RayCrossesOddly(GeoPoint point, const Block& block) const {
  if (point.longitude_e7 > block.box.east) return false;
  const bool starts_above = vertices_[block.begin].latitude_e7 > point.latitude_e7;
  const bool ends_above = vertices_[block.end].latitude_e7 > point.latitude_e7;
  return starts_above != ends_above;
}

double AreaEdges::DistanceCm(GeoPoint point) const {
  Search search(point);
  const auto try_block = [&](const Block& block) {
    for (std::size_t i = block.begin; i < block.end; ++i) {
      search.Try(vertices_[i], vertices_[i + 1]);
    }
  };
  // The most promising first, so that most others can be passed over.
  const auto nearest = std::ranges::min_element(
      blocks_, {}, [&](const Block& b) { return search.SquaredCm2To(b.box); });
  try_block(*nearest);
  for (const Block& block : blocks_) {
    if (&block != &*nearest && search.MayHoldNearer(block.box)) try_block(block);
  }
  return search.least_cm();
}

}  // namespace throughgate::matcher
