#include "services/convert/shared_area.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "matcher/geo/ecef.h"
#include "matcher/geo/wgs84.h"

namespace throughgate::services {
namespace {

using matcher::GeoPoint;

// A straight chord is shorter than the way along the ground, and centimetres are rounded down.
constexpr std::int64_t kSlackM = 2;

// In 1e-7 of a degree: 1.0 km, and 1.1 km in the south to 0.8 km in the north.
constexpr std::int32_t kCellNorthE7 = 90'000;
constexpr std::int32_t kCellEastE7 = 150'000;
// From the middle of a cell to its corners, at the most.
constexpr std::int64_t kCellReachM = 750;

// Which cell, counted from the equator and Greenwich.
struct Cell {
  std::int32_t north = 0;
  std::int32_t east = 0;

  std::string Name() const { return absl::StrCat("cells/", north, "/", east); }
  GeoPoint Middle() const {
    return {north * kCellNorthE7 + kCellNorthE7 / 2, east * kCellEastE7 + kCellEastE7 / 2};
  }
};

// Rounded down: -1 is the first before 0.
std::int32_t Steps(std::int32_t value, std::int32_t step) {
  return value / step - (value % step < 0 ? 1 : 0);
}

Cell CellAt(GeoPoint point) {
  return {Steps(point.latitude_e7, kCellNorthE7), Steps(point.longitude_e7, kCellEastE7)};
}

struct Bounding {
  GeoPoint centre;
  std::int64_t radius_m = 0;
};

Bounding Around(const matcher::MultiPolygon& area) {
  GeoPoint low = area.polygons.front().rings.front().front();
  GeoPoint high = low;
  const auto each_vertex = [&](auto visit) {
    for (const matcher::Polygon& polygon : area.polygons) {
      for (const matcher::Ring& ring : polygon.rings) std::ranges::for_each(ring, visit);
    }
  };
  each_vertex([&](const GeoPoint& point) {
    low = {std::min(low.latitude_e7, point.latitude_e7),
           std::min(low.longitude_e7, point.longitude_e7)};
    high = {std::max(high.latitude_e7, point.latitude_e7),
            std::max(high.longitude_e7, point.longitude_e7)};
  });
  Bounding around{{low.latitude_e7 + (high.latitude_e7 - low.latitude_e7) / 2,
                   low.longitude_e7 + (high.longitude_e7 - low.longitude_e7) / 2},
                  0};
  const matcher::Ecef centre = matcher::ToEcef(around.centre);
  each_vertex([&](const GeoPoint& point) {
    around.radius_m =
        std::max(around.radius_m, matcher::ChordCm(centre, matcher::ToEcef(point)) / 100 + kSlackM);
  });
  return around;
}

Bounding Around(const matcher::Circle& circle) { return {circle.centre, circle.radius.value}; }

// 0 to 1, of eight bytes.
double Fraction(const std::uint8_t* bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
  return static_cast<double>(value >> 11) / static_cast<double>(std::uint64_t{1} << 53);
}

GeoPoint Moved(GeoPoint from, const std::array<std::uint8_t, 32>& noise) {
  // The root makes it uniform over the area rather than along the radius.
  const double distance_cm =
      static_cast<double>(kSharedAreaMovedMax.value) * 100 * std::sqrt(Fraction(noise.data()));
  const double angle = 2 * std::numbers::pi * Fraction(noise.data() + 8);
  const matcher::GroundScale scale = matcher::FlatMapAt(from.latitude_e7).here;
  return {
      from.latitude_e7 + static_cast<std::int32_t>(distance_cm * std::sin(angle) / scale.north_cm),
      from.longitude_e7 + static_cast<std::int32_t>(distance_cm * std::cos(angle) / scale.east_cm)};
}

Bounding BoundsOf(const matcher::Zone& zone) {
  return std::visit([](const auto& shape) { return Around(shape); }, zone.shape);
}

// Of a disc that holds the zone wherever in its cell it lies and however far that is moved.
matcher::Metres RadiusFor(const matcher::Zone& zone, const Bounding& around) {
  const std::int64_t least =
      around.radius_m + zone.buffer.value + kCellReachM + kSharedAreaMovedMax.value + kSlackM;
  const std::int64_t steps = (least + kSharedAreaStep.value - 1) / kSharedAreaStep.value;
  return {steps * kSharedAreaStep.value};
}

}  // namespace

matcher::SharedArea SharedAreaFor(const matcher::Zone& zone, CellNoise noise) {
  const Bounding around = BoundsOf(zone);
  const Cell cell = CellAt(around.centre);
  return {zone.id, Moved(cell.Middle(), noise(cell.Name())), RadiusFor(zone, around)};
}

std::optional<matcher::SharedArea> SharedAreaAbout(const matcher::SharedArea& shown,
                                                   const matcher::Zone& zone) {
  const Bounding around = BoundsOf(zone);
  const matcher::Metres radius = RadiusFor(zone, around);
  const std::int64_t away_m =
      matcher::ChordCm(matcher::ToEcef(shown.centre), matcher::ToEcef(around.centre)) / 100;
  if (away_m + around.radius_m + zone.buffer.value + kSlackM > radius.value) return std::nullopt;
  return matcher::SharedArea{zone.id, shown.centre, radius};
}

}  // namespace throughgate::services
