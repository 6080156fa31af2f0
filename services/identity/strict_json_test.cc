#include "services/identity/strict_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/identity/base64url.h"

namespace throughgate::identity {
namespace {

using ::testing::Optional;

std::string Nested(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += "{\"a\":";
  return text + "1" + std::string(depth, '}');
}

TEST(StrictJson, TakesAnObject) {
  const auto json = ParseStrictJson(R"( {"a": "b", "c": [1, {"a": 2}, {"a": 3}]} )");
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(*TextMember(*json, "a"), "b");
  EXPECT_EQ(TextMember(*json, "c"), nullptr);
  EXPECT_EQ(Member(*json, "C"), nullptr);
}

TEST(StrictJson, RefusesWhatTwoReadersMightReadDifferently) {
  for (const std::string text :
       {R"({"a": 1, "a": 1})", R"({"a": 1, "\u0061": 2})", R"({"b": [{"a": 1, "c": 2, "a": 1}]})",
        R"({"a": {"a": 1}, "a": 2})"}) {
    EXPECT_EQ(ParseStrictJson(text), std::nullopt) << text;
  }
  EXPECT_EQ(ParseStrictJson(std::string("{\"a\": 1}\0{", 10)), std::nullopt);
}

TEST(StrictJson, RefusesWhatIsNoObject) {
  for (const std::string text :
       {"", " ", "[]", "1", "\"a\"", "null", "{", "{}x", "{} {}", "{'a': 1}", "{\"a\": 1,}",
        "{\"a\": 1e999}", "{\"a\": NaN}", "{/**/}", "{\"\xff\": 1}"}) {
    EXPECT_EQ(ParseStrictJson(text), std::nullopt) << text;
  }
}

TEST(StrictJson, IsNotDeep) {
  EXPECT_NE(ParseStrictJson(Nested(kJsonDepthMax)), std::nullopt);
  EXPECT_EQ(ParseStrictJson(Nested(kJsonDepthMax + 1)), std::nullopt);
  EXPECT_EQ(ParseStrictJson("{\"a\":" + std::string(60'000, '[')), std::nullopt);
}

TEST(Base64Url, HasOneTextForEveryBytes) {
  EXPECT_EQ(Base64Url("\xfb\xff\xfe"), "-__-");
  EXPECT_THAT(FromBase64Url("-__-"), Optional(std::string("\xfb\xff\xfe")));
  EXPECT_THAT(FromBase64Url(""), Optional(std::string()));
  EXPECT_THAT(FromBase64Url("YQ"), Optional(std::string("a")));
  for (const char* text : {"YQ==", "YQ=", "YR", "Y", " YQ", "YQ ", "Y Q", "YQ\n", "+//+", "YQ.."}) {
    EXPECT_EQ(FromBase64Url(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace throughgate::identity
