// position = major hash seconds nanoseconds
#include "services/convert/match_cursor.h"

#include <array>
#include <cstdint>
#include <optional>

#include "services/convert/cursor_numbers.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

std::string FormatMatchCursor(const PageScope& scope, const MatchCursor& cursor) {
  const std::int64_t seconds = absl::ToUnixSeconds(cursor.as_of);
  const std::int64_t nanos =
      absl::ToInt64Nanoseconds(cursor.as_of - absl::FromUnixSeconds(seconds));
  const std::array<std::uint64_t, 4> numbers = {cursor.below.major, cursor.below.hash,
                                                static_cast<std::uint64_t>(seconds),
                                                static_cast<std::uint64_t>(nanos)};
  return FormatPageToken(scope, {cursor.revision, PackNumbers(numbers)});
}

absl::StatusOr<MatchCursor> ParseMatchCursor(const PageScope& scope, std::string_view token) {
  ASSIGN_OR_RETURN(const PageCursor page, ParsePageToken(scope, token));
  std::string_view position = page.position;
  std::array<std::uint64_t, 4> numbers = {};
  if (!TakeNumbers(position, numbers) || !position.empty()) return CursorInvalid();
  const std::optional<absl::Time> as_of = InstantOf(numbers[2], numbers[3]);
  if (!as_of) return CursorInvalid();
  return MatchCursor{page.revision, *as_of, {numbers[0], numbers[1]}};
}

}  // namespace throughgate::services
