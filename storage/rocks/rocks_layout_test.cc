#include "storage/rocks/rocks_layout.h"

#include <algorithm>

#include "tests/support/status_matchers.h"

namespace throughgate::storage {
namespace {

using absl::StatusCode;
using testing::ElementsAre;

// Bytes with zeros among them.
template <std::size_t size>
std::string Bytes(const char (&literal)[size]) {
  return std::string(literal, size - 1);
}

TEST(RocksLayout, WritesTheBytesOfItsGrammar) {
  EXPECT_EQ(EncodeKeyVersion({"a/1", 0x0102}), Bytes("a/1\0\xff\xff\xff\xff\xff\xff\xfe\xfd"));
  EXPECT_EQ(EncodeValue("v"), Bytes("\1v"));
  EXPECT_EQ(EncodeValue(""), Bytes("\1"));
  EXPECT_EQ(EncodeValue(std::nullopt), Bytes("\0"));
  EXPECT_EQ(EncodeRevision(0x0102), Bytes("\0\0\0\0\0\0\1\2"));
  EXPECT_EQ(EncodeLogEntry({.committed = absl::FromUnixMillis(258), .keys = {"a", "b/1"}}),
            Bytes("\0\0\0\0\0\0\1\2a\0b/1"));
}

TEST(RocksLayout, ReadsWhatItWrites) {
  const auto key_version = DecodeKeyVersion(EncodeKeyVersion({"k\xff", 1u << 31}));
  EXPECT_EQ(key_version->version, 1u << 31);
  for (const std::optional<std::string>& value :
       {std::optional<std::string>(Bytes("a\0b")), std::optional<std::string>(""),
        std::optional<std::string>()}) {
    EXPECT_THAT(DecodeValue(EncodeValue(value)), IsOkAndHolds(value));
  }
  EXPECT_THAT(DecodeRevision(EncodeRevision(~Revision{0})), IsOkAndHolds(~Revision{0}));
  const absl::Time before_1970 = absl::FromUnixMillis(-5);
  const auto entry = DecodeLogEntry(EncodeLogEntry({before_1970, {"a", "b", "c"}}));
  EXPECT_EQ(entry->committed, before_1970);
  EXPECT_THAT(entry->keys, ElementsAre("a", "b", "c"));
}

TEST(RocksLayout, SortsKeysByTheirBytesAndVersionsNewestFirst) {
  const std::string sorted[] = {
      EncodeKeyVersion({"a", ~Revision{0}}), EncodeKeyVersion({"a", 256}),
      EncodeKeyVersion({"a", 255}),          EncodeKeyVersion({"a", 0}),
      EncodeKeyVersion({"a\x01", 9}),        EncodeKeyVersion({"aa", 9}),
      EncodeKeyVersion({"a\xff", 9}),        EncodeKeyVersion({"b", 9}),
  };
  EXPECT_TRUE(std::is_sorted(std::begin(sorted), std::end(sorted)));
}

TEST(RocksLayout, BoundsHoldTheVersionsOfOneKeyOnly) {
  EXPECT_LT(FirstVersion("a"), EncodeKeyVersion({"a", ~Revision{0}}));
  EXPECT_GT(EndOfVersions("a"), EncodeKeyVersion({"a", 0}));
  EXPECT_LT(EndOfVersions("a"), EncodeKeyVersion({"a\x01", ~Revision{0}}));
}

TEST(RocksLayout, EndsPrefixes) {
  EXPECT_EQ(EndOfPrefix("a/"), "a0");
  EXPECT_EQ(EndOfPrefix("a\xff\xff"), "b");
  EXPECT_EQ(EndOfPrefix("\xff"), "");
  EXPECT_EQ(EndOfPrefix(""), "");
}

TEST(RocksLayout, RefusesBytesItDidNotWrite) {
  const auto damaged = StatusIs(StatusCode::kDataLoss);
  EXPECT_THAT(DecodeKeyVersion("k"), damaged);
  EXPECT_THAT(DecodeKeyVersion(Bytes("k\0") + "1234567"), damaged);
  EXPECT_THAT(DecodeKeyVersion(Bytes("k\0") + "123456789"), damaged);
  EXPECT_THAT(DecodeValue(""), damaged);
  EXPECT_THAT(DecodeValue("\2v"), damaged);
  EXPECT_THAT(DecodeValue(Bytes("\0v")), damaged);
  EXPECT_THAT(DecodeRevision("1234567"), damaged);
  EXPECT_THAT(DecodeLogEntry("12345678"), damaged);
}

}  // namespace
}  // namespace throughgate::storage
