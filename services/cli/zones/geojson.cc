#include "services/cli/zones/geojson.h"

#include <cstdint>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "matcher/geo/zone_validity.h"
#include "services/cli/zones/geojson_geometry.h"
#include "services/cli/zones/geojson_path.h"
#include "services/cli/zones/geojson_text.h"

namespace throughgate::cli {
namespace {

std::size_t VerticesOf(const ZoneOutline& outline) {
  const auto* area = std::get_if<matcher::MultiPolygon>(&outline);
  if (area == nullptr) return 1;
  std::size_t vertices = 0;
  for (const matcher::Polygon& polygon : area->polygons) {
    for (const matcher::Ring& ring : polygon.rings) vertices += ring.size();
  }
  return vertices;
}

// A text, or a whole number as text; empty when it is neither.
std::string TextOf(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  return json.is_number_integer() ? absl::StrCat(json.get<std::int64_t>()) : "";
}

std::string NameOf(const Json& feature, const std::string& property) {
  const Json properties = feature.value("properties", Json());
  const std::vector<std::string> keys =
      property.empty() ? std::vector<std::string>{"name", "Name", "NAME", "title"}
                       : std::vector<std::string>{property};
  for (const std::string& key : keys) {
    if (!properties.is_object()) break;
    const auto name = properties.find(key);
    if (name != properties.end() && !TextOf(*name).empty()) return TextOf(*name);
  }
  return property.empty() || property == "id" ? TextOf(feature.value("id", Json())) : "";
}

DrawnZone Drawn(Geometry geometry, std::string name) {
  DrawnZone zone{.path = std::move(geometry.path),
                 .name = std::move(name),
                 .outline = std::move(geometry.outline),
                 .vertices = 0,
                 .fault = std::move(geometry.fault),
                 .fault_at = std::nullopt};
  zone.vertices = VerticesOf(zone.outline);
  if (!zone.fault.ok()) return zone;
  if (const absl::Status status = matcher::ValidateShape(zone.outline); !status.ok()) {
    zone.fault_at = PointNamed(status.message(), zone.outline);
    zone.fault = absl::InvalidArgumentError(InFile(status.message(), zone.path, geometry.nested));
  }
  return zone;
}

DrawnZone ReadFeature(const Json& feature, const std::string& path,
                      const std::string& name_property) {
  if (TypeOf(feature) != "Feature") {
    DrawnZone zone{
        .path = path, .name = "", .outline = {}, .vertices = 0, .fault = {}, .fault_at = {}};
    zone.fault = absl::InvalidArgumentError(
        absl::StrCat(path, " is not a Feature; make it one, with a geometry"));
    return zone;
  }
  return Drawn(ReadGeometry(feature.value("geometry", Json()), feature.value("properties", Json()),
                            absl::StrCat(path, path.empty() ? "" : ".", "geometry")),
               NameOf(feature, name_property));
}

// A file in the coordinates of a national grid looks like any other; only this tells.
absl::Status CheckReferenceSystem(const Json& json) {
  const auto crs = json.find("crs");
  if (crs == json.end() || crs->is_null()) return absl::OkStatus();
  const std::string text = crs->dump();
  if (absl::StrContains(text, "CRS84") || absl::StrContains(text, "4326")) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("the file is in another reference system (", text,
                   "); export it as longitude and latitude (WGS 84)"));
}

}  // namespace

absl::StatusOr<std::vector<DrawnZone>> ReadGeoJson(absl::string_view text,
                                                   const std::string& name_property) {
  const absl::StatusOr<Json> parsed = ParseGeoJson(text);
  if (!parsed.ok()) return parsed.status();
  const Json& json = *parsed;
  if (absl::Status status = CheckReferenceSystem(json); !status.ok()) return status;
  const std::string type = TypeOf(json);
  std::vector<DrawnZone> zones;
  if (type == "Feature") {
    zones.push_back(ReadFeature(json, "", name_property));
  } else if (type == "FeatureCollection") {
    const Json features = json.value("features", Json::array());
    for (std::size_t i = 0; features.is_array() && i < features.size(); ++i) {
      zones.push_back(ReadFeature(features[i], absl::StrCat("features[", i, "]"), name_property));
    }
  } else {
    zones.push_back(Drawn(ReadGeometry(json, Json(), ""), ""));
  }
  if (zones.empty()) {
    return absl::InvalidArgumentError("the file holds no features; draw at least one area");
  }
  return zones;
}

}  // namespace throughgate::cli
