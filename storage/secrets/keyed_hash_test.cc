#include "storage/secrets/keyed_hash.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/escaping.h"

namespace throughgate::storage {
namespace {

std::string Hex(const std::array<std::uint8_t, 32>& hash) {
  return absl::BytesToHexString(std::string(hash.begin(), hash.end()));
}

// The examples of RFC 4231, 4.2 and 4.3.
TEST(KeyedHash, IsHmacSha256) {
  EXPECT_EQ(Hex(KeyedHash({.key = std::string(20, '\x0b')})("Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(Hex(KeyedHash({.key = "Jefe"})("what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(KeyedHash, DoesNotRememberWhatItHashedBefore) {
  const KeyedHash hash({.key = std::string(32, 'k')});
  const auto first = hash("employers/acme");
  EXPECT_NE(hash("employers/bolt"), first);
  EXPECT_NE(hash(""), first);
  EXPECT_EQ(hash("employers/acme"), first);
  const KeyedHash copy = hash;
  EXPECT_EQ(copy("employers/acme"), first);
  EXPECT_EQ(hash("employers/acme"), first);
}

TEST(KeyedHash, DiffersFromKeyToKey) {
  EXPECT_NE(KeyedHash({.key = std::string(32, 'k')})("employers/acme"),
            KeyedHash({.key = std::string(32, 'l')})("employers/acme"));
}

// What plans keep: never to be changed.
TEST(DigestOf, IsOfTheBeginningsOfTwoHashes) {
  const KeyedHash hash({.key = std::string(32, 'k')});
  const auto hex = [&](std::string_view name) {
    const matcher::NameDigest digest = DigestOf(name, hash);
    return absl::BytesToHexString(std::string(digest.begin(), digest.end()));
  };
  const std::string employer = Hex(hash("employers/acme")).substr(0, 16);
  EXPECT_EQ(hex("employers/acme"), employer + std::string(16, '0'));
  EXPECT_EQ(hex("employers/acme/sites/leeds"),
            employer + Hex(hash("employers/acme/sites/leeds")).substr(0, 16));
}

}  // namespace
}  // namespace throughgate::storage
