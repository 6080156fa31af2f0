#include "storage/secrets/keyed_hash.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace throughgate::storage {
namespace {

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

KeyedHash::KeyedHash(const format::Secret& secret) {
  EVP_MAC* hmac = EVP_MAC_fetch(/*libctx=*/nullptr, "HMAC", /*properties=*/nullptr);
  context_ = {EVP_MAC_CTX_new(hmac), EVP_MAC_CTX_free};
  EVP_MAC_free(hmac);
  char digest[] = "SHA256";
  const OSSL_PARAM params[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, /*bsize=*/0),
      OSSL_PARAM_construct_end()};
  const int done = EVP_MAC_init(context_.get(), Bytes(secret.key), secret.key.size(), params);
  // A hash that agrees with nothing would clear what must not be cleared.
  assert(done == 1);
}

std::array<std::uint8_t, 32> KeyedHash::operator()(std::string_view text) const {
  std::array<std::uint8_t, 32> hash;
  std::size_t size = 0;
  EVP_MAC_CTX* context = context_.get();
  // Without a key: with the one that it has.
  const bool done = EVP_MAC_init(context, nullptr, 0, nullptr) == 1 &&
                    EVP_MAC_update(context, Bytes(text), text.size()) == 1 &&
                    EVP_MAC_final(context, hash.data(), &size, hash.size()) == 1;
  assert(done && size == hash.size());
  return hash;
}

matcher::NameDigest DigestOf(std::string_view name, const KeyedHash& hash) {
  return matcher::DigestOfName(name, [&](std::string_view part) {
    const std::array<std::uint8_t, 32> whole = hash(part);
    matcher::HalfDigest half;
    std::copy_n(whole.begin(), half.size(), half.begin());
    return half;
  });
}

}  // namespace throughgate::storage
