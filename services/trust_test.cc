#include "services/trust.h"

#include <fstream>
#include <string>

#include "absl/time/clock.h"
#include "services/identity/local_key.h"
#include "services/identity/testing/certificates.h"
#include "services/identity/testing/signing_key.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::services {
namespace {

using absl::StatusCode;
using ::testing::HasSubstr;

constexpr char kLoopback[] = "127.0.0.1:7443";
constexpr char kBeyond[] = "0.0.0.0:7443";

TrustOptions Issuer() {
  TrustOptions options;
  options.issuer = "https://id.example";
  options.audience = "throughgate";
  options.jwks = "jwks.json";
  return options;
}
TrustOptions WithTls(TrustOptions options) {
  options.tls_certificate = "server.pem";
  options.tls_key = "server.key";
  return options;
}
TrustOptions WithClientCertificates() {
  TrustOptions options = WithTls({});
  options.client_ca = "clients.pem";
  return options;
}
TrustOptions WithLocalKey(TrustOptions options = {}) {
  options.local_key = "local.pem";
  return options;
}

TEST(CheckTrust, TakesWhatIsEnough) {
  EXPECT_OK(CheckTrust(Issuer(), kLoopback));
  EXPECT_OK(CheckTrust(WithLocalKey(), kLoopback));
  EXPECT_OK(CheckTrust(WithLocalKey(), "[::1]:0"));
  EXPECT_OK(CheckTrust(WithLocalKey(WithTls(Issuer())), kLoopback));
  EXPECT_OK(CheckTrust(WithClientCertificates(), kLoopback));
  EXPECT_OK(CheckTrust(WithTls(Issuer()), kBeyond));
  EXPECT_OK(CheckTrust(WithClientCertificates(), kBeyond));
  TrustOptions all = WithClientCertificates();
  all.issuer = "https://id.example";
  all.audience = "throughgate";
  all.jwks = "https://id.example/jwks.json";
  all.jwks_ca = "authority.pem";
  EXPECT_OK(CheckTrust(all, kBeyond));
}

TEST(CheckTrust, RefusesWhatBelongsTogetherAndIsNot) {
  const auto expect_refused = [](const TrustOptions& options, const std::string& why) {
    EXPECT_THAT(CheckTrust(options, kLoopback),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr(why)));
  };
  const std::string kThree = "--issuer, --audience and --jwks belong together";
  for (std::string TrustOptions::*left_out :
       {&TrustOptions::issuer, &TrustOptions::audience, &TrustOptions::jwks}) {
    TrustOptions options = WithLocalKey(Issuer());
    options.*left_out = "";
    expect_refused(options, kThree);
  }
  for (std::string TrustOptions::*left_out :
       {&TrustOptions::tls_certificate, &TrustOptions::tls_key}) {
    TrustOptions options = WithTls(Issuer());
    options.*left_out = "";
    expect_refused(options, "--tls-certificate and --tls-key belong together");
  }
  TrustOptions no_tls = Issuer();
  no_tls.client_ca = "clients.pem";
  expect_refused(no_tls, "--client-ca needs");
  TrustOptions no_jwks = WithLocalKey();
  no_jwks.jwks_ca = "authority.pem";
  expect_refused(no_jwks, "--jwks-ca needs --jwks");
  expect_refused({}, "nobody could call");
  expect_refused(WithTls({}), "nobody could call");
}

TEST(CheckTrust, BeyondLoopbackWantsTlsAndNoLocalKey) {
  for (const char* address :
       {kBeyond, "[::]:7443", "192.168.0.1:7443", "localhost:7443", "127.0.0.1", ""}) {
    EXPECT_THAT(CheckTrust(Issuer(), address),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("without TLS")))
        << address;
    EXPECT_THAT(CheckTrust(WithLocalKey(WithTls(Issuer())), address),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("loopback addresses only")))
        << address;
  }
}

class MakeTrustTest : public testing::Test {
 protected:
  static absl::StatusOr<Trust> Make(const TrustOptions& options) {
    return MakeTrust(options, [](const std::string&) {});
  }
  std::string Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(directory_.path(name)) << bytes;
    return directory_.path(name);
  }
  // Whom a token names for those who trust so.
  static absl::StatusOr<identity::Identity> WhoIs(const Trust& trust, const std::string& token) {
    const std::string header = "Bearer " + token;
    return trust.authenticator->Authenticate({header}, {}, absl::Now());
  }

  const TempDirectory directory_;
  const identity::SigningKey key_ = identity::SigningKey::Ec("a");
};

TEST_F(MakeTrustTest, TakesTokensOfTheIssuerAndOfTheLocalKey) {
  TrustOptions options = Issuer();
  options.jwks = Write("jwks.json", identity::JwksOf({key_.Jwk()}));
  options.local_key = directory_.path("local.pem");
  ASSERT_OK(identity::LocalKey::Create(options.local_key));
  ASSERT_OK_AND_ASSIGN(const Trust trust, Make(options));
  EXPECT_EQ(trust.credentials, nullptr);
  const std::string token =
      key_.Token(identity::ClaimsOf("https://id.example", "throughgate", "wren", absl::Now()));
  EXPECT_EQ(WhoIs(trust, token).value().subject, "wren");
  ASSERT_OK_AND_ASSIGN(const auto local, identity::LocalKey::Load(options.local_key));
  ASSERT_OK_AND_ASSIGN(const std::string local_token, local.Mint("alex", absl::Now()));
  EXPECT_EQ(WhoIs(trust, local_token).value().subject, "alex");
  // The issuer's key signs for the issuer, and not for the local key.
  const std::string forged = key_.Token(
      identity::ClaimsOf(identity::kLocalIssuer, identity::kLocalAudience, "alex", absl::Now()));
  EXPECT_THAT(WhoIs(trust, forged), StatusIs(StatusCode::kUnauthenticated));
}

TEST_F(MakeTrustTest, SaysWhichFileItCannotRead) {
  for (std::string TrustOptions::*file : {&TrustOptions::jwks, &TrustOptions::local_key}) {
    TrustOptions options = file == &TrustOptions::jwks ? Issuer() : TrustOptions();
    options.*file = directory_.path("missing");
    const auto trust = Make(options);
    EXPECT_THAT(trust.status().message(), HasSubstr("missing"));
    EXPECT_FALSE(trust.ok());
  }
  TrustOptions options = WithTls({});
  options.tls_certificate = directory_.path("missing");
  EXPECT_FALSE(Make(options).ok());
}

TEST_F(MakeTrustTest, HasTlsWhereItIsAskedFor) {
  const identity::TestAuthority authority;
  const identity::PemPair pair = authority.Issue("DNS:localhost,IP:127.0.0.1");
  TrustOptions options;
  options.tls_certificate = Write("server.pem", pair.certificate);
  options.tls_key = Write("server.key", pair.key);
  options.client_ca = Write("clients.pem", authority.certificate());
  ASSERT_OK_AND_ASSIGN(const Trust trust, Make(options));
  EXPECT_NE(trust.credentials, nullptr);
}

// Or whoever has either could call in the other's name.
TEST_F(MakeTrustTest, RefusesAnIssuerThatIsCalledAsTheLocalKeyIs) {
  TrustOptions options = Issuer();
  options.issuer = identity::kLocalIssuer;
  options.jwks = Write("jwks.json", identity::JwksOf({key_.Jwk()}));
  options.local_key = directory_.path("local.pem");
  ASSERT_OK(identity::LocalKey::Create(options.local_key));
  EXPECT_THAT(Make(options), StatusIs(StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace throughgate::services
