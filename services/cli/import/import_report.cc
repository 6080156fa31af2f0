#include "services/cli/import/import_report.h"

#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/cli/import/progress_meter.h"
#include "services/cli/show/text.h"

namespace throughgate::cli {
namespace {

constexpr std::size_t kFeedNameMax = 40;

std::int64_t RowsPerSecond(const ImportReport& report) {
  const double seconds = absl::ToDoubleSeconds(report.elapsed);
  return seconds > 0 ? static_cast<std::int64_t>(report.totals.settled / seconds)
                     : report.totals.settled;
}

// "1 row", "1,501 rows".
std::string Rows(std::int64_t count) {
  return absl::StrCat(Grouped(count), count == 1 ? " row" : " rows");
}

}  // namespace

std::string FeedName(absl::string_view stem) {
  std::string name;
  for (const char c : absl::StripSuffix(stem, ".rejects")) {
    const bool fits = absl::ascii_isalnum(static_cast<unsigned char>(c));
    if (fits) name += absl::ascii_tolower(static_cast<unsigned char>(c));
    if (!fits && !name.empty() && name.back() != '-') name += '-';
  }
  name.resize(std::min(name.size(), kFeedNameMax));
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "feed" : name;
}

std::string ReportText(const ImportReport& report) {
  const ImportTotals& totals = report.totals;
  std::string text;
  if (totals.skipped > 0) {
    absl::StrAppend(&text, Rows(totals.skipped), totals.skipped == 1 ? " was" : " were",
                    " settled by an earlier run (--restart sends all again).\n");
  }
  absl::StrAppend(&text, Rows(totals.settled), report.dry_run ? " checked in " : " settled in ",
                  FormatSeconds(report.elapsed), " (", Grouped(RowsPerSecond(report)),
                  " rows/s): ", Grouped(totals.created), " created, ", Grouped(totals.updated),
                  " updated, ", Grouped(totals.unchanged), " unchanged, ", Grouped(totals.kept),
                  " kept as corrected, ", Grouped(totals.rejected), " rejected.\n");
  if (report.dry_run) text += "Nothing was written: this was a dry run.\n";
  if (totals.rejected_earlier > 0) {
    absl::StrAppend(&text, Rows(totals.rejected_earlier), " more rejected by an earlier run.\n");
  }
  if (report.any_rejected()) {
    absl::StrAppend(&text, "Rejected rows, with reasons: ", report.rejects_path, "\n");
  }
  if (!report.complete) {
    absl::StrAppend(
        &text, "The import did not reach the end of the file",
        totals.through_line > 0
            ? absl::StrCat("; it is settled through the row on line ", totals.through_line)
            : "",
        ". Run the same command again to resume.\n");
  }
  return text;
}

std::string ReportJson(const ImportReport& report) {
  const ImportTotals& totals = report.totals;
  const nlohmann::ordered_json json = {
      {"complete", report.complete},
      {"dryRun", report.dry_run},
      {"created", totals.created},
      {"updated", totals.updated},
      {"unchanged", totals.unchanged},
      {"kept", totals.kept},
      {"rejected", totals.rejected},
      {"skipped", totals.skipped},
      {"rejectedEarlier", totals.rejected_earlier},
      {"throughLine", totals.through_line},
      {"seconds", absl::ToDoubleSeconds(report.elapsed)},
      {"revision", totals.revision},
      {"rejects", report.any_rejected() ? report.rejects_path : ""}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace throughgate::cli
