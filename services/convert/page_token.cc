// token    = what storage/secrets/handles.h makes of the payload, for the scope
// payload  = revision in decimal, 20 digits, then the position
#include "services/convert/page_token.h"

#include <charconv>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kRevisionDigits = 20;
constexpr char kSeparator = '/';

std::string TextOf(const PageScope& scope) {
  std::string text;
  for (const std::string_view part : {scope.store_id, scope.method, scope.subject}) {
    // The length first, so that no two scopes read alike.
    text.append(std::to_string(part.size())).append(1, kSeparator).append(part);
  }
  return text;
}

}  // namespace

std::string FormatPageToken(const PageScope& scope, const PageCursor& cursor) {
  const std::string payload =
      absl::StrCat(absl::Dec(cursor.revision, absl::kZeroPad20), cursor.position);
  return scope.handles.SealToken(TextOf(scope), payload);
}

absl::StatusOr<PageCursor> ParsePageToken(const PageScope& scope, std::string_view token) {
  const std::optional<std::string> payload = scope.handles.OpenToken(TextOf(scope), token);
  if (!payload || payload->size() < kRevisionDigits) return CursorInvalid();
  PageCursor cursor;
  std::from_chars(payload->data(), payload->data() + kRevisionDigits, cursor.revision);
  cursor.position = payload->substr(kRevisionDigits);
  return cursor;
}

}  // namespace throughgate::services
