#include "services/cli/commands/import_verb.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/cli/files/digest.h"
#include "services/cli/import/import_report.h"
#include "services/cli/import/importer.h"
#include "services/cli/import/progress_meter.h"
#include "services/cli/import/rejects_file.h"
#include "services/cli/rows/row_file.h"
#include "services/cli/show/errors.h"

namespace throughgate::cli {
namespace {

// As typed.
struct ImportOptions {
  std::string file;
  std::string feed;
  std::string rejects;
  bool dry_run = false;
  bool restart = false;
  bool overwrite_corrections = false;
  TableOptions table;
};

void AddOptions(CLI::App& verb, ImportOptions& options, const ImportVerb& what) {
  verb.add_option("FILE", options.file,
                  absl::StrCat(what.columns.empty() ? "" : "CSV or ",
                               "JSON Lines (.jsonl), plain, in a .gz or in a .zip"))
      ->required();
  verb.add_flag("--dry-run", options.dry_run, "Check every row, write nothing");
  verb.add_flag(
      "--restart", options.restart,
      "Send all rows again, not only those after where an earlier run stopped, and list every "
      "rejected row anew");
  verb.add_option("--rejects", options.rejects,
                  "Where rejected rows come back, to be mended and imported again; default "
                  "NAME.rejects.csv (or .jsonl) in the current directory. Until the import is "
                  "complete a log for resuming lies beside it")
      ->type_name("FILE");
  if (!what.overwrites.empty()) {
    verb.add_flag("--overwrite-corrections", options.overwrite_corrections, what.overwrites);
  }
  if (what.columns.empty()) return;
  verb.add_option("--feed", options.feed,
                  "Name of the feed, within which ids are unique; default the file's name")
      ->type_name("NAME");
  AddTableOptions(verb, options.table, what.columns);
}

// What names this import: the same file, read in the same way, for the same end, resumes.
absl::StatusOr<ImportStart> PlanImport(const ImportVerb& verb, const ImportOptions& options,
                                       const CsvOptions& csv, const RowFile& file) {
  ImportStart start;
  start.feed = options.feed.empty() ? FeedName(file.Stem()) : options.feed;
  std::string reading = ReadingText(csv);
  if (options.overwrite_corrections) absl::StrAppend(&reading, "\noverwrite");
  const absl::StatusOr<std::string> digest = ContentDigest(options.file, reading);
  if (!digest.ok()) return digest.status();
  start.header.set_import_id(
      absl::StrCat(verb.columns.empty() ? verb.kind : start.feed, "-", *digest));
  start.header.set_dry_run(options.dry_run);
  start.header.set_overwrite_corrections(options.overwrite_corrections);
  start.header.set_restart(options.restart);
  return start;
}

absl::StatusOr<std::string> RejectsPath(const ImportOptions& options, const RowFile& file) {
  const std::string path = options.rejects.empty()
                               ? absl::StrCat(file.Stem(), ".rejects", file.extension)
                               : options.rejects;
  std::error_code error;
  if (std::filesystem::equivalent(path, options.file, error)) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": the rejected rows would overwrite the file itself; use --rejects"));
  }
  return path;
}

// Which import has left a file of rejected rows, and where it went: what one server has settled
// says nothing of another, nor a dry run of an import.
std::string NameForRejects(const GlobalOptions& options, const v1::ImportHeader& header) {
  return absl::StrCat(header.import_id(), " of ", options.organisation, " into ", options.server,
                      header.dry_run() ? ", a dry run" : "");
}

absl::Status NothingSent(const absl::Status& damaged) {
  return absl::DataLossError(
      absl::StrCat(damaged.message(),
                   ", then import it: no row of this one was sent, and what an earlier run of "
                   "it has applied stays as it is"));
}

ExitStatus Finish(Session& session, const ImportReport& report, const ImportOutcome& outcome) {
  ExitStatus exit = report.any_rejected() ? ExitStatus::kRefused : ExitStatus::kDone;
  if (!outcome.server.ok()) exit = ReportError(session.err(), outcome.server);
  if (!outcome.local.ok()) exit = ReportError(session.err(), outcome.local);
  const bool not_begun = !report.complete && report.totals.settled + report.totals.skipped == 0;
  if (not_begun && !session.options.json) return exit;  // the error says all there is
  session.out() << (session.options.json ? ReportJson(report) : ReportText(report));
  return exit;
}

ExitStatus RunImport(Session& session, const ImportVerb& verb, const ImportOptions& options,
                     const OpenWire& open) {
  const absl::StatusOr<CsvOptions> csv = ReadTableOptions(options.table, verb.columns);
  if (!csv.ok()) return ReportError(session.err(), csv.status());
  if (absl::Status whole = Archive::CheckWhole(options.file); !whole.ok()) {
    const bool damaged = absl::IsDataLoss(whole);
    return ReportError(session.err(), damaged ? NothingSent(whole) : whole);
  }
  const absl::StatusOr<RowFile> file = OpenRowFile(options.file, *csv);
  if (!file.ok()) return ReportError(session.err(), file.status());
  const absl::StatusOr<ImportStart> start = PlanImport(verb, options, *csv, *file);
  if (!start.ok()) return ReportError(session.err(), start.status());
  const absl::StatusOr<std::string> rejects_path = RejectsPath(options, *file);
  if (!rejects_path.ok()) return ReportError(session.err(), rejects_path.status());

  const auto context = session.NewContext(0);
  if (!context.ok()) return ReportError(session.err(), context.status());
  const std::unique_ptr<ImportWire> wire = open(**context, *start);
  RejectsFile rejects(*rejects_path, NameForRejects(session.options, start->header), *file->source);
  ProgressMeter meter(session.err(), session.options.progress_bar);
  const absl::Time began = absl::Now();
  const auto show = [&](const ImportTotals& totals) {
    meter.Update({.bytes_done = file->archive->bytes_done(),
                  .bytes_total = file->archive->size(),
                  .rows = totals.settled,
                  .rejected = totals.rejected},
                 absl::Now());
  };
  const ImportOutcome outcome = Importer(*file->source, *wire, rejects, show).Run();
  meter.End();
  const ImportReport report{.totals = outcome.totals,
                            .elapsed = absl::Now() - began,
                            .complete = outcome.complete(),
                            .dry_run = options.dry_run,
                            .rejects_path = rejects.path()};
  return Finish(session, report, outcome);
}

}  // namespace

CLI::App& AddImportVerb(CLI::App& noun, Session& session, const ImportVerb& verb, OpenWire open) {
  CLI::App& added = *noun.add_subcommand("import", verb.description);
  auto options = std::make_shared<ImportOptions>();
  AddOptions(added, *options, verb);
  added.callback([&session, verb, options, open = std::move(open)] {
    session.action = [&session, verb, options, open] {
      const std::optional<ExitStatus> done =
          verb.instead ? verb.instead(options->file, options->dry_run) : std::nullopt;
      return done ? *done : RunImport(session, verb, *options, open);
    };
  });
  return added;
}

}  // namespace throughgate::cli
