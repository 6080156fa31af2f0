// position = seconds name
#include "services/convert/name_cursor.h"

#include <array>
#include <cstdint>
#include <optional>

#include "services/convert/cursor_numbers.h"
#include "services/convert/instant.h"
#include "services/edge/errors.h"
#include "services/edge/status_macros.h"

namespace throughgate::services {

std::string FormatNameCursor(const PageScope& scope, const NameCursor& cursor) {
  const std::array<std::uint64_t, 1> numbers = {
      static_cast<std::uint64_t>(absl::ToUnixSeconds(cursor.as_of))};
  return FormatPageToken(scope, {cursor.revision, PackNumbers(numbers) + cursor.after});
}

absl::StatusOr<NameCursor> ParseNameCursor(const PageScope& scope, std::string_view token) {
  ASSIGN_OR_RETURN(const PageCursor page, ParsePageToken(scope, token));
  std::string_view position = page.position;
  std::array<std::uint64_t, 1> numbers = {};
  if (!TakeNumbers(position, numbers)) return CursorInvalid();
  const std::optional<absl::Time> as_of = InstantOf(numbers[0], 0);
  if (!as_of) return CursorInvalid();
  return NameCursor{page.revision, *as_of, std::string(position)};
}

}  // namespace throughgate::services
