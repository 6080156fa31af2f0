// Where a ranked answer goes on: below a rank, at a revision and an instant.
#ifndef THROUGHGATE_SERVICES_CONVERT_MATCH_CURSOR_H_
#define THROUGHGATE_SERVICES_CONVERT_MATCH_CURSOR_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "matcher/rank/rank_key.h"
#include "services/convert/page_token.h"

namespace throughgate::services {

struct MatchCursor {
  storage::Revision revision = 0;
  absl::Time as_of;
  matcher::RankKey below;
  bool operator==(const MatchCursor&) const = default;
};

std::string FormatMatchCursor(const PageScope& scope, const MatchCursor& cursor);

// Errors  CURSOR_INVALID  the token was not made for this scope, or has been changed.
absl::StatusOr<MatchCursor> ParseMatchCursor(const PageScope& scope, std::string_view token);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_MATCH_CURSOR_H_
