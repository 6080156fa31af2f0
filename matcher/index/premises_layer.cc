#include "matcher/index/premises_layer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace throughgate::matcher {
namespace {

// About 2.2 km from south to north and, in the south, from west to east.
constexpr std::int32_t kCellNorthE7 = 200'000;
constexpr std::int32_t kCellEastE7 = 300'000;
// No less than a cell measures either way, anywhere in the United Kingdom: 1.59 km at 61.5 degrees.
constexpr std::int64_t kCellLeastCm = 1'580'00;
constexpr int kRows = (kLatitudeMaxE7 - kLatitudeMinE7) / kCellNorthE7 + 1;
constexpr int kColumns = (kLongitudeMaxE7 - kLongitudeMinE7) / kCellEastE7 + 1;

struct Cell {
  int row = 0;
  int column = 0;
  std::size_t index() const {
    return static_cast<std::size_t>(row) * kColumns + static_cast<std::size_t>(column);
  }
};

Cell CellOf(GeoPoint at) {
  return {std::clamp((at.latitude_e7 - kLatitudeMinE7) / kCellNorthE7, 0, kRows - 1),
          std::clamp((at.longitude_e7 - kLongitudeMinE7) / kCellEastE7, 0, kColumns - 1)};
}

// Whole metres, rounded up, so that "at most d" is as exact as the centimetres are.
std::uint16_t MetresWithin(std::int64_t centimetres) {
  const std::int64_t metres = centimetres <= 0 ? 0 : (centimetres + 99) / 100;
  return metres > kPremisesDistanceMax.value ? kPremisesFar : static_cast<std::uint16_t>(metres);
}

// Visits the cells at `ring` steps from the middle that there are.
template <class Visit>
void ForEachCellOfRing(Cell middle, int ring, Visit visit) {
  for (int row = std::max(middle.row - ring, 0); row <= std::min(middle.row + ring, kRows - 1);
       ++row) {
    const bool whole = row == middle.row - ring || row == middle.row + ring;
    const int step = whole || ring == 0 ? 1 : 2 * ring;
    for (int column = middle.column - ring; column <= middle.column + ring; column += step) {
      if (column >= 0 && column < kColumns) visit(Cell{row, column});
    }
  }
}

// The kinds of which no other premises could be any nearer to a place that uncertain.
PremisesMask Settled(const PremisesAround& around, bool never_sure) {
  PremisesMask settled = 0;
  for (int kind = 1; kind < kPremisesKinds && never_sure; ++kind) {
    if (around.of[static_cast<std::size_t>(kind)].possibly == 0) {
      settled |= MaskOf(static_cast<PremisesKind>(kind));
    }
  }
  return settled;
}

}  // namespace

std::shared_ptr<const PremisesLayer> PremisesLayer::Build(std::string id,
                                                          const std::vector<Premises>& premises) {
  auto layer = std::make_shared<PremisesLayer>();
  layer->id_ = std::move(id);
  if (premises.empty()) return layer;
  std::vector<std::uint32_t> next(static_cast<std::size_t>(kRows) * kColumns + 1);
  for (const Premises& one : premises) {
    ++next[CellOf(one.place.at).index() + 1];
    ++layer->counts_[static_cast<std::size_t>(one.kind)];
    layer->kinds_ |= MaskOf(one.kind);
    layer->widest_cm_ = std::max(layer->widest_cm_, one.place.uncertainty.value * 100);
  }
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  layer->points_.resize(premises.size());
  for (const Premises& one : premises) {
    layer->points_[next[CellOf(one.place.at).index()]++] = {
        ToEcef(one.place.at), static_cast<std::int32_t>(one.place.uncertainty.value * 100),
        one.kind};
  }
  next.pop_back();
  layer->ends_ = std::move(next);
  return layer;
}

std::shared_ptr<const PremisesAround> PremisesLayer::Around(const Place& place) const {
  if (points_.empty()) return nullptr;
  const Ecef at = ToEcef(place.at);
  const std::int64_t uncertainty_cm = place.uncertainty.value * 100;
  const std::int64_t reach_cm = kPremisesDistanceMax.value * 100 + uncertainty_cm + widest_cm_;
  const bool never_sure = place.uncertainty > kPremisesDistanceMax;
  PremisesAround around;
  const auto look = [&](Cell cell) {
    const std::size_t index = cell.index();
    for (std::size_t i = index == 0 ? 0 : ends_[index - 1]; i < ends_[index]; ++i) {
      const Point& point = points_[i];
      if (ChordSquaredCm2(at, point.ecef) > reach_cm * reach_cm) continue;
      const std::int64_t distance = ChordCm(at, point.ecef);
      const std::int64_t hidden = uncertainty_cm + point.uncertainty_cm;
      PremisesNear& near = around.of[static_cast<std::size_t>(point.kind)];
      near.surely = std::min(near.surely, MetresWithin(distance + hidden));
      near.possibly = std::min(near.possibly, MetresWithin(distance - hidden));
    }
  };
  const Cell middle = CellOf(place.at);
  // The place may stand at the edge of its cell, so that the next ring begins at no distance.
  const auto rings = static_cast<int>(
      std::min<std::int64_t>(reach_cm / kCellLeastCm + 1, std::max(kRows, kColumns)));
  for (int ring = 0; ring <= rings; ++ring) {
    ForEachCellOfRing(middle, ring, look);
    if (Settled(around, never_sure) == kinds_) break;
  }
  if (around == PremisesAround()) return nullptr;
  return std::make_shared<const PremisesAround>(around);
}

std::size_t PremisesLayer::bytes() const {
  return sizeof(*this) + points_.capacity() * sizeof(Point) +
         ends_.capacity() * sizeof(std::uint32_t);
}

}  // namespace throughgate::matcher
