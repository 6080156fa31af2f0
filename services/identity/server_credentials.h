// TLS of the server, with files that may be replaced while it runs.
#ifndef THROUGHGATE_SERVICES_IDENTITY_SERVER_CREDENTIALS_H_
#define THROUGHGATE_SERVICES_IDENTITY_SERVER_CREDENTIALS_H_

#include <grpcpp/security/auth_context.h>
#include <grpcpp/security/server_credentials.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace throughgate::identity {

// What is asked of clients. One that is given is always verified.
enum class ClientCertificates : std::uint8_t { kNotAsked, kIfGiven, kRequired };

// Paths of PEM files.
struct ServerTls {
  std::string key_file;          // the private key, without a password
  std::string certificate_file;  // the server's certificate, then those between it and the root
  std::string client_ca_file;    // who may sign certificates of clients; needed unless kNotAsked
  ClientCertificates client_certificates = ClientCertificates::kNotAsked;
};

// The files are read again every second, and new connections use what was read. Replace key and
// certificate together, as by the renaming of their folder: while they do not match, no new
// connection succeeds.
//
// Errors  those of ReadSmallFile.
//         kInvalidArgument  a file holds no PEM of its kind, the key is not the certificate's, or
//                           client certificates are asked for without client_ca_file.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(
    const ServerTls& tls);

// The SPIFFE IDs of the verified certificate of whoever called; none when there is no certificate,
// no SPIFFE ID in it, or more than one, of which gRPC reports none. Lifetime: of `context`.
std::vector<std::string_view> PeerSpiffeIds(const grpc::AuthContext& context);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_SERVER_CREDENTIALS_H_
