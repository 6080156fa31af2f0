#include "services/postings/lattice.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "services/postings/point_tree.h"

namespace throughgate::services {
namespace {

using matcher::Ecef;

// That a step may lead to. Those of a square stand at four, of a triangle's corner at six; with
// more, scattered places would now and then make three rows of three by chance.
constexpr std::size_t kNeighbours = 6;
// Of the shorter step.
constexpr std::int64_t kTolerance = 8;
constexpr std::int64_t kLengthRatioMax = 2;
// Of the angle between steps: 53 to 127 degrees.
constexpr double kCosineMax = 0.6;

struct Step {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t z = 0;
  std::int64_t squared() const { return x * x + y * y + z * z; }
};
Step operator-(const Step& step) { return {-step.x, -step.y, -step.z}; }

Step Between(const Ecef& from, const Ecef& to) {
  return {std::int64_t{to.x_cm} - from.x_cm, std::int64_t{to.y_cm} - from.y_cm,
          std::int64_t{to.z_cm} - from.z_cm};
}

// No step is so long that this leaves the numbers.
Ecef After(const Ecef& from, const Step& step) {
  return {static_cast<std::int32_t>(from.x_cm + step.x),
          static_cast<std::int32_t>(from.y_cm + step.y),
          static_cast<std::int32_t>(from.z_cm + step.z)};
}

// Whether two steps, the shorter first, can be the sides of a lattice's cell.
bool MakeACell(const Step& a, const Step& b) {
  const std::int64_t a2 = a.squared();
  const std::int64_t b2 = b.squared();
  if (b2 > kLengthRatioMax * kLengthRatioMax * a2) return false;
  const auto dot = static_cast<double>(a.x * b.x + a.y * b.y + a.z * b.z);
  return dot * dot <= kCosineMax * kCosineMax * static_cast<double>(a2) * static_cast<double>(b2);
}

class Lattices {
 public:
  explicit Lattices(std::span<const Ecef> points) : points_(points), tree_(points) {}

  // How many places the lattice with three rows of three around `centre` has; 0: there is none.
  std::size_t Around(std::size_t centre) const {
    std::vector<Step> steps;
    for (const std::size_t point :
         tree_.Nearest(points_[centre], kNeighbours + 1, kLatticeStepMaxCm)) {
      const Step step = Between(points_[centre], points_[point]);
      if (step.squared() >= kLatticeStepMinCm * kLatticeStepMinCm) steps.push_back(step);
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
      for (std::size_t j = i + 1; j < steps.size(); ++j) {
        if (!MakeACell(steps[i], steps[j]) || !HasThreeRows(centre, steps[i], steps[j])) continue;
        return PlacesFrom(centre, steps[i], steps[j]);
      }
    }
    return 0;
  }

 private:
  using Point = std::optional<std::size_t>;

  // The place where `step` leads to, of which `side` is the shortest.
  Point Next(const Point& from, const Step& step, const Step& side) const {
    if (!from) return std::nullopt;
    const auto side_cm = matcher::ChordCm({}, After({}, side));
    const auto found = tree_.Nearest(After(points_[*from], step), 1, side_cm / kTolerance);
    if (found.empty()) return std::nullopt;
    return found.front();
  }

  bool HasThreeRows(std::size_t centre, const Step& a, const Step& b) const {
    const Point left = Next(centre, -a, a);
    const Point right = Next(centre, a, a);
    for (const Point& middle : {left, Point(centre), right}) {
      if (!Next(middle, b, a) || !Next(middle, -b, a)) return false;
    }
    return true;
  }

  std::size_t PlacesFrom(std::size_t centre, const Step& a, const Step& b) const {
    std::set<std::size_t> reached = {centre};
    std::vector<std::size_t> to_do = {centre};
    while (!to_do.empty()) {
      const std::size_t from = to_do.back();
      to_do.pop_back();
      for (const Step& step : {a, -a, b, -b}) {
        const Point next = Next(from, step, a);
        if (next && reached.insert(*next).second) to_do.push_back(*next);
      }
    }
    return reached.size();
  }

  std::span<const Ecef> points_;
  PointTree tree_;
};

// The first of those at each place.
std::vector<std::size_t> Distinct(std::span<const Ecef> points) {
  std::set<std::array<std::int32_t, 3>> seen;
  std::vector<std::size_t> distinct;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (seen.insert({points[i].x_cm, points[i].y_cm, points[i].z_cm}).second) distinct.push_back(i);
  }
  return distinct;
}

}  // namespace

std::optional<Pattern> FindLattice(std::span<const Ecef> points) {
  const std::vector<std::size_t> distinct = Distinct(points);
  if (distinct.size() < kLatticeMin) return std::nullopt;
  std::vector<Ecef> places;
  for (const std::size_t point : distinct) places.push_back(points[point]);
  const Lattices lattices(places);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t found = lattices.Around(i);
    if (found >= kLatticeMin) return Pattern{.places = found, .example = distinct[i]};
  }
  return std::nullopt;
}

}  // namespace throughgate::services
