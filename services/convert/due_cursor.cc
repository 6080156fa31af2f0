#include "services/convert/due_cursor.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "services/edge/errors.h"

namespace throughgate::services {
namespace {

// position = seconds (8) day (8) id, the numbers as this machine holds a 64-bit integer: a token
// comes back to the server that made it.
using Numbers = std::array<std::int64_t, 2>;

}  // namespace

std::string FormatDueCursor(const PageScope& scope, const DueCursor& cursor) {
  const Numbers numbers = {absl::ToUnixSeconds(cursor.as_of), cursor.after.reviewed_on.since_epoch};
  std::string bytes(sizeof(numbers), '\0');
  std::memcpy(bytes.data(), numbers.data(), sizeof(numbers));
  return FormatPageToken(scope, {cursor.revision, bytes + cursor.after.candidate});
}

absl::StatusOr<DueCursor> ParseDueCursor(const PageScope& scope, std::string_view token) {
  const absl::StatusOr<PageCursor> page = ParsePageToken(scope, token);
  if (!page.ok()) return page.status();
  const std::string& position = page->position;
  Numbers numbers = {};
  if (position.size() < sizeof(numbers)) return CursorInvalid();
  std::memcpy(numbers.data(), position.data(), sizeof(numbers));
  DueCursor cursor;
  cursor.revision = page->revision;
  cursor.as_of = absl::FromUnixSeconds(numbers[0]);
  cursor.after.reviewed_on = {static_cast<std::int32_t>(numbers[1])};
  cursor.after.candidate = position.substr(sizeof(numbers));
  return cursor;
}

}  // namespace throughgate::services
