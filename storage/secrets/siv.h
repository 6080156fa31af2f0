// Deterministic authenticated encryption: the same bytes under the same key give the same, and
// whatever was not made under the key is recognised. AES-256-SIV, RFC 5297.
#ifndef THROUGHGATE_STORAGE_SECRETS_SIV_H_
#define THROUGHGATE_STORAGE_SECRETS_SIV_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "storage/format/secret.h"

struct evp_cipher_ctx_st;  // OpenSSL's EVP_CIPHER_CTX

namespace throughgate::storage {

// What encryption adds.
inline constexpr std::size_t kSivBytes = 16;
// The fewest bytes that can be sealed. A context of OpenSSL's that is used again comes to give
// something else after a shorter message: this is tested.
inline constexpr std::size_t kSivPlainMin = 16;

// Threads  one at a time.
// Cost     half a microsecond for some bytes, some microseconds to make one.
class Siv {
 public:
  // Under a key of its own for each `purpose`, derived from `secret` with HKDF.
  Siv(const format::Secret& secret, std::string_view purpose);

  // kSivBytes longer than `plain`, which has kSivPlainMin or more.
  std::string Seal(std::string_view plain);
  // nullopt: it was not made under this key, or has been changed.
  std::optional<std::string> Open(std::string_view sealed);

 private:
  struct Free {
    void operator()(evp_cipher_ctx_st* context) const;
  };
  using Context = std::unique_ptr<evp_cipher_ctx_st, Free>;
  static Context Make(const std::string& key, bool encrypt);

  Context seal_;
  Context open_;
};

}  // namespace throughgate::storage

#endif  // THROUGHGATE_STORAGE_SECRETS_SIV_H_
