#include "matcher/geo/ring_crossings.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/geo/exact_plane.h"
#include "matcher/geo/ring_corners.h"
#include "matcher/geo/ring_name.h"

namespace throughgate::matcher {
namespace {

// One edge of a ring and its neighbours: it runs from `a` to `b`.
struct Edge {
  PlanePoint before;
  PlanePoint a;
  PlanePoint b;
  PlanePoint after;
  RingIndex ring;
  std::size_t first = 0;  // the vertex at `a`
  std::size_t last = 0;   // the vertex at `b`

  std::int64_t west() const { return std::min(a.x, b.x); }
  std::int64_t east() const { return std::max(a.x, b.x); }
  std::int64_t south() const { return std::min(a.y, b.y); }
  std::int64_t north() const { return std::max(a.y, b.y); }
};

void AddEdges(const Ring& ring, RingIndex at, std::vector<Edge>& edges) {
  const std::vector<Corner> corners = CornersOf(ring);
  const std::size_t count = corners.size();
  const auto corner = [&](std::size_t i) -> const Corner& { return corners[i % count]; };
  for (std::size_t i = 0; i < count; ++i) {
    edges.push_back({corner(i + count - 1).at, corner(i).at, corner(i + 1).at, corner(i + 2).at, at,
                     corner(i).vertex, corner(i + 1).vertex});
  }
}

std::vector<Edge> EdgesFromWestToEast(const MultiPolygon& area) {
  std::vector<Edge> edges;
  for (std::size_t p = 0; p < area.polygons.size(); ++p) {
    const std::vector<Ring>& rings = area.polygons[p].rings;
    for (std::size_t r = 0; r < rings.size(); ++r) AddEdges(rings[r], {p, r}, edges);
  }
  std::ranges::stable_sort(edges, {}, &Edge::west);
  return edges;
}

// Neighbours in a ring share a vertex, and no more since the ring has no spikes.
bool AreNeighbours(const Edge& e, const Edge& f) {
  return e.ring == f.ring && (e.last == f.first || f.last == e.first);
}

// A line that comes from one point, goes through a second and on to a third.
struct Bend {
  PlanePoint from;
  PlanePoint to;
};

// How a ring runs through a point of one of its edges.
Bend BendAt(PlanePoint p, const Edge& e) {
  if (p == e.a) return {e.before, e.b};
  if (p == e.b) return {e.a, e.after};
  return {e.a, e.b};
}

// Whether `q`, seen from `p`, lies to the left of the line that bends at `p`.
bool IsLeftOf(PlanePoint q, PlanePoint p, Bend bend) {
  const bool left_of_first = Side(bend.from, p, q) > 0;
  const bool left_of_second = Side(p, bend.to, q) > 0;
  const bool turns_left = Side(bend.from, p, bend.to) > 0;
  return turns_left ? left_of_first && left_of_second : left_of_first || left_of_second;
}

bool BendsCross(PlanePoint p, Bend one, Bend other) {
  return IsLeftOf(other.from, p, one) != IsLeftOf(other.to, p, one);
}

enum class Contact : std::uint8_t { kNone, kCross, kRunAlong };

Contact ContactOnOneLine(const Edge& e, const Edge& f) {
  const PlanePoint begin = std::max(std::min(e.a, e.b), std::min(f.a, f.b));
  const PlanePoint end = std::min(std::max(e.a, e.b), std::max(f.a, f.b));
  if (begin < end) return Contact::kRunAlong;
  if (begin > end) return Contact::kNone;
  return BendsCross(begin, BendAt(begin, e), BendAt(begin, f)) ? Contact::kCross : Contact::kNone;
}

bool AreOpposite(std::int64_t a, std::int64_t b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }

// Edges that touch without crossing count as no contact.
Contact ContactOf(const Edge& e, const Edge& f) {
  const std::int64_t ea = Side(f.a, f.b, e.a), eb = Side(f.a, f.b, e.b);
  const std::int64_t fa = Side(e.a, e.b, f.a), fb = Side(e.a, e.b, f.b);
  if (ea == 0 && eb == 0) return ContactOnOneLine(e, f);
  for (const PlanePoint p : {e.a, e.b, f.a, f.b}) {
    if (!OnEdge(p, e.a, e.b) || !OnEdge(p, f.a, f.b)) continue;
    return BendsCross(p, BendAt(p, e), BendAt(p, f)) ? Contact::kCross : Contact::kNone;
  }
  return AreOpposite(ea, eb) && AreOpposite(fa, fb) ? Contact::kCross : Contact::kNone;
}

std::string EdgeName(const Edge& e) {
  return absl::StrCat("the edge from ", VertexName(e.ring, e.first), " to [", e.last, "]");
}

absl::Status Refusal(Contact contact, const Edge& e, const Edge& f) {
  const bool in_order = std::pair(e.ring, e.first) < std::pair(f.ring, f.first);
  return absl::InvalidArgumentError(absl::StrCat(
      EdgeName(in_order ? e : f), contact == Contact::kCross ? " crosses " : " runs along ",
      EdgeName(in_order ? f : e), "; redraw them so that they keep apart"));
}

}  // namespace

absl::Status CheckCrossings(const MultiPolygon& area) {
  const std::vector<Edge> edges = EdgesFromWestToEast(area);
  for (auto e = edges.begin(); e != edges.end(); ++e) {
    for (auto f = e + 1; f != edges.end() && f->west() <= e->east(); ++f) {
      if (f->south() > e->north() || f->north() < e->south() || AreNeighbours(*e, *f)) continue;
      const Contact contact = ContactOf(*e, *f);
      if (contact != Contact::kNone) return Refusal(contact, *e, *f);
    }
  }
  return absl::OkStatus();
}

}  // namespace throughgate::matcher
