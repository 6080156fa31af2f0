#include "services/cli/commands/add_zone_shape.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/whole_text.h"
#include "services/cli/zones/geojson.h"
#include "services/cli/zones/wire_shape.h"

namespace throughgate::cli {
namespace {

// One feature of a file, which must be able to be a zone.
absl::StatusOr<ZoneOutline> ReadFeature(const ShapeOptions& options) {
  const auto refuse = [&](absl::string_view what) {
    return absl::InvalidArgumentError(absl::StrCat(options.file, ": ", what));
  };
  const absl::StatusOr<std::string> text = ReadWholeText(options.file);
  if (!text.ok()) return text.status();
  absl::StatusOr<std::vector<DrawnZone>> features = ReadGeoJson(*text);
  if (!features.ok()) return refuse(features.status().message());
  if (options.feature < 0 && features->size() > 1) {
    return refuse(absl::StrCat("has ", features->size(),
                               " features; say which with --feature, counted from 0 as zones check "
                               "does"));
  }
  const std::size_t place = options.feature < 0 ? 0 : static_cast<std::size_t>(options.feature);
  if (place >= features->size()) {
    return refuse(absl::StrCat("has no feature ", place, "; it has ", features->size()));
  }
  DrawnZone& feature = (*features)[place];
  if (!feature.fault.ok()) return refuse(feature.fault.message());
  return std::move(feature.outline);
}

// "53.4808,-2.2426,500".
absl::Status ReadCircle(const std::string& text, v1::Circle& circle) {
  const std::vector<std::string> parts = absl::StrSplit(text, ',');
  double latitude = 0;
  double longitude = 0;
  int radius_m = 0;
  if (parts.size() != 3 || !absl::SimpleAtod(parts[0], &latitude) ||
      !absl::SimpleAtod(parts[1], &longitude) || !absl::SimpleAtoi(parts[2], &radius_m)) {
    return absl::InvalidArgumentError(
        "--circle is a latitude, a longitude and a radius in metres, like 53.4808,-2.2426,500");
  }
  circle.mutable_centre()->set_latitude(latitude);
  circle.mutable_centre()->set_longitude(longitude);
  circle.set_radius_m(radius_m);
  return absl::OkStatus();
}

// "M13 9PL", with its blank or without: a district, then a figure and two letters.
bool IsWholePostcode(absl::string_view text) {
  constexpr std::size_t kWithinDistrict = 3;
  if (text.size() < 2 + kWithinDistrict) return false;
  const absl::string_view last = text.substr(text.size() - kWithinDistrict);
  return absl::ascii_isdigit(last[0]) && absl::ascii_isalpha(last[1]) &&
         absl::ascii_isalpha(last[2]);
}

absl::Status SetDistrict(absl::string_view district, v1::Zone& zone) {
  district = absl::StripAsciiWhitespace(district);
  if (IsWholePostcode(district)) {
    const absl::string_view alone =
        absl::StripTrailingAsciiWhitespace(district.substr(0, district.size() - 3));
    return absl::InvalidArgumentError(absl::StrCat(
        "--district: ", district,
        " is a whole postcode; a district is the first part of one: --district ", alone));
  }
  zone.set_named_area(absl::StrCat("district/", district));
  return absl::OkStatus();
}

}  // namespace

absl::Status SetShapeOf(const ShapeOptions& options, v1::Zone& zone) {
  int shapes = 0;
  for (const std::string* shape :
       {&options.file, &options.area, &options.district, &options.circle}) {
    shapes += shape->empty() ? 0 : 1;
  }
  if (shapes != 1) {
    return absl::InvalidArgumentError(
        "say where the zone is by one of --file, --area, --district and --circle");
  }
  if (!options.circle.empty()) return ReadCircle(options.circle, *zone.mutable_circle());
  if (!options.area.empty()) zone.set_named_area(options.area);
  if (!options.district.empty()) return SetDistrict(options.district, zone);
  if (options.file.empty()) return absl::OkStatus();
  const absl::StatusOr<ZoneOutline> outline = ReadFeature(options);
  if (outline.ok()) SetShape(*outline, zone);
  return outline.status();
}

void AddShapeOptions(CLI::App& verb, ShapeOptions& options) {
  CLI::Option* file =
      verb.add_option("--file", options.file, "GeoJSON, of which one feature is the zone")
          ->type_name("FILE");
  verb.add_option("--feature", options.feature, "Which feature of the file, from 0")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber)
      ->needs(file);
  verb.add_option("--area", options.area, "A name in the layer of areas: local-authority/Leeds")
      ->type_name("NAME");
  verb.add_option("--district", options.district, "A postcode district, as a circle: M13")
      ->type_name("CODE");
  verb.add_option("--circle", options.circle, "Degrees, degrees and metres: 53.48,-2.24,500")
      ->type_name("LAT,LON,RADIUS");
}

}  // namespace throughgate::cli
