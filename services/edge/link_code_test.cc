#include "services/edge/link_code.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace throughgate::services {
namespace {

constexpr char kDigits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

TEST(LinkCodes, AreShownInGroupsAndReadAgain) {
  std::set<std::string> codes;
  for (int i = 0; i < 1'000; ++i) {
    const std::string code = *NewLinkCode();
    ASSERT_EQ(code.size(), 14u);
    EXPECT_EQ(code.find_first_not_of(kDigits), code.npos);
    const std::string shown = ShowLinkCode(code);
    EXPECT_EQ(shown.size(), 17u);
    EXPECT_EQ(shown[4], '-');
    EXPECT_EQ(shown[14], '-');
    EXPECT_EQ(ReadLinkCode(shown), code);
    EXPECT_EQ(ReadLinkCode(code), code);
    codes.insert(code);
  }
  EXPECT_EQ(codes.size(), 1'000u);
}

// So that no code that was given becomes mistyped.
TEST(LinkCodes, HaveTheCheckDigitsThatTheyAlwaysHad) {
  EXPECT_EQ(ReadLinkCode("0000-0000-0000-00"), "00000000000000");
  EXPECT_EQ(ReadLinkCode("7KQ4-9FJT-2M6X-FB"), "7KQ49FJT2M6XFB");
}

TEST(LinkCodes, AreReadAsPeopleWriteThem) {
  // One with a 0 and a 1, found by trial.
  std::string code;
  do {
    code = *NewLinkCode();
  } while (code.find('0') == code.npos || code.find('1') == code.npos);
  std::string typed = " ";
  for (const char c : code) {
    typed += c == '0'   ? 'o'
             : c == '1' ? (typed.size() % 2 == 0 ? 'I' : 'l')
                        : static_cast<char>(std::tolower(c));
    typed += typed.size() % 3 == 0 ? " " : "-";
  }
  EXPECT_EQ(ReadLinkCode(typed), code);
}

TEST(LinkCodes, WithOneWrongDigitAreNoticed) {
  const std::string code = *NewLinkCode();
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (const char digit : std::string(kDigits)) {
      std::string typed = code;
      typed[i] = digit;
      EXPECT_EQ(ReadLinkCode(typed).has_value(), typed == code);
    }
  }
}

TEST(LinkCodes, WithTwoWrongDigitsOrTwoThatChangedPlacesAreNoticed) {
  const std::string code = *NewLinkCode();
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (std::size_t j = i + 1; j < code.size(); ++j) {
      std::string swapped = code;
      std::swap(swapped[i], swapped[j]);
      EXPECT_EQ(ReadLinkCode(swapped).has_value(), swapped == code);
      for (const char one : std::string(kDigits)) {
        for (const char other : std::string(kDigits)) {
          std::string typed = code;
          typed[i] = one;
          typed[j] = other;
          EXPECT_EQ(ReadLinkCode(typed).has_value(), typed == code);
        }
      }
    }
  }
}

TEST(LinkCodes, OfAnotherLengthOrOtherLettersAreNone) {
  const std::string code = *NewLinkCode();
  EXPECT_EQ(ReadLinkCode(code + "0"), std::nullopt);
  EXPECT_EQ(ReadLinkCode(code.substr(1)), std::nullopt);
  EXPECT_EQ(ReadLinkCode(""), std::nullopt);
  EXPECT_EQ(ReadLinkCode("----"), std::nullopt);
  std::string typed = code;
  for (const char c : std::string("U*_\n\x80")) {
    typed[3] = c;
    EXPECT_EQ(ReadLinkCode(typed), std::nullopt);
  }
}

}  // namespace
}  // namespace throughgate::services
