// Where a list of plans to be reviewed goes on.
#ifndef THROUGHGATE_SERVICES_CONVERT_DUE_CURSOR_H_
#define THROUGHGATE_SERVICES_CONVERT_DUE_CURSOR_H_

#include <compare>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/model/units.h"
#include "services/convert/page_token.h"

namespace throughgate::services {

// A plan's place in the list: the day of its review, then what the caller calls the candidate.
struct DuePlace {
  matcher::Day reviewed_on;
  std::string candidate;
  auto operator<=>(const DuePlace&) const = default;
};

struct DueCursor {
  storage::Revision revision = 0;
  absl::Time as_of;  // to the second
  DuePlace after;
  bool operator==(const DueCursor&) const = default;
};

std::string FormatDueCursor(const PageScope& scope, const DueCursor& cursor);

// Errors  CURSOR_INVALID  the token was not made for this scope, or has been changed.
absl::StatusOr<DueCursor> ParseDueCursor(const PageScope& scope, std::string_view token);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_DUE_CURSOR_H_
