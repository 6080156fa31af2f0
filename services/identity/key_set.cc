#include "services/identity/key_set.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_format.h"
#include "services/edge/status_macros.h"
#include "services/identity/public_key.h"
#include "services/identity/strict_json.h"

namespace throughgate::identity {
namespace {

using Json = nlohmann::json;

// As an error names it: its kid, or its place.
std::string NameOf(const Json& jwk, std::size_t place) {
  const std::string* kid = jwk.is_object() ? TextMember(jwk, "kid") : nullptr;
  if (kid == nullptr) return absl::StrFormat("key %d of the key set", place + 1);
  return absl::StrFormat("the key \"%s\"", absl::CHexEscape(kid->substr(0, kKidBytesMax)));
}

// That no key of the set is what only its owner, or nobody, may know; and that what says how a key
// is used can be read.
absl::Status CheckMembers(const Json& jwk, const std::string& name) {
  if (!jwk.is_object()) return absl::InvalidArgumentError(name + " is not an object");
  for (const char* secret : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"}) {
    if (!jwk.contains(secret)) continue;
    return absl::InvalidArgumentError(
        name + " shows its private part: make another, and publish its public part only");
  }
  for (const char* member : {"kty", "crv", "alg", "use", "kid"}) {
    if (!jwk.contains(member) || TextMember(jwk, member) != nullptr) continue;
    return absl::InvalidArgumentError(absl::StrFormat("%s has a %s that is no text", name, member));
  }
  return absl::OkStatus();
}

std::optional<Algorithm> AlgorithmOf(const Json& jwk) {
  const std::string type = jwk.value("kty", "");
  if (type == "RSA") return Algorithm::kRs256;
  if (type == "EC" && jwk.value("crv", "") == "P-256") return Algorithm::kEs256;
  return std::nullopt;
}

// Whether what the key says of itself lets it verify that algorithm.
bool IsFor(Algorithm algorithm, const Json& jwk) {
  const std::string name(AlgorithmName(algorithm));
  if (jwk.value("alg", name) != name || jwk.value("use", "sig") != "sig") return false;
  const Json* operations = Member(jwk, "key_ops");
  if (operations == nullptr) return true;
  return operations->is_array() &&
         std::find(operations->begin(), operations->end(), "verify") != operations->end();
}

absl::StatusOr<VerifyingKey> ReadKey(Algorithm algorithm, const Json& jwk,
                                     const std::string& name) {
  const bool is_rsa = algorithm == Algorithm::kRs256;
  VerifyingKey key = {algorithm, is_rsa ? ReadRsaKey(jwk) : ReadP256Key(jwk)};
  if (key.key != nullptr) return key;
  if (!is_rsa) return absl::InvalidArgumentError(name + " is no point of P-256: see its x and y");
  return absl::InvalidArgumentError(absl::StrFormat(
      "%s is no sound RSA key of %d to %d bits: see its n and e", name, kRsaBitsMin, kRsaBitsMax));
}

}  // namespace

absl::StatusOr<KeySet> KeySet::Parse(std::string_view jwks) {
  if (jwks.size() > kKeySetBytesMax) {
    return absl::InvalidArgumentError(
        absl::StrFormat("the key set has more than %d bytes", kKeySetBytesMax));
  }
  const std::optional<Json> json = ParseStrictJson(jwks);
  const Json* keys = json ? Member(*json, "keys") : nullptr;
  if (keys == nullptr || !keys->is_array()) {
    return absl::InvalidArgumentError(
        "this is no JSON Web Key Set: an object with an array `keys`, and no member twice");
  }
  if (keys->size() > kKeysMax) {
    return absl::InvalidArgumentError(
        absl::StrFormat("the key set has more than %d keys", kKeysMax));
  }
  KeySet set;
  for (std::size_t i = 0; i < keys->size(); ++i) {
    const Json& jwk = (*keys)[i];
    const std::string name = NameOf(jwk, i);
    RETURN_IF_ERROR(CheckMembers(jwk, name));
    const std::optional<Algorithm> algorithm = AlgorithmOf(jwk);
    const std::string* kid = TextMember(jwk, "kid");
    if (!algorithm || !IsFor(*algorithm, jwk) || kid == nullptr) continue;
    if (kid->empty() || kid->size() > kKidBytesMax) {
      return absl::InvalidArgumentError(
          absl::StrFormat("%s has a kid that is empty or above %d bytes", name, kKidBytesMax));
    }
    ASSIGN_OR_RETURN(VerifyingKey key, ReadKey(*algorithm, jwk, name));
    if (!set.keys_.emplace(*kid, std::move(key)).second) {
      return absl::InvalidArgumentError(name + " is there twice: give each key a kid of its own");
    }
  }
  if (set.keys_.empty()) {
    return absl::InvalidArgumentError(
        "the key set has no key to verify signatures with: RSA, or EC on P-256, with a kid");
  }
  return set;
}

const VerifyingKey* KeySet::Find(std::string_view kid) const {
  const auto found = keys_.find(kid);
  return found == keys_.end() ? nullptr : &found->second;
}

}  // namespace throughgate::identity
