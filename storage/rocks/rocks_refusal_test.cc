// A device that refuses, full or broken: the write is refused, reads go on, and once the device
// takes writes again so does the store.
#include <gmock/gmock.h>

#include <atomic>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "storage/rocks/faulty_files_for_test.h"
#include "storage/rocks/rocks_store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::storage {
namespace {

using absl::StatusCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const auto kRefused = StatusIs(StatusCode::kUnavailable);

class RocksRefusal : public testing::Test {
 protected:
  RocksRefusal() { Open(); }

  void Open() {
    store_.reset();
    auto store = OpenRocksStore(
        directory_.path("store"),
        {.report = [this](const auto& line) { reports_.push_back(line); }, .env = env_.get()});
    ASSERT_OK(store);
    store_ = *std::move(store);
  }
  absl::StatusOr<Revision> Put(const std::string& key, const std::string& value) {
    return store_->Commit({.writes = {{key, value}}});
  }
  std::string Get(const std::string& key) {
    const auto record = store_->Get(key);
    EXPECT_OK(record);
    return record.ok() && *record ? (*record)->value : "none";
  }

  const TempDirectory directory_;
  const std::shared_ptr<FaultyFiles> files_ = std::make_shared<FaultyFiles>();
  const std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(files_);
  std::vector<std::string> reports_;
  std::unique_ptr<Store> store_;
};

TEST_F(RocksRefusal, WritesGoOnOnceThereIsSpaceAgain) {
  for (const FileFault fault : {FileFault::kFull, FileFault::kBroken}) {
    reports_.clear();
    ASSERT_OK(Put("before", "1"));
    const Revision before = store_->latest();
    files_->fault = fault;
    for (int i = 0; i < 5; ++i) EXPECT_THAT(Put("refused", "1"), kRefused);
    EXPECT_EQ(Get("before"), "1");
    EXPECT_EQ(Get("refused"), "none");
    EXPECT_OK(store_->List("", {}));
    EXPECT_EQ(store_->latest(), before);
    files_->fault = FileFault::kNone;
    EXPECT_THAT(Put("after", "1"), IsOkAndHolds(before + 1));
    EXPECT_EQ(Get("before"), "1");
    EXPECT_EQ(Get("refused"), "none");
    EXPECT_THAT(reports_, ElementsAre(HasSubstr("no more writes, reads go on"),
                                      HasSubstr(absl::StrCat("again, after revision ", before))));
  }
}

// The very first write meets a log that has nothing else in it.
TEST_F(RocksRefusal, ACommitThatWasTornIsGoneForGood) {
  files_->fault = FileFault::kFull;
  EXPECT_THAT(Put("torn", std::string(100'000, 't')), kRefused);
  files_->fault = FileFault::kNone;
  EXPECT_THAT(Put("next", "1"), IsOkAndHolds(1));
  Open();
  EXPECT_EQ(Get("torn"), "none");
  EXPECT_EQ(Get("next"), "1");
}

// Its writer was told that nobody knows; once the device is read again everybody does.
TEST_F(RocksRefusal, ACommitThatWasWrittenAllTheSameIsFoundAgain) {
  ASSERT_OK_AND_ASSIGN(const auto watcher, store_->Watch(0));
  files_->fault = FileFault::kSyncFails;
  EXPECT_THAT(store_->Commit({.writes = {{"unknown", "1"}, {"too", "1"}}}), kRefused);
  EXPECT_EQ(Get("unknown"), "none");
  EXPECT_EQ(store_->latest(), 0);
  files_->fault = FileFault::kNone;
  EXPECT_THAT(store_->Commit({.guards = {{"unknown", 0}}, .writes = {{"next", "1"}}}),
              StatusIs(StatusCode::kAborted));
  EXPECT_EQ(Get("unknown"), "1");
  EXPECT_THAT(Put("next", "1"), IsOkAndHolds(2));
  EXPECT_THAT(watcher->Next(absl::InfiniteFuture())->writes, SizeIs(2));
  EXPECT_EQ(watcher->Next(absl::InfiniteFuture())->revision, 2);
}

TEST_F(RocksRefusal, AFlushThatMeetsAFullDiskIsMadeGood) {
  const std::string mebibyte(1'000'000, 'v');
  files_->fault = FileFault::kNoTables;
  Revision latest = 0;
  for (absl::StatusOr<Revision> put = 0; put.ok(); put = Put("big", mebibyte)) latest = *put;
  EXPECT_GT(latest, 30);
  EXPECT_EQ(Get("big"), mebibyte);
  EXPECT_THAT(Put("big", mebibyte), kRefused);
  files_->fault = FileFault::kNone;
  EXPECT_THAT(Put("small", "1"), IsOkAndHolds(latest + 1));
  EXPECT_EQ(Get("big"), mebibyte);
}

// There is room for a trial, but not for what opening the store writes.
TEST_F(RocksRefusal, ReadsGoOnWhenTheFilesCanOnlyBeRead) {
  ASSERT_OK(Put("before", "1"));
  ASSERT_OK_AND_ASSIGN(const auto watcher, store_->Watch(0));
  files_->fault = FileFault::kFull;
  EXPECT_THAT(Put("refused", "1"), kRefused);
  files_->fault = FileFault::kReadOnly;
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(Put("refused", "1"), kRefused);
    EXPECT_EQ(Get("before"), "1");
  }
  EXPECT_EQ(watcher->Next(absl::InfiniteFuture())->revision, 1);
  files_->fault = FileFault::kNone;
  EXPECT_THAT(Put("after", "1"), IsOkAndHolds(2));
  EXPECT_EQ(watcher->Next(absl::InfiniteFuture())->revision, 2);
}

TEST_F(RocksRefusal, AStoreThatCannotBeReadSaysSoUntilItCan) {
  ASSERT_OK(Put("before", "1"));
  ASSERT_OK_AND_ASSIGN(const auto watcher, store_->Watch(0));
  files_->fault = FileFault::kFull;
  EXPECT_THAT(Put("refused", "1"), kRefused);
  files_->fault = FileFault::kNothing;
  EXPECT_THAT(Put("refused", "1"), kRefused);
  EXPECT_THAT(store_->Get("before"), kRefused);
  EXPECT_THAT(watcher->Next(absl::InfiniteFuture()), kRefused);
  files_->fault = FileFault::kNone;
  EXPECT_THAT(Put("after", "1"), IsOkAndHolds(2));
  EXPECT_EQ(Get("before"), "1");
  EXPECT_EQ(watcher->Next(absl::InfiniteFuture())->revision, 1);
}

TEST_F(RocksRefusal, ClosesWhileTheDeviceRefuses) {
  ASSERT_OK(Put("before", "1"));
  files_->fault = FileFault::kFull;
  EXPECT_THAT(Put("refused", "1"), kRefused);
  store_.reset();
  files_->fault = FileFault::kNone;
  Open();
  EXPECT_EQ(Get("before"), "1");
}

// Commits and compactions on a device that refuses now and then, with readers beside them. What was
// acknowledged is there; what was refused is there as a whole, at a revision of its own, or not at
// all. THROUGHGATE_SEED=n repeats the faults.
TEST_F(RocksRefusal, NothingIsLostNorTornWhateverRefusesAndWhen) {
  const char* given = std::getenv("THROUGHGATE_SEED");
  const std::uint64_t seed =
      given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
  SCOPED_TRACE(absl::StrCat("THROUGHGATE_SEED=", seed));
  std::mt19937_64 random(seed);
  std::atomic<bool> done = false;
  std::thread reader([&] {
    while (!done) {
      const auto left = store_->Get("left");
      const auto right = store_->Get("right", left.ok() && *left ? (*left)->version : 0);
      if (!left.ok() || !right.ok() || !*left) continue;
      EXPECT_EQ((*left)->value, (*right)->value) << "a commit is seen as a whole";
    }
  });
  ASSERT_OK_AND_ASSIGN(const auto watcher, store_->Watch(0));
  std::map<Revision, std::string> acknowledged;
  std::set<std::string> refused;
  constexpr FileFault kFaults[] = {FileFault::kNone,     FileFault::kNone,   FileFault::kNone,
                                   FileFault::kFull,     FileFault::kBroken, FileFault::kSyncFails,
                                   FileFault::kReadOnly, FileFault::kNothing};
  for (int step = 0; step < 300; ++step) {
    if (random() % 4 == 0) files_->fault = kFaults[random() % std::size(kFaults)];
    const std::string value = absl::StrCat(step, std::string(random() % 9000, '.'));
    const auto committed = store_->Commit({.writes = {{"left", value}, {"right", value}}});
    if (committed.ok()) {
      EXPECT_TRUE(acknowledged.emplace(*committed, value).second) << *committed;
    } else {
      EXPECT_THAT(committed, kRefused);
      refused.insert(value);
    }
  }
  files_->fault = FileFault::kNone;
  ASSERT_OK_AND_ASSIGN(const Revision last, Put("last", ""));
  done = true;
  reader.join();
  for (Revision revision = 1; revision < last; ++revision) {
    ASSERT_OK_AND_ASSIGN(const Change change, watcher->Next(absl::InfiniteFuture()));
    ASSERT_EQ(change.revision, revision);
    ASSERT_THAT(change.writes, SizeIs(2));
    EXPECT_EQ(change.writes[0].value, change.writes[1].value);
    const auto found = acknowledged.find(revision);
    if (found != acknowledged.end()) {
      EXPECT_EQ(change.writes[0].value, found->second);
      acknowledged.erase(found);
    } else {
      EXPECT_EQ(refused.erase(*change.writes[0].value), 1u) << revision;
    }
  }
  EXPECT_TRUE(acknowledged.empty());
  const auto all = store_->List("", {});
  Open();
  EXPECT_EQ(store_->List("", {})->records, all->records);
}

}  // namespace
}  // namespace throughgate::storage
