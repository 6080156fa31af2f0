// Keys and certificates as PEM.
#ifndef THROUGHGATE_SERVICES_IDENTITY_PEM_H_
#define THROUGHGATE_SERVICES_IDENTITY_PEM_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "services/identity/signature.h"

struct x509_st;  // OpenSSL's X509

namespace throughgate::identity {

struct CertificateFree {
  void operator()(x509_st* certificate) const;
};
using Certificate = std::unique_ptr<x509_st, CertificateFree>;

// Null when there is none in `pem`, or one under a password, which is asked of nobody.
EvpKey ReadPrivateKey(std::string_view pem);
std::string WritePrivateKey(evp_pkey_st& key);

// The first in `pem`, or null.
Certificate ReadCertificate(std::string_view pem);

// The affine coordinates of a key on P-256, 32 bytes each; both empty for any other key.
std::pair<std::string, std::string> PointOf(const evp_pkey_st& key);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_PEM_H_
