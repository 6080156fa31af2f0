// The text of a GeoJSON file (RFC 7946) as JSON.
#ifndef THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_TEXT_H_
#define THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_TEXT_H_

#include <nlohmann/json.hpp>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// An object; what it holds is for others to see.
//
// Errors  kInvalidArgument  it is no JSON object in UTF-8; says on which line, at which byte of it,
//                           and what to do.
absl::StatusOr<nlohmann::json> ParseGeoJson(absl::string_view text);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_ZONES_GEOJSON_TEXT_H_
