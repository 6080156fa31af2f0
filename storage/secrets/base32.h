// Bytes in letters and digits that every name may have: RFC 4648's base32 in lower case, without
// padding.
#ifndef THROUGHGATE_STORAGE_SECRETS_BASE32_H_
#define THROUGHGATE_STORAGE_SECRETS_BASE32_H_

#include <optional>
#include <string>
#include <string_view>

namespace throughgate::storage {

std::string ToBase32(std::string_view bytes);

// nullopt for what ToBase32 does not give: no two texts are the same bytes.
std::optional<std::string> FromBase32(std::string_view text);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_SECRETS_BASE32_H_
