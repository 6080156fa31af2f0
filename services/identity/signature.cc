#include "services/identity/signature.h"

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>

#include "absl/status/status.h"

namespace throughgate::identity {
namespace {

constexpr std::size_t kCoordinateBytes = 32;  // of P-256

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* Bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

BIGNUM* Number(std::string_view bytes) {
  return BN_bin2bn(Bytes(bytes), static_cast<int>(bytes.size()), nullptr);
}

// The ASN.1 form that OpenSSL reads.
std::optional<std::string> EcdsaToDer(std::string_view raw) {
  if (raw.size() != 2 * kCoordinateBytes) return std::nullopt;
  const EcdsaSignature signature(ECDSA_SIG_new(), ECDSA_SIG_free);
  ECDSA_SIG_set0(signature.get(), Number(raw.substr(0, kCoordinateBytes)),
                 Number(raw.substr(kCoordinateBytes)));
  std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(signature.get(), nullptr)), '\0');
  unsigned char* end = Bytes(der);
  i2d_ECDSA_SIG(signature.get(), &end);
  return der;
}

std::optional<std::string> EcdsaFromDer(std::string_view der) {
  const unsigned char* begin = Bytes(der);
  const EcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size())),
                                 ECDSA_SIG_free);
  if (signature == nullptr) return std::nullopt;
  std::string raw(2 * kCoordinateBytes, '\0');
  const int size = static_cast<int>(kCoordinateBytes);
  BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), Bytes(raw), size);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), Bytes(raw) + kCoordinateBytes, size);
  return raw;
}

bool IsSignedInDer(evp_pkey_st& key, std::string_view text, std::string_view signature) {
  const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) == 1 &&
         EVP_DigestVerify(context.get(), Bytes(signature), signature.size(), Bytes(text),
                          text.size()) == 1;
}

}  // namespace

void EvpKeyFree::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

OpenSslErrors::OpenSslErrors() { ERR_set_mark(); }
OpenSslErrors::~OpenSslErrors() { ERR_pop_to_mark(); }

std::string_view AlgorithmName(Algorithm algorithm) {
  return algorithm == Algorithm::kRs256 ? "RS256" : "ES256";
}

bool IsSignedBy(const VerifyingKey& key, std::string_view text, std::string_view signature) {
  const OpenSslErrors errors;
  if (key.algorithm == Algorithm::kRs256) return IsSignedInDer(*key.key, text, signature);
  const std::optional<std::string> der = EcdsaToDer(signature);
  return der && IsSignedInDer(*key.key, text, *der);
}

absl::StatusOr<std::string> SignEs256(evp_pkey_st& key, std::string_view text) {
  const OpenSslErrors errors;
  const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::string der(static_cast<std::size_t>(EVP_PKEY_get_size(&key)), '\0');
  std::size_t size = der.size();
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) == 1 &&
      EVP_DigestSign(context.get(), Bytes(der), &size, Bytes(text), text.size()) == 1) {
    std::optional<std::string> raw = EcdsaFromDer(std::string_view(der).substr(0, size));
    if (raw) return *std::move(raw);
  }
  return absl::InternalError("OpenSSL does not sign with this key");
}

std::array<std::uint8_t, 32> Sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), /*size=*/nullptr,
                              EVP_sha256(), /*impl=*/nullptr);
  assert(done == 1);
  return digest;
}

}  // namespace throughgate::identity
