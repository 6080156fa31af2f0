// Guards: whatever a decision rests on is compared in the commit itself.
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

using testing::HasSubstr;

TEST_P(StoreContract, GuardZeroHoldsOnlyWhileTheKeyIsAbsent) {
  const Transaction create{.guards = {{"k", 0}}, .writes = {{"k", "v"}}};
  EXPECT_OK(store().Commit(create));
  EXPECT_THAT(store().Commit(create), StatusIs(absl::StatusCode::kAborted));
  Delete("k");
  EXPECT_OK(store().Commit(create));
}

TEST_P(StoreContract, GuardHoldsOnlyAtTheRightVersion) {
  const Revision first = Put("k", "1");
  const Revision second = Put("k", "2");
  for (const Revision wrong : {first, second + 1}) {
    EXPECT_THAT(store().Commit({.guards = {{"k", wrong}}, .writes = {{"k", "x"}}}),
                StatusIs(absl::StatusCode::kAborted, HasSubstr("k has changed")));
  }
  EXPECT_OK(store().Commit({.guards = {{"k", second}}, .writes = {{"k", "3"}}}));
  EXPECT_THAT(Get("k"), HasValue("3"));
}

TEST_P(StoreContract, GuardOnAnAbsentKeyAtAVersionDoesNotHold) {
  const Transaction update{.guards = {{"k", 1}}, .writes = {{"k", "v"}}};
  EXPECT_THAT(store().Commit(update), StatusIs(absl::StatusCode::kAborted));
  EXPECT_EQ(Put("k", "v"), 1);
  Delete("k");
  EXPECT_THAT(store().Commit(update), StatusIs(absl::StatusCode::kAborted));
}

TEST_P(StoreContract, ARecordThatCameBackIsNotTheOneItWas) {
  const Revision first = Put("k", "v");
  Delete("k");
  Put("k", "v");
  EXPECT_THAT(store().Commit({.guards = {{"k", first}}, .writes = {{"k", "x"}}}),
              StatusIs(absl::StatusCode::kAborted));
}

TEST_P(StoreContract, GuardsWorkOnKeysThatAreNotWritten) {
  const Revision approved = Put("approval", "yes");
  EXPECT_OK(store().Commit({.guards = {{"approval", approved}}, .writes = {{"p1", "v"}}}));
  Put("approval", "no");
  EXPECT_THAT(store().Commit({.guards = {{"approval", approved}}, .writes = {{"p2", "v"}}}),
              StatusIs(absl::StatusCode::kAborted, HasSubstr("approval")));
  EXPECT_EQ(Get("p2"), std::nullopt);
}

TEST_P(StoreContract, OneGuardThatDoesNotHoldStopsEveryWrite) {
  const Revision right = Put("right", "v");
  EXPECT_THAT(store().Commit({.guards = {{"right", right}, {"absent", 0}, {"wrong", 9}},
                              .writes = {{"right", "x"}, {"new", "x"}}}),
              StatusIs(absl::StatusCode::kAborted, HasSubstr("wrong")));
  EXPECT_EQ(store().latest(), right);
  EXPECT_EQ(List(""), (std::vector<Record>{{"right", "v", right}}));
}

TEST_P(StoreContract, GuardsSeeTheStateBeforeTheirOwnCommit) {
  const Revision old = Put("old", "v");
  EXPECT_OK(store().Commit(
      {.guards = {{"new", 0}, {"old", old}}, .writes = {{"new", "v"}, {"old", std::nullopt}}}));
}

TEST_P(StoreContract, NoUpdateIsLostAmongConcurrentCommitters) {
  if (!GetParam().concurrent) GTEST_SKIP() << "one thread at a time, see ReopeningStore";
  constexpr int kThreads = 4;
  constexpr int kIncrements = 50;
  Put("count", "0");
  const auto increment = [&] {
    const auto count = store().Get("count");
    int value = 0;
    ASSERT_TRUE(absl::SimpleAtoi((*count)->value, &value));
    const auto result = store().Commit(
        {.guards = {{"count", (*count)->version}}, .writes = {{"count", absl::StrCat(value + 1)}}});
    ASSERT_TRUE(result.ok() || result.status().code() == absl::StatusCode::kAborted);
  };
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < kIncrements; ++j) increment();
    });
  }
  for (std::thread& thread : threads) thread.join();
  // Each revision after the first is a commit that was not refused: one increment.
  EXPECT_THAT(Get("count"), HasValue(absl::StrCat(store().latest() - 1)));
}

}  // namespace
}  // namespace throughgate::storage
