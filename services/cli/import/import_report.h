// What an import is called and what it says when it ends.
#ifndef THROUGHGATE_SERVICES_CLI_IMPORT_IMPORT_REPORT_H_
#define THROUGHGATE_SERVICES_CLI_IMPORT_IMPORT_REPORT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/cli/import/importer.h"

namespace throughgate::cli {

// A feed's name made of a file's: "UK Adverts.rejects" -> "uk-adverts". A mended file of rejected
// rows belongs to the feed of the file that it came from.
std::string FeedName(absl::string_view stem);

// How an import went, and where.
struct ImportReport {
  ImportTotals totals;
  absl::Duration elapsed;
  bool complete = false;
  bool dry_run = false;
  std::string rejects_path;

  // Whether the file of rejected rows has any.
  bool any_rejected() const { return totals.rejected + totals.rejected_earlier > 0; }
};

// A few lines for people.
std::string ReportText(const ImportReport& report);

// The same as one JSON object, with a line end.
std::string ReportJson(const ImportReport& report);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_IMPORT_IMPORT_REPORT_H_
