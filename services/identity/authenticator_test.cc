#include "services/identity/authenticator.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/identity/testing/signing_key.h"
#include "services/identity/token.h"
#include "tests/support/status_matchers.h"

namespace throughgate::identity {
namespace {

using absl::StatusCode;
using ::testing::HasSubstr;

constexpr char kIssuer[] = "https://issuer.example/";
constexpr char kOther[] = "https://other.example/";
constexpr char kAudience[] = "throughgate";
constexpr char kSpiffeId[] = "spiffe://prison.example/referrals";

MATCHER_P(IsRefused, refusal, "is refused: " + std::string(RefusalCode(refusal))) {
  *result_listener << StatusOf(arg).ToString();
  return IsRefusedFor(refusal, StatusOf(arg));
}

// Keys that a test replaces.
class ReplaceableKeys final : public KeySource {
 public:
  void Set(const std::vector<nlohmann::json>& keys) {
    keys_ = std::make_shared<const KeySet>(KeySet::Parse(JwksOf(keys)).value());
  }
  std::shared_ptr<const KeySet> Current() const override {
    ++asked;
    return keys_;
  }
  void NoteUnknownKey() override { ++unknown; }

  mutable std::atomic<int> asked = 0;
  int unknown = 0;

 private:
  std::shared_ptr<const KeySet> keys_;
};

class AuthenticatorTest : public testing::Test {
 protected:
  AuthenticatorTest() {
    auto keys = std::make_unique<ReplaceableKeys>();
    auto others = std::make_unique<ReplaceableKeys>();
    keys_ = keys.get();
    others_ = others.get();
    keys_->Set({key_.Jwk()});
    others_->Set({other_key_.Jwk()});
    std::vector<TrustedIssuer> issuers;
    issuers.push_back({kIssuer, kAudience, std::move(keys)});
    issuers.push_back({kOther, "gate", std::move(others)});
    authenticator_ = Authenticator::Make(std::move(issuers)).value();
  }

  std::string Token(const std::string& subject = "wren") const {
    return key_.Token(ClaimsOf(kIssuer, kAudience, subject, now_));
  }
  absl::StatusOr<Identity> Authenticate(const std::vector<std::string>& headers,
                                        const std::vector<std::string>& ids = {}) {
    const std::vector<std::string_view> header_views(headers.begin(), headers.end());
    const std::vector<std::string_view> id_views(ids.begin(), ids.end());
    return authenticator_->Authenticate(header_views, id_views, now_);
  }
  absl::StatusOr<Identity> Bearer(const std::string& token) {
    return Authenticate({"Bearer " + token});
  }

  const SigningKey key_ = SigningKey::Ec("a");
  const SigningKey other_key_ = SigningKey::Ec("b");
  absl::Time now_ = absl::FromUnixSeconds(1'800'000'000);
  ReplaceableKeys* keys_ = nullptr;
  ReplaceableKeys* others_ = nullptr;
  std::unique_ptr<Authenticator> authenticator_;
};

TEST_F(AuthenticatorTest, KnowsWhoHasAToken) {
  const Identity wren = {kIssuer, "wren", now_ + absl::Minutes(15)};
  EXPECT_THAT(Bearer(Token()), IsOkAndHolds(wren));
  EXPECT_THAT(Authenticate({"bearer " + Token()}), IsOkAndHolds(wren));
  EXPECT_THAT(Authenticate({"Bearer " + Token()}, {kSpiffeId}), IsOkAndHolds(wren))
      << "the token says for whom the service calls";
}

TEST_F(AuthenticatorTest, KnowsWhoHasACertificate) {
  EXPECT_THAT(Authenticate({}, {kSpiffeId}),
              IsOkAndHolds(Identity{"", kSpiffeId, absl::InfiniteFuture()}));
}

TEST_F(AuthenticatorTest, KnowsNobodyElse) {
  EXPECT_THAT(Authenticate({}), IsRefused(Refusal::kNoCredentials));
}

TEST_F(AuthenticatorTest, TakesOneBearerTokenWhateverTheCertificateSays) {
  const std::string token = Token();
  const std::vector<std::vector<std::string>> headers = {
      {""},
      {"Bearer"},
      {token},
      {"Basic d3JlbjpwYXNz"},
      {"Bearer" + token},
      {" Bearer " + token},
      {"Bearer\t" + token},
      {"Bearer " + token, "Bearer " + token},
      {"Bearer " + token, ""},
  };
  for (const auto& values : headers) {
    EXPECT_THAT(Authenticate(values, {kSpiffeId}), IsRefused(Refusal::kAuthorization)) << values[0];
  }
  for (const std::string& value :
       {std::string("Bearer "), "Bearer  " + token, "Bearer " + token + " ",
        absl::StrCat("Bearer ", token, ",", token),
        absl::StrCat("Bearer ", token, ", Bearer ", token),
        "Bearer " + std::string(kTokenBytesMax + 1, 'a')}) {
    EXPECT_THAT(Authenticate({value}, {kSpiffeId}), IsRefused(Refusal::kMalformed)) << value;
  }
}

TEST_F(AuthenticatorTest, TakesOneSpiffeId) {
  const std::string long_id = "spiffe://p/" + std::string(kSubjectBytesMax - 11, 'a');
  EXPECT_OK(Authenticate({}, {long_id}));
  const std::vector<std::vector<std::string>> refused = {
      {kSpiffeId, kSpiffeId},  {""},
      {"spiffe://"},           {"https://prison.example/"},
      {"SPIFFE://prison/a"},   {long_id + "a"},
      {"spiffe://prison/a b"}, {"wren"}};
  for (const auto& ids : refused) {
    EXPECT_THAT(Authenticate({}, ids), IsRefused(Refusal::kCertificate)) << ids[0];
  }
}

TEST_F(AuthenticatorTest, VerifiesWithTheKeysOfTheIssuerAlone) {
  EXPECT_THAT(Bearer(other_key_.Token(ClaimsOf(kOther, "gate", "wren", now_))),
              IsOkAndHolds(Identity{kOther, "wren", now_ + absl::Minutes(15)}));
  EXPECT_THAT(Bearer(other_key_.Token(ClaimsOf(kIssuer, kAudience, "wren", now_))),
              IsRefused(Refusal::kKeyUnknown));
  EXPECT_THAT(Bearer(other_key_.Token(ClaimsOf(kOther, kAudience, "wren", now_))),
              IsRefused(Refusal::kAudience));
  EXPECT_THAT(Bearer(key_.Token(ClaimsOf("https://unknown.example/", kAudience, "wren", now_))),
              IsRefused(Refusal::kIssuer));
  nlohmann::json header = other_key_.Header();
  header["kid"] = "a";
  EXPECT_THAT(Bearer(other_key_.Token(header, ClaimsOf(kIssuer, kAudience, "wren", now_))),
              IsRefused(Refusal::kSignature));
}

TEST_F(AuthenticatorTest, AsksForNewerKeysOnlyForOneThatIsUnknown) {
  const SigningKey next = SigningKey::Ec("next");
  const std::string token = next.Token(ClaimsOf(kIssuer, kAudience, "wren", now_));
  EXPECT_THAT(Bearer(token), IsRefused(Refusal::kKeyUnknown));
  EXPECT_EQ(keys_->unknown, 1);
  EXPECT_EQ(others_->unknown, 0);
  keys_->Set({key_.Jwk(), next.Jwk()});
  EXPECT_OK(Bearer(token)) << "what was refused is not remembered";
  now_ += absl::Hours(1);
  EXPECT_THAT(Bearer(token), IsRefused(Refusal::kExpired));
  EXPECT_EQ(keys_->unknown, 1);
}

TEST_F(AuthenticatorTest, VerifiesATokenOnceAMinute) {
  const std::string token = Token();
  for (int i = 0; i < 60; ++i) {
    EXPECT_OK(Bearer(token));
    now_ += absl::Seconds(1);
  }
  EXPECT_EQ(keys_->asked, 1);
  EXPECT_OK(Bearer(token));
  EXPECT_EQ(keys_->asked, 2);
}

TEST_F(AuthenticatorTest, HonoursAWithdrawnKeyForLessThanAMinute) {
  const std::string token = Token();
  EXPECT_OK(Bearer(token));
  keys_->Set({other_key_.Jwk()});
  EXPECT_THAT(Bearer(Token("heron")), IsRefused(Refusal::kKeyUnknown));
  now_ += absl::Seconds(60) - absl::Nanoseconds(1);
  EXPECT_OK(Bearer(token));
  now_ += absl::Nanoseconds(1);
  EXPECT_THAT(Bearer(token), IsRefused(Refusal::kKeyUnknown));
}

TEST_F(AuthenticatorTest, RemembersNothingBeyondItsExpiry) {
  nlohmann::json claims = ClaimsOf(kIssuer, kAudience, "wren", now_);
  claims["exp"] = absl::ToUnixSeconds(now_) + 10;
  const std::string token = key_.Token(claims);
  EXPECT_OK(Bearer(token));
  now_ += absl::Seconds(10);
  keys_->Set({other_key_.Jwk()});
  EXPECT_THAT(Bearer(token), IsRefused(Refusal::kKeyUnknown));
  keys_->Set({key_.Jwk()});
  EXPECT_OK(Bearer(token)) << "within the skew it is verified each time";
  keys_->Set({other_key_.Jwk()});
  EXPECT_THAT(Bearer(token), IsRefused(Refusal::kKeyUnknown));
}

TEST_F(AuthenticatorTest, RemembersNothingWhenTheClockIsPutBack) {
  const std::string token = Token();
  EXPECT_OK(Bearer(token));
  now_ -= absl::Hours(1);
  EXPECT_THAT(Bearer(token), IsRefused(Refusal::kNotYetValid));
}

TEST_F(AuthenticatorTest, TellsTokensApartByEveryByte) {
  const std::string token = Token();
  EXPECT_OK(Bearer(token));
  std::string changed = token;
  changed.back() = changed.back() == 'A' ? 'B' : 'A';
  EXPECT_FALSE(Bearer(changed).ok());
  EXPECT_THAT(Bearer(Token("heron")), IsOkAndHolds(testing::Field(&Identity::subject, "heron")));
  EXPECT_THAT(Bearer(token), IsOkAndHolds(testing::Field(&Identity::subject, "wren")));
}

TEST_F(AuthenticatorTest, ServesManyAtOnce) {
  std::vector<std::string> tokens;
  tokens.reserve(20);
  for (int i = 0; i < 20; ++i) tokens.push_back(Token("person-" + std::to_string(i)));
  std::atomic<int> right = 0;
  const auto call = [&] {
    for (int round = 0; round < 20; ++round) {
      for (int i = 0; i < 20; ++i) {
        const std::string header = "Bearer " + tokens[static_cast<std::size_t>(i)];
        const auto identity = authenticator_->Authenticate({std::string_view(header)}, {}, now_);
        right += identity.ok() && identity->subject == "person-" + std::to_string(i) ? 1 : 0;
      }
    }
  };
  std::thread one(call);
  std::thread other(call);
  one.join();
  other.join();
  EXPECT_EQ(right, 800);
}

TEST(Authenticator, NeedsSoundIssuers) {
  const auto keys = [] { return std::make_unique<FixedKeys>(KeySet()); };
  EXPECT_OK(Authenticator::Make({}));
  const auto make = [](TrustedIssuer one, std::optional<TrustedIssuer> other = std::nullopt) {
    std::vector<TrustedIssuer> issuers;
    issuers.push_back(std::move(one));
    if (other) issuers.push_back(*std::move(other));
    return Authenticator::Make(std::move(issuers));
  };
  EXPECT_THAT(make({"", kAudience, keys()}), StatusIs(StatusCode::kInvalidArgument));
  EXPECT_THAT(make({kIssuer, "", keys()}), StatusIs(StatusCode::kInvalidArgument));
  EXPECT_THAT(make({kIssuer, kAudience, nullptr}), StatusIs(StatusCode::kInvalidArgument));
  EXPECT_THAT(make({kIssuer, kAudience, keys()}, TrustedIssuer{kIssuer, "else", keys()}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr(kIssuer)));
}

TokenCache::Digest DigestOf(std::uint32_t number) {
  TokenCache::Digest digest{};
  for (std::size_t i = 0; i < sizeof(number); ++i) {
    digest[i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  return digest;
}

TEST(TokenCache, IsBoundedAndKeepsTheNewest) {
  TokenCache cache;
  const absl::Time now = absl::FromUnixSeconds(1'800'000'000);
  const Identity wren = {kIssuer, "wren", now + absl::Hours(1)};
  for (std::uint32_t i = 0; i < 30'000; ++i) {
    cache.Keep(DigestOf(i), wren, now);
    ASSERT_LE(cache.size(), TokenCache::kEntriesMax);
  }
  for (std::uint32_t i = 25'000; i < 30'000; ++i) {
    ASSERT_TRUE(cache.Find(DigestOf(i), now).has_value()) << i;
  }
  EXPECT_FALSE(cache.Find(DigestOf(0), now).has_value());
}

}  // namespace
}  // namespace throughgate::identity
