// Keys that an issuer publishes at an https:// address (its `jwks_uri`).
#ifndef THROUGHGATE_SERVICES_IDENTITY_KEY_ENDPOINT_H_
#define THROUGHGATE_SERVICES_IDENTITY_KEY_ENDPOINT_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/identity/key_source.h"

namespace throughgate::identity {

inline constexpr absl::Duration kKeyRefreshMin = absl::Minutes(5);
inline constexpr absl::Duration kKeyRefreshMax = absl::Hours(24);

struct KeyEndpoint {
  std::string url = {};
  std::string ca_file = {};  // PEM; empty: the authorities that this machine trusts
  absl::Duration refresh = absl::Minutes(10);
};

// As FetchedKeys: waits for the first fetch, at most five seconds, and begins without keys when it
// fails.
//
// Errors  kInvalidArgument  the URL is not https://, or `refresh` out of its bounds.
//         those of ReadSmallFile, for the CA file.
absl::StatusOr<std::unique_ptr<KeySource>> OpenKeyEndpoint(const KeyEndpoint& endpoint,
                                                           Report report);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_KEY_ENDPOINT_H_
