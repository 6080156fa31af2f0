#include "services/identity/base64url.h"

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"

namespace throughgate::identity {

std::string Base64Url(std::string_view bytes) {
  return absl::WebSafeBase64Escape(absl::string_view(bytes.data(), bytes.size()));
}

std::optional<std::string> FromBase64Url(std::string_view text) {
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(absl::string_view(text.data(), text.size()), &bytes) ||
      Base64Url(bytes) != text) {
    return std::nullopt;
  }
  return bytes;
}

}  // namespace throughgate::identity
