// Store::List.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Every page of a listing, as of the revision of its first page; calls `between` between pages.
std::vector<Record> ListInPages(Store& store, std::string_view prefix, std::size_t limit,
                                const std::function<void()>& between) {
  std::vector<Record> records;
  Page page;
  do {
    const auto next = store.List(prefix, {.after = page.next, .limit = limit}, page.revision);
    EXPECT_OK(next);
    page = *next;
    EXPECT_LE(page.records.size(), limit);
    EXPECT_TRUE(page.next.empty() || page.records.size() == limit);
    records.insert(records.end(), page.records.begin(), page.records.end());
    between();
  } while (!page.next.empty());
  return records;
}

TEST_P(StoreContract, ListsExactlyTheKeysWithThePrefix) {
  for (const char* key : {"a", "a/", "a/1", "a/2", "a0", "a.", "b", "A/1"}) Put(key, "v");
  EXPECT_THAT(Keys("a/"), ElementsAre("a/", "a/1", "a/2"));
  EXPECT_THAT(Keys("a/1"), ElementsAre("a/1"));
  EXPECT_THAT(Keys("a"), ElementsAre("a", "a.", "a/", "a/1", "a/2", "a0"));
  EXPECT_THAT(Keys(""), ElementsAre("A/1", "a", "a.", "a/", "a/1", "a/2", "a0", "b"));
  EXPECT_THAT(Keys("a/3"), IsEmpty());
  EXPECT_THAT(Keys("c"), IsEmpty());
}

TEST_P(StoreContract, ListsPrefixesOfAnyLength) {
  const std::string keys[] = {"employers/acme/vacancies/cook-1", "employers/acme/vacancies/cook-2",
                              "employers/bolt/vacancies/welder"};
  for (const std::string& key : keys) Put(key, "v");
  for (std::size_t length = 0; length <= keys[0].size(); ++length) {
    const std::size_t shared = length <= 10 ? 3 : length < keys[0].size() ? 2 : 1;
    EXPECT_EQ(Keys(keys[0].substr(0, length)).size(), shared) << length;
  }
}

TEST_P(StoreContract, ListsInTheOrderOfUnsignedBytes) {
  std::vector<std::string> keys = {"\x01",     "a\x01",     "a",  "a\x7f", "a\x80",
                                   "a\xff",    "a\xff\xff", "b",  "\x80",  "\xff",
                                   "\xff\xff", "\xff\x01",  "ab", "aa"};
  for (const std::string& key : keys) Put(key, "v");
  std::sort(keys.begin(), keys.end());  // std::string compares unsigned bytes
  EXPECT_EQ(Keys(""), keys);
  EXPECT_THAT(Keys("\xff"), ElementsAre("\xff", "\xff\x01", "\xff\xff"));
  EXPECT_THAT(Keys("a\xff"), ElementsAre("a\xff", "a\xff\xff"));
}

TEST_P(StoreContract, ListsWholeRecordsAndSaysAtWhichRevision) {
  const Revision a = Put("a", "1");
  const Revision b = Put("b", "2");
  const Revision latest = Put("c", "3");
  ASSERT_OK_AND_ASSIGN(const Page page, store().List("", {}));
  EXPECT_EQ(page.records, (std::vector<Record>{{"a", "1", a}, {"b", "2", b}, {"c", "3", latest}}));
  EXPECT_EQ(page.revision, latest);
  EXPECT_EQ(page.next, "");
  ASSERT_OK_AND_ASSIGN(const Page older, store().List("", {}, b));
  EXPECT_EQ(older.revision, b);
}

TEST_P(StoreContract, ListsAsOfEveryRevision) {
  const Revision first = Put("a", "1");
  const Revision second = Put("b", "1");
  const Revision third = Put("a", "2");
  const Revision fourth = Delete("a");
  const Revision fifth = Put("a", "3");
  EXPECT_EQ(List("", first), (std::vector<Record>{{"a", "1", first}}));
  EXPECT_EQ(List("", second), (std::vector<Record>{{"a", "1", first}, {"b", "1", second}}));
  EXPECT_EQ(List("", third), (std::vector<Record>{{"a", "2", third}, {"b", "1", second}}));
  EXPECT_EQ(List("", fourth), (std::vector<Record>{{"b", "1", second}}));
  EXPECT_EQ(List("", fifth), (std::vector<Record>{{"a", "3", fifth}, {"b", "1", second}}));
}

TEST_P(StoreContract, PagesOfEverySizeGiveTheSameListing) {
  Put("a", "before");
  Put("c", "behind");
  for (int i = 0; i < 7; ++i) Put(absl::StrCat("b/", i), "v");
  Delete("b/0");
  Delete("b/3");
  Delete("b/6");
  Put("b/2", "changed");
  const std::vector<Record> all = List("b/");
  ASSERT_EQ(all.size(), 4);
  for (std::size_t limit = 1; limit <= all.size() + 1; ++limit) {
    EXPECT_EQ(ListInPages(store(), "b/", limit, [] {}), all) << limit;
  }
}

TEST_P(StoreContract, PagesAtOneRevisionDoNotSeeLaterWrites) {
  for (const char* key : {"a", "c", "e", "g"}) Put(key, "v");
  const std::vector<Record> all = List("");
  int writes = 0;
  const auto disturb = [&] {
    Commit({.writes = {{"b", absl::StrCat(++writes)}, {"e", "changed"}, {"g", std::nullopt}}});
  };
  EXPECT_EQ(ListInPages(store(), "", 1, disturb), all);
  EXPECT_EQ(writes, 4);
}

TEST_P(StoreContract, ContinuesAfterAnyKey) {
  for (const char* key : {"a/1", "a/2", "a/3", "b"}) Put(key, "v");
  const auto first_after = [&](const std::string& after) {
    const auto page = store().List("a/", {.after = after});
    EXPECT_OK(page);
    return page->records.empty() ? "" : page->records[0].key;
  };
  EXPECT_EQ(first_after("a/1"), "a/2");
  EXPECT_EQ(first_after("a/1x"), "a/2");  // need not exist
  EXPECT_EQ(first_after("Z"), "a/1");     // before the prefix
  EXPECT_EQ(first_after("a/"), "a/1");
  EXPECT_EQ(first_after("a/3"), "");
  EXPECT_EQ(first_after("b"), "");  // behind the prefix
}

TEST_P(StoreContract, ListTakesPagesWithinTheLimitOnly) {
  Put("k", "v");
  EXPECT_OK(store().List("", {.limit = 1}));
  EXPECT_OK(store().List("", {.limit = kPageRecordsMax}));
  for (const std::size_t limit : {std::size_t{0}, kPageRecordsMax + 1}) {
    EXPECT_THAT(store().List("", {.limit = limit}), StatusIs(absl::StatusCode::kInvalidArgument));
  }
}

TEST_P(StoreContract, ListRefusesZeroBytesAndRevisionsNotYetThere) {
  const Revision latest = Put("k", "v");
  const std::string zero("k\0", 2);
  EXPECT_THAT(store().List(zero, {}), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(store().List("", {.after = zero}), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_OK(store().List("", {}, latest));
  EXPECT_THAT(store().List("", {}, latest + 1), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_P(StoreContract, ListsKeysWithManyVersions) {
  for (int i = 0; i < 30; ++i) Commit({.writes = {{"a", absl::StrCat(i)}, {"c", "v"}}});
  Put("b", "v");
  EXPECT_THAT(Keys(""), ElementsAre("a", "b", "c"));
  EXPECT_THAT(List("", 5)[0], (Record{"a", "4", 5}));
}

}  // namespace
}  // namespace throughgate::storage
