// Whom the server believes, and where it may listen: made of what it was started with.
#ifndef THROUGHGATE_SERVICES_TRUST_H_
#define THROUGHGATE_SERVICES_TRUST_H_

#include <grpcpp/security/server_credentials.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/identity/authenticator.h"
#include "storage/report.h"

namespace throughgate::services {

// Empty: not given.
struct TrustOptions {
  std::string issuer;     // of tokens: their `iss`
  std::string audience;   // their `aud`
  std::string jwks;       // the issuer's keys: a file, or an address that begins with https://
  std::string jwks_ca;    // a file of certificates that its address is trusted by
  std::string local_key;  // a file with a key that tokens may be signed with, on loopback only
  std::string tls_certificate;  // a file with the server's certificate and those above it
  std::string tls_key;          // a file with its key
  std::string client_ca;        // a file of certificates that clients' certificates are trusted by
};

struct Trust {
  std::shared_ptr<identity::Authenticator> authenticator;
  std::shared_ptr<grpc::ServerCredentials> credentials;  // null: no TLS
};

// Reads the files that `options` name, and follows them.
//
// Errors  a sentence for whoever started the server; see CheckTrust, and kInvalidArgument for what
//         cannot be read.
absl::StatusOr<Trust> MakeTrust(const TrustOptions& options, const storage::Report& report);

// Whether a server that trusts as `options` say may listen on `address`. On loopback it needs some
// way to know callers; beyond it, TLS too, and no local key.
//
// Errors  kInvalidArgument  a sentence for whoever started the server.
absl::Status CheckTrust(const TrustOptions& options, const std::string& address);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_TRUST_H_
