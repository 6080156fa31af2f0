#include "services/cli/commands/credentials.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/edge/loopback.h"
#include "services/edge/status_macros.h"
#include "services/identity/pem.h"
#include "services/identity/small_file.h"
#include "services/identity/token.h"

namespace throughgate::cli {
namespace {

constexpr std::size_t kPemBytesMax = std::size_t{1} << 20;

bool UsesTls(const CredentialOptions& options) {
  return options.tls || !options.tls_ca.empty() || !options.tls_certificate.empty() ||
         !options.tls_key.empty();
}

// What is in a file of certificates, or of a key; "" when none was given.
template <typename Read>
absl::StatusOr<std::string> ReadPem(const std::string& path, Read read, absl::string_view what) {
  if (path.empty()) return "";
  ASSIGN_OR_RETURN(identity::SmallFile file, identity::ReadSmallFile(path, kPemBytesMax));
  if (read(file.bytes) != nullptr) return std::move(file.bytes);
  return absl::InvalidArgumentError(absl::StrCat(path, " holds no ", what, " in PEM"));
}

absl::StatusOr<std::string> ReadCertificates(const std::string& path) {
  return ReadPem(path, identity::ReadCertificate, "certificate");
}

bool IsVisible(char c) { return absl::ascii_isgraph(static_cast<unsigned char>(c)); }

absl::StatusOr<std::string> CheckToken(absl::string_view text, absl::string_view from) {
  const absl::string_view token = absl::StripAsciiWhitespace(text);
  if (!token.empty() && token.size() <= identity::kTokenBytesMax &&
      std::ranges::all_of(token, IsVisible)) {
    return std::string(token);
  }
  return absl::InvalidArgumentError(
      absl::StrCat(from, " holds no token: one is at most ", identity::kTokenBytesMax,
                   " visible characters without blanks, as `throughgate token mint` prints it"));
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> MakeChannelCredentials(
    const CredentialOptions& options, const std::string& server) {
  if (options.tls_certificate.empty() != options.tls_key.empty()) {
    return absl::InvalidArgumentError(
        "--tls-certificate and --tls-key belong together: give both, or neither");
  }
  if (!UsesTls(options)) {
    if (services::IsLoopback(server)) return grpc::InsecureChannelCredentials();
    return absl::InvalidArgumentError(absl::StrCat(
        "nothing was sent to ", server,
        ": without TLS a token, and what is asked, could be read on the way. Give --tls, or "
        "--tls-ca FILE; a server on this machine is 127.0.0.1:PORT or [::1]:PORT"));
  }
  grpc::SslCredentialsOptions ssl;
  ASSIGN_OR_RETURN(ssl.pem_root_certs, ReadCertificates(options.tls_ca));
  ASSIGN_OR_RETURN(ssl.pem_cert_chain, ReadCertificates(options.tls_certificate));
  ASSIGN_OR_RETURN(ssl.pem_private_key, ReadPem(options.tls_key, identity::ReadPrivateKey,
                                                "private key without a password"));
  return grpc::SslCredentials(ssl);
}

absl::StatusOr<std::string> ReadToken(const CredentialOptions& options) {
  if (options.token_file.empty()) {
    return options.token.empty() ? "" : CheckToken(options.token, "--token");
  }
  // Blanks around it are allowed for.
  ASSIGN_OR_RETURN(const identity::SmallFile file,
                   identity::ReadSmallFile(options.token_file, 2 * identity::kTokenBytesMax));
  return CheckToken(file.bytes, options.token_file);
}

}  // namespace throughgate::cli
