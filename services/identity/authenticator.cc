#include "services/identity/authenticator.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/edge/status_macros.h"
#include "services/identity/signature.h"
#include "services/identity/token.h"

namespace throughgate::identity {
namespace {

// The token in "Bearer <token>"; as RFC 7235 has it, the scheme is in any case.
std::optional<std::string_view> BearerToken(std::string_view header) {
  constexpr absl::string_view kScheme = "Bearer ";
  if (!absl::StartsWithIgnoreCase({header.data(), header.size()}, kScheme)) return std::nullopt;
  return header.substr(kScheme.size());
}

absl::StatusOr<Identity> FromCertificate(absl::Span<const std::string_view> spiffe_ids) {
  if (spiffe_ids.empty()) return Refused(Refusal::kNoCredentials);
  if (spiffe_ids.size() > 1 || !IsSpiffeId(spiffe_ids[0])) return Refused(Refusal::kCertificate);
  return Identity{
      .issuer = "", .subject = std::string(spiffe_ids[0]), .expires_at = absl::InfiniteFuture()};
}

}  // namespace

absl::StatusOr<std::unique_ptr<Authenticator>> Authenticator::Make(
    std::vector<TrustedIssuer> issuers) {
  std::set<std::string> names;
  for (const TrustedIssuer& issuer : issuers) {
    if (issuer.issuer.empty() || issuer.audience.empty() || issuer.keys == nullptr) {
      return absl::InvalidArgumentError("a trusted issuer needs a name, an audience and keys");
    }
    if (!names.insert(issuer.issuer).second) {
      return absl::InvalidArgumentError("the trusted issuer " + issuer.issuer + " is there twice");
    }
  }
  return std::unique_ptr<Authenticator>(new Authenticator(std::move(issuers)));
}

absl::StatusOr<Identity> Authenticator::Authenticate(
    absl::Span<const std::string_view> authorization, absl::Span<const std::string_view> spiffe_ids,
    absl::Time now) {
  if (authorization.empty()) return FromCertificate(spiffe_ids);
  const auto token = authorization.size() == 1 ? BearerToken(authorization[0]) : std::nullopt;
  if (!token) return Refused(Refusal::kAuthorization);
  return AuthenticateToken(*token, now);
}

absl::StatusOr<Identity> Authenticator::AuthenticateToken(std::string_view compact,
                                                          absl::Time now) {
  if (compact.size() > kTokenBytesMax) return Refused(Refusal::kMalformed);
  const TokenCache::Digest digest = Sha256(compact);
  if (auto known = cache_.Find(digest, now)) return *std::move(known);
  absl::StatusOr<Identity> identity = VerifyToken(compact, now);
  if (identity.ok()) cache_.Keep(digest, *identity, now);
  return identity;
}

absl::StatusOr<Identity> Authenticator::VerifyToken(std::string_view compact, absl::Time now) {
  ASSIGN_OR_RETURN(const Token token, Token::Parse(compact));
  const auto issuer = std::find_if(
      issuers_.begin(), issuers_.end(),
      [&token](const TrustedIssuer& trusted) { return trusted.issuer == token.claimed_issuer(); });
  if (issuer == issuers_.end()) return Refused(Refusal::kIssuer);
  absl::StatusOr<Identity> identity =
      token.Verify(*issuer->keys->Current(), issuer->issuer, issuer->audience, now);
  if (IsRefusedFor(Refusal::kKeyUnknown, identity.status())) issuer->keys->NoteUnknownKey();
  return identity;
}

}  // namespace throughgate::identity
