// Store::Commit: revisions, atomicity and limits; its guards are in guard_test.cc.
#include <string>

#include "absl/strings/str_cat.h"
#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

const std::string kZeroByte("a\0b", 3);

// `guards` guards on absent keys and `writes` writes, all of different keys.
Transaction MakeOperations(std::size_t guards, std::size_t writes) {
  Transaction transaction;
  for (std::size_t i = 0; i < guards; ++i) transaction.guards.push_back({absl::StrCat("g", i), 0});
  for (std::size_t i = 0; i < writes; ++i) {
    transaction.writes.push_back({absl::StrCat("w", i), "v"});
  }
  return transaction;
}

// Bytes of every countable kind, `bytes` in all.
Transaction MakeBytes(std::size_t bytes) {
  return {.guards = {{std::string(1000, 'g'), 0}},
          .writes = {{std::string(1000, 'd'), std::nullopt},
                     {std::string(1000, 'w'), std::string(bytes - 3000, 'v')}}};
}

TEST_P(StoreContract, EachCommitIsTheNextRevision) {
  for (Revision expected = 1; expected <= 5; ++expected) {
    EXPECT_EQ(Put("k", absl::StrCat(expected)), expected);
    EXPECT_EQ(store().latest(), expected);
  }
}

TEST_P(StoreContract, AllWritesOfACommitShareItsRevision) {
  Put("gone", "x");
  const Revision revision = Commit({.writes = {{"a", "1"}, {"gone", std::nullopt}, {"b", "2"}}});
  EXPECT_EQ(List("", revision), (std::vector<Record>{{"a", "1", revision}, {"b", "2", revision}}));
  EXPECT_EQ(Keys("", revision - 1), std::vector<std::string>{"gone"});
}

TEST_P(StoreContract, WritingTheSameValueAgainIsANewVersion) {
  Put("k", "v");
  const Revision again = Put("k", "v");
  EXPECT_EQ(Get("k")->version, again);
}

TEST_P(StoreContract, DeletingWhatIsAbsentIsNoError) {
  Delete("k");
  EXPECT_EQ(Get("k"), std::nullopt);
}

TEST_P(StoreContract, TakesExactlyTheMostOperations) {
  EXPECT_OK(store().Commit(MakeOperations(40, kCommitOperationsMax - 40)));
  EXPECT_OK(store().Commit(MakeOperations(0, kCommitOperationsMax)));
  EXPECT_EQ(List("").size(), kCommitOperationsMax);
}

TEST_P(StoreContract, TakesExactlyTheMostBytes) {
  const Transaction transaction = MakeBytes(kCommitBytesMax);
  EXPECT_OK(store().Commit(transaction));
  EXPECT_THAT(Get(transaction.writes[1].key), HasValue(*transaction.writes[1].value));
}

TEST_P(StoreContract, RefusesInvalidCommits) {
  const std::pair<const char*, Transaction> invalid[] = {
      {"no operation", {}},
      {"no write", {.guards = {{"k", 0}}}},
      {"an operation too many", MakeOperations(40, kCommitOperationsMax - 40 + 1)},
      {"a guard too many", MakeOperations(kCommitOperationsMax, 1)},
      {"a byte too many", MakeBytes(kCommitBytesMax + 1)},
      {"an empty key written", {.writes = {{"", "v"}}}},
      {"an empty key guarded", {.guards = {{"", 0}}, .writes = {{"k", "v"}}}},
      {"a key written twice", {.writes = {{"k", "v"}, {"l", "v"}, {"k", std::nullopt}}}},
      {"a key guarded twice", {.guards = {{"k", 0}, {"k", 0}}, .writes = {{"l", "v"}}}},
      {"a zero byte in a key written", {.writes = {{kZeroByte, "v"}}}},
      {"a zero byte in a key guarded", {.guards = {{kZeroByte, 0}}, .writes = {{"k", "v"}}}},
  };
  for (const auto& [what, transaction] : invalid) {
    EXPECT_THAT(store().Commit(transaction), StatusIs(absl::StatusCode::kInvalidArgument)) << what;
  }
  EXPECT_EQ(store().latest(), 0);
  EXPECT_EQ(List("").size(), 0);
}

TEST_P(StoreContract, RefusesAnInvalidCommitBeforeItLooksAtItsGuards) {
  EXPECT_THAT(store().Commit({.guards = {{"absent", 7}}, .writes = {{"", "v"}}}),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace throughgate::storage
