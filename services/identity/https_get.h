// One document over HTTPS, by libcurl.
#ifndef THROUGHGATE_SERVICES_IDENTITY_HTTPS_GET_H_
#define THROUGHGATE_SERVICES_IDENTITY_HTTPS_GET_H_

#include <cstddef>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace throughgate::identity {

struct HttpsDocument {
  std::string url = {};      // https only
  std::string ca_file = {};  // PEM of whom to trust, nobody else; empty: whom this machine trusts
  std::size_t bytes_max = 65'536;
  absl::Duration timeout = absl::Seconds(5);  // for all of it
};

// Errors  kInvalidArgument  it is no https:// URL, or has a user or password in it.
absl::Status CheckHttpsUrl(const std::string& url);

// The body of the answer 200; redirects are not followed. TLS 1.2 at least, and the certificate
// must be for the host of the URL. Gives up within a second or so of `stopped` being true. A proxy
// is used where the environment names one (https_proxy, no_proxy).
//
// Errors  kInvalidArgument  of CheckHttpsUrl.
//         kUnavailable      all else, as a sentence for the operator.
// Threads  any.
absl::StatusOr<std::string> HttpsGet(const HttpsDocument& document,
                                     absl::FunctionRef<bool()> stopped);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_HTTPS_GET_H_
