// The two signatures of JWS (RFC 7518 §3) that are taken here, by OpenSSL.
#ifndef THROUGHGATE_SERVICES_IDENTITY_SIGNATURE_H_
#define THROUGHGATE_SERVICES_IDENTITY_SIGNATURE_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

namespace throughgate::identity {

struct EvpKeyFree {
  void operator()(evp_pkey_st* key) const;
};
using EvpKey = std::unique_ptr<evp_pkey_st, EvpKeyFree>;

enum class Algorithm : std::uint8_t { kRs256, kEs256 };

// "RS256".
std::string_view AlgorithmName(Algorithm algorithm);

// A public key, and the one algorithm that it is for: the sender of a token has no say in it.
struct VerifyingKey {
  Algorithm algorithm;
  EvpKey key;  // RSA for RS256, EC on P-256 for ES256
};

// Whether `signature`, as JWS has it (ES256: r and s, 32 bytes each), is that of `key` over `text`.
//
// Threads  any, of one key as well.
// Cost     some 45 microseconds for RS256 with 2,048 bits, 150 for ES256, on a busy machine.
bool IsSignedBy(const VerifyingKey& key, std::string_view text, std::string_view signature);

// The ES256 signature of `text` under a private key on P-256, in the form of JWS.
//
// Errors  kInternal  OpenSSL refuses.
absl::StatusOr<std::string> SignEs256(evp_pkey_st& key, std::string_view text);

std::array<std::uint8_t, 32> Sha256(std::string_view bytes);

// What OpenSSL complains of while it lives is forgotten when it goes, so that whoever uses the
// thread next, gRPC and libcurl among them, does not take it for theirs.
class OpenSslErrors {
 public:
  OpenSslErrors();
  ~OpenSslErrors();
  OpenSslErrors(const OpenSslErrors&) = delete;
  OpenSslErrors& operator=(const OpenSslErrors&) = delete;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_SIGNATURE_H_
