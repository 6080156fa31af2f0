#include "services/identity/key_endpoint.h"

#include <cstddef>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_format.h"
#include "services/edge/status_macros.h"
#include "services/identity/fetched_keys.h"
#include "services/identity/https_get.h"
#include "services/identity/small_file.h"

namespace throughgate::identity {
namespace {

constexpr std::size_t kCaBytesMax = std::size_t{4} << 20;

}  // namespace

absl::StatusOr<std::unique_ptr<KeySource>> OpenKeyEndpoint(const KeyEndpoint& endpoint,
                                                           Report report) {
  RETURN_IF_ERROR(CheckHttpsUrl(endpoint.url));
  if (endpoint.refresh < kKeyRefreshMin || endpoint.refresh > kKeyRefreshMax) {
    return absl::InvalidArgumentError(absl::StrFormat(
        "keys are fetched every %s to %s, not every %s", absl::FormatDuration(kKeyRefreshMin),
        absl::FormatDuration(kKeyRefreshMax), absl::FormatDuration(endpoint.refresh)));
  }
  if (!endpoint.ca_file.empty()) {
    RETURN_IF_ERROR(ReadSmallFile(endpoint.ca_file, kCaBytesMax).status());
  }
  const HttpsDocument document = {
      .url = endpoint.url, .ca_file = endpoint.ca_file, .bytes_max = kKeySetBytesMax};
  return std::make_unique<FetchedKeys>(
      endpoint.url,
      [document](absl::FunctionRef<bool()> stopped) { return HttpsGet(document, stopped); },
      FetchedKeys::Pace{.refresh = endpoint.refresh}, std::move(report));
}

}  // namespace throughgate::identity
