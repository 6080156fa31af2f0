// Zones as people draw them: GeoJSON (RFC 7946), read for the shapes that a zone can have.
#ifndef THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_H_
#define THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_H_

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::cli {

using ZoneOutline = std::variant<matcher::MultiPolygon, matcher::Circle>;

// One feature of a file, whether or not it can be a zone.
struct DrawnZone {
  std::string path;  // where its geometry stands: "features[3].geometry"
  std::string name;  // its property "name" or its id; empty when it has neither
  ZoneOutline outline;
  std::size_t vertices = 0;
  // Why it cannot be a zone, where, and how to mend it; ok when it can. Places are given by the
  // file's own paths: "features[3].geometry.coordinates[0][7]".
  absl::Status fault;
  std::optional<matcher::GeoPoint> fault_at;  // the vertex at fault
};

// Reads every feature: polygons, multipolygons, and points with a property "radius_m" as circles.
// Altitudes are ignored. Positions are rounded to 1e-7 of a degree, about a centimetre.
//
// `name_property` is where a feature's name stands; "id" is the feature's id. Empty: its property
// "name", or its id.
//
// Errors  kInvalidArgument  the text as a whole is not GeoJSON in WGS 84; the message says why, and
//                           on which line it stops being JSON or UTF-8.
absl::StatusOr<std::vector<DrawnZone>> ReadGeoJson(absl::string_view text,
                                                   const std::string& name_property = "");

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_H_
