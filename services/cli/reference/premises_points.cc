#include "services/cli/reference/premises_points.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/cli/rows/cell.h"
#include "services/cli/zones/geojson_text.h"

namespace throughgate::cli {
namespace {

using Json = nlohmann::json;

// A text, or a number as text; empty when it is neither.
std::string TextOf(const Json& object, const char* key) {
  if (!object.is_object()) return "";
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  return found->is_number() ? found->dump() : "";
}

absl::Status SetPosition(const Json& feature, v1::Premises& premises) {
  const Json geometry = feature.value("geometry", Json());
  const Json at = geometry.is_object() ? geometry.value("coordinates", Json()) : Json();
  const bool point = TextOf(geometry, "type") == "Point" && at.is_array() && at.size() >= 2 &&
                     at[0].is_number() && at[1].is_number();
  if (!point) return absl::InvalidArgumentError("geometry is not a Point in degrees");
  premises.set_longitude(at[0].get<double>());
  premises.set_latitude(at[1].get<double>());
  return absl::OkStatus();
}

// The property, as a table would have it in a cell.
absl::Status SetProperty(const Json& properties, const char* key, const std::string& otherwise,
                         absl::string_view field, v1::Premises& premises) {
  std::string text = TextOf(properties, key);
  if (text.empty()) text = otherwise;
  const absl::Status status =
      text.empty() ? absl::InvalidArgumentError("is missing") : SetFromCell(premises, field, text);
  if (status.ok()) return status;
  return absl::InvalidArgumentError(absl::StrCat("properties.", key, " ", status.message()));
}

absl::StatusOr<v1::Premises> ReadFeature(const Json& feature, const PremisesDefaults& defaults) {
  if (TextOf(feature, "type") != "Feature") {
    return absl::InvalidArgumentError("is not a Feature");
  }
  v1::Premises premises;
  const Json properties = feature.value("properties", Json());
  const std::string uncertainty =
      defaults.uncertainty_m == 0 ? "" : absl::StrCat(defaults.uncertainty_m);
  for (const absl::Status& status :
       {SetPosition(feature, premises),
        SetProperty(properties, "id", TextOf(feature, "id"), "premises_id", premises),
        SetProperty(properties, "kind", defaults.kind, "kind", premises),
        SetProperty(properties, "uncertainty_m", uncertainty, "uncertainty_m", premises)}) {
    if (!status.ok()) return status;
  }
  return premises;
}

}  // namespace

absl::StatusOr<std::vector<v1::Premises>> ReadPremisesPoints(absl::string_view text,
                                                             const PremisesDefaults& defaults) {
  const absl::StatusOr<Json> json = ParseGeoJson(text);
  if (!json.ok()) return json.status();
  const Json features = json->value("features", Json());
  if (TextOf(*json, "type") != "FeatureCollection" || !features.is_array()) {
    return absl::InvalidArgumentError("the file is not a FeatureCollection of GeoJSON");
  }
  std::vector<v1::Premises> all;
  for (std::size_t i = 0; i < features.size(); ++i) {
    absl::StatusOr<v1::Premises> premises = ReadFeature(features[i], defaults);
    if (!premises.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("features[", i, "]: ", premises.status().message()));
    }
    all.push_back(*std::move(premises));
  }
  return all;
}

}  // namespace throughgate::cli
