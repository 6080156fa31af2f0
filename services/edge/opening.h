// Where a page of an answer from the catalogue begins.
#ifndef THROUGHGATE_SERVICES_EDGE_OPENING_H_
#define THROUGHGATE_SERVICES_EDGE_OPENING_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/convert/page_token.h"
#include "services/edge/read_point.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

// Cursor is MatchCursor or DueCursor.
template <class Cursor>
struct Opening {
  ReadPoint point;
  std::optional<Cursor> cursor;  // of the page before
};

// Where the page before `page_token` was answered from, or, for the first, what `wire` asks for.
//
// Errors  CURSOR_INVALID, and those of ReadPoints.
template <class Cursor>
absl::StatusOr<Opening<Cursor>> OpenPage(ReadPoints& read_points,
                                         const matcher::OrganisationId& whose,
                                         const PageScope& scope, const std::string& page_token,
                                         absl::StatusOr<Cursor> (*parse)(const PageScope&,
                                                                         std::string_view),
                                         const v1::ReadPoint& wire, absl::Time deadline) {
  if (page_token.empty()) {
    ASSIGN_OR_RETURN(ReadPoint point, read_points.Choose(wire, "read_point", deadline));
    return Opening<Cursor>{std::move(point), std::nullopt};
  }
  ASSIGN_OR_RETURN(Cursor cursor, parse(scope, page_token));
  ASSIGN_OR_RETURN(ReadPoint point, read_points.Resume(whose, cursor.revision, cursor.as_of));
  return Opening<Cursor>{std::move(point), std::move(cursor)};
}

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_EDGE_OPENING_H_
