#include "services/identity/identity.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace throughgate::identity {
namespace {

constexpr std::string_view kSpiffeScheme = "spiffe://";

bool IsVisibleAscii(std::string_view text) {
  return !text.empty() && text.size() <= kSubjectBytesMax &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return absl::ascii_isgraph(static_cast<unsigned char>(c)); });
}

// Whatever its case, so that nobody passes for a service before an inattentive reader.
bool HasSpiffeScheme(std::string_view text) {
  return text.size() >= kSpiffeScheme.size() &&
         std::equal(kSpiffeScheme.begin(), kSpiffeScheme.end(), text.begin(), [](char a, char b) {
           return a == absl::ascii_tolower(static_cast<unsigned char>(b));
         });
}

}  // namespace

bool IsTokenSubject(std::string_view text) {
  return IsVisibleAscii(text) && !HasSpiffeScheme(text);
}

bool IsSpiffeId(std::string_view text) {
  return IsVisibleAscii(text) && text.starts_with(kSpiffeScheme) &&
         text.size() > kSpiffeScheme.size();
}

std::string_view RefusalCode(Refusal refusal) {
  switch (refusal) {
    case Refusal::kNoCredentials:
      return "no credentials";
    case Refusal::kAuthorization:
      return "authorization";
    case Refusal::kCertificate:
      return "certificate";
    case Refusal::kMalformed:
      return "malformed";
    case Refusal::kAlgorithm:
      return "algorithm";
    case Refusal::kKeyUnknown:
      return "key unknown";
    case Refusal::kSignature:
      return "signature";
    case Refusal::kIssuer:
      return "issuer";
    case Refusal::kAudience:
      return "audience";
    case Refusal::kExpired:
      return "expired";
    case Refusal::kNotYetValid:
      return "not yet valid";
    case Refusal::kLifetime:
      return "lifetime";
    case Refusal::kSubject:
      return "subject";
  }
  return "malformed";
}

absl::Status Refused(Refusal refusal) {
  return absl::UnauthenticatedError(std::string(RefusalCode(refusal)));
}

bool IsRefusedFor(Refusal refusal, const absl::Status& status) {
  return absl::IsUnauthenticated(status) &&
         std::string_view(status.message().data(), status.message().size()) == RefusalCode(refusal);
}

}  // namespace throughgate::identity
