// One geometry of GeoJSON, as the outline of a zone.
#ifndef THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_GEOMETRY_H_
#define THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_GEOMETRY_H_

#include <nlohmann/json.hpp>
#include <string>

#include "absl/status/status.h"
#include "services/cli/zones/geojson.h"

namespace throughgate::cli {

using Json = nlohmann::json;

// Its member "type"; empty when it has none.
std::string TypeOf(const Json& json);

struct Geometry {
  ZoneOutline outline;
  std::string path;     // in the file; that of the part, if it stood in a collection
  bool nested = false;  // its coordinates are those of several polygons
  absl::Status fault;   // it cannot be read as an outline; says where and how to mend it
};

// `properties` are those of its feature: they hold a circle's radius.
Geometry ReadGeometry(const Json& geometry, const Json& properties, std::string path);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_GEOMETRY_H_
