// token    = hexadecimal digits of: check payload
// check    8 bytes, the first of the SHA-256 of the scope and the payload
// payload  = revision in decimal, "/", position
#include "services/convert/page_token.h"

#include <charconv>
#include <cstddef>

#include "absl/strings/escaping.h"
#include "services/edge/errors.h"
#include "services/edge/sha256.h"

namespace throughgate::services {
namespace {

constexpr std::size_t kCheckBytes = 8;
constexpr char kSeparator = '/';

std::string Check(const PageScope& scope, std::string_view payload) {
  std::string bytes;
  for (const std::string_view part : {scope.store_id, scope.method, scope.subject, payload}) {
    // The length first, so that no two scopes read alike.
    bytes.append(std::to_string(part.size())).append(1, kSeparator).append(part);
  }
  return Sha256(bytes).substr(0, kCheckBytes);
}

}  // namespace

std::string FormatPageToken(const PageScope& scope, const PageCursor& cursor) {
  const std::string payload = std::to_string(cursor.revision) + kSeparator + cursor.position;
  return absl::BytesToHexString(Check(scope, payload) + payload);
}

absl::StatusOr<PageCursor> ParsePageToken(const PageScope& scope, std::string_view token) {
  const std::string bytes = absl::HexStringToBytes(std::string(token));
  // Anything but hexadecimal digits comes back as something else.
  if (absl::BytesToHexString(bytes) != token || bytes.size() < kCheckBytes) return CursorInvalid();
  const std::string payload = bytes.substr(kCheckBytes);
  if (bytes.substr(0, kCheckBytes) != Check(scope, payload)) return CursorInvalid();
  PageCursor cursor;
  std::from_chars(payload.data(), payload.data() + payload.size(), cursor.revision);
  cursor.position = payload.substr(payload.find(kSeparator) + 1);
  return cursor;
}

}  // namespace throughgate::services
