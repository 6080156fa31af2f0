// position = seconds day id
#include "services/convert/due_cursor.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "services/convert/cursor_numbers.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

std::string FormatDueCursor(const PageScope& scope, const DueCursor& cursor) {
  const std::array<std::uint64_t, 2> numbers = {
      static_cast<std::uint64_t>(absl::ToUnixSeconds(cursor.as_of)),
      static_cast<std::uint64_t>(std::int64_t{cursor.after.reviewed_on.since_epoch})};
  return FormatPageToken(scope, {cursor.revision, PackNumbers(numbers) + cursor.after.candidate});
}

absl::StatusOr<DueCursor> ParseDueCursor(const PageScope& scope, std::string_view token) {
  ASSIGN_OR_RETURN(const PageCursor page, ParsePageToken(scope, token));
  std::string_view position = page.position;
  std::array<std::uint64_t, 2> numbers = {};
  if (!TakeNumbers(position, numbers)) return CursorInvalid();
  const std::optional<absl::Time> as_of = InstantOf(numbers[0], 0);
  if (!as_of) return CursorInvalid();
  const matcher::Day reviewed_on{static_cast<std::int32_t>(static_cast<std::int64_t>(numbers[1]))};
  return DueCursor{page.revision, *as_of, {reviewed_on, std::string(position)}};
}

}  // namespace throughgate::services
