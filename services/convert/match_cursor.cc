#include "services/convert/match_cursor.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {
namespace {

// position = major (8) hash (8) seconds (8) nanoseconds (8), each as this machine holds a 64-bit
// integer: a token comes back to the server that made it.
using Position = std::array<std::uint64_t, 4>;

}  // namespace

std::string FormatMatchCursor(const PageScope& scope, const MatchCursor& cursor) {
  const std::int64_t seconds = absl::ToUnixSeconds(cursor.as_of);
  const std::int64_t nanos =
      absl::ToInt64Nanoseconds(cursor.as_of - absl::FromUnixSeconds(seconds));
  const Position position = {cursor.below.major, cursor.below.hash,
                             static_cast<std::uint64_t>(seconds),
                             static_cast<std::uint64_t>(nanos)};
  std::string bytes(sizeof(position), '\0');
  std::memcpy(bytes.data(), position.data(), sizeof(position));
  return FormatPageToken(scope, {cursor.revision, std::move(bytes)});
}

absl::StatusOr<MatchCursor> ParseMatchCursor(const PageScope& scope, std::string_view token) {
  ASSIGN_OR_RETURN(const PageCursor page, ParsePageToken(scope, token));
  Position position;
  if (page.position.size() != sizeof(position)) return CursorInvalid();
  std::memcpy(position.data(), page.position.data(), sizeof(position));
  return MatchCursor{page.revision,
                     absl::FromUnixSeconds(static_cast<std::int64_t>(position[2])) +
                         absl::Nanoseconds(static_cast<std::int64_t>(position[3])),
                     {position[0], position[1]}};
}

}  // namespace throughgate::services
