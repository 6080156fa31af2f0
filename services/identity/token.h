// A JSON Web Token in its compact form (RFC 7515, 7519), by a narrow profile.
//
//   RETURN_IF_ERROR(token = Token::Parse(text));
//   keys = those of whoever token.claimed_issuer() is
//   identity = token.Verify(keys, issuer, audience, now)
//
// header  `alg` RS256 or ES256, and that of the key; `kid`; `typ` absent, "JWT" or "at+jwt"; no
//         `crit`. Keys that the header brings along (`jwk`, `jku`, `x5c`, `x5u`) are not looked at.
// claims  `iss`, `aud`, `sub`, `exp`; `nbf` and `iat` where they are there. Times in whole seconds.
//
// Why  the usual holes of JWT are choices left to whoever sends one. Here there is none.
#ifndef THROUGHGATE_SERVICES_IDENTITY_TOKEN_H_
#define THROUGHGATE_SERVICES_IDENTITY_TOKEN_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/identity/identity.h"
#include "services/identity/key_set.h"

namespace throughgate::identity {

inline constexpr std::size_t kTokenBytesMax = 8'192;
// By which clocks may differ.
inline constexpr absl::Duration kClockSkew = absl::Seconds(60);
// From `iat`, or from now where there is none, to `exp`.
inline constexpr absl::Duration kTokenLifetimeMax = absl::Hours(24);

// Threads  any.
class Token {
 public:
  // Reads a token and believes nothing of it. Lifetime: of `compact`.
  //
  // Errors  Refused(kMalformed, kAlgorithm or kSubject).
  // Cost    some 10 microseconds.
  static absl::StatusOr<Token> Parse(std::string_view compact);

  // Who is said to have issued it: to find keys by, no more.
  const std::string& claimed_issuer() const { return issuer_; }

  // Errors  Refused, for the first fault in this order: the key, the signature, then the claims.
  // Cost    that of IsSignedBy.
  absl::StatusOr<Identity> Verify(const KeySet& keys, std::string_view issuer,
                                  std::string_view audience, absl::Time now) const;

 private:
  Token() = default;
  absl::Status ReadHeader(std::string_view json);
  absl::Status ReadClaims(std::string_view json);
  absl::Status CheckTimes(absl::Time now) const;

  std::string_view signed_part_;
  std::string signature_;
  Algorithm algorithm_ = Algorithm::kRs256;
  std::string key_id_;
  std::string issuer_;
  std::vector<std::string> audiences_;
  std::string subject_;
  absl::Time expires_at_;
  std::optional<absl::Time> not_before_;
  std::optional<absl::Time> issued_at_;
};

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_TOKEN_H_
