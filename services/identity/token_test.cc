#include "services/identity/token.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <limits>

#include "absl/strings/str_cat.h"
#include "services/edge/status_macros.h"
#include "services/identity/base64url.h"
#include "services/identity/pem.h"
#include "services/identity/testing/signing_key.h"
#include "tests/support/dice.h"
#include "tests/support/status_matchers.h"

namespace throughgate::identity {
namespace {

using nlohmann::json;

constexpr char kIssuer[] = "https://issuer.example/";
constexpr char kAudience[] = "throughgate";
const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

MATCHER_P(IsRefused, refusal, "is refused: " + std::string(RefusalCode(refusal))) {
  *result_listener << StatusOf(arg).ToString();
  return IsRefusedFor(refusal, StatusOf(arg));
}

const SigningKey& Rsa() {
  static const auto* key = new SigningKey(SigningKey::Rsa("rsa-1"));
  return *key;
}
const SigningKey& Ec() {
  static const auto* key = new SigningKey(SigningKey::Ec("ec-1"));
  return *key;
}

absl::StatusOr<Identity> Verify(const std::string& text, absl::Time now = kNow) {
  static const auto* keys = new KeySet(KeySet::Parse(JwksOf({Rsa().Jwk(), Ec().Jwk()})).value());
  ASSIGN_OR_RETURN(const Token token, Token::Parse(text));
  return token.Verify(*keys, kIssuer, kAudience, now);
}

json Claims() { return ClaimsOf(kIssuer, kAudience, "wren", kNow); }
// Those, but for one, which is absent when `value` is null.
json ClaimsWith(const char* name, json value) {
  json claims = Claims();
  claims.erase(name);
  if (!value.is_null()) claims[name] = std::move(value);
  return claims;
}
std::string TokenWith(const char* name, json value) {
  return Ec().Token(ClaimsWith(name, std::move(value)));
}
std::string TokenWithHeader(const char* name, json value) {
  json header = Ec().Header();
  header.erase(name);
  if (!value.is_null()) header[name] = std::move(value);
  return Ec().Token(header, Claims());
}
std::int64_t Seconds(absl::Duration from_now) { return absl::ToUnixSeconds(kNow + from_now); }

TEST(Token, NamesItsSubject) {
  for (const SigningKey* key : {&Rsa(), &Ec()}) {
    EXPECT_THAT(Verify(key->Token(Claims())),
                IsOkAndHolds(Identity{kIssuer, "wren", kNow + absl::Minutes(15)}));
  }
}

TEST(Token, TakesNoAlgorithmButThatOfItsKey) {
  for (const char* name :
       {"none", "None", "HS256", "RS384", "PS256", "ES384", "EdDSA", "rs256", ""}) {
    EXPECT_THAT(Verify(TokenWithHeader("alg", name)), IsRefused(Refusal::kAlgorithm)) << name;
  }
  EXPECT_THAT(Verify(TokenWithHeader("alg", "RS256")), IsRefused(Refusal::kAlgorithm));
  EXPECT_THAT(Verify(TokenWithHeader("kid", "rsa-1")), IsRefused(Refusal::kAlgorithm));
  json header = Ec().Header();
  header["alg"] = "RS256";
  header["kid"] = "rsa-1";
  EXPECT_THAT(Verify(Ec().Token(header, Claims())), IsRefused(Refusal::kSignature));
  EXPECT_THAT(Verify(TokenWithHeader("alg", nullptr)), IsRefused(Refusal::kMalformed));
  EXPECT_THAT(Verify(TokenWithHeader("alg", {"ES256"})), IsRefused(Refusal::kMalformed));
}

TEST(Token, WithoutASignatureIsRefused) {
  const std::string unsigned_part =
      Base64Url(R"({"alg":"none","kid":"ec-1"})") + "." + Base64Url(Claims().dump());
  EXPECT_THAT(Verify(unsigned_part + "."), IsRefused(Refusal::kAlgorithm));
  EXPECT_THAT(Verify(unsigned_part), IsRefused(Refusal::kMalformed));
  const std::string token = Ec().Token(Claims());
  EXPECT_THAT(Verify(token.substr(0, token.rfind('.') + 1)), IsRefused(Refusal::kSignature));
}

TEST(Token, UnderThePublicKeyAsASharedSecretIsRefused) {
  std::string secret = Rsa().Jwk().dump();
  for (const char* kid : {"rsa-1", "ec-1"}) {
    const json header = {{"alg", "HS256"}, {"kid", kid}};
    const std::string text = Base64Url(header.dump()) + "." + Base64Url(Claims().dump());
    std::string mac(32, '\0');
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(),
         reinterpret_cast<unsigned char*>(mac.data()), nullptr);
    EXPECT_THAT(Verify(text + "." + Base64Url(mac)), IsRefused(Refusal::kAlgorithm));
  }
}

TEST(Token, OfAnotherKeyIsRefused) {
  const SigningKey other = SigningKey::Ec("ec-1");
  EXPECT_THAT(Verify(other.Token(Claims())), IsRefused(Refusal::kSignature));
  EXPECT_THAT(Verify(TokenWithHeader("kid", "ec-2")), IsRefused(Refusal::kKeyUnknown));
  EXPECT_THAT(Verify(TokenWithHeader("kid", "")), IsRefused(Refusal::kKeyUnknown));
  EXPECT_THAT(Verify(TokenWithHeader("kid", "../../dev/null")), IsRefused(Refusal::kKeyUnknown));
  EXPECT_THAT(Verify(TokenWithHeader("kid", nullptr)), IsRefused(Refusal::kMalformed));
  EXPECT_THAT(Verify(TokenWithHeader("kid", 1)), IsRefused(Refusal::kMalformed));
}

TEST(Token, CannotBringItsOwnKey) {
  const SigningKey other = SigningKey::Ec("ec-1");
  json header = other.Header();
  header["jwk"] = other.Jwk();
  header["jku"] = "https://elsewhere.example/keys";
  EXPECT_THAT(Verify(other.Token(header, Claims())), IsRefused(Refusal::kSignature));
}

TEST(Token, WithCriticalHeadersIsRefused) {
  for (const json& crit : {json::array(), json{"b64"}, json("exp"), json(1)}) {
    EXPECT_THAT(Verify(TokenWithHeader("crit", crit)), IsRefused(Refusal::kMalformed));
  }
}

TEST(Token, IsAJwtOrAnAccessToken) {
  for (const char* type : {"JWT", "jwt", "at+jwt", "AT+JWT"}) {
    EXPECT_OK(Verify(TokenWithHeader("typ", type))) << type;
  }
  EXPECT_OK(Verify(TokenWithHeader("typ", nullptr)));
  for (const json& type : {json("logout+jwt"), json("dpop+jwt"), json(""), json(1), json{"JWT"}}) {
    EXPECT_THAT(Verify(TokenWithHeader("typ", type)), IsRefused(Refusal::kMalformed)) << type;
  }
}

TEST(Token, IsOfOneIssuerAndForOneAudience) {
  for (const char* issuer : {"", "https://issuer.example", "https://other.example/"}) {
    EXPECT_THAT(Verify(TokenWith("iss", issuer)), IsRefused(Refusal::kIssuer)) << issuer;
  }
  EXPECT_THAT(Verify(TokenWith("iss", nullptr)), IsRefused(Refusal::kMalformed));
  EXPECT_THAT(Verify(TokenWith("iss", {kIssuer})), IsRefused(Refusal::kMalformed));
  EXPECT_OK(Verify(TokenWith("aud", {kAudience})));
  EXPECT_OK(Verify(TokenWith("aud", {"else", kAudience})));
  for (const json& audience : {json("else"), json(""), json("Throughgate"), json("throughgate "),
                               json::array(), json{"else", "other"}}) {
    EXPECT_THAT(Verify(TokenWith("aud", audience)), IsRefused(Refusal::kAudience)) << audience;
  }
  for (const json& audience : {json(), json(1), json{kAudience, 1}, json{{"a", kAudience}}}) {
    EXPECT_THAT(Verify(TokenWith("aud", audience)), IsRefused(Refusal::kMalformed)) << audience;
  }
}

TEST(Token, ExpiresWithASkew) {
  const std::string token = TokenWith("exp", Seconds(absl::ZeroDuration()));
  EXPECT_OK(Verify(token, kNow));
  EXPECT_OK(Verify(token, kNow + kClockSkew - absl::Nanoseconds(1)));
  EXPECT_THAT(Verify(token, kNow + kClockSkew), IsRefused(Refusal::kExpired));
  EXPECT_THAT(Verify(token, kNow + absl::Hours(90'000)), IsRefused(Refusal::kExpired));
}

TEST(Token, IsNotValidBeforeItsTimeButForASkew) {
  for (const char* claim : {"nbf", "iat"}) {
    const std::string token = TokenWith(claim, Seconds(absl::Minutes(5)));
    EXPECT_OK(Verify(token, kNow + absl::Minutes(4)));
    EXPECT_THAT(Verify(token, kNow + absl::Minutes(4) - absl::Nanoseconds(1)),
                IsRefused(Refusal::kNotYetValid))
        << claim;
  }
}

TEST(Token, LivesADayAtMost) {
  json claims = ClaimsWith("exp", Seconds(absl::Hours(24)));
  EXPECT_OK(Verify(Ec().Token(claims)));
  claims["exp"] = Seconds(absl::Hours(24) + absl::Seconds(1));
  EXPECT_THAT(Verify(Ec().Token(claims)), IsRefused(Refusal::kLifetime));
  claims["iat"] = Seconds(absl::Seconds(1));
  EXPECT_OK(Verify(Ec().Token(claims)));
  // Without `iat` it was issued now at the latest.
  claims.erase("iat");
  EXPECT_THAT(Verify(Ec().Token(claims)), IsRefused(Refusal::kLifetime));
  EXPECT_OK(Verify(Ec().Token(claims), kNow + absl::Seconds(1)));
}

TEST(Token, HasTimesInWholeSecondsOfThisEra) {
  const std::vector<json> times = {json("1800000900"),
                                   json(1800000900.5),
                                   json(1800000900.0),
                                   json(-1),
                                   json(253'402'300'800),
                                   json(std::numeric_limits<std::uint64_t>::max()),
                                   json(1e300),
                                   json(true),
                                   json::array({1800000900}),
                                   json::object()};
  for (const char* claim : {"exp", "nbf", "iat"}) {
    for (const json& time : times) {
      EXPECT_THAT(Verify(TokenWith(claim, time)), IsRefused(Refusal::kMalformed))
          << claim << " " << time;
    }
    std::string text = Claims().dump();
    text.replace(text.size() - 1, 1, std::string(",\"") + claim + "\":null}");
    EXPECT_THAT(Verify(Ec().TokenOfTexts(Ec().Header().dump(), text)),
                IsRefused(Refusal::kMalformed));
  }
  EXPECT_THAT(Verify(TokenWith("exp", nullptr)), IsRefused(Refusal::kMalformed));
  EXPECT_THAT(Verify(TokenWith("exp", 253'402'300'799)), IsRefused(Refusal::kLifetime));
}

TEST(Token, NamesOnlyPeople) {
  for (const std::string& subject : {std::string("a"), std::string(200, 's'),
                                     std::string("auth0|5f7c"), std::string("spiffe:/a")}) {
    EXPECT_OK(Verify(TokenWith("sub", subject))) << subject;
  }
  for (const json& subject :
       {json(""), json(std::string(201, 's')), json("a b"), json("a\n"), json("\x7f"), json("é"),
        json("spiffe://prison/api"), json("SPIFFE://prison/api"), json(7), json(), json{"wren"}}) {
    EXPECT_THAT(Verify(TokenWith("sub", subject)), IsRefused(Refusal::kSubject)) << subject;
  }
}

TEST(Token, WithAMemberTwiceIsRefused) {
  const std::string header = Ec().Header().dump();
  const std::string claims = Claims().dump();
  const std::string twice = R"("sub":"wren",)";
  EXPECT_THAT(Verify(Ec().TokenOfTexts(header, "{" + twice + claims.substr(1))),
              IsRefused(Refusal::kMalformed));
  EXPECT_THAT(Verify(Ec().TokenOfTexts(R"({"alg":"none",)" + header.substr(1), claims)),
              IsRefused(Refusal::kMalformed));
}

TEST(Token, OfTextsThatAreNoObjectsIsRefused) {
  const std::string header = Ec().Header().dump();
  const std::string claims = Claims().dump();
  const std::string deep =
      R"({"a":)" + std::string(2'000, '[') + std::string(2'000, ']') + "," + claims.substr(1);
  for (const std::string& text : {std::string(), std::string("{}"), std::string("[]"),
                                  std::string("\"a\""), claims + "x", "[" + claims + "]", deep}) {
    EXPECT_THAT(Verify(Ec().TokenOfTexts(header, text)), IsRefused(Refusal::kMalformed)) << text;
    EXPECT_THAT(Verify(Ec().TokenOfTexts(text, claims)), IsRefused(Refusal::kMalformed)) << text;
  }
}

TEST(Token, IsThreePartsAndNothingElse) {
  const std::string token = Ec().Token(Claims());
  const std::string signature = token.substr(token.rfind('.'));
  const std::string two_signatures =
      R"({"payload":"e30","signatures":[{"protected":"e30","signature":"AA"}]})";
  for (const std::string& text :
       {std::string(), std::string("."), std::string(".."), std::string("..."), token + ".",
        "." + token, token + signature, token + "=", token + " ", " " + token, token + "\n",
        "\t" + token, absl::StrCat(token.substr(0, 40), "\n", token.substr(40)), two_signatures,
        absl::StrCat(token, ",", token), token + std::string(1, '\0')}) {
    EXPECT_THAT(Verify(text), IsRefused(Refusal::kMalformed)) << text;
  }
}

TEST(Token, IsAtMost8KiB) {
  json claims = Claims();
  claims["padding"] = "";
  const auto padded = [&](std::size_t bytes) {
    claims["padding"] = std::string(bytes, 'p');
    return Ec().Token(claims);
  };
  std::size_t bytes = 5'000;
  while (padded(bytes + 1).size() <= kTokenBytesMax) ++bytes;
  EXPECT_OK(Verify(padded(bytes)));
  EXPECT_THAT(Verify(padded(bytes + 1)), IsRefused(Refusal::kMalformed));
}

TEST(Token, CutShortIsRefused) {
  for (const SigningKey* key : {&Rsa(), &Ec()}) {
    const std::string token = key->Token(Claims());
    for (std::size_t size = 0; size < token.size(); ++size) {
      ASSERT_FALSE(Verify(token.substr(0, size)).ok()) << size;
    }
  }
}

TEST(Token, WithOneBitChangedIsRefused) {
  for (const SigningKey* key : {&Rsa(), &Ec()}) {
    std::string token = key->Token(Claims());
    ASSERT_OK(Verify(token));
    for (char& byte : token) {
      for (int bit = 0; bit < 8; ++bit) {
        byte = static_cast<char>(byte ^ (1 << bit));
        ASSERT_FALSE(Verify(token).ok()) << token;
        byte = static_cast<char>(byte ^ (1 << bit));
      }
    }
    ASSERT_OK(Verify(token));
  }
}

TEST(Token, WithAnEcdsaSignatureOfAnotherFormIsRefused) {
  const std::string token = Ec().Token(Claims());
  const std::string text = token.substr(0, token.rfind('.'));
  const std::string raw = FromBase64Url(token.substr(text.size() + 1)).value();
  for (const std::string& signature :
       {std::string(64, '\0'), std::string(64, '\xff'), raw + raw, raw + '\0', '\0' + raw,
        raw.substr(0, 63), raw.substr(32) + raw.substr(0, 32),
        raw.substr(0, 32) + '\0' + raw.substr(32), raw.substr(0, 32) + std::string(32, '\0')}) {
    EXPECT_THAT(Verify(text + "." + Base64Url(signature)), IsRefused(Refusal::kSignature));
  }
}

// A change somewhere: of bytes, or of one part for that of another good token.
std::string Mutated(std::mt19937_64& random, std::string text, const std::string& other) {
  constexpr std::string_view kLetters = "AZaz09-_.=+/ ";
  const std::size_t place = dice::Below(random, text.size());
  switch (dice::Below(random, 6)) {
    case 0:
      text[place] = static_cast<char>(random());
      break;
    case 1:
      text[place] = kLetters[dice::Below(random, kLetters.size())];
      break;
    case 2:
      text.erase(place, 1 + dice::Below(random, 8));
      break;
    case 3:
      text.insert(place, 1, kLetters[dice::Below(random, kLetters.size())]);
      break;
    case 4:
      text = text.substr(0, place) + other.substr(std::min(place, other.size()));
      break;
    default:
      text.insert(place, other.substr(dice::Below(random, other.size()), 40));
      break;
  }
  return text;
}

// The same with the JSON inside, which reaches further than changes of its encoding.
std::string MutatedInside(std::mt19937_64& random, const std::string& header,
                          const std::string& claims) {
  return Base64Url(Mutated(random, header, claims)) + "." +
         Base64Url(Mutated(random, claims, header)) + "." + Base64Url(std::string(64, 'x'));
}

TEST(Token, ReadsAnythingAndTakesNothingThatWasChanged) {
  std::mt19937_64 random(20261108);
  const std::vector<std::string> good = {Ec().Token(Claims()), Rsa().Token(Claims()),
                                         Ec().Token(ClaimsOf(kIssuer, kAudience, "heron", kNow))};
  const std::string header = Ec().Header().dump();
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string& other = good[dice::Below(random, good.size())];
    const std::string text = dice::Chance(random, 30)
                                 ? MutatedInside(random, header, Claims().dump())
                                 : Mutated(random, good[dice::Below(random, good.size())], other);
    if (std::find(good.begin(), good.end(), text) != good.end()) continue;
    ASSERT_FALSE(Verify(text).ok()) << text;
    ++refused;
  }
  EXPECT_GT(refused, 17'000);
}

}  // namespace
}  // namespace throughgate::identity
