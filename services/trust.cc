#include "services/trust.h"

#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/edge/loopback.h"
#include "services/edge/status_macros.h"
#include "services/identity/key_endpoint.h"
#include "services/identity/key_file.h"
#include "services/identity/local_key.h"
#include "services/identity/server_credentials.h"

namespace throughgate::services {
namespace {

constexpr std::string_view kHttps = "https://";

absl::StatusOr<std::unique_ptr<identity::KeySource>> OpenKeys(const TrustOptions& options,
                                                              const storage::Report& report) {
  if (std::string_view(options.jwks).starts_with(kHttps)) {
    return identity::OpenKeyEndpoint({.url = options.jwks, .ca_file = options.jwks_ca}, report);
  }
  return identity::KeyFile::Open(options.jwks, report);
}

absl::StatusOr<identity::TrustedIssuer> TrustLocalKey(const std::string& path) {
  ASSIGN_OR_RETURN(const identity::LocalKey key, identity::LocalKey::Load(path));
  ASSIGN_OR_RETURN(identity::KeySet keys, identity::KeySet::Parse(key.jwks()));
  return identity::TrustedIssuer{.issuer = identity::kLocalIssuer,
                                 .audience = identity::kLocalAudience,
                                 .keys = std::make_unique<identity::FixedKeys>(std::move(keys))};
}

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeCredentials(
    const TrustOptions& options) {
  using identity::ClientCertificates;
  // Whoever can have no token needs a certificate, and is told so before the first call.
  const bool tokens = !options.issuer.empty() || !options.local_key.empty();
  const ClientCertificates asked = options.client_ca.empty() ? ClientCertificates::kNotAsked
                                   : tokens                  ? ClientCertificates::kIfGiven
                                                             : ClientCertificates::kRequired;
  return identity::MakeServerCredentials({.key_file = options.tls_key,
                                          .certificate_file = options.tls_certificate,
                                          .client_ca_file = options.client_ca,
                                          .client_certificates = asked});
}

absl::Status Refused(const std::string& why) { return absl::InvalidArgumentError(why); }

}  // namespace

absl::Status CheckTrust(const TrustOptions& options, const std::string& address) {
  const bool has_issuer = !options.issuer.empty();
  if (has_issuer != !options.jwks.empty() || has_issuer != !options.audience.empty()) {
    return Refused("--issuer, --audience and --jwks belong together: give all three, or none");
  }
  if (!options.jwks_ca.empty() && !has_issuer) return Refused("--jwks-ca needs --jwks");
  const bool tls = !options.tls_certificate.empty();
  if (tls == options.tls_key.empty()) {
    return Refused("--tls-certificate and --tls-key belong together: give both, or neither");
  }
  if (!options.client_ca.empty() && !tls) {
    return Refused("--client-ca needs --tls-certificate and --tls-key");
  }
  const bool local_key = !options.local_key.empty();
  if (!has_issuer && options.client_ca.empty() && !local_key) {
    return Refused(
        "nobody could call: say whose tokens to take (--issuer, --audience and --jwks), whose "
        "certificates (--client-ca), or on this machine alone a key of your own (--local-key; "
        "`throughgate token new-key` makes one)");
  }
  if (IsLoopback(address)) return absl::OkStatus();
  if (local_key) return Refused("--local-key is for loopback addresses only");
  if (!tls) {
    return Refused(absl::StrCat("cannot listen on ", address,
                                " without TLS: give --tls-certificate and --tls-key, or listen on "
                                "127.0.0.1:PORT or [::1]:PORT"));
  }
  return absl::OkStatus();
}

absl::StatusOr<Trust> MakeTrust(const TrustOptions& options, const storage::Report& report) {
  std::vector<identity::TrustedIssuer> issuers;
  if (!options.issuer.empty()) {
    ASSIGN_OR_RETURN(auto keys, OpenKeys(options, report));
    issuers.push_back(
        {.issuer = options.issuer, .audience = options.audience, .keys = std::move(keys)});
  }
  if (!options.local_key.empty()) {
    ASSIGN_OR_RETURN(auto local, TrustLocalKey(options.local_key));
    issuers.push_back(std::move(local));
  }
  Trust trust;
  ASSIGN_OR_RETURN(trust.authenticator, identity::Authenticator::Make(std::move(issuers)));
  if (!options.tls_certificate.empty()) {
    ASSIGN_OR_RETURN(trust.credentials, MakeCredentials(options));
  }
  return trust;
}

}  // namespace throughgate::services
