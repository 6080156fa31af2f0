// Who calls, once it is proved. Of what they may do this folder knows nothing.
#ifndef THROUGHGATE_SERVICES_IDENTITY_IDENTITY_H_
#define THROUGHGATE_SERVICES_IDENTITY_IDENTITY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace throughgate::identity {

// Issuer and subject together name a caller: two issuers may use one subject for two people.
struct Identity {
  std::string issuer;     // of the token; empty for a certificate
  std::string subject;    // of the token, or the certificate's SPIFFE ID
  absl::Time expires_at;  // of the token; infinite for a certificate, which TLS has checked
  bool operator==(const Identity&) const = default;
};

// Bytes of a subject or a SPIFFE ID.
inline constexpr std::size_t kSubjectBytesMax = 200;

// 1 to kSubjectBytesMax bytes of visible ASCII that do not look like a SPIFFE ID, so that no issuer
// of tokens can name a service.
bool IsTokenSubject(std::string_view text);
// "spiffe://…", at most kSubjectBytesMax bytes of visible ASCII.
bool IsSpiffeId(std::string_view text);

// Why somebody is not taken for whom they claim to be: for logs, counters and tests. Callers are
// told one sentence for all of them, since the difference helps only whoever guesses.
enum class Refusal : std::uint8_t {
  kNoCredentials,  // neither a token nor a certificate
  kAuthorization,  // an authorization header that is not one bearer token
  kCertificate,    // a client certificate without exactly one SPIFFE ID
  kMalformed,      // no compact JWS of the profile in token.h
  kAlgorithm,      // another algorithm than the key's
  kKeyUnknown,
  kSignature,
  kIssuer,
  kAudience,
  kExpired,
  kNotYetValid,
  kLifetime,  // longer than kTokenLifetimeMax
  kSubject,
};

// "key unknown".
std::string_view RefusalCode(Refusal refusal);
// kUnauthenticated; its message is the code, and nothing of what the caller sent.
absl::Status Refused(Refusal refusal);
bool IsRefusedFor(Refusal refusal, const absl::Status& status);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_IDENTITY_H_
