#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/files/whole_text.h"
#include "services/cli/show/table.h"
#include "services/cli/zones/drawing.h"
#include "services/cli/zones/geojson.h"

namespace throughgate::cli {
namespace {

struct CheckOptions {
  std::string file;
  std::string picture;
};

std::string PartsOf(const ZoneOutline& outline) {
  const auto* area = std::get_if<matcher::MultiPolygon>(&outline);
  if (area == nullptr) return "circle";
  std::size_t holes = 0;
  for (const matcher::Polygon& polygon : area->polygons) {
    holes += polygon.rings.empty() ? 0 : polygon.rings.size() - 1;
  }
  return absl::StrCat(area->polygons.size(), area->polygons.size() == 1 ? " area" : " areas",
                      holes == 0 ? "" : absl::StrCat(", ", holes, holes == 1 ? " hole" : " holes"));
}

void PrintJsonLine(const DrawnZone& zone, std::ostream& out) {
  nlohmann::ordered_json line = {{"path", zone.path},
                                 {"name", zone.name},
                                 {"vertices", zone.vertices},
                                 {"accepted", zone.fault.ok()}};
  if (!zone.fault.ok()) line["reason"] = std::string(zone.fault.message());
  if (zone.fault_at) {
    line["at"] = {zone.fault_at->longitude_e7 / 1e7, zone.fault_at->latitude_e7 / 1e7};
  }
  out << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

void PrintTable(const std::vector<DrawnZone>& zones, std::ostream& out) {
  Table table(
      {{"#", Align::kRight}, {"name"}, {"parts"}, {"vertices", Align::kRight}, {"as a zone"}});
  for (std::size_t i = 0; i < zones.size(); ++i) {
    table.AddRow({absl::StrCat(i), zones[i].name, PartsOf(zones[i].outline),
                  absl::StrCat(zones[i].vertices), zones[i].fault.ok() ? "accepted" : "REFUSED"});
  }
  out << table.Text();
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zones[i].fault.ok()) continue;
    out << "\n"
        << i << (zones[i].name.empty() ? "" : " " + zones[i].name) << ": "
        << std::string(zones[i].fault.message()) << ".\n";
  }
}

ExitStatus Check(Session& session, const CheckOptions& options) {
  const absl::StatusOr<std::string> text = ReadWholeText(options.file);
  if (!text.ok()) return ReportError(session.err(), text.status());
  const absl::StatusOr<std::vector<DrawnZone>> zones = ReadGeoJson(*text);
  if (!zones.ok()) {
    return ReportError(session.err(), absl::InvalidArgumentError(absl::StrCat(
                                          options.file, ": ", zones.status().message())));
  }
  if (session.options.json) {
    for (const DrawnZone& zone : *zones) PrintJsonLine(zone, session.out());
  } else {
    PrintTable(*zones, session.out());
  }
  if (!options.picture.empty()) {
    std::ofstream file(options.picture);
    file << DrawZones(*zones);
    if (!file.flush()) {
      return ReportError(session.err(),
                         absl::UnavailableError(absl::StrCat("cannot write ", options.picture)));
    }
  }
  for (const DrawnZone& zone : *zones) {
    if (!zone.fault.ok()) return ExitStatus::kRefused;
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddZones(CLI::App& app, Session& session) {
  CLI::App& zones = AddNoun(app, "zones", "Areas to stay out of or in, as drawn; asks no server");
  auto options = std::make_shared<CheckOptions>();
  CLI::App* check = zones.add_subcommand(
      "check", "Say which features of a GeoJSON file can be zones, and how to mend the others");
  check->add_option("FILE", options->file, "GeoJSON (RFC 7946), plain, .gz or .zip")->required();
  check->add_option("--svg", options->picture, "Draw them into this file")->type_name("FILE");
  check->callback([&session, options] {
    session.action = [&session, options] { return Check(session, *options); };
  });
}

}  // namespace throughgate::cli
