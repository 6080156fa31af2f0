// Certificates of an authority that tests make up.
#ifndef THROUGHGATE_SERVICES_IDENTITY_TESTING_CERTIFICATES_H_
#define THROUGHGATE_SERVICES_IDENTITY_TESTING_CERTIFICATES_H_

#include <string>

#include "services/identity/pem.h"

namespace throughgate::identity {

struct PemPair {
  std::string key;
  std::string certificate;
};

// A new authority. What OpenSSL refuses ends the test.
class TestAuthority {
 public:
  TestAuthority();

  // For clients' and servers' lists of whom they trust.
  std::string certificate() const;

  // A new key and its certificate, valid for an hour, for clients and servers. `names` as OpenSSL's
  // configuration has alternative names: "DNS:localhost,IP:127.0.0.1,URI:spiffe://prison/a".
  PemPair Issue(const std::string& names) const;

 private:
  EvpKey key_;
  Certificate certificate_;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_TESTING_CERTIFICATES_H_
