// What a call proves its caller by, and how the server is reached.
#ifndef THROUGHGATE_SERVICES_CLI_COMMANDS_CREDENTIALS_H_
#define THROUGHGATE_SERVICES_CLI_COMMANDS_CREDENTIALS_H_

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace throughgate::cli {

// As typed, or from the environment. Empty: not given.
struct CredentialOptions {
  std::string token;
  std::string token_file;
  bool tls = false;             // with the roots that this machine trusts
  std::string tls_ca;           // a file of certificates to trust the server by, instead of those
  std::string tls_certificate;  // a file with the caller's own certificate, for mutual TLS
  std::string tls_key;          // a file with its key
};

// How to reach `server` as `options` say. Files are read now.
//
// Errors  kInvalidArgument  a sentence: a certificate without its key, or a server that is not on
//                           this machine and would be talked to in the clear.
//         and those of reading the files.
absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> MakeChannelCredentials(
    const CredentialOptions& options, const std::string& server);

// The token to send now, without blanks around it; "" where none was given. A file is read each
// time, so that whatever renews it is followed.
//
// Errors  kInvalidArgument  a sentence: what there is is no token.
//         and those of reading the file.
absl::StatusOr<std::string> ReadToken(const CredentialOptions& options);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_COMMANDS_CREDENTIALS_H_
