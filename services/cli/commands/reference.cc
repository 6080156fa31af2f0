#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/cli/commands/commands.h"
#include "services/cli/commands/record_verbs.h"
#include "services/cli/commands/reference_upload.h"
#include "services/cli/commands/table_options.h"
#include "services/cli/reference/esco.h"
#include "throughgate/v1/reference_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using Stub = v1::ReferenceService::Stub;

// The version that is read here.
constexpr char kEscoName[] = "esco-1.1.1";

struct TaxonomyOptions {
  std::vector<std::string> files;
  std::string name;
  std::string attribution;

  bool IsEsco() const { return absl::EndsWithIgnoreCase(files.front(), ".zip"); }
};

// ESCO's files hold a concept in many rows, so that its code alone says where to look.
absl::Status ReadConceptsOfEsco(Session& session, const TaxonomyOptions& options,
                                RecordsToSend<v1::Concept>& all) {
  absl::StatusOr<EscoTaxonomy> taxonomy = ReadEsco(options.files);
  if (!taxonomy.ok()) return taxonomy.status();
  if (taxonomy->dangling_relations > 0) {
    session.err() << taxonomy->dangling_relations
                  << " relations name a concept that the files do not have; they are left out.\n";
  }
  all.records = std::move(taxonomy->concepts);
  return absl::OkStatus();
}

absl::Status ReadConcepts(Session& session, const TaxonomyOptions& options,
                          RecordsToSend<v1::Concept>& all) {
  if (options.IsEsco()) return ReadConceptsOfEsco(session, options, all);
  for (const std::string& file : options.files) {
    absl::Status status = ReadRecords(file, {}, all);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

ExitStatus ImportTaxonomy(Session& session, const TaxonomyOptions& options) {
  RecordsToSend<v1::Concept> all;
  const absl::Status read = ReadConcepts(session, options, all);
  if (!read.ok()) return ReportError(session.err(), read);
  v1::ImportTaxonomyRequest first;
  first.set_taxonomy(options.name);
  first.set_attribution(options.attribution);
  if (options.name.empty()) {
    first.set_taxonomy(options.IsEsco() ? kEscoName : NameOfFile(options.files.front()));
  }
  if (options.attribution.empty() && options.IsEsco()) {
    first.set_attribution(std::string(kEscoAttribution));
  }
  return Upload(session, &Stub::ImportTaxonomy, std::move(first), all);
}

void AddTaxonomyImport(CLI::App& taxonomy, Session& session) {
  CLI::App& added = *taxonomy.add_subcommand(
      "import",
      "Replace the taxonomy: ESCO's zips of a language and of relations, in either "
      "order, or JSON Lines of one concept each");
  auto options = std::make_shared<TaxonomyOptions>();
  added.add_option("FILE", options->files, "Two .zip files, or .jsonl files")->required();
  added
      .add_option("--name", options->name,
                  "What it is called; default esco-1.1.1 for zips, else the file's name")
      ->type_name("NAME");
  added.add_option("--attribution", options->attribution,
                   "What its licence asks to be shown; default ESCO's for zips");
  added.callback([&session, options] {
    session.action = [&session, options] { return ImportTaxonomy(session, *options); };
  });
}

void AddTaxonomyFind(CLI::App& taxonomy, Session& session) {
  CLI::App& find = *taxonomy.add_subcommand("find", "Find occupations and skills by their labels");
  auto text = std::make_shared<std::string>();
  find.add_option("TEXT", *text, "Part of a label")->required();
  find.callback([&session, text] {
    session.action = [&session, text] {
      v1::FindConceptsRequest request;
      request.set_text(*text);
      v1::FindConceptsResponse response;
      const grpc::Status status = Call(session, &Stub::FindConcepts, request, response);
      if (!status.ok()) return ReportError(session.err(), status);
      const int found =
          ShowPage(session, response, {{"code", "code"}, {"kind", "kind"}, {"label", "label"}});
      if (found == 0) SayNoneFound(session);
      return found == 0 ? ExitStatus::kRefused : ExitStatus::kDone;
    };
  });
}

struct GazetteerOptions {
  std::string file;
  std::string name;
  TableOptions table;
};

ExitStatus ImportGazetteer(Session& session, const GazetteerOptions& options) {
  const absl::StatusOr<CsvOptions> csv = ReadTableOptions(options.table, DistrictColumns());
  if (!csv.ok()) return ReportError(session.err(), csv.status());
  RecordsToSend<v1::District> all;
  const absl::Status read = ReadRecords(options.file, *csv, all);
  if (!read.ok()) return ReportError(session.err(), read);
  v1::ImportGazetteerRequest first;
  first.set_gazetteer(options.name.empty() ? NameOfFile(options.file) : options.name);
  return Upload(session, &Stub::ImportGazetteer, std::move(first), all);
}

void AddGazetteerImport(CLI::App& gazetteer, Session& session) {
  CLI::App& added = *gazetteer.add_subcommand(
      "import", "Replace the gazetteer: postcode districts from CSV, or JSON Lines of one each");
  auto options = std::make_shared<GazetteerOptions>();
  added.add_option("FILE", options->file, "CSV or JSON Lines (.jsonl)")->required();
  added.add_option("--name", options->name, "What it is called; default the file's name")
      ->type_name("NAME");
  AddTableOptions(added, options->table, DistrictColumns());
  added.callback([&session, options] {
    session.action = [&session, options] { return ImportGazetteer(session, *options); };
  });
}

}  // namespace

void AddReference(CLI::App& app, Session& session) {
  CLI::App& taxonomy = AddNoun(app, "taxonomy", "Occupations and skills");
  AddTaxonomyImport(taxonomy, session);
  AddTaxonomyFind(taxonomy, session);
  AddGazetteerImport(AddNoun(app, "gazetteer", "Postcode districts and places"), session);
  app.add_subcommand("reference", "Show which taxonomy, gazetteer, premises and areas are in use")
      ->callback([&session] {
        session.action = [&session] {
          return AskAndShow(session, &Stub::GetReferenceData, v1::GetReferenceDataRequest());
        };
      });
}

}  // namespace throughgate::cli
