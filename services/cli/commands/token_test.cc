// Keys and tokens as people make them, and as a server takes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "services/cli/testing/command_test.h"
#include "services/identity/authenticator.h"
#include "services/identity/local_key.h"

namespace throughgate::cli {
namespace {

using std::filesystem::perms;
using ::testing::HasSubstr;

class TokenTest : public CommandTest {
 protected:
  TokenTest() : key_(folder_.PathOf("local.pem")) {}

  int Mint(std::vector<std::string> options) {
    options.insert(options.begin(), {"token", "mint", "--key", key_});
    return RunWords(options);
  }

  // Who the printed token is to a server that trusts the key, at `now`.
  absl::StatusOr<identity::Identity> WhoIs(absl::Time now) {
    std::vector<identity::TrustedIssuer> issuers;
    const auto key = identity::LocalKey::Load(key_).value();
    issuers.push_back({.issuer = identity::kLocalIssuer,
                       .audience = identity::kLocalAudience,
                       .keys = std::make_unique<identity::FixedKeys>(
                           identity::KeySet::Parse(key.jwks()).value())});
    const auto authenticator = identity::Authenticator::Make(std::move(issuers)).value();
    const std::string header = absl::StrCat("Bearer ", absl::StripSuffix(out_, "\n"));
    return authenticator->Authenticate({std::string_view(header)}, {}, now);
  }

  const std::string key_;
};

TEST_F(TokenTest, AKeyIsForItsOwnerAlone) {
  ASSERT_EQ(RunWords({"token", "new-key", key_}), 0) << err_;
  EXPECT_EQ(std::filesystem::status(key_).permissions(), perms::owner_read | perms::owner_write);
  EXPECT_EQ(out_, "");
  EXPECT_THAT(err_, HasSubstr("--local-key"));
  const std::string before = ReadFile(key_);
  EXPECT_EQ(RunWords({"token", "new-key", key_}), 2);
  EXPECT_THAT(err_, HasSubstr("is there already"));
  EXPECT_EQ(ReadFile(key_), before);
}

TEST_F(TokenTest, ATokenIsPrintedAloneAndNamesItsSubject) {
  ASSERT_EQ(RunWords({"token", "new-key", key_}), 0) << err_;
  const absl::Time now = absl::Now();
  ASSERT_EQ(Mint({"--subject", "broker-bo"}), 0) << err_;
  EXPECT_EQ(err_, "");
  EXPECT_EQ(out_.find_first_of(" \n"), out_.size() - 1) << out_;
  EXPECT_EQ(WhoIs(now).value().subject, "broker-bo");
  EXPECT_TRUE(WhoIs(now + absl::Minutes(14)).ok());
  EXPECT_FALSE(WhoIs(now + absl::Minutes(17)).ok());
  ASSERT_EQ(Mint({"--subject", "broker-bo", "--lifetime", "24h"}), 0) << err_;
  EXPECT_TRUE(WhoIs(now + absl::Hours(23)).ok());
}

TEST_F(TokenTest, NoTokenIsMadeOfWhatWouldNotDo) {
  ASSERT_EQ(RunWords({"token", "new-key", key_}), 0) << err_;
  EXPECT_EQ(Mint({"--subject", "broker-bo", "--lifetime", "24h1s"}), 2);
  EXPECT_THAT(err_, HasSubstr("24 hours"));
  EXPECT_EQ(Mint({"--subject", "broker-bo", "--lifetime", "soon"}), 2);
  EXPECT_EQ(Mint({"--subject", "Bo Broker"}), 2);
  EXPECT_THAT(err_, HasSubstr("without spaces"));
  EXPECT_EQ(Mint({}), 2);
  EXPECT_EQ(out_, "");
}

TEST_F(TokenTest, AKeyThatOthersMayReadIsNotTaken) {
  ASSERT_EQ(RunWords({"token", "new-key", key_}), 0) << err_;
  std::filesystem::permissions(key_, perms::group_read, std::filesystem::perm_options::add);
  EXPECT_EQ(Mint({"--subject", "broker-bo"}), 2);
  EXPECT_THAT(err_, HasSubstr("chmod 600"));
  EXPECT_EQ(out_, "");
}

}  // namespace
}  // namespace throughgate::cli
