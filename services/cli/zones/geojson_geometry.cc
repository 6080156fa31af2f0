#include "services/cli/zones/geojson_geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/geo/zone_validity.h"

namespace throughgate::cli {
namespace {

using matcher::Circle;
using matcher::GeoPoint;
using matcher::MultiPolygon;
using matcher::Polygon;
using matcher::Ring;

constexpr char kRadius[] = "radius_m";

absl::Status Fault(absl::string_view path, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(path, " ", what));
}

std::string Element(absl::string_view path, std::size_t i) {
  return absl::StrCat(path, "[", i, "]");
}

// Rounds to the nearest 1e-7 of a degree.
std::int32_t E7(double degrees) { return static_cast<std::int32_t>(std::llround(degrees * 1e7)); }

absl::Status ReadPosition(const Json& json, const std::string& path, GeoPoint& point) {
  constexpr double kDegreesMax = 200;  // what fits; whether it is on the map is checked later
  const auto is_degrees = [](const Json& number) {
    return number.is_number() && std::abs(number.get<double>()) <= kDegreesMax;
  };
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) {
    return Fault(path, "is not a position; give a longitude and a latitude in degrees");
  }
  if (!is_degrees(json[0]) || !is_degrees(json[1])) {
    return Fault(path,
                 "is not in degrees; export the drawing as longitude and latitude (WGS 84), not as "
                 "metres of a national grid");
  }
  point = {E7(json[1].get<double>()), E7(json[0].get<double>())};
  return absl::OkStatus();
}

absl::Status ReadRing(const Json& json, const std::string& path, Ring& ring) {
  if (!json.is_array()) return Fault(path, "is not a ring; give a list of positions");
  for (std::size_t i = 0; i < json.size(); ++i) {
    absl::Status status = ReadPosition(json[i], Element(path, i), ring.emplace_back());
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status ReadPolygon(const Json& json, const std::string& path, Polygon& polygon) {
  if (!json.is_array() || json.empty()) {
    return Fault(path, "has no rings; draw at least the outside of the area");
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    absl::Status status = ReadRing(json[i], Element(path, i), polygon.rings.emplace_back());
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status ReadMultiPolygon(const Json& json, const std::string& path, MultiPolygon& area) {
  if (!json.is_array() || json.empty()) {
    return Fault(path, "has no polygons; draw at least one");
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    absl::Status status = ReadPolygon(json[i], Element(path, i), area.polygons.emplace_back());
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status ReadCircle(const Json& coordinates, const Json& properties, const std::string& path,
                        Circle& circle) {
  const auto radius = properties.is_object() ? properties.find(kRadius) : properties.end();
  if (!properties.is_object() || radius == properties.end() || !radius->is_number()) {
    return Fault(path,
                 "is a point; give the feature a property \"radius_m\" to make a circle of it, or "
                 "draw an area");
  }
  circle.radius = {static_cast<std::int64_t>(std::ceil(
      std::clamp(radius->get<double>(), 0.0, double{matcher::kCircleRadiusMax.value} + 1)))};
  return ReadPosition(coordinates, absl::StrCat(path, ".coordinates"), circle.centre);
}

absl::Status Read(const Json& geometry, const Json& properties, Geometry& read) {
  const std::string type = TypeOf(geometry);
  if (type == "GeometryCollection") {
    const Json parts = geometry.value("geometries", Json::array());
    if (parts.is_array() && parts.size() == 1 && TypeOf(parts[0]) != type) {
      absl::StrAppend(&read.path, ".geometries[0]");
      return Read(parts[0], properties, read);
    }
    return Fault(read.path,
                 "is a collection of several geometries; make one MultiPolygon of its areas, or a "
                 "feature of each");
  }
  const Json coordinates = geometry.is_object() ? geometry.value("coordinates", Json()) : Json();
  const std::string path = absl::StrCat(read.path, ".coordinates");
  if (type == "Polygon") {
    MultiPolygon& area = read.outline.emplace<MultiPolygon>();
    return ReadPolygon(coordinates, path, area.polygons.emplace_back());
  }
  if (type == "MultiPolygon") {
    read.nested = true;
    return ReadMultiPolygon(coordinates, path, read.outline.emplace<MultiPolygon>());
  }
  if (type == "Point") {
    return ReadCircle(coordinates, properties, read.path, read.outline.emplace<Circle>());
  }
  if (geometry.is_null()) return Fault(read.path, "is empty; draw an area, or remove the feature");
  return Fault(read.path,
               absl::StrCat("is ", type.empty() ? "of no type" : absl::StrCat("a ", type),
                            "; a zone is a Polygon, a MultiPolygon, or a Point with a "
                            "property \"radius_m\""));
}

}  // namespace

std::string TypeOf(const Json& json) {
  if (!json.is_object()) return "";
  const auto type = json.find("type");
  return type != json.end() && type->is_string() ? type->get<std::string>() : "";
}

Geometry ReadGeometry(const Json& geometry, const Json& properties, std::string path) {
  Geometry read;
  read.path = std::move(path);
  read.fault = Read(geometry, properties, read);
  return read;
}

}  // namespace throughgate::cli
