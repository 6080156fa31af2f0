#include "services/identity/token.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/match.h"
#include "services/edge/status_macros.h"
#include "services/identity/base64url.h"
#include "services/identity/strict_json.h"

namespace throughgate::identity {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kLastSecond = 253'402'300'799;  // of the year 9999

// The three parts of a compact JWS, decoded.
struct Parts {
  std::string_view signed_part;  // the first two, as they stand
  std::string header;
  std::string claims;
  std::string signature;
};

std::optional<Parts> Split(std::string_view compact) {
  if (compact.size() > kTokenBytesMax) return std::nullopt;
  const std::size_t first = compact.find('.');
  const std::size_t last = compact.rfind('.');
  // A third dot would stand in the claims, where none is base64.
  if (first == last) return std::nullopt;
  auto header = FromBase64Url(compact.substr(0, first));
  auto claims = FromBase64Url(compact.substr(first + 1, last - first - 1));
  auto signature = FromBase64Url(compact.substr(last + 1));
  if (!header || !claims || !signature) return std::nullopt;
  return Parts{compact.substr(0, last), *std::move(header), *std::move(claims),
               *std::move(signature)};
}

std::optional<Algorithm> AlgorithmCalled(std::string_view name) {
  for (const Algorithm algorithm : {Algorithm::kRs256, Algorithm::kEs256}) {
    if (name == AlgorithmName(algorithm)) return algorithm;
  }
  return std::nullopt;
}

bool IsKnownType(const Json& header) {
  if (!header.contains("typ")) return true;
  const std::string* type = TextMember(header, "typ");
  return type != nullptr &&
         (absl::EqualsIgnoreCase(*type, "JWT") || absl::EqualsIgnoreCase(*type, "at+jwt"));
}

// One text, or an array of texts.
std::optional<std::vector<std::string>> TextsOf(const Json& json) {
  if (json.is_string()) return std::vector{json.get<std::string>()};
  if (!json.is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const Json& text : json) {
    if (!text.is_string()) return std::nullopt;
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

std::optional<absl::Time> TimeOf(const Json& json) {
  if (!json.is_number_unsigned()) return std::nullopt;
  const auto seconds = json.get<std::uint64_t>();
  if (seconds > kLastSecond) return std::nullopt;
  return absl::FromUnixSeconds(static_cast<std::int64_t>(seconds));
}

// A claim that may be missing, but not malformed.
absl::Status ReadTime(const Json& claims, const char* name, std::optional<absl::Time>& time) {
  const Json* claim = Member(claims, name);
  if (claim == nullptr) return absl::OkStatus();
  time = TimeOf(*claim);
  return time ? absl::OkStatus() : Refused(Refusal::kMalformed);
}

}  // namespace

absl::StatusOr<Token> Token::Parse(std::string_view compact) {
  std::optional<Parts> parts = Split(compact);
  if (!parts) return Refused(Refusal::kMalformed);
  Token token;
  RETURN_IF_ERROR(token.ReadHeader(parts->header));
  RETURN_IF_ERROR(token.ReadClaims(parts->claims));
  token.signed_part_ = parts->signed_part;
  token.signature_ = std::move(parts->signature);
  return token;
}

absl::Status Token::ReadHeader(std::string_view json) {
  const std::optional<Json> header = ParseStrictJson(json);
  const std::string* name = header ? TextMember(*header, "alg") : nullptr;
  if (name == nullptr) return Refused(Refusal::kMalformed);
  const std::optional<Algorithm> algorithm = AlgorithmCalled(*name);
  if (!algorithm) return Refused(Refusal::kAlgorithm);
  const std::string* key_id = TextMember(*header, "kid");
  if (key_id == nullptr || header->contains("crit") || !IsKnownType(*header)) {
    return Refused(Refusal::kMalformed);
  }
  algorithm_ = *algorithm;
  key_id_ = *key_id;
  return absl::OkStatus();
}

absl::Status Token::ReadClaims(std::string_view json) {
  const std::optional<Json> claims = ParseStrictJson(json);
  const std::string* issuer = claims ? TextMember(*claims, "iss") : nullptr;
  const Json* audience = claims ? Member(*claims, "aud") : nullptr;
  std::optional<std::vector<std::string>> audiences = audience ? TextsOf(*audience) : std::nullopt;
  if (issuer == nullptr || !audiences) return Refused(Refusal::kMalformed);
  std::optional<absl::Time> expires_at;
  RETURN_IF_ERROR(ReadTime(*claims, "exp", expires_at));
  RETURN_IF_ERROR(ReadTime(*claims, "nbf", not_before_));
  RETURN_IF_ERROR(ReadTime(*claims, "iat", issued_at_));
  if (!expires_at) return Refused(Refusal::kMalformed);
  const std::string* subject = TextMember(*claims, "sub");
  if (subject == nullptr || !IsTokenSubject(*subject)) return Refused(Refusal::kSubject);
  issuer_ = *issuer;
  audiences_ = *std::move(audiences);
  subject_ = *subject;
  expires_at_ = *expires_at;
  return absl::OkStatus();
}

absl::StatusOr<Identity> Token::Verify(const KeySet& keys, std::string_view issuer,
                                       std::string_view audience, absl::Time now) const {
  const VerifyingKey* key = keys.Find(key_id_);
  if (key == nullptr) return Refused(Refusal::kKeyUnknown);
  if (key->algorithm != algorithm_) return Refused(Refusal::kAlgorithm);
  if (!IsSignedBy(*key, signed_part_, signature_)) return Refused(Refusal::kSignature);
  if (issuer_ != issuer) return Refused(Refusal::kIssuer);
  if (std::find(audiences_.begin(), audiences_.end(), audience) == audiences_.end()) {
    return Refused(Refusal::kAudience);
  }
  RETURN_IF_ERROR(CheckTimes(now));
  return Identity{issuer_, subject_, expires_at_};
}

absl::Status Token::CheckTimes(absl::Time now) const {
  if (now >= expires_at_ + kClockSkew) return Refused(Refusal::kExpired);
  const absl::Time latest = now + kClockSkew;
  if (latest < not_before_.value_or(now) || latest < issued_at_.value_or(now)) {
    return Refused(Refusal::kNotYetValid);
  }
  if (expires_at_ - issued_at_.value_or(now) > kTokenLifetimeMax) {
    return Refused(Refusal::kLifetime);
  }
  return absl::OkStatus();
}

}  // namespace throughgate::identity
