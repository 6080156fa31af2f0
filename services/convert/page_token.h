// Page tokens: where a listing goes on, for the request that it began with and no other.
#ifndef THROUGHGATE_SERVICES_CONVERT_PAGE_TOKEN_H_
#define THROUGHGATE_SERVICES_CONVERT_PAGE_TOKEN_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "storage/secrets/handles.h"
#include "storage/store.h"

namespace throughgate::services {

// What pages must have in common. A token is good for an equal scope only.
//
// Lifetime  of what it is made of.
struct PageScope {
  const storage::Handles& handles;
  std::string_view store_id;
  std::string_view method;   // "/throughgate.v1.VacancyService/ListVacancies"
  std::string_view subject;  // whatever else selects the rows: a parent, a caller, a row view
};

// Where to go on.
struct PageCursor {
  storage::Revision revision = 0;  // that all pages are of
  std::string position;            // bytes of the method's own: the last key, the last rank
  bool operator==(const PageCursor&) const = default;
};

std::string FormatPageToken(const PageScope& scope, const PageCursor& cursor);

// Errors  CURSOR_INVALID  the token was not made for this scope, or has been changed.
//
// Why  encrypted: where a list of candidates goes on is told by what is the same for every
//      organisation, and would tell the same person. One run of hexadecimal digits, which cannot
//      look like personal data.
absl::StatusOr<PageCursor> ParsePageToken(const PageScope& scope, std::string_view token);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_PAGE_TOKEN_H_
