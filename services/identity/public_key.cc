#include "services/identity/public_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "services/identity/base64url.h"
#include "services/identity/strict_json.h"

namespace throughgate::identity {
namespace {

constexpr std::size_t kCoordinateBytes = 32;  // of P-256

using BigNumber = std::unique_ptr<BIGNUM, decltype(&BN_free)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using Parameters = std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;

std::optional<std::string> BytesMember(const nlohmann::json& jwk, const char* name) {
  const std::string* text = TextMember(jwk, name);
  return text == nullptr ? std::nullopt : FromBase64Url(*text);
}

BigNumber Number(const std::string& bytes) {
  return {BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()),
                    static_cast<int>(bytes.size()), nullptr),
          BN_free};
}

// The key of those parameters, if it is sound.
EvpKey Build(const char* type, OSSL_PARAM_BLD* builder) {
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder), OSSL_PARAM_free);
  const KeyContext maker(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), EVP_PKEY_CTX_free);
  EVP_PKEY* made = nullptr;
  if (EVP_PKEY_fromdata_init(maker.get()) != 1 ||
      EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    return nullptr;
  }
  EvpKey key(made);
  const KeyContext checker(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr),
                           EVP_PKEY_CTX_free);
  return EVP_PKEY_public_check(checker.get()) == 1 ? std::move(key) : nullptr;
}

}  // namespace

EvpKey ReadRsaKey(const nlohmann::json& jwk) {
  const OpenSslErrors errors;
  const auto n = BytesMember(jwk, "n");
  const auto e = BytesMember(jwk, "e");
  if (!n || !e) return nullptr;
  const BigNumber modulus = Number(*n);
  const int bits = BN_num_bits(modulus.get());
  if (bits < kRsaBitsMin || bits > kRsaBitsMax) return nullptr;
  const BigNumber exponent = Number(*e);
  const ParameterBuilder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
  return Build("RSA", builder.get());
}

EvpKey ReadP256Key(const nlohmann::json& jwk) {
  const OpenSslErrors errors;
  const auto x = BytesMember(jwk, "x");
  const auto y = BytesMember(jwk, "y");
  if (!x || x->size() != kCoordinateBytes || !y || y->size() != kCoordinateBytes) return nullptr;
  const std::string point = '\x04' + *x + *y;  // uncompressed
  const ParameterBuilder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  return Build("EC", builder.get());
}

}  // namespace throughgate::identity
