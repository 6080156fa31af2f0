// Layers of places: premises that licences speak of, and areas by name.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/commands/reference_upload.h"
#include "services/cli/commands/table_options.h"
#include "services/cli/files/whole_text.h"
#include "services/cli/reference/premises_points.h"
#include "services/cli/zones/geojson.h"
#include "services/cli/zones/wire_shape.h"

namespace throughgate::cli {
namespace {

using Stub = v1::ReferenceService::Stub;

absl::Status InFile(const std::string& path, const absl::Status& status) {
  return absl::Status(status.code(), absl::StrCat(path, ": ", status.message()));
}

struct PremisesOptions {
  std::vector<std::string> files;
  std::string name;
  PremisesDefaults defaults;
  TableOptions table;
};

bool IsGeoJson(absl::string_view path) {
  for (const char* packed : {".gz", ".zip"}) absl::ConsumeSuffix(&path, packed);
  return absl::EndsWithIgnoreCase(path, ".geojson") || absl::EndsWithIgnoreCase(path, ".json");
}

// Adds all premises of a file.
absl::Status ReadPremises(const std::string& path, const CsvOptions& csv,
                          const PremisesDefaults& defaults, RecordsToSend<v1::Premises>& all) {
  if (!IsGeoJson(path)) return ReadRecords(path, csv, all);
  const absl::StatusOr<std::string> text = ReadWholeText(path);
  if (!text.ok()) return text.status();
  absl::StatusOr<std::vector<v1::Premises>> premises = ReadPremisesPoints(*text, defaults);
  if (!premises.ok()) return InFile(path, premises.status());
  all.places.BeginFeatures(path);
  for (std::size_t i = 0; i < premises->size(); ++i) {
    all.records.push_back(std::move((*premises)[i]));
    all.places.Add(static_cast<std::int64_t>(i));
  }
  return absl::OkStatus();
}

ExitStatus ImportPremises(Session& session, const PremisesOptions& options) {
  const absl::StatusOr<CsvOptions> csv = ReadTableOptions(options.table, PremisesColumns());
  if (!csv.ok()) return ReportError(session.err(), csv.status());
  RecordsToSend<v1::Premises> all;
  for (const std::string& file : options.files) {
    const absl::Status read = ReadPremises(file, *csv, options.defaults, all);
    if (!read.ok()) return ReportError(session.err(), read);
  }
  v1::ImportPremisesRequest first;
  first.set_layer(options.name.empty() ? NameOfFile(options.files.front()) : options.name);
  return Upload(session, &Stub::ImportPremises, std::move(first), all);
}

void AddPremisesImport(CLI::App& premises, Session& session) {
  CLI::App& added = *premises.add_subcommand(
      "import",
      "Replace the layer of premises: CSV of id, kind, latitude, longitude and uncertainty_m, "
      "GeoJSON "
      "points with those properties, or JSON Lines of one each. All of a kind must be in it");
  auto options = std::make_shared<PremisesOptions>();
  added.add_option("FILE", options->files, "CSV, GeoJSON (.geojson) or JSON Lines (.jsonl)")
      ->required();
  added.add_option("--name", options->name, "What it is called; default the first file's name")
      ->type_name("NAME");
  added
      .add_option("--kind", options->defaults.kind,
                  "What GeoJSON points without a kind are: school")
      ->type_name("KIND");
  added
      .add_option("--uncertainty", options->defaults.uncertainty_m,
                  "Metres, for GeoJSON points without an uncertainty_m")
      ->type_name("METRES")
      ->check(CLI::PositiveNumber);
  AddTableOptions(added, options->table, PremisesColumns());
  added.callback([&session, options] {
    session.action = [&session, options] { return ImportPremises(session, *options); };
  });
}

struct AreasOptions {
  std::string file;
  std::string name;
  std::string kind = "local-authority";
  std::string name_property;
  bool skip_faulty = false;
};

// Why a feature cannot be an area; empty when it can.
std::string FaultOf(const DrawnZone& feature) {
  if (!feature.fault.ok()) return std::string(feature.fault.message());
  if (feature.name.empty()) return feature.path + " has no name; say which property has it";
  if (!std::holds_alternative<matcher::MultiPolygon>(feature.outline)) {
    return feature.path + " is a circle; an area is a Polygon or a MultiPolygon";
  }
  return "";
}

ExitStatus ImportAreas(Session& session, const AreasOptions& options) {
  const absl::StatusOr<std::string> text = ReadWholeText(options.file);
  if (!text.ok()) return ReportError(session.err(), text.status());
  const auto features = ReadGeoJson(*text, options.name_property);
  if (!features.ok()) return ReportError(session.err(), InFile(options.file, features.status()));
  RecordsToSend<v1::NamedArea> all;
  all.places.BeginFeatures(options.file);
  std::size_t faulty = 0;
  for (std::size_t i = 0; i < features->size(); ++i) {
    const DrawnZone& feature = (*features)[i];
    if (const std::string fault = FaultOf(feature); !fault.empty()) {
      ++faulty;
      session.err() << (feature.name.empty() ? "" : feature.name + ": ") << fault << ".\n";
      continue;
    }
    v1::NamedArea& area = all.records.emplace_back();
    area.set_name(absl::StrCat(options.kind, "/", feature.name));
    *area.mutable_area() = WireArea(std::get<matcher::MultiPolygon>(feature.outline));
    all.places.Add(static_cast<std::int64_t>(i));
  }
  if (faulty > 0 && !options.skip_faulty) {
    return ReportError(session.err(),
                       absl::InvalidArgumentError(absl::StrCat(
                           options.file, ": ", faulty, " of ", features->size(),
                           " features cannot be areas; nothing was imported. Mend them, or leave "
                           "them out with --skip-faulty")));
  }
  if (faulty > 0) session.err() << faulty << " of " << features->size() << " features left out.\n";
  v1::ImportAreasRequest first;
  first.set_layer(options.name.empty() ? NameOfFile(options.file) : options.name);
  return Upload(session, &Stub::ImportAreas, std::move(first), all);
}

void AddAreasImport(CLI::App& areas, Session& session) {
  CLI::App& added = *areas.add_subcommand(
      "import", "Replace the layer of areas that zones can be copied from by name");
  auto options = std::make_shared<AreasOptions>();
  added.add_option("FILE", options->file, "GeoJSON (RFC 7946), plain, .gz or .zip")->required();
  added.add_option("--name", options->name, "What the layer is called; default the file's name")
      ->type_name("NAME");
  added
      .add_option("--kind", options->kind,
                  "What stands before each area's name; default local-authority")
      ->type_name("KIND");
  added
      .add_option("--name-property", options->name_property,
                  "The property with each area's name, or id; default name, else the feature's id")
      ->type_name("PROPERTY");
  added.add_flag("--skip-faulty", options->skip_faulty,
                 "Leave out what cannot be a zone, instead of importing nothing");
  added.callback([&session, options] {
    session.action = [&session, options] { return ImportAreas(session, *options); };
  });
}

}  // namespace

void AddPlaces(CLI::App& app, Session& session) {
  AddPremisesImport(AddNoun(app, "premises", "Schools, pools, pubs: what licences speak of"),
                    session);
  AddAreasImport(AddNoun(app, "areas", "Local authorities and the like, by name"), session);
}

}  // namespace throughgate::cli
