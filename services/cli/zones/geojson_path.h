// The places that the matcher names in a shape, in the words of the file that it was read from.
#ifndef THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_PATH_H_
#define THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_PATH_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "services/cli/zones/geojson.h"

namespace throughgate::cli {

// `message` names places as "area.polygons[0].rings[1].vertices[7]"; the file has them at
// "<geometry>.coordinates[1][7]", or "<geometry>.coordinates[0][1][7]" when `nested`.
std::string InFile(absl::string_view message, absl::string_view geometry, bool nested);

// Where the first vertex that `message` names is; nullopt when it names none.
std::optional<matcher::GeoPoint> PointNamed(absl::string_view message, const ZoneOutline& outline);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_PATH_H_
