#include "services/identity/key_set.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "services/identity/testing/signing_key.h"
#include "tests/support/dice.h"
#include "tests/support/status_matchers.h"

namespace throughgate::identity {
namespace {

using absl::StatusCode;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;

const SigningKey& Rsa() {
  static const auto* key = new SigningKey(SigningKey::Rsa("rsa-1"));
  return *key;
}
const SigningKey& Ec() {
  static const auto* key = new SigningKey(SigningKey::Ec("ec-1"));
  return *key;
}

// `jwk` with another member, or with null without it.
json With(json jwk, const char* member, json value) {
  if (value.is_null()) {
    jwk.erase(member);
  } else {
    jwk[member] = std::move(value);
  }
  return jwk;
}

absl::StatusOr<KeySet> Parse(const std::vector<json>& keys) { return KeySet::Parse(JwksOf(keys)); }

TEST(KeySet, KnowsEachKeyByItsKidForTheAlgorithmOfItsKind) {
  ASSERT_OK_AND_ASSIGN(const KeySet keys, Parse({Rsa().Jwk(), Ec().Jwk()}));
  EXPECT_EQ(keys.size(), 2u);
  ASSERT_NE(keys.Find("rsa-1"), nullptr);
  ASSERT_NE(keys.Find("ec-1"), nullptr);
  EXPECT_EQ(keys.Find("rsa-1")->algorithm, Algorithm::kRs256);
  EXPECT_EQ(keys.Find("ec-1")->algorithm, Algorithm::kEs256);
  EXPECT_TRUE(IsSignedBy(*keys.Find("rsa-1"), "text", Rsa().Sign("text")));
  EXPECT_TRUE(IsSignedBy(*keys.Find("ec-1"), "text", Ec().Sign("text")));
  EXPECT_FALSE(IsSignedBy(*keys.Find("rsa-1"), "texu", Rsa().Sign("text")));
  EXPECT_FALSE(IsSignedBy(*keys.Find("ec-1"), "texu", Ec().Sign("text")));
  EXPECT_EQ(keys.Find("ec-2"), nullptr);
  EXPECT_EQ(keys.Find(""), nullptr);
  EXPECT_EQ(KeySet().Find("ec-1"), nullptr);
}

TEST(KeySet, TakesKeysThatSayLittleOfThemselves) {
  for (const char* member : {"alg", "use"}) {
    EXPECT_OK(Parse({With(Rsa().Jwk(), member, nullptr)})) << member;
  }
  EXPECT_OK(Parse({With(Ec().Jwk(), "key_ops", {"verify", "sign"})}));
  EXPECT_OK(Parse({With(Ec().Jwk(), "x5t", "anything")}));
}

TEST(KeySet, PassesOverKeysThatAreForSomethingElse) {
  const std::vector<json> others = {
      {{"kty", "OKP"}, {"crv", "Ed25519"}, {"kid", "a"}, {"x", "AAAA"}},
      {{"kty", "AKP"}, {"kid", "a"}},
      json::object(),
      With(Ec().Jwk(), "crv", "P-384"),
      With(Ec().Jwk(), "crv", nullptr),
      With(Ec().Jwk(), "kty", nullptr),
      With(Rsa().Jwk(), "alg", "PS256"),
      With(Rsa().Jwk(), "alg", "RSA-OAEP"),
      With(Rsa().Jwk(), "alg", "ES256"),
      With(Ec().Jwk(), "alg", "RS256"),
      With(Rsa().Jwk(), "use", "enc"),
      With(Ec().Jwk(), "key_ops", {"encrypt"}),
      With(Ec().Jwk(), "key_ops", json::array()),
      With(Ec().Jwk(), "key_ops", "verify"),
      With(Ec().Jwk(), "kid", nullptr),
  };
  for (const json& other : others) {
    EXPECT_THAT(Parse({other}),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("no key to verify")))
        << other;
    ASSERT_OK_AND_ASSIGN(const KeySet keys, Parse({other, Ec().Jwk()}));
    EXPECT_EQ(keys.size(), 1u) << other;
  }
}

TEST(KeySet, IsRefusedForAMalformedKeyThatItNames) {
  const std::string x = Ec().Jwk()["x"];
  const std::string other_y = SigningKey::Ec("").Jwk()["y"];
  const std::vector<json> malformed = {
      With(Ec().Jwk(), "x", nullptr),  With(Ec().Jwk(), "y", 7),
      With(Ec().Jwk(), "y", other_y),  With(Ec().Jwk(), "x", x + "="),
      With(Ec().Jwk(), "x", "AA" + x), With(Ec().Jwk(), "x", x.substr(4)),
  };
  for (const json& jwk : malformed) {
    EXPECT_THAT(Parse({Rsa().Jwk(), jwk}),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("\"ec-1\" is no point of P-256")))
        << jwk;
  }
  const std::string n = Rsa().Jwk()["n"];
  for (const json& jwk : {With(Rsa().Jwk(), "n", nullptr), With(Rsa().Jwk(), "e", nullptr),
                          With(Rsa().Jwk(), "n", n + " "), With(Rsa().Jwk(), "e", "AQ"),
                          With(Rsa().Jwk(), "e", "AAI"), With(Rsa().Jwk(), "e", ""),
                          With(Rsa().Jwk(), "n", absl::StrCat(n, n, n, n, n))}) {
    EXPECT_THAT(Parse({jwk, Ec().Jwk()}),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("\"rsa-1\" is no sound RSA key")))
        << jwk;
  }
}

TEST(KeySet, IsRefusedForAWeakKey) {
  EXPECT_THAT(Parse({SigningKey::Rsa("old", 1024).Jwk(), Ec().Jwk()}),
              StatusIs(StatusCode::kInvalidArgument,
                       AllOf(HasSubstr("\"old\""), HasSubstr("2048 to 4096 bits"))));
}

TEST(KeySet, IsRefusedForMembersThatAreNoText) {
  for (const char* member : {"kty", "crv", "alg", "use", "kid"}) {
    EXPECT_THAT(Parse({With(Ec().Jwk(), member, 7)}),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr(member)));
  }
  EXPECT_THAT(Parse({With(Ec().Jwk(), "kid", "")}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("kid that is empty")));
  EXPECT_THAT(Parse({With(Ec().Jwk(), "kid", std::string(kKidBytesMax + 1, 'k'))}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("above 200 bytes")));
  EXPECT_OK(Parse({With(Ec().Jwk(), "kid", std::string(kKidBytesMax, 'k'))}));
  EXPECT_THAT(Parse({json::array()}), StatusIs(StatusCode::kInvalidArgument, HasSubstr("key 1")));
}

TEST(KeySet, IsRefusedForAPrivatePartOfAnyKey) {
  for (const char* member : {"d", "p", "q", "dp", "dq", "qi", "oth"}) {
    EXPECT_THAT(Parse({Ec().Jwk(), With(Rsa().Jwk(), member, "AQAB")}),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("\"rsa-1\" shows its private")));
  }
  EXPECT_THAT(Parse({Ec().Jwk(), {{"kty", "oct"}, {"kid", "shared"}, {"k", "AQAB"}}}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("\"shared\" shows its private")));
}

TEST(KeySet, IsRefusedForAKidThatIsThereTwice) {
  EXPECT_THAT(Parse({Ec().Jwk(), Rsa().Jwk(), Ec().Jwk()}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("\"ec-1\" is there twice")));
  EXPECT_THAT(Parse({Ec().Jwk(), With(Rsa().Jwk(), "kid", "ec-1")}),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("\"ec-1\" is there twice")));
}

TEST(KeySet, IsRefusedWhenItIsNone) {
  for (const std::string text :
       {"", "{}", "[]", R"({"keys": {}})", R"({"keys": [], "keys": []})", R"({"keys": null})"}) {
    EXPECT_THAT(KeySet::Parse(text),
                StatusIs(StatusCode::kInvalidArgument, HasSubstr("no JSON Web Key Set")))
        << text;
  }
}

TEST(KeySet, IsBounded) {
  const std::string set = JwksOf({Ec().Jwk()});
  EXPECT_OK(KeySet::Parse(set + std::string(kKeySetBytesMax - set.size(), ' ')));
  EXPECT_THAT(KeySet::Parse(set + std::string(kKeySetBytesMax - set.size() + 1, ' ')),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("65536 bytes")));
  std::vector<json> keys(kKeysMax - 1, json{{"kty", "OKP"}});
  keys.push_back(Ec().Jwk());
  EXPECT_OK(Parse(keys));
  keys.push_back(json{{"kty", "OKP"}});
  EXPECT_THAT(Parse(keys), StatusIs(StatusCode::kInvalidArgument, HasSubstr("100 keys")));
}

TEST(KeySet, ReadsAnythingAndNeverCrashes) {
  std::mt19937_64 random(20261108);
  const std::string set = JwksOf({Ec().Jwk(), {{"kty", "OKP"}, {"kid", "b"}, {"crv", "Ed448"}}});
  int good = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = set;
    for (std::size_t changes = 1 + dice::Below(random, 2); changes > 0; --changes) {
      const std::size_t place = dice::Below(random, text.size());
      switch (dice::Below(random, 4)) {
        case 0:
          text[place] = static_cast<char>(random());
          break;
        case 1:
          text.erase(place, 1 + dice::Below(random, 20));
          break;
        case 2:
          text.insert(place, text.substr(dice::Below(random, text.size()), 30));
          break;
        default:
          text[place] = "\"{}[],:0\\"[dice::Below(random, 9)];
          break;
      }
    }
    const auto keys = KeySet::Parse(text);
    good += keys.ok() ? 1 : 0;
    EXPECT_TRUE(keys.ok() || absl::IsInvalidArgument(keys.status()));
  }
  EXPECT_GT(good, 300) << "too few get past the parser";
  EXPECT_LT(good, 19'500);
}

}  // namespace
}  // namespace throughgate::identity
