// JSON that means the same to everybody who reads it.
#ifndef THROUGHGATE_SERVICES_IDENTITY_STRICT_JSON_H_
#define THROUGHGATE_SERVICES_IDENTITY_STRICT_JSON_H_

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace throughgate::identity {

// Objects and arrays within each other.
inline constexpr std::size_t kJsonDepthMax = 16;

// The object that `text` is; nullopt when it is none, has a member twice anywhere (of which readers
// take either), or is too deep.
std::optional<nlohmann::json> ParseStrictJson(std::string_view text);

// The member of that name of `object`; null when there is none.
const nlohmann::json* Member(const nlohmann::json& object, const char* name);
// Its text; null when there is no such member or it is no string.
const std::string* TextMember(const nlohmann::json& object, const char* name);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_STRICT_JSON_H_
