// Keys and tokens of issuers that tests make up.
#ifndef THROUGHGATE_SERVICES_IDENTITY_TESTING_SIGNING_KEY_H_
#define THROUGHGATE_SERVICES_IDENTITY_TESTING_SIGNING_KEY_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "services/identity/signature.h"

namespace throughgate::identity {

// A new key pair. What OpenSSL refuses ends the test.
class SigningKey {
 public:
  // Some 50 milliseconds for 2,048 bits.
  static SigningKey Rsa(std::string kid, unsigned int bits = 2048);
  static SigningKey Ec(std::string kid, const char* curve = "P-256");

  // Its public part, with kty, kid, alg and use.
  nlohmann::json Jwk() const;
  // {"alg": …, "kid": …, "typ": "JWT"}
  nlohmann::json Header() const;
  // As JWS has signatures; of P-256 or RSA.
  std::string Sign(std::string_view text) const;

  // A token with those claims; with another header than Header(); and with texts that may be no
  // JSON at all.
  std::string Token(const nlohmann::json& claims) const { return Token(Header(), claims); }
  std::string Token(const nlohmann::json& header, const nlohmann::json& claims) const {
    return TokenOfTexts(header.dump(), claims.dump());
  }
  std::string TokenOfTexts(std::string_view header, std::string_view claims) const;

  evp_pkey_st& key() const { return *key_; }

 private:
  SigningKey(std::string kid, EvpKey key);

  std::string kid_;
  EvpKey key_;
  bool is_rsa_;
};

// A key set as its issuer publishes it.
std::string JwksOf(const std::vector<nlohmann::json>& keys);

// What a token needs: iss, aud, sub, iat = `now`, exp a quarter of an hour later.
nlohmann::json ClaimsOf(const std::string& issuer, const std::string& audience,
                        const std::string& subject, absl::Time now);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_TESTING_SIGNING_KEY_H_
