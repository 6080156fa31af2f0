#include "storage/secrets/siv.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <array>
#include <cassert>

namespace throughgate::storage {
namespace {

// Two keys of AES-256: one to make the tag, one to encrypt.
constexpr std::size_t kKeyBytes = 64;

unsigned char* Bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// The expansion of HKDF-SHA256 alone: a secret is random already.
std::string Derive(const format::Secret& secret, std::string_view purpose) {
  EVP_KDF* hkdf = EVP_KDF_fetch(/*libctx=*/nullptr, "HKDF", /*properties=*/nullptr);
  EVP_KDF_CTX* context = EVP_KDF_CTX_new(hkdf);
  EVP_KDF_free(hkdf);
  std::string key(kKeyBytes, '\0');
  char digest[] = "SHA256";
  int mode = EVP_KDF_HKDF_MODE_EXPAND_ONLY;
  std::string from = secret.key;
  std::string info(purpose);
  const OSSL_PARAM params[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, /*bsize=*/0),
      OSSL_PARAM_construct_int(OSSL_KDF_PARAM_MODE, &mode),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, from.data(), from.size()),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), info.size()),
      OSSL_PARAM_construct_end()};
  const int done = EVP_KDF_derive(context, Bytes(key), key.size(), params);
  EVP_KDF_CTX_free(context);
  assert(done == 1);
  return key;
}

OSSL_PARAM TagParam(std::array<unsigned char, kSivBytes>& tag) {
  return OSSL_PARAM_construct_octet_string(OSSL_CIPHER_PARAM_AEAD_TAG, tag.data(), tag.size());
}

}  // namespace

void Siv::Free::operator()(evp_cipher_ctx_st* context) const { EVP_CIPHER_CTX_free(context); }

Siv::Context Siv::Make(const std::string& key, bool encrypt) {
  Context context(EVP_CIPHER_CTX_new());
  EVP_CIPHER* cipher = EVP_CIPHER_fetch(/*libctx=*/nullptr, "AES-256-SIV", /*properties=*/nullptr);
  // Otherwise a context is good for one message.
  unsigned again = 1;
  const OSSL_PARAM params[] = {OSSL_PARAM_construct_uint(OSSL_CIPHER_PARAM_SPEED, &again),
                               OSSL_PARAM_construct_end()};
  const bool done = EVP_CipherInit_ex2(context.get(), cipher, Bytes(key), /*iv=*/nullptr,
                                       encrypt ? 1 : 0, /*params=*/nullptr) == 1 &&
                    EVP_CIPHER_CTX_set_params(context.get(), params) == 1;
  EVP_CIPHER_free(cipher);
  assert(done);
  return context;
}

Siv::Siv(const format::Secret& secret, std::string_view purpose) {
  const std::string key = Derive(secret, purpose);
  seal_ = Make(key, /*encrypt=*/true);
  open_ = Make(key, /*encrypt=*/false);
}

std::string Siv::Seal(std::string_view plain) {
  assert(plain.size() >= kSivPlainMin);
  std::string sealed(kSivBytes + plain.size(), '\0');
  std::array<unsigned char, kSivBytes> tag;
  OSSL_PARAM params[] = {TagParam(tag), OSSL_PARAM_construct_end()};
  int size = 0;
  const bool done = EVP_EncryptUpdate(seal_.get(), Bytes(sealed) + kSivBytes, &size, Bytes(plain),
                                      static_cast<int>(plain.size())) == 1 &&
                    EVP_CIPHER_CTX_get_params(seal_.get(), params) == 1;
  assert(done && static_cast<std::size_t>(size) == plain.size());
  sealed.replace(0, kSivBytes, reinterpret_cast<const char*>(tag.data()), tag.size());
  return sealed;
}

std::optional<std::string> Siv::Open(std::string_view sealed) {
  if (sealed.size() < kSivBytes + kSivPlainMin) return std::nullopt;
  std::array<unsigned char, kSivBytes> tag;
  for (std::size_t i = 0; i < kSivBytes; ++i) tag[i] = static_cast<unsigned char>(sealed[i]);
  const OSSL_PARAM params[] = {TagParam(tag), OSSL_PARAM_construct_end()};
  sealed.remove_prefix(kSivBytes);
  std::string plain(sealed.size(), '\0');
  int size = 0;
  const bool genuine = EVP_CIPHER_CTX_set_params(open_.get(), params) == 1 &&
                       EVP_DecryptUpdate(open_.get(), Bytes(plain), &size, Bytes(sealed),
                                         static_cast<int>(sealed.size())) == 1;
  if (!genuine || static_cast<std::size_t>(size) != plain.size()) return std::nullopt;
  return plain;
}

}  // namespace throughgate::storage
