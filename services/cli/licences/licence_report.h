// What an import of licences says.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_REPORT_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_REPORT_H_

#include <string>
#include <vector>

#include "services/cli/licences/licence.h"
#include "services/cli/licences/merge.h"

namespace throughgate::cli {

// What came of one licence.
struct LicenceOutcome {
  std::string where;      // "licence 2 (id 1234)"
  std::string candidate;  // "candidates/heron"; empty when nobody could be found
  enum class Kind { kCreated, kUpdated, kUnchanged, kRefused } kind = Kind::kRefused;
  std::string why;  // it was refused
  MergeCounts counts;
  std::vector<UnreadPart> unread;
  std::vector<v1::OutstandingCondition> outstanding;  // of the plan as it is to be
};

// A paragraph for people, with line ends.
std::string OutcomeText(const LicenceOutcome& outcome);

// The same as one JSON object on a line of its own.
std::string OutcomeJson(const LicenceOutcome& outcome);

// The last lines, for people.
std::string SummaryText(const std::vector<LicenceOutcome>& outcomes, bool dry_run);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_REPORT_H_
