#include "services/cli/zones/drawing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace throughgate::cli {
namespace {

using matcher::GeoPoint;

constexpr double kMetresPerDegree = 111'195;  // along a meridian
constexpr double kCanvas = 800;               // the longer side, in pixels
constexpr double kMargin = 40;

double Degrees(std::int32_t e7) { return e7 / 1e7; }

// A flat map about the middle of what is drawn: good to a percent over a county.
class Map {
 public:
  void Include(GeoPoint point, double radius_m = 0) {
    const double latitude = radius_m / kMetresPerDegree;
    const double longitude = latitude / Squeeze(point);
    west_ = std::min(west_, Degrees(point.longitude_e7) - longitude);
    east_ = std::max(east_, Degrees(point.longitude_e7) + longitude);
    south_ = std::min(south_, Degrees(point.latitude_e7) - latitude);
    north_ = std::max(north_, Degrees(point.latitude_e7) + latitude);
  }

  bool empty() const { return west_ > east_; }
  double width_m() const { return (east_ - west_) * kMetresPerDegree * MiddleSqueeze(); }
  double height_m() const { return (north_ - south_) * kMetresPerDegree; }
  double PixelsPerMetre() const {
    return (kCanvas - 2 * kMargin) / std::max({width_m(), height_m(), 1.0});
  }
  double X(GeoPoint point) const {
    return kMargin + (Degrees(point.longitude_e7) - west_) * kMetresPerDegree * MiddleSqueeze() *
                         PixelsPerMetre();
  }
  double Y(GeoPoint point) const {
    return kMargin + (north_ - Degrees(point.latitude_e7)) * kMetresPerDegree * PixelsPerMetre();
  }
  double Width() const { return width_m() * PixelsPerMetre() + 2 * kMargin; }
  double Height() const { return height_m() * PixelsPerMetre() + 2 * kMargin; }

 private:
  static double SqueezeAt(double latitude) {
    return std::max(0.01, std::cos(latitude * M_PI / 180));
  }
  static double Squeeze(GeoPoint point) { return SqueezeAt(Degrees(point.latitude_e7)); }
  double MiddleSqueeze() const { return SqueezeAt((south_ + north_) / 2); }

  double west_ = std::numeric_limits<double>::max();
  double east_ = std::numeric_limits<double>::lowest();
  double south_ = std::numeric_limits<double>::max();
  double north_ = std::numeric_limits<double>::lowest();
};

// Calls `visit` with each ring of an area.
template <class Visit>
void ForEachRing(const ZoneOutline& outline, Visit visit) {
  const auto* area = std::get_if<matcher::MultiPolygon>(&outline);
  if (area == nullptr) return;
  for (const matcher::Polygon& polygon : area->polygons) {
    for (const matcher::Ring& ring : polygon.rings) visit(ring);
  }
}

Map MapOf(const std::vector<DrawnZone>& zones) {
  Map map;
  for (const DrawnZone& zone : zones) {
    ForEachRing(zone.outline, [&](const matcher::Ring& ring) {
      for (const GeoPoint point : ring) map.Include(point);
    });
    const auto* circle = std::get_if<matcher::Circle>(&zone.outline);
    if (circle != nullptr) map.Include(circle->centre, static_cast<double>(circle->radius.value));
  }
  return map;
}

std::string Escaped(absl::string_view text) {
  return absl::StrReplaceAll(text,
                             {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

void AppendOutline(const DrawnZone& zone, const Map& map, std::string& svg) {
  const char* kind = zone.fault.ok() ? "accepted" : "refused";
  const std::string title =
      absl::StrCat("<title>", Escaped(zone.name.empty() ? zone.path : zone.name), ": ",
                   zone.fault.ok() ? "accepted" : Escaped(zone.fault.message()), "</title>");
  if (const auto* circle = std::get_if<matcher::Circle>(&zone.outline)) {
    absl::StrAppendFormat(&svg,
                          "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">%s</circle>\n",
                          kind, map.X(circle->centre), map.Y(circle->centre),
                          static_cast<double>(circle->radius.value) * map.PixelsPerMetre(), title);
    return;
  }
  absl::StrAppend(&svg, "<path class=\"", kind, "\" d=\"");
  ForEachRing(zone.outline, [&](const matcher::Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      absl::StrAppendFormat(&svg, "%c%.1f %.1f", i == 0 ? 'M' : 'L', map.X(ring[i]),
                            map.Y(ring[i]));
    }
    absl::StrAppend(&svg, "Z");
  });
  absl::StrAppend(&svg, "\">", title, "</path>\n");
}

void AppendFault(const DrawnZone& zone, const Map& map, std::string& svg) {
  if (!zone.fault_at) return;
  absl::StrAppendFormat(&svg, "<circle class=\"fault\" cx=\"%.1f\" cy=\"%.1f\" r=\"9\"/>\n",
                        map.X(*zone.fault_at), map.Y(*zone.fault_at));
}

// The longest of 1, 2 or 5 times a power of ten that fits a quarter of the width.
double ScaleMetres(double width_m) {
  const double most = std::max(width_m / 4, 1.0);
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= most) return step * power;
  }
  return power;
}

void AppendScale(const Map& map, std::string& svg) {
  const double metres = ScaleMetres(std::max(map.width_m(), map.height_m()));
  const double y = map.Height() - kMargin / 2;
  const std::string words =
      metres < 1000 ? absl::StrFormat("%.0f m", metres) : absl::StrFormat("%.0f km", metres / 1000);
  absl::StrAppendFormat(&svg,
                        "<path class=\"scale\" d=\"M%.1f %.1fh%.1f\"/>\n"
                        "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                        kMargin, y, metres * map.PixelsPerMetre(), kMargin, y - 5, words);
}

}  // namespace

std::string DrawZones(const std::vector<DrawnZone>& zones) {
  const Map map = MapOf(zones);
  const double width = map.empty() ? 2 * kMargin : map.Width();
  const double height = map.empty() ? 2 * kMargin : map.Height();
  std::string svg = absl::StrFormat(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">\n"
      "<title>Zones, north at the top</title>\n"
      "<style>path,circle{stroke-width:1.5;fill-rule:evenodd}"
      ".accepted{fill:#1f6fb433;stroke:#1f6fb4}.refused{fill:#c0282833;stroke:#c02828}"
      ".fault{fill:none;stroke:#c02828;stroke-width:3}.scale{stroke:#000;stroke-width:3}"
      "text{font:14px sans-serif}</style>\n",
      width, height);
  if (!map.empty()) {
    for (const DrawnZone& zone : zones) AppendOutline(zone, map, svg);
    for (const DrawnZone& zone : zones) AppendFault(zone, map, svg);
    AppendScale(map, svg);
  }
  return absl::StrCat(svg, "</svg>\n");
}

}  // namespace throughgate::cli
