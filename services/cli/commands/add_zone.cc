#include "services/cli/commands/add_zone.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/dates.h"
#include "services/cli/files/whole_text.h"
#include "services/cli/zones/geojson.h"
#include "services/cli/zones/wire_shape.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

struct ZoneOptions {
  std::string id;
  std::string file;
  int feature = -1;  // -1: the only one
  std::string area;
  std::string district;
  std::string circle;
  bool restriction = false;
  int buffer_m = 0;
  std::string until;
};

// One feature of a file, which must be able to be a zone.
absl::StatusOr<ZoneOutline> ReadFeature(const ZoneOptions& options) {
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

absl::Status SetShapeOf(const ZoneOptions& options, v1::Zone& zone) {
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
  if (!options.district.empty()) zone.set_named_area(absl::StrCat("district/", options.district));
  if (options.file.empty()) return absl::OkStatus();
  const absl::StatusOr<ZoneOutline> outline = ReadFeature(options);
  if (outline.ok()) SetShape(*outline, zone);
  return outline.status();
}

ExitStatus AddZone(Session& session, const std::string& plan, const ZoneOptions& options) {
  v1::SetZoneRequest request;
  request.set_name(plan);
  v1::Zone& zone = *request.mutable_zone();
  zone.set_zone_id(options.id);
  zone.set_kind(options.restriction ? v1::ZONE_KIND_RESTRICTION : v1::ZONE_KIND_EXCLUSION);
  zone.set_buffer_m(options.buffer_m);
  // The command line has checked it.
  if (!options.until.empty()) *zone.mutable_ends_on() = ParseDate(options.until).value();
  if (const absl::Status status = SetShapeOf(options, zone); !status.ok()) {
    return ReportError(session.err(), status);
  }
  return AskAndShow(session, &v1::RiskPlanService::Stub::SetZone, request);
}

// One of them; SetShapeOf asks.
void AddShapeOptions(CLI::App& verb, ZoneOptions& options) {
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

}  // namespace

void AddAddZone(CLI::App& plans, Session& session) {
  auto options = std::make_shared<ZoneOptions>();
  CLI::App& verb = AddNameVerb(
      plans, session,
      {"add-zone", "CANDIDATE", "Add a zone to a plan, or replace the one of the same id",
       kCandidatePattern, "/riskPlan"},
      [&session, options](const std::string& plan) { return AddZone(session, plan, *options); });
  verb.add_option("--id", options->id, "The zone's id; one that is there is replaced")
      ->type_name("ID")
      ->required();
  AddShapeOptions(verb, *options);
  verb.add_flag("--restriction", options->restriction, "To stay in; without it, to stay out of");
  verb.add_option("--buffer", options->buffer_m, "Metres around an exclusion zone; default 0")
      ->type_name("METRES")
      ->check(CLI::NonNegativeNumber);
  verb.add_option("--until", options->until, "The last day, YYYY-MM-DD")
      ->type_name("DAY")
      ->check([](const std::string& text) {
        return ParseDate(text) ? "" : "not a day of the form YYYY-MM-DD";
      });
}

}  // namespace throughgate::cli
