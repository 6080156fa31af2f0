#include "services/identity/key_endpoint.h"

#include <gtest/gtest.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include <fstream>
#include <thread>
#include <vector>

#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "services/identity/fetched_keys.h"
#include "services/identity/https_get.h"
#include "services/identity/testing/https_server.h"
#include "services/identity/testing/signing_key.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::identity {
namespace {

using absl::StatusCode;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kHere[] = "DNS:localhost,IP:127.0.0.1";

class Https : public testing::Test {
 protected:
  Https() {
    setenv("no_proxy", "*", /*overwrite=*/1);
    std::ofstream(ca_file_) << authority_.certificate();
    std::ofstream(other_ca_file_) << TestAuthority().certificate();
  }
  HttpsDocument Document() const { return {.url = server_.url(), .ca_file = ca_file_}; }
  static absl::StatusOr<std::string> Get(const HttpsDocument& document) {
    return HttpsGet(document, [] { return false; });
  }

  TempDirectory directory_;
  const std::string ca_file_ = directory_.path("ca.pem");
  const std::string other_ca_file_ = directory_.path("other.pem");
  const TestAuthority authority_;
  HttpsServer server_{authority_.Issue(kHere)};
};

TEST_F(Https, GetsADocument) {
  server_.SetAnswer(OkAnswer("a document"));
  EXPECT_THAT(Get(Document()), IsOkAndHolds("a document"));
}

TEST_F(Https, TrustsNobodyElse) {
  server_.SetAnswer(OkAnswer("a document"));
  HttpsDocument document = Document();
  document.ca_file = other_ca_file_;
  EXPECT_THAT(Get(document), StatusIs(StatusCode::kUnavailable, HasSubstr("certificate")));
  document.ca_file = "";
  EXPECT_THAT(Get(document), StatusIs(StatusCode::kUnavailable, HasSubstr("certificate")));
  EXPECT_EQ(server_.requests(), 0);
}

TEST_F(Https, TrustsACertificateForItsHostOnly) {
  HttpsServer elsewhere(authority_.Issue("DNS:elsewhere.example"));
  elsewhere.SetAnswer(OkAnswer("a document"));
  EXPECT_THAT(Get({.url = elsewhere.url(), .ca_file = ca_file_}),
              StatusIs(StatusCode::kUnavailable, HasSubstr("localhost")));
  EXPECT_EQ(elsewhere.requests(), 0);
}

TEST_F(Https, FollowsNobody) {
  server_.SetAnswer("HTTP/1.1 302 Found\r\nLocation: " + server_.url() +
                    "2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(Get(Document()), StatusIs(StatusCode::kUnavailable, HasSubstr("HTTP 302")));
  EXPECT_EQ(server_.requests(), 1);
  server_.SetAnswer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
  EXPECT_THAT(Get(Document()), StatusIs(StatusCode::kUnavailable, HasSubstr("HTTP 404")));
}

TEST_F(Https, TakesNoMoreThanItsBound) {
  HttpsDocument document = Document();
  document.bytes_max = 10;
  server_.SetAnswer(OkAnswer("0123456789"));
  EXPECT_THAT(Get(document), IsOkAndHolds("0123456789"));
  server_.SetAnswer(OkAnswer("0123456789a"));
  EXPECT_THAT(Get(document), StatusIs(StatusCode::kUnavailable, HasSubstr("10 bytes")));
  server_.SetAnswer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n0123456789a");
  EXPECT_THAT(Get(document), StatusIs(StatusCode::kUnavailable, HasSubstr("10 bytes")))
      << "whether or not it is announced";
}

TEST_F(Https, WaitsNoLongerThanItsBound) {
  server_.FallSilent();
  HttpsDocument document = Document();
  document.timeout = absl::Milliseconds(200);
  EXPECT_THAT(Get(document), StatusIs(StatusCode::kUnavailable, HasSubstr("within 200ms")));
}

TEST_F(Https, GivesUpWhenItIsStopped) {
  server_.FallSilent();
  HttpsDocument document = Document();
  document.timeout = absl::Seconds(60);
  absl::Notification stopped;
  std::thread stopper([&] {
    while (server_.requests() == 0) absl::SleepFor(absl::Milliseconds(1));
    stopped.Notify();
  });
  const absl::Time begin = absl::Now();
  EXPECT_THAT(HttpsGet(document, [&] { return stopped.HasBeenNotified(); }),
              StatusIs(StatusCode::kUnavailable));
  EXPECT_LT(absl::Now() - begin, absl::Seconds(30));
  stopper.join();
}

TEST_F(Https, IsNotEndedByAConnectionThatTheOtherSideClosed) {
  server_.SetAnswer(OkAnswer("a document"));
  bool is_signalled = false;
  // The signal of a write to such a connection comes to the thread that writes.
  const auto signal = [&is_signalled] {
    is_signalled = pthread_kill(pthread_self(), SIGPIPE) == 0;
    return false;
  };
  EXPECT_THAT(HttpsGet(Document(), signal), IsOkAndHolds("a document"));
  EXPECT_TRUE(is_signalled);
  sigset_t blocked;
  pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
  EXPECT_EQ(sigismember(&blocked, SIGPIPE), 0) << "the caller's signals are as they were";
}

TEST_F(Https, SaysWhenNobodyIsThere) {
  HttpsDocument document = Document();
  document.url = "https://localhost:1/keys";
  EXPECT_THAT(Get(document), StatusIs(StatusCode::kUnavailable, HasSubstr("cannot be fetched")));
}

TEST_F(Https, IsTheOnlyScheme) {
  for (const char* url : {"http://localhost/keys", "file:///etc/passwd", "localhost/keys", "",
                          "ftp://localhost/keys", "https://", "httpss://localhost/"}) {
    EXPECT_THAT(Get({.url = url}), StatusIs(StatusCode::kInvalidArgument, HasSubstr("https://")))
        << url;
  }
  for (const char* url : {"https://me@localhost/keys", "https://me:secret@localhost/keys"}) {
    const absl::Status refused = CheckHttpsUrl(url);
    EXPECT_THAT(refused, StatusIs(StatusCode::kInvalidArgument, HasSubstr("password")));
    EXPECT_THAT(std::string(refused.message()), ::testing::Not(HasSubstr("secret")));
  }
  EXPECT_OK(CheckHttpsUrl("https://issuer.example/.well-known/jwks.json?v=2"));
  EXPECT_OK(CheckHttpsUrl("HTTPS://issuer.example:8443/"));
}

TEST_F(Https, BringsKeysThatAreReplacedForAnUnknownOne) {
  server_.SetAnswer(OkAnswer(JwksOf({SigningKey::Ec("a").Jwk()})));
  std::vector<std::string> reports;
  FetchedKeys keys(
      server_.url(),
      [this](absl::FunctionRef<bool()> stopped) { return HttpsGet(Document(), stopped); },
      {.refresh = absl::Hours(1), .apart = absl::Milliseconds(1)},
      [&reports](const std::string& text) { reports.push_back(text); });
  EXPECT_NE(keys.Current()->Find("a"), nullptr);
  server_.SetAnswer(OkAnswer(JwksOf({SigningKey::Ec("b").Jwk()})));
  keys.NoteUnknownKey();
  const absl::Time end = absl::Now() + absl::Seconds(20);
  while (keys.Current()->Find("b") == nullptr && absl::Now() < end) {
    absl::SleepFor(absl::Milliseconds(1));
  }
  EXPECT_NE(keys.Current()->Find("b"), nullptr);
  EXPECT_EQ(keys.Current()->Find("a"), nullptr);
  EXPECT_THAT(reports, IsEmpty());
}

TEST_F(Https, IsWhereAnEndpointsKeysAreFrom) {
  server_.SetAnswer(OkAnswer(JwksOf({SigningKey::Ec("a").Jwk()})));
  ASSERT_OK_AND_ASSIGN(const auto keys,
                       OpenKeyEndpoint({.url = server_.url(), .ca_file = ca_file_},
                                       [](const std::string& text) { FAIL() << text; }));
  EXPECT_NE(keys->Current()->Find("a"), nullptr);
}

TEST_F(Https, EndpointBeginsWithoutKeysWhenTheyCannotBeFetched) {
  std::vector<std::string> reports;
  const auto report = [&reports](const std::string& text) { reports.push_back(text); };
  ASSERT_OK_AND_ASSIGN(
      const auto keys,
      OpenKeyEndpoint({.url = "https://localhost:1/keys", .ca_file = ca_file_}, report));
  EXPECT_EQ(keys->Current()->size(), 0u);
  EXPECT_THAT(reports, ::testing::ElementsAre(HasSubstr("https://localhost:1/keys")));
}

TEST_F(Https, EndpointHasBounds) {
  const auto open = [this](KeyEndpoint endpoint) {
    if (endpoint.url.empty()) endpoint.url = "https://localhost:1/keys";
    return OpenKeyEndpoint(endpoint, [](const std::string&) {});
  };
  EXPECT_THAT(open({.url = "http://localhost/keys"}), StatusIs(StatusCode::kInvalidArgument));
  EXPECT_THAT(open({.refresh = kKeyRefreshMin - absl::Seconds(1)}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("every 5m to 24h")));
  EXPECT_THAT(open({.refresh = kKeyRefreshMax + absl::Seconds(1)}),
              StatusIs(StatusCode::kInvalidArgument));
  EXPECT_THAT(open({.ca_file = directory_.path("missing.pem")}),
              StatusIs(StatusCode::kNotFound, HasSubstr("missing.pem")));
  EXPECT_OK(open({.ca_file = ca_file_, .refresh = kKeyRefreshMin}));
  EXPECT_OK(open({.ca_file = ca_file_, .refresh = kKeyRefreshMax}));
}

}  // namespace
}  // namespace throughgate::identity
