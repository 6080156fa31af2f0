#include "storage/secrets/base32.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>

namespace throughgate::storage {
namespace {

// Those of RFC 4648, in lower case and without padding.
TEST(Base32, IsTheStandardOne) {
  EXPECT_EQ(ToBase32(""), "");
  EXPECT_EQ(ToBase32("f"), "my");
  EXPECT_EQ(ToBase32("fo"), "mzxq");
  EXPECT_EQ(ToBase32("foo"), "mzxw6");
  EXPECT_EQ(ToBase32("foob"), "mzxw6yq");
  EXPECT_EQ(ToBase32("fooba"), "mzxw6ytb");
  EXPECT_EQ(ToBase32("foobar"), "mzxw6ytboi");
}

TEST(Base32, GivesBackAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(FromBase32(ToBase32(bytes)), bytes);
    bytes += static_cast<char>(i * 89 + 7);
  }
}

TEST(Base32, RefusesWhatItDoesNotGive) {
  for (const char* text : {"m", "MY", "m1", "my=", "m y", "mz", "mzx", "mzxr", "mzxw6y", "my-"}) {
    EXPECT_EQ(FromBase32(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace throughgate::storage
