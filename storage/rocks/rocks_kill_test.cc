// Kill -9 at any instant: whatever was acknowledged is there again, and no commit is torn.
//
// Method  a second process commits two keys at a time, compacts now and then, and prints every
//         revision that was acknowledged. It is killed after a random number of them, wherever it
//         then is; the store is opened and compared with what was printed, and the next process
//         goes on in the same store. THROUGHGATE_KILLS=n does so n times, THROUGHGATE_SEED=n
//         repeats the numbers of commits (the instants within a commit are the machine's).
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "absl/strings/str_cat.h"
#include "storage/rocks/rocks_store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::storage {
namespace {

std::uint64_t FromEnvironment(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::strtoull(value, nullptr, 10) : otherwise;
}

// rocks_committer.cc at work on the store in `path`.
class Committer {
 public:
  explicit Committer(const std::string& path) {
    int ends[2];
    const int piped = pipe(ends);
    assert(piped == 0);
    process_ = fork();
    if (process_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      execl(THROUGHGATE_ROCKS_COMMITTER, "rocks_committer", path.c_str(), nullptr);
      _exit(127);
    }
    close(ends[1]);
    acknowledged_ = fdopen(ends[0], "r");
  }
  ~Committer() {
    Kill();
    waitpid(process_, nullptr, 0);
    std::fclose(acknowledged_);
  }
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;

  void Kill() { kill(process_, SIGKILL); }

  // The next revision that was acknowledged, or 0 when there are no more.
  Revision Next() {
    unsigned long long revision = 0;
    return std::fscanf(acknowledged_, "%llu\n", &revision) == 1 ? revision : 0;
  }

 private:
  pid_t process_;
  std::FILE* acknowledged_;
};

void ExpectWhole(const Store& store) {
  const Revision latest = store.latest();
  const auto head = store.Get("head");
  ASSERT_OK(head);
  EXPECT_EQ(**head, (Record{"head", absl::StrCat(latest), latest}));
  for (Revision revision = 1; revision <= latest; ++revision) {
    const auto record = store.Get(absl::StrCat("record/", revision));
    ASSERT_OK(record);
    ASSERT_TRUE(*record) << revision;
    EXPECT_EQ((*record)->version, revision);
    EXPECT_EQ((*record)->value.size(), absl::StrCat(revision).size() + revision * 7919 % 5000);
  }
}

TEST(RocksKill, NoAcknowledgedCommitIsLostAndNoneIsTorn) {
  const std::uint64_t seed = FromEnvironment("THROUGHGATE_SEED", std::random_device()());
  SCOPED_TRACE(absl::StrCat("THROUGHGATE_SEED=", seed));
  std::mt19937_64 random(seed);
  const TempDirectory directory;
  const std::string path = directory.path("store");
  ASSERT_OK(OpenRocksStore(path));  // so that no kill meets a store that is not yet made
  Revision acknowledged = 0;
  for (std::uint64_t kills = FromEnvironment("THROUGHGATE_KILLS", 10); kills > 0; --kills) {
    Committer committer(path);
    for (std::uint64_t commits = random() % 200; commits > 0; --commits) {
      acknowledged = committer.Next();
      ASSERT_NE(acknowledged, 0) << "the committer stopped by itself";
    }
    committer.Kill();
    while (const Revision more = committer.Next()) acknowledged = more;
    ASSERT_OK_AND_ASSIGN(const auto store, OpenRocksStore(path));
    EXPECT_GE(store->latest(), acknowledged);
    EXPECT_LE(store->latest(), acknowledged + 1);  // durable, and killed before it was printed
    if (store->latest() > 0) ExpectWhole(*store);
    acknowledged = store->latest();
  }
}

TEST(RocksKill, AStoreThatAnotherProcessHasOpenIsRefused) {
  const TempDirectory directory;
  Committer committer(directory.path("store"));
  ASSERT_EQ(committer.Next(), 1);
  EXPECT_THAT(OpenRocksStore(directory.path("store")),
              StatusIs(absl::StatusCode::kFailedPrecondition, testing::HasSubstr("already open")));
}

}  // namespace
}  // namespace throughgate::storage
