// Whose licence is whose: a table that stays on this side, since candidates have no numbers.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_CANDIDATE_MAP_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_CANDIDATE_MAP_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

class CandidateMap {
 public:
  // Knows nobody.
  CandidateMap() = default;

  // Reads a CSV file with a column "candidate" and at least one of "licence", "prison_number" and
  // "crn".
  //
  // Errors  kInvalidArgument  a column is missing, or a row says of one person what another row
  //                           says of somebody else; the message names the line.
  //         and those of the file.
  static absl::StatusOr<CandidateMap> Open(const std::string& path);

  // "candidates/heron": as the licence itself names it, or as the table does.
  //
  // Errors  kNotFound         neither names anybody.
  //         kInvalidArgument  the table names two.
  absl::StatusOr<std::string> CandidateOf(const Licence& licence) const;

 private:
  std::map<std::string, std::string> by_key_;  // "crn X12345" -> "candidates/heron"
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_CANDIDATE_MAP_H_
