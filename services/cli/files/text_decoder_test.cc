#include "services/cli/files/text_decoder.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace throughgate::cli {
namespace {

struct Decoded {
  std::optional<std::size_t> first_bad;
  std::string text;
  bool operator==(const Decoded&) const = default;
};

Decoded Decode(TextEncoding encoding, absl::string_view bytes) {
  TextDecoder decoder(encoding);
  Decoded decoded;
  decoded.first_bad = decoder.Decode(bytes, decoded.text);
  return decoded;
}

TEST(TextDecoder, PassesGoodUtf8) {
  for (const char* text : {"", "plain", "caf\xC3\xA9 \xE2\x82\xAC", "\xF0\x9F\x99\x82"}) {
    EXPECT_EQ(Decode(TextEncoding::kUtf8, text), (Decoded{std::nullopt, text}));
  }
}

TEST(TextDecoder, FindsTheFirstByteThatIsNoUtf8) {
  EXPECT_EQ(Decode(TextEncoding::kUtf8,
                   "ab\xE9"
                   "cd"),
            (Decoded{2,
                     "ab\xEF\xBF\xBD"
                     "cd"}));
  // Cut off, overlong, a surrogate, beyond Unicode.
  EXPECT_EQ(Decode(TextEncoding::kUtf8, "a\xE2\x82").first_bad, 1u);
  EXPECT_EQ(Decode(TextEncoding::kUtf8, "\xC0\xAF").first_bad, 0u);
  EXPECT_EQ(Decode(TextEncoding::kUtf8, "\xED\xA0\x80").first_bad, 0u);
  EXPECT_EQ(Decode(TextEncoding::kUtf8, "\xF5\x80\x80\x80").first_bad, 0u);
  EXPECT_EQ(Decode(TextEncoding::kUtf8, "\xF4\x90\x80\x80").first_bad, 0u);
}

TEST(TextDecoder, IsCleanAgainAfterABadText) {
  TextDecoder decoder(TextEncoding::kUtf8);
  std::string text;
  EXPECT_TRUE(decoder.Decode("\xE2\x82", text));
  EXPECT_FALSE(decoder.Decode("\xC3\xA9", text));
  EXPECT_EQ(text, "\xC3\xA9");
}

TEST(TextDecoder, ConvertsWindows1252) {
  EXPECT_EQ(Decode(TextEncoding::kWindows1252,
                   "\x80 \x93"
                   "caf\xE9\x94"),
            (Decoded{std::nullopt,
                     "\xE2\x82\xAC \xE2\x80\x9C"
                     "caf\xC3\xA9\xE2\x80\x9D"}));
}

TEST(TextDecoder, RefusesBytesThatWindows1252LeavesOpen) {
  for (const char* bytes : {"x\x81", "x\x8D", "x\x8F", "x\x90", "x\x9D"}) {
    EXPECT_EQ(Decode(TextEncoding::kWindows1252, bytes).first_bad, 1u);
  }
}

}  // namespace
}  // namespace throughgate::cli
