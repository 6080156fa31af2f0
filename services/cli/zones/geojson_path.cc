#include "services/cli/zones/geojson_path.h"

#include <cstddef>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace throughgate::cli {
namespace {

constexpr absl::string_view kArea = "area";
constexpr absl::string_view kPolygons = "area.polygons[";

// A part of an area, as the matcher names it.
struct NamedPart {
  std::size_t polygon = 0;
  std::optional<std::size_t> ring;
  std::optional<std::size_t> vertex;
};

// Takes "7]" from the front of `rest`.
bool ConsumeIndex(absl::string_view& rest, std::size_t& index) {
  const std::size_t end = rest.find(']');
  if (end == absl::string_view::npos || !absl::SimpleAtoi(rest.substr(0, end), &index)) {
    return false;
  }
  rest.remove_prefix(end + 1);
  return true;
}

// Takes a name from the front of `rest`, which begins with kPolygons.
std::optional<NamedPart> ConsumePart(absl::string_view& rest) {
  NamedPart part;
  rest.remove_prefix(kPolygons.size());
  if (!ConsumeIndex(rest, part.polygon)) return std::nullopt;
  std::size_t index = 0;
  if (absl::ConsumePrefix(&rest, ".rings[") && ConsumeIndex(rest, index)) part.ring = index;
  if (absl::ConsumePrefix(&rest, ".vertices[") && ConsumeIndex(rest, index)) part.vertex = index;
  return part;
}

std::string PathOf(const NamedPart& part, absl::string_view geometry, bool nested) {
  std::string path = absl::StrCat(geometry, geometry.empty() ? "" : ".", "coordinates");
  if (nested) absl::StrAppend(&path, "[", part.polygon, "]");
  if (part.ring) absl::StrAppend(&path, "[", *part.ring, "]");
  if (part.vertex) absl::StrAppend(&path, "[", *part.vertex, "]");
  return path;
}

}  // namespace

std::string InFile(absl::string_view message, absl::string_view geometry, bool nested) {
  std::string text;
  for (std::size_t at = message.find(kPolygons); at != absl::string_view::npos;
       at = message.find(kPolygons)) {
    absl::StrAppend(&text, message.substr(0, at));
    message.remove_prefix(at);
    const std::optional<NamedPart> part = ConsumePart(message);
    absl::StrAppend(&text, part ? PathOf(*part, geometry, nested) : std::string(kArea));
  }
  return absl::StrCat(text, message);
}

std::optional<matcher::GeoPoint> PointNamed(absl::string_view message, const ZoneOutline& outline) {
  const auto* area = std::get_if<matcher::MultiPolygon>(&outline);
  const std::size_t at = message.find(kPolygons);
  if (area == nullptr || at == absl::string_view::npos) return std::nullopt;
  message.remove_prefix(at);
  const std::optional<NamedPart> part = ConsumePart(message);
  if (!part || !part->ring || part->polygon >= area->polygons.size()) return std::nullopt;
  const matcher::Polygon& polygon = area->polygons[part->polygon];
  if (*part->ring >= polygon.rings.size()) return std::nullopt;
  const matcher::Ring& ring = polygon.rings[*part->ring];
  const std::size_t vertex = part->vertex.value_or(0);
  return vertex < ring.size() ? std::optional(ring[vertex]) : std::nullopt;
}

}  // namespace throughgate::cli
