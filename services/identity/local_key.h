// A key of one's own, with which whoever may read its file issues tokens to a server that trusts
// it: for trying the service, and for sites without an issuer.
#ifndef THROUGHGATE_SERVICES_IDENTITY_LOCAL_KEY_H_
#define THROUGHGATE_SERVICES_IDENTITY_LOCAL_KEY_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/identity/signature.h"

namespace throughgate::identity {

inline constexpr char kLocalIssuer[] = "throughgate-local";
inline constexpr char kLocalAudience[] = "throughgate";
inline constexpr absl::Duration kLocalLifetime = absl::Minutes(15);

// A private key on P-256.
//
// Threads  any.
class LocalKey {
 public:
  // Makes a key and writes it to `path` as PEM, which only the file's owner may read.
  //
  // Errors  kAlreadyExists  there is such a file, which stays as it is.
  //         those of the file system, as a sentence with the path.
  static absl::Status Create(const std::string& path);

  // Errors  those of ReadSmallFile.
  //         kFailedPrecondition  others than its owner may read or write the file.
  //         kInvalidArgument     it holds no private key on P-256, or one under a password.
  static absl::StatusOr<LocalKey> Load(const std::string& path);

  // The public part as a JSON Web Key Set, for KeySet::Parse or another server's key file. Its kid
  // is the key's thumbprint (RFC 7638).
  const std::string& jwks() const { return jwks_; }

  // A token of kLocalIssuer for kLocalAudience.
  //
  // Errors  kInvalidArgument  IsTokenSubject(subject) is false, or `lifetime` is not 1 second to
  //                           kTokenLifetimeMax.
  absl::StatusOr<std::string> Mint(std::string_view subject, absl::Time now,
                                   absl::Duration lifetime = kLocalLifetime) const;

 private:
  explicit LocalKey(EvpKey key);

  EvpKey key_;
  std::string kid_;
  std::string jwks_;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_LOCAL_KEY_H_
