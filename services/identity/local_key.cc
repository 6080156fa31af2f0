#include "services/identity/local_key.h"

#include <fcntl.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "services/edge/status_macros.h"
#include "services/identity/base64url.h"
#include "services/identity/identity.h"
#include "services/identity/pem.h"
#include "services/identity/small_file.h"
#include "services/identity/token.h"

namespace throughgate::identity {
namespace {

constexpr std::size_t kPemBytesMax = 16'384;
constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kOthers = 0077;

// The public part as a JSON Web Key, with the members that its thumbprint is of, sorted.
nlohmann::json PublicPart(const evp_pkey_st& key) {
  const auto [x, y] = PointOf(key);
  return {{"crv", "P-256"}, {"kty", "EC"}, {"x", Base64Url(x)}, {"y", Base64Url(y)}};
}

std::string Thumbprint(const nlohmann::json& jwk) {
  const auto digest = Sha256(jwk.dump());
  return Base64Url({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

// False with errno when that fails.
bool WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(descriptor) == 0;
}

}  // namespace

absl::Status LocalKey::Create(const std::string& path) {
  const EvpKey key(EVP_EC_gen("P-256"));
  if (key == nullptr) return absl::InternalError("OpenSSL makes no key");
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
  if (descriptor < 0) {
    return errno == EEXIST ? absl::AlreadyExistsError(path + " is there already, and is kept")
                           : absl::ErrnoToStatus(errno, "cannot make " + path);
  }
  const absl::Cleanup close_it = [descriptor] { close(descriptor); };
  if (WriteAll(descriptor, WritePrivateKey(*key))) return absl::OkStatus();
  absl::Status failure = absl::ErrnoToStatus(errno, "cannot write " + path);
  unlink(path.c_str());
  return failure;
}

absl::StatusOr<LocalKey> LocalKey::Load(const std::string& path) {
  ASSIGN_OR_RETURN(const SmallFile file, ReadSmallFile(path, kPemBytesMax));
  if ((file.permissions & kOthers) != 0) {
    return absl::FailedPreconditionError(
        path + " may be read or written by others than its owner: chmod 600 " + path);
  }
  EvpKey key = ReadPrivateKey(file.bytes);
  if (key == nullptr || PointOf(*key).first.empty()) {
    return absl::InvalidArgumentError(path + " holds no private key on P-256 without a password");
  }
  return LocalKey(std::move(key));
}

LocalKey::LocalKey(EvpKey key) : key_(std::move(key)) {
  nlohmann::json jwk = PublicPart(*key_);
  kid_ = Thumbprint(jwk);
  jwk["kid"] = kid_;
  jwk["alg"] = "ES256";
  jwk["use"] = "sig";
  jwks_ = nlohmann::json{{"keys", {std::move(jwk)}}}.dump();
}

absl::StatusOr<std::string> LocalKey::Mint(std::string_view subject, absl::Time now,
                                           absl::Duration lifetime) const {
  if (!IsTokenSubject(subject)) {
    return absl::InvalidArgumentError(
        "a subject is 1 to 200 visible ASCII characters without spaces, and no spiffe:// URI");
  }
  if (lifetime < absl::Seconds(1) || lifetime > kTokenLifetimeMax) {
    return absl::InvalidArgumentError("a token is for 1 second to 24 hours");
  }
  const std::int64_t issued_at = absl::ToUnixSeconds(now);
  const nlohmann::json header = {{"alg", "ES256"}, {"kid", kid_}, {"typ", "JWT"}};
  const nlohmann::json claims = {{"iss", kLocalIssuer},
                                 {"aud", kLocalAudience},
                                 {"sub", subject},
                                 {"iat", issued_at},
                                 {"exp", issued_at + absl::ToInt64Seconds(lifetime)}};
  const std::string signed_part = Base64Url(header.dump()) + "." + Base64Url(claims.dump());
  ASSIGN_OR_RETURN(const std::string signature, SignEs256(*key_, signed_part));
  return signed_part + "." + Base64Url(signature);
}

}  // namespace throughgate::identity
