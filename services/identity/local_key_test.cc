#include "services/identity/local_key.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "services/identity/identity.h"
#include "services/identity/key_set.h"
#include "services/identity/pem.h"
#include "services/identity/testing/signing_key.h"
#include "services/identity/token.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::identity {
namespace {

using absl::StatusCode;
using ::testing::HasSubstr;
using ::testing::Not;

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

class LocalKeyTest : public testing::Test {
 protected:
  mode_t Mode() const {
    struct stat status = {};
    EXPECT_EQ(stat(path_.c_str(), &status), 0);
    return status.st_mode & ALLPERMS;
  }
  std::string Bytes() const {
    std::ostringstream bytes;
    bytes << std::ifstream(path_).rdbuf();
    return bytes.str();
  }
  void Write(const std::string& bytes) const {
    std::ofstream(path_) << bytes;
    chmod(path_.c_str(), 0600);
  }

  TempDirectory directory_;
  const std::string path_ = directory_.path("issuer.pem");
};

TEST_F(LocalKeyTest, IssuesTokensThatItsKeySetVerifies) {
  ASSERT_OK(LocalKey::Create(path_));
  ASSERT_OK_AND_ASSIGN(const LocalKey key, LocalKey::Load(path_));
  ASSERT_OK_AND_ASSIGN(const KeySet keys, KeySet::Parse(key.jwks()));
  ASSERT_OK_AND_ASSIGN(const std::string text, key.Mint("wren", kNow));
  ASSERT_OK_AND_ASSIGN(const Token token, Token::Parse(text));
  EXPECT_EQ(token.claimed_issuer(), kLocalIssuer);
  EXPECT_THAT(token.Verify(keys, kLocalIssuer, kLocalAudience, kNow),
              IsOkAndHolds(Identity{kLocalIssuer, "wren", kNow + kLocalLifetime}));
}

TEST_F(LocalKeyTest, ShowsItsPublicPartOnlyUnderItsThumbprint) {
  ASSERT_OK(LocalKey::Create(path_));
  ASSERT_OK_AND_ASSIGN(const LocalKey key, LocalKey::Load(path_));
  ASSERT_OK_AND_ASSIGN(const LocalKey again, LocalKey::Load(path_));
  EXPECT_EQ(key.jwks(), again.jwks());
  EXPECT_THAT(key.jwks(), Not(HasSubstr("\"d\"")));
}

TEST_F(LocalKeyTest, HasTheThumbprintThatOthersCompute) {
  // The example key of RFC 7515, appendix A.3, and its thumbprint by another program.
  Write(
      "-----BEGIN PRIVATE KEY-----\n"
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjpsQnnGQmL+YBIff\n"
      "H1136cspYG6+0iY7X1fCE9+E9LKhRANCAAR/zc4ncPbEXUGDy+5v20t7WAczNXvp\n"
      "7xO6z248e9FURcfxRM0bvZt+hyzf7bnuufSzaV1uqQskrYpGIyiFiOWt\n"
      "-----END PRIVATE KEY-----\n");
  ASSERT_OK_AND_ASSIGN(const LocalKey key, LocalKey::Load(path_));
  EXPECT_THAT(key.jwks(), HasSubstr(R"("kid":"oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U")"));
}

TEST_F(LocalKeyTest, IsForItsOwnerAlone) {
  const mode_t before = umask(0);
  ASSERT_OK(LocalKey::Create(path_));
  umask(before);
  EXPECT_EQ(Mode(), 0600u);
  for (const mode_t mode : {0640u, 0604u, 0620u, 0602u, 0601u, 0666u}) {
    ASSERT_EQ(chmod(path_.c_str(), mode), 0);
    EXPECT_THAT(LocalKey::Load(path_),
                StatusIs(StatusCode::kFailedPrecondition, HasSubstr("chmod 600")))
        << mode;
  }
  ASSERT_EQ(chmod(path_.c_str(), 0400), 0);
  EXPECT_OK(LocalKey::Load(path_));
}

TEST_F(LocalKeyTest, IsNeverOverwritten) {
  ASSERT_OK(LocalKey::Create(path_));
  const std::string before = Bytes();
  EXPECT_THAT(LocalKey::Create(path_), StatusIs(StatusCode::kAlreadyExists, HasSubstr(path_)));
  EXPECT_EQ(Bytes(), before);
  const std::string link = directory_.path("link.pem");
  std::filesystem::create_symlink(directory_.path("elsewhere.pem"), link);
  EXPECT_THAT(LocalKey::Create(link), StatusIs(StatusCode::kAlreadyExists));
  EXPECT_FALSE(std::filesystem::exists(directory_.path("elsewhere.pem")));
}

TEST_F(LocalKeyTest, NeedsAFolder) {
  EXPECT_THAT(LocalKey::Create(directory_.path("missing/issuer.pem")),
              StatusIs(StatusCode::kNotFound, HasSubstr("missing/issuer.pem")));
  EXPECT_THAT(LocalKey::Load(path_), StatusIs(StatusCode::kNotFound, HasSubstr(path_)));
}

TEST_F(LocalKeyTest, IsAPrivateKeyOnP256) {
  Write("no key");
  EXPECT_THAT(LocalKey::Load(path_), StatusIs(StatusCode::kInvalidArgument, HasSubstr("P-256")));
  Write(WritePrivateKey(SigningKey::Ec("", "P-384").key()));
  EXPECT_THAT(LocalKey::Load(path_), StatusIs(StatusCode::kInvalidArgument, HasSubstr("P-256")));
  Write(WritePrivateKey(SigningKey::Rsa("").key()));
  EXPECT_THAT(LocalKey::Load(path_), StatusIs(StatusCode::kInvalidArgument, HasSubstr("P-256")));
  Write(WritePrivateKey(SigningKey::Ec("").key()));
  EXPECT_OK(LocalKey::Load(path_));
}

TEST_F(LocalKeyTest, IssuesOnlyWhatWouldBeTaken) {
  ASSERT_OK(LocalKey::Create(path_));
  ASSERT_OK_AND_ASSIGN(const LocalKey key, LocalKey::Load(path_));
  for (const std::string& subject : {std::string(), std::string("a b"),
                                     std::string("spiffe://prison/api"), std::string(201, 's')}) {
    EXPECT_THAT(key.Mint(subject, kNow),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("subject")));
  }
  for (const absl::Duration lifetime :
       {absl::ZeroDuration(), -absl::Minutes(1), absl::Hours(24) + absl::Seconds(1),
        absl::InfiniteDuration()}) {
    EXPECT_THAT(key.Mint("wren", kNow, lifetime),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("24 hours")));
  }
  EXPECT_OK(key.Mint("wren", kNow, absl::Seconds(1)));
  EXPECT_OK(key.Mint("wren", kNow, absl::Hours(24)));
}

}  // namespace
}  // namespace throughgate::identity
