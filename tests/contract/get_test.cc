// Store::Get, latest and id.
#include <string>

#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

using testing::MatchesRegex;

TEST_P(StoreContract, IdIsSixteenHexDigitsAndItsOwn) {
  EXPECT_THAT(std::string(store().id()), MatchesRegex("[0-9a-f]{16}"));
  TempDirectory elsewhere;
  const auto other = GetParam().open(elsewhere.path("store"), [this] { return now(); });
  EXPECT_NE(store().id(), other->id());
}

TEST_P(StoreContract, KeepsIdRevisionsAndRecordsWhenOpenedAgain) {
  if (!GetParam().durable) GTEST_SKIP() << "keeps nothing by design";
  const std::string id(store().id());
  const Revision old = Put("k", "old");
  Put("k", "new");
  Close();
  Open();
  EXPECT_EQ(store().id(), id);
  EXPECT_EQ(store().latest(), 2);
  EXPECT_THAT(Get("k"), HasValue("new"));
  EXPECT_THAT(Get("k", old), HasValue("old"));
  EXPECT_EQ(Put("k", "newer"), 3);
}

TEST_P(StoreContract, StartsEmptyAtRevisionZero) {
  EXPECT_EQ(store().latest(), 0);
  EXPECT_EQ(Get("k"), std::nullopt);
  EXPECT_EQ(Get(""), std::nullopt);
  EXPECT_EQ(List("").size(), 0);
}

TEST_P(StoreContract, GetsTheRecordWithTheRevisionThatWroteIt) {
  Put("other", "x");
  const Revision written = Put("k", "v");
  Put("other", "y");
  EXPECT_EQ(Get("k"), (Record{.key = "k", .value = "v", .version = written}));
}

TEST_P(StoreContract, GetFindsWholeKeysOnly) {
  Put("ab", "v");
  EXPECT_EQ(Get("a"), std::nullopt);
  EXPECT_EQ(Get("abc"), std::nullopt);
}

TEST_P(StoreContract, GetsARecordAsOfEveryRevision) {
  const Revision created = Put("k", "1");
  const Revision changed = Put("k", "2");
  const Revision between = Put("other", "x");
  const Revision deleted = Delete("k");
  const Revision again = Put("k", "3");
  EXPECT_EQ(Get("k", created), (Record{"k", "1", created}));
  EXPECT_EQ(Get("k", changed), (Record{"k", "2", changed}));
  EXPECT_EQ(Get("k", between), (Record{"k", "2", changed}));
  EXPECT_EQ(Get("k", deleted), std::nullopt);
  EXPECT_EQ(Get("k", again), (Record{"k", "3", again}));
  EXPECT_EQ(Get("k"), (Record{"k", "3", again}));
}

TEST_P(StoreContract, GetRefusesARevisionThatIsNotYetThere) {
  const Revision latest = Put("k", "v");
  EXPECT_OK(store().Get("k", latest));
  EXPECT_THAT(store().Get("k", latest + 1), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_P(StoreContract, GetRefusesAKeyWithAZeroByte) {
  Put("a", "v");
  EXPECT_THAT(store().Get(std::string("a\0b", 3)), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_P(StoreContract, KeepsEveryByteOfAValue) {
  std::string value;
  for (int byte = 0; byte < 256; ++byte) value += static_cast<char>(byte);
  Put("all bytes", value);
  Put("zero", std::string(1, '\0'));
  EXPECT_THAT(Get("all bytes"), HasValue(value));
  EXPECT_THAT(Get("zero"), HasValue(std::string(1, '\0')));
}

TEST_P(StoreContract, AnEmptyValueIsARecord) {
  Put("k", "");
  EXPECT_THAT(Get("k"), HasValue(""));
  EXPECT_EQ(List("").size(), 1);
}

}  // namespace
}  // namespace throughgate::storage
