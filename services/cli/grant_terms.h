// When a grant begins and ends, as people type and read it, in London time.
#ifndef THROUGHGATE_SERVICES_CLI_GRANT_TERMS_H_
#define THROUGHGATE_SERVICES_CLI_GRANT_TERMS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace throughgate::cli {

// The instant at which something "until" `text` no longer holds: "2026-12-31" is the end of that
// day, as people mean it; "8h", "5d" and "90m" are so many hours, days of 24 hours or minutes after
// `now`; an instant is itself (RFC 3339).
//
// Errors  kInvalidArgument     it is none of these.
//         kFailedPrecondition  this machine has no time zone data for Europe/London.
absl::StatusOr<absl::Time> ParseUntil(absl::string_view text, absl::Time now);

// The same for "from", where a day is its beginning.
absl::StatusOr<absl::Time> ParseFrom(absl::string_view text, absl::Time now);

// As ParseUntil reads it: "2026-12-31" for the end of that day, else "2026-12-31 14:05".
std::string FormatUntil(absl::Time until);
// As ParseFrom reads it: "2026-12-31" for its beginning, else "2026-12-31 14:05".
std::string FormatFrom(absl::Time from);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_GRANT_TERMS_H_
