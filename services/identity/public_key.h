// The public key in a JSON Web Key (RFC 7518 §6).
#ifndef THROUGHGATE_SERVICES_IDENTITY_PUBLIC_KEY_H_
#define THROUGHGATE_SERVICES_IDENTITY_PUBLIC_KEY_H_

#include <nlohmann/json.hpp>

#include "services/identity/signature.h"

namespace throughgate::identity {

inline constexpr int kRsaBitsMin = 2048;
inline constexpr int kRsaBitsMax = 4096;  // beyond it, verifying costs more than it protects

// Null when the members are missing or malformed, or no sound public key: a point off the curve, a
// modulus that is a prime, or of fewer or more bits than these.
EvpKey ReadRsaKey(const nlohmann::json& jwk);
EvpKey ReadP256Key(const nlohmann::json& jwk);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_PUBLIC_KEY_H_
