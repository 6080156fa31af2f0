#include "storage/secrets/siv.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace throughgate::storage {
namespace {

constexpr char kPlain[] = "a text of some length";
const format::Secret kSecret = {.key = std::string(format::kSecretBytes, 's')};

TEST(Siv, GivesBackWhatWasSealed) {
  Siv siv(kSecret, "a purpose");
  for (int round = 0; round < 3; ++round) {
    for (const std::size_t size : {16, 17, 31, 32, 33, 200}) {
      const std::string plain(size, static_cast<char>(size));
      const std::string sealed = siv.Seal(plain);
      EXPECT_EQ(sealed.size(), plain.size() + kSivBytes);
      EXPECT_EQ(siv.Seal(plain), sealed) << "it is deterministic";
      EXPECT_EQ(siv.Open(sealed), plain);
      EXPECT_EQ(Siv(kSecret, "a purpose").Open(sealed), plain);
    }
  }
}

TEST(Siv, OpensNothingElse) {
  Siv siv(kSecret, "a purpose");
  const std::string sealed = siv.Seal(kPlain);
  for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
    std::string changed = sealed;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
    EXPECT_EQ(siv.Open(changed), std::nullopt) << bit;
  }
  EXPECT_EQ(siv.Open(sealed), kPlain) << "what was refused leaves no trace";
  EXPECT_EQ(siv.Open(sealed.substr(1)), std::nullopt);
  EXPECT_EQ(siv.Open(sealed + "x"), std::nullopt);
  EXPECT_EQ(siv.Open(sealed.substr(0, kSivBytes)), std::nullopt);
  for (std::size_t size = 0; size < kSivBytes + kSivPlainMin; ++size) {
    EXPECT_EQ(siv.Open(std::string(size, 'x')), std::nullopt);
  }
  EXPECT_EQ(siv.Open(sealed), kPlain) << "nor does what is too short";
}

TEST(Siv, HasAKeyForEachSecretAndPurpose) {
  Siv siv(kSecret, "a purpose");
  const std::string sealed = siv.Seal(kPlain);
  EXPECT_EQ(Siv(kSecret, "a purpose2").Open(sealed), std::nullopt);
  EXPECT_EQ(Siv(kSecret, "").Open(sealed), std::nullopt);
  EXPECT_EQ(Siv({.key = std::string(format::kSecretBytes, 't')}, "a purpose").Open(sealed),
            std::nullopt);
}

// So that a change of library, or a slip in deriving keys, does not make every handle another.
TEST(Siv, GivesTheBytesThatItAlwaysGave) {
  Siv siv(kSecret, "handles/north");
  std::string hex;
  for (const unsigned char byte : siv.Seal(kPlain)) {
    constexpr char kDigits[] = "0123456789abcdef";
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  EXPECT_EQ(hex, "afdfb9b52b37be8f3578a4b82ba74b36854332ca8655cf9912aac7691d8e3c0011bf487955");
}

}  // namespace
}  // namespace throughgate::storage
