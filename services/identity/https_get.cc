#include "services/identity/https_get.h"

#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>

#include <array>
#include <memory>
#include <string_view>

#include "absl/strings/str_format.h"
#include "services/edge/status_macros.h"

namespace throughgate::identity {
namespace {

constexpr long kOk = 200;

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

void PrepareCurl() {
  static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(prepared);
}

bool UrlHas(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  const bool has = curl_url_get(url, part, &text, 0) == CURLUE_OK && *text != '\0';
  curl_free(text);
  return has;
}

bool IsHttps(CURLU* url) {
  char* scheme = nullptr;
  const bool is = curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
                  std::string_view(scheme) == "https";
  curl_free(scheme);
  return is;
}

// A connection that the other side has closed refuses what is written to it, and does not end the
// program: libcurl leaves that to whoever forbids it to touch signals.
class NoPipeSignal {
 public:
  NoPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    constexpr timespec kNoTime = {};
    while (sigtimedwait(&pipe_, nullptr, &kNoTime) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  sigset_t pipe_;
  sigset_t before_;
};

struct Body {
  std::string bytes;
  std::size_t bytes_max;
};

std::size_t TakeBytes(char* bytes, std::size_t /*one*/, std::size_t size, void* body_pointer) {
  Body& body = *static_cast<Body*>(body_pointer);
  if (size > body.bytes_max - body.bytes.size()) return 0;  // which ends it
  body.bytes.append(bytes, size);
  return size;
}

// Asked several times a second; anything but 0 ends it.
int AskWhetherStopped(void* stopped, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return (*static_cast<absl::FunctionRef<bool()>*>(stopped))() ? 1 : 0;
}

void SetTrust(CURL* curl, const HttpsDocument& document) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (document.ca_file.empty()) return;
  curl_easy_setopt(curl, CURLOPT_CAINFO, document.ca_file.c_str());
  curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
}

absl::Status Failure(const HttpsDocument& document, const Body& body, CURLcode code,
                     const char* detail) {
  if (code == CURLE_WRITE_ERROR || code == CURLE_FILESIZE_EXCEEDED) {
    return absl::UnavailableError(
        absl::StrFormat("the answer has more than %d bytes", body.bytes_max));
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return absl::UnavailableError(
        absl::StrFormat("no answer within %s", absl::FormatDuration(document.timeout)));
  }
  const char* text = *detail != '\0' ? detail : curl_easy_strerror(code);
  return absl::UnavailableError(absl::StrFormat("cannot be fetched: %s", text));
}

}  // namespace

absl::Status CheckHttpsUrl(const std::string& url) {
  const Url parsed(curl_url(), curl_url_cleanup);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
      !IsHttps(parsed.get())) {
    return absl::InvalidArgumentError("keys are fetched from an https:// address only");
  }
  if (UrlHas(parsed.get(), CURLUPART_USER) || UrlHas(parsed.get(), CURLUPART_PASSWORD)) {
    return absl::InvalidArgumentError("the address of keys must not hold a user or password");
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> HttpsGet(const HttpsDocument& document,
                                     absl::FunctionRef<bool()> stopped) {
  RETURN_IF_ERROR(CheckHttpsUrl(document.url));
  const NoPipeSignal no_pipe_signal;
  PrepareCurl();
  const Curl curl(curl_easy_init(), curl_easy_cleanup);
  if (curl == nullptr) return absl::UnavailableError("libcurl does not start");
  Body body = {.bytes = {}, .bytes_max = document.bytes_max};
  std::array<char, CURL_ERROR_SIZE> detail{};
  SetTrust(curl.get(), document);
  curl_easy_setopt(curl.get(), CURLOPT_URL, document.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS,
                   static_cast<long>(absl::ToInt64Milliseconds(document.timeout)));
  curl_easy_setopt(curl.get(), CURLOPT_MAXFILESIZE, static_cast<long>(document.bytes_max));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &TakeBytes);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &body);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &AskWhetherStopped);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stopped);
  curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, detail.data());
  if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK) {
    return Failure(document, body, code, detail.data());
  }
  long answer = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
  if (answer == kOk) return std::move(body.bytes);
  return absl::UnavailableError(absl::StrFormat("the answer is HTTP %d, not 200", answer));
}

}  // namespace throughgate::identity
