#include "services/identity/server_credentials.h"

#include <grpc/grpc_security_constants.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <openssl/x509.h>

#include <cstddef>
#include <string_view>

#include "absl/status/status.h"
#include "services/edge/status_macros.h"
#include "services/identity/pem.h"
#include "services/identity/small_file.h"

namespace throughgate::identity {
namespace {

constexpr std::size_t kPemBytesMax = std::size_t{1} << 20;
constexpr unsigned int kSecondsBetweenReads = 1;

absl::StatusOr<Certificate> ReadCertificateFile(const std::string& path) {
  ASSIGN_OR_RETURN(const SmallFile file, ReadSmallFile(path, kPemBytesMax));
  Certificate certificate = ReadCertificate(file.bytes);
  if (certificate != nullptr) return certificate;
  return absl::InvalidArgumentError(path + " holds no certificate in PEM");
}

absl::Status CheckKeyAndCertificate(const ServerTls& tls) {
  ASSIGN_OR_RETURN(const Certificate certificate, ReadCertificateFile(tls.certificate_file));
  ASSIGN_OR_RETURN(const SmallFile file, ReadSmallFile(tls.key_file, kPemBytesMax));
  const EvpKey key = ReadPrivateKey(file.bytes);
  if (key == nullptr) {
    return absl::InvalidArgumentError(tls.key_file +
                                      " holds no private key in PEM without a password");
  }
  const OpenSslErrors errors;
  if (X509_check_private_key(certificate.get(), key.get()) == 1) return absl::OkStatus();
  return absl::InvalidArgumentError(tls.key_file + " is not the key of the certificate in " +
                                    tls.certificate_file);
}

absl::Status CheckClientCa(const ServerTls& tls) {
  if (tls.client_certificates == ClientCertificates::kNotAsked) return absl::OkStatus();
  if (tls.client_ca_file.empty()) {
    return absl::InvalidArgumentError(
        "client certificates need a file of the authorities that may sign them");
  }
  return ReadCertificateFile(tls.client_ca_file).status();
}

grpc_ssl_client_certificate_request_type RequestType(ClientCertificates asked) {
  switch (asked) {
    case ClientCertificates::kNotAsked:
      return GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE;
    case ClientCertificates::kIfGiven:
      return GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY;
    case ClientCertificates::kRequired:
      break;
  }
  return GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY;
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(
    const ServerTls& tls) {
  RETURN_IF_ERROR(CheckKeyAndCertificate(tls));
  RETURN_IF_ERROR(CheckClientCa(tls));
  const bool asks = tls.client_certificates != ClientCertificates::kNotAsked;
  grpc::experimental::TlsServerCredentialsOptions options(
      std::make_shared<grpc::experimental::FileWatcherCertificateProvider>(
          tls.key_file, tls.certificate_file, asks ? tls.client_ca_file : "",
          kSecondsBetweenReads));
  options.watch_identity_key_cert_pairs();
  if (asks) options.watch_root_certs();
  options.set_cert_request_type(RequestType(tls.client_certificates));
  return grpc::experimental::TlsServerCredentials(options);
}

std::vector<std::string_view> PeerSpiffeIds(const grpc::AuthContext& context) {
  std::vector<std::string_view> ids;
  if (!context.IsPeerAuthenticated()) return ids;
  for (const grpc::string_ref& id : context.FindPropertyValues(GRPC_PEER_SPIFFE_ID_PROPERTY_NAME)) {
    ids.emplace_back(id.data(), id.size());
  }
  return ids;
}

}  // namespace throughgate::identity
