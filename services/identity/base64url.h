// Base64 of RFC 4648 §5 as JOSE has it: without padding.
#ifndef THROUGHGATE_SERVICES_IDENTITY_BASE64URL_H_
#define THROUGHGATE_SERVICES_IDENTITY_BASE64URL_H_

#include <optional>
#include <string>
#include <string_view>

namespace throughgate::identity {

std::string Base64Url(std::string_view bytes);

// The bytes of which `text` is the encoding; nullopt for anything that Base64Url does not write,
// padding, white space and stray last bits among it, so that no two texts give the same bytes.
std::optional<std::string> FromBase64Url(std::string_view text);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_BASE64URL_H_
