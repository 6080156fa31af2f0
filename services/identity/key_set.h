// A JSON Web Key Set (RFC 7517): the keys with which an issuer signs.
#ifndef THROUGHGATE_SERVICES_IDENTITY_KEY_SET_H_
#define THROUGHGATE_SERVICES_IDENTITY_KEY_SET_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/identity/signature.h"

namespace throughgate::identity {

inline constexpr std::size_t kKeySetBytesMax = 65'536;
inline constexpr std::size_t kKeysMax = 100;
inline constexpr std::size_t kKidBytesMax = 200;

// Immutable. What a key may verify is decided by its kind: RSA RS256, EC on P-256 ES256.
//
// Threads  any.
class KeySet {
 public:
  KeySet() = default;  // knows no key

  // As RFC 7517 §5 asks, passes over keys that are not for this: of another `kty`, `crv`, `alg` or
  // `use`, whose `key_ops` lack "verify", or without a `kid`, by which alone keys are found.
  //
  // Errors  kInvalidArgument  a sentence for the operator, which names the key: it is no key set,
  //                           or too large; no key is left; a key that would be used is
  //                           malformed, weak or has another's kid; any key shows its private
  //                           part.
  // Cost    7 milliseconds for each RSA key of 2,048 bits, which is checked; 0.2 for the others.
  static absl::StatusOr<KeySet> Parse(std::string_view jwks);

  // The key of that kid, or null. Lifetime: of the set.
  const VerifyingKey* Find(std::string_view kid) const;

  std::size_t size() const { return keys_.size(); }

 private:
  std::map<std::string, VerifyingKey, std::less<>> keys_;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_KEY_SET_H_
