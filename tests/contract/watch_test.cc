// Store::Watch and Watcher.
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/contract/store_contract.h"

namespace throughgate::storage {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

const auto kAtOnce = absl::InfinitePast();
// Long enough for any machine: reaching it is a failure, not a pace.
absl::Time Soon() { return absl::Now() + absl::Seconds(60); }

TEST_P(StoreContract, WatcherGivesEveryCommitInOrder) {
  Put("a", "1");
  Commit({.writes = {{"a", std::nullopt}, {"b", "2"}}});
  Put("c", "");
  ASSERT_OK_AND_ASSIGN(const auto watcher, store().Watch(0));
  ASSERT_OK_AND_ASSIGN(const Change first, watcher->Next(Soon()));
  EXPECT_EQ(first.revision, 1);
  EXPECT_THAT(first.writes, ElementsAre(IsWrite("a", "1")));
  ASSERT_OK_AND_ASSIGN(const Change second, watcher->Next(Soon()));
  EXPECT_EQ(second.revision, 2);
  EXPECT_THAT(second.writes, UnorderedElementsAre(IsWrite("a", std::nullopt), IsWrite("b", "2")));
  ASSERT_OK_AND_ASSIGN(const Change third, watcher->Next(Soon()));
  EXPECT_EQ(third.revision, 3);
  EXPECT_THAT(third.writes, ElementsAre(IsWrite("c", "")));
}

TEST_P(StoreContract, WatcherStartsAfterItsRevision) {
  for (int i = 1; i <= 4; ++i) Put("k", absl::StrCat(i));
  for (Revision after = 0; after < 4; ++after) {
    ASSERT_OK_AND_ASSIGN(const auto watcher, store().Watch(after));
    ASSERT_OK_AND_ASSIGN(const Change change, watcher->Next(Soon()));
    EXPECT_EQ(change.revision, after + 1);
    EXPECT_THAT(change.writes, ElementsAre(IsWrite("k", absl::StrCat(after + 1))));
  }
}

TEST_P(StoreContract, WatcherGoesOnAfterNothingCameInTime) {
  Put("k", "1");
  ASSERT_OK_AND_ASSIGN(const auto watcher, store().Watch(1));
  const auto missed = StatusIs(absl::StatusCode::kDeadlineExceeded);
  EXPECT_THAT(watcher->Next(kAtOnce), missed);
  EXPECT_THAT(watcher->Next(absl::Now() + absl::Milliseconds(1)), missed);
  Put("k", "2");
  ASSERT_OK_AND_ASSIGN(const Change change, watcher->Next(kAtOnce));
  EXPECT_EQ(change.revision, 2);
  EXPECT_THAT(watcher->Next(kAtOnce), missed);
}

TEST_P(StoreContract, ARefusedCommitIsNotInTheFeed) {
  ASSERT_OK_AND_ASSIGN(const auto watcher, store().Watch(0));
  EXPECT_FALSE(store().Commit({.guards = {{"k", 5}}, .writes = {{"k", "v"}}}).ok());
  EXPECT_THAT(watcher->Next(kAtOnce), StatusIs(absl::StatusCode::kDeadlineExceeded));
}

TEST_P(StoreContract, WatchersHaveTheirOwnPositions) {
  Put("k", "1");
  Put("k", "2");
  ASSERT_OK_AND_ASSIGN(const auto one, store().Watch(0));
  ASSERT_OK_AND_ASSIGN(const auto two, store().Watch(0));
  EXPECT_EQ(one->Next(Soon())->revision, 1);
  EXPECT_EQ(one->Next(Soon())->revision, 2);
  EXPECT_EQ(two->Next(Soon())->revision, 1);
}

TEST_P(StoreContract, WatchRefusesARevisionThatIsNotYetThere) {
  const Revision latest = Put("k", "v");
  EXPECT_OK(store().Watch(latest));
  EXPECT_THAT(store().Watch(latest + 1), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_P(StoreContract, WatcherIsToldWhenItsPositionWasCompacted) {
  ASSERT_OK_AND_ASSIGN(const auto behind, store().Watch(0));
  for (int i = 0; i < 3; ++i) Put("k", "v");
  ASSERT_OK_AND_ASSIGN(const auto current, store().Watch(3));
  Advance(kHistoryMin + absl::Seconds(1));
  CompactAll();
  const auto compacted = StatusIs(absl::StatusCode::kOutOfRange, testing::HasSubstr("compacted"));
  EXPECT_THAT(behind->Next(Soon()), compacted);
  EXPECT_THAT(behind->Next(Soon()), compacted);
  EXPECT_THAT(store().Watch(0), compacted);
  EXPECT_THAT(store().Watch(2), compacted);
  // As a consumer goes on: list, then watch from the listing's revision.
  ASSERT_OK_AND_ASSIGN(const Page page, store().List("", {}));
  ASSERT_OK_AND_ASSIGN(const auto again, store().Watch(page.revision));
  Put("k", "new");
  EXPECT_EQ(again->Next(Soon())->revision, 4);
  EXPECT_EQ(current->Next(Soon())->revision, 4);
}

TEST_P(StoreContract, WatchersWaitForCommitsAndMissNoneOfManyThreads) {
  if (!GetParam().concurrent) GTEST_SKIP() << "one thread at a time, see ReopeningStore";
  constexpr Revision kThreads = 3;
  constexpr Revision kCommits = 60;
  std::vector<std::thread> threads;
  threads.reserve(2 + kThreads);
  const auto watch = [&](Revision after) {
    ASSERT_OK_AND_ASSIGN(const auto watcher, store().Watch(after));
    std::set<std::string> values;
    for (Revision expected = after + 1; expected <= kThreads * kCommits; ++expected) {
      ASSERT_OK_AND_ASSIGN(const Change change, watcher->Next(Soon()));
      ASSERT_EQ(change.revision, expected);
      ASSERT_EQ(change.writes.size(), 2);
      // Visible: whoever hears of a commit can read it, whole.
      const auto left = store().Get(change.writes[0].key, expected);
      const auto right = store().Get(change.writes[1].key, expected);
      ASSERT_EQ((*left)->version, expected);
      ASSERT_EQ((*left)->value, (*right)->value);
      values.insert((*left)->value);
    }
    EXPECT_EQ(values.size(), kThreads * kCommits);
  };
  for (int i = 0; i < 2; ++i) threads.emplace_back(watch, 0);
  for (Revision i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      for (Revision j = 0; j < kCommits; ++j) {
        const std::string value = absl::StrCat(i, "/", j);
        ASSERT_OK(store().Commit({.writes = {{"left", value}, {"right", value}}}));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_P(StoreContract, ClosingTheStoreCancelsItsWatchers) {
  if (!GetParam().concurrent) GTEST_SKIP() << "one thread at a time, see ReopeningStore";
  ASSERT_OK_AND_ASSIGN(const auto waiting, store().Watch(0));
  ASSERT_OK_AND_ASSIGN(const auto idle, store().Watch(0));
  std::thread waiter([&] {
    EXPECT_THAT(waiting->Next(absl::InfiniteFuture()), StatusIs(absl::StatusCode::kCancelled));
  });
  Close();
  waiter.join();
  EXPECT_THAT(idle->Next(Soon()), StatusIs(absl::StatusCode::kCancelled));
}

}  // namespace
}  // namespace throughgate::storage
