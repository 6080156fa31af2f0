// One-way hashes under a secret: whoever has not the secret can neither make nor compare them.
#ifndef THROUGHGATE_STORAGE_SECRETS_KEYED_HASH_H_
#define THROUGHGATE_STORAGE_SECRETS_KEYED_HASH_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "matcher/model/disclosure.h"
#include "storage/format/secret.h"

struct evp_mac_ctx_st;  // OpenSSL's EVP_MAC_CTX

namespace throughgate::storage {

// HMAC-SHA256.
//
// Threads  one at a time, copies included: they share what they work with.
// Cost     0.7 microseconds for a name, ten times that to make one.
class KeyedHash {
 public:
  explicit KeyedHash(const format::Secret& secret);

  std::array<std::uint8_t, 32> operator()(std::string_view text) const;

 private:
  std::shared_ptr<evp_mac_ctx_st> context_;
};

// What no-contact entries keep of an employer or a site of the full name `name`,
// "employers/acme/sites/leeds", when `hash` is that of kNoContactSecret.
matcher::NameDigest DigestOf(std::string_view name, const KeyedHash& hash);

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_SECRETS_KEYED_HASH_H_
