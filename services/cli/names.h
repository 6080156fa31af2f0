// Resource names as people type and read them.
#ifndef THROUGHGATE_SERVICES_CLI_NAMES_H_
#define THROUGHGATE_SERVICES_CLI_NAMES_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

inline constexpr absl::string_view kEmployerPattern = "employers/*";
inline constexpr absl::string_view kSitePattern = "employers/*/sites/*";
inline constexpr absl::string_view kVacancyPattern = "employers/*/vacancies/*";
inline constexpr absl::string_view kCandidatePattern = "candidates/*";
inline constexpr absl::string_view kOrganisationPattern = "organisations/*";
inline constexpr absl::string_view kGrantPattern = "organisations/*/grants/*";

// The full name for `text`, which is one already or gives the ids alone:
//
//   FullName(kVacancyPattern, "acme/cook-1")  ->  "employers/acme/vacancies/cook-1"
//
// Errors  kInvalidArgument  `text` is neither; the message shows both forms. Whether the ids are
//                           well formed is for the server to say.
absl::StatusOr<std::string> FullName(absl::string_view pattern, absl::string_view text);

// How names of a pattern may be given: "employers/ID/vacancies/ID or ID/ID".
std::string NameForms(absl::string_view pattern);

// The ids of a full name alone, the inverse of FullName: "acme/cook-1".
std::string ShortName(absl::string_view name);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_NAMES_H_
