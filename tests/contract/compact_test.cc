// Store::Compact.
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

using testing::HasSubstr;

TEST_P(StoreContract, CompactKeepsWhatWasSupersededShortlyBefore) {
  const Revision first = Put("k", "1");
  Advance(absl::Hours(1));
  Put("k", "2");
  Advance(kHistoryMin - absl::Milliseconds(1));
  CompactAll();
  EXPECT_THAT(Get("k", first), HasValue("1"));
  EXPECT_OK(store().Watch(first));
}

TEST_P(StoreContract, CompactForgetsWhatWasSupersededLongAgo) {
  const Revision first = Put("k", "1");
  const Revision second = Put("k", "2");
  Advance(kHistoryMin + absl::Milliseconds(1));
  CompactAll();
  const auto compacted =
      StatusIs(absl::StatusCode::kOutOfRange, HasSubstr(absl::StrCat("compacted to ", second)));
  EXPECT_THAT(store().Get("k", first), compacted);
  EXPECT_THAT(store().Get("absent", first), compacted);
  EXPECT_THAT(store().List("", {}, first), compacted);
  EXPECT_THAT(store().Watch(first), compacted);
  EXPECT_THAT(Get("k", second), HasValue("2"));
  EXPECT_OK(store().Watch(second));
}

TEST_P(StoreContract, CompactForgetsNothingYoungerThanItsHorizon) {
  const Revision first = Put("k", "1");
  Advance(absl::Minutes(1));
  const absl::Time superseded = now();
  const Revision second = Put("k", "2");
  Advance(absl::Hours(1));
  CompactAll(superseded);
  EXPECT_THAT(Get("k", first), HasValue("1"));
  CompactAll(superseded + absl::Milliseconds(1));
  EXPECT_THAT(store().Get("k", first), StatusIs(absl::StatusCode::kOutOfRange));
  EXPECT_THAT(Get("k", second), HasValue("2"));
}

TEST_P(StoreContract, CompactNeverTouchesCurrentRecords) {
  Commit({.writes = {{"kept", "v"}, {"changed", "old"}, {"deleted", "v"}, {"back", "old"}}});
  Commit({.writes = {{"changed", "new"}, {"deleted", std::nullopt}, {"back", std::nullopt}}});
  Put("back", "new");
  const std::vector<Record> before = List("");
  ASSERT_EQ(before.size(), 3);
  Advance(absl::Hours(1));
  CompactAll();
  EXPECT_EQ(List(""), before);
  EXPECT_EQ(store().latest(), 3);
  // Their versions are still good for guards, and an old deletion still means absent.
  EXPECT_OK(store().Commit(
      {.guards = {{"kept", 1}, {"back", 3}, {"deleted", 0}}, .writes = {{"deleted", "again"}}}));
}

TEST_P(StoreContract, CompactLeavesEveryReadableRevisionAsItWas) {
  const char* const keys[] = {"a", "b", "c"};
  std::map<Revision, std::vector<Record>> before;
  for (int i = 0; i < 24; ++i) {
    Advance(absl::Minutes(1));
    const std::string key = keys[i % 3];
    const Revision revision = i % 4 == 3 ? Delete(key) : Put(key, absl::StrCat(i));
    before[revision] = List("");
  }
  for (int minutes = 18; minutes >= 6; minutes -= 3) {
    CompactAll(now() - absl::Minutes(minutes));
    const Revision oldest = 24 - minutes - 1;  // superseded at that very horizon
    for (const auto& [revision, records] : before) {
      const auto page = store().List("", {}, revision);
      if (revision < oldest) {
        EXPECT_THAT(page, StatusIs(absl::StatusCode::kOutOfRange)) << revision;
      } else {
        ASSERT_OK(page) << revision;
        EXPECT_EQ(page->records, records) << revision;
      }
    }
  }
}

TEST_P(StoreContract, CompactIsRememberedWhenOpenedAgain) {
  if (!GetParam().durable) GTEST_SKIP() << "keeps nothing by design";
  Put("k", "1");
  Put("k", "2");
  Delete("k");
  Advance(absl::Hours(1));
  CompactAll();
  Close();
  Open();
  EXPECT_EQ(store().latest(), 3);
  EXPECT_THAT(store().Get("k", 2), StatusIs(absl::StatusCode::kOutOfRange));
  EXPECT_EQ(Put("k", "3"), 4);
}

TEST_P(StoreContract, CompactDoesABoundedAmountOfWork) {
  if (!GetParam().concurrent) GTEST_SKIP() << "a thousand commits take too long on ReopeningStore";
  for (int i = 0; i < 1100; ++i) Put("k", absl::StrCat(i));
  Advance(absl::Hours(1));
  EXPECT_THAT(store().Compact(now()), IsOkAndHolds(true));
  EXPECT_OK(store().Get("k", 1099));
  EXPECT_THAT(store().Compact(now()), IsOkAndHolds(false));
  EXPECT_THAT(store().Get("k", 1099), StatusIs(absl::StatusCode::kOutOfRange));
  EXPECT_THAT(Get("k"), HasValue("1099"));
}

TEST_P(StoreContract, CompactOfNothingHasNothingMoreToDo) {
  EXPECT_THAT(store().Compact(absl::InfiniteFuture()), IsOkAndHolds(false));
  Put("k", "v");
  EXPECT_THAT(store().Compact(absl::InfiniteFuture()), IsOkAndHolds(false));
  EXPECT_THAT(store().Compact(absl::InfinitePast()), IsOkAndHolds(false));
}

}  // namespace
}  // namespace throughgate::storage
