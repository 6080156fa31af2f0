#include "services/identity/testing/signing_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <cassert>
#include <memory>
#include <utility>

#include "services/identity/base64url.h"

namespace throughgate::identity {
namespace {

// The number of that name in the key, in as many bytes as it has, or `bytes`.
std::string NumberOf(const evp_pkey_st& key, const char* name, int bytes = 0) {
  BIGNUM* number = nullptr;
  const int found = EVP_PKEY_get_bn_param(&key, name, &number);
  assert(found == 1);
  std::string text(static_cast<std::size_t>(std::max(bytes, BN_num_bytes(number))), '\0');
  BN_bn2binpad(number, reinterpret_cast<unsigned char*>(text.data()),
               static_cast<int>(text.size()));
  BN_free(number);
  return Base64Url(text);
}

std::string SignRs256(evp_pkey_st& key, std::string_view text) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  std::string signature(static_cast<std::size_t>(EVP_PKEY_get_size(&key)), '\0');
  std::size_t size = signature.size();
  const bool done =
      EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) == 1 &&
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
  assert(done);
  return signature;
}

}  // namespace

SigningKey SigningKey::Rsa(std::string kid, unsigned int bits) {
  return {std::move(kid), EvpKey(EVP_RSA_gen(bits))};
}

SigningKey SigningKey::Ec(std::string kid, const char* curve) {
  return {std::move(kid), EvpKey(EVP_EC_gen(curve))};
}

SigningKey::SigningKey(std::string kid, EvpKey key)
    : kid_(std::move(kid)), key_(std::move(key)), is_rsa_(EVP_PKEY_is_a(key_.get(), "RSA") == 1) {
  assert(key_ != nullptr);
}

nlohmann::json SigningKey::Jwk() const {
  nlohmann::json jwk = {{"kid", kid_}, {"alg", is_rsa_ ? "RS256" : "ES256"}, {"use", "sig"}};
  if (is_rsa_) {
    jwk["kty"] = "RSA";
    jwk["n"] = NumberOf(*key_, OSSL_PKEY_PARAM_RSA_N);
    jwk["e"] = NumberOf(*key_, OSSL_PKEY_PARAM_RSA_E);
  } else {
    constexpr int kCoordinateBytes = 32;
    jwk["kty"] = "EC";
    jwk["crv"] = "P-256";
    jwk["x"] = NumberOf(*key_, OSSL_PKEY_PARAM_EC_PUB_X, kCoordinateBytes);
    jwk["y"] = NumberOf(*key_, OSSL_PKEY_PARAM_EC_PUB_Y, kCoordinateBytes);
  }
  return jwk;
}

nlohmann::json SigningKey::Header() const {
  return {{"alg", is_rsa_ ? "RS256" : "ES256"}, {"kid", kid_}, {"typ", "JWT"}};
}

std::string SigningKey::Sign(std::string_view text) const {
  return is_rsa_ ? SignRs256(*key_, text) : SignEs256(*key_, text).value();
}

std::string SigningKey::TokenOfTexts(std::string_view header, std::string_view claims) const {
  const std::string signed_part = Base64Url(header) + "." + Base64Url(claims);
  return signed_part + "." + Base64Url(Sign(signed_part));
}

std::string JwksOf(const std::vector<nlohmann::json>& keys) {
  nlohmann::json set;
  set["keys"] = keys;
  return set.dump();
}

nlohmann::json ClaimsOf(const std::string& issuer, const std::string& audience,
                        const std::string& subject, absl::Time now) {
  const std::int64_t seconds = absl::ToUnixSeconds(now);
  return {{"iss", issuer},
          {"aud", audience},
          {"sub", subject},
          {"iat", seconds},
          {"exp", seconds + absl::ToInt64Seconds(absl::Minutes(15))}};
}

}  // namespace throughgate::identity
