// Where a list of candidates goes on.
#ifndef THROUGHGATE_SERVICES_CONVERT_NAME_CURSOR_H_
#define THROUGHGATE_SERVICES_CONVERT_NAME_CURSOR_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/convert/page_token.h"

namespace throughgate::services {

struct NameCursor {
  storage::Revision revision = 0;
  absl::Time as_of;   // to the second
  std::string after;  // the caller's own name for the last one
  bool operator==(const NameCursor&) const = default;
};

std::string FormatNameCursor(const PageScope& scope, const NameCursor& cursor);

// Errors  CURSOR_INVALID  the token was not made for this scope, or has been changed.
absl::StatusOr<NameCursor> ParseNameCursor(const PageScope& scope, std::string_view token);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_NAME_CURSOR_H_
