// Commits to the store in the directory argv[1] until it is killed, and prints the revision of each
// commit once it was acknowledged. rocks_kill_test.cc kills it.
#include <unistd.h>

#include <cstdio>

#include "absl/strings/str_cat.h"
#include "storage/rocks/rocks_store.h"

using throughgate::storage::OpenRocksStore;
using throughgate::storage::Revision;

int main(int, char** argv) {
  // Time passes with the commits, a minute each, so that compaction always has something to do.
  absl::Time now = absl::UnixEpoch();
  const auto store = OpenRocksStore(argv[1], {.clock = [&] { return now; }});
  if (!store.ok()) {
    std::fprintf(stderr, "%s\n", store.status().ToString().c_str());
    return 1;
  }
  for (Revision revision = (*store)->latest() + 1;; ++revision) {
    now = absl::UnixEpoch() + absl::Minutes(revision);
    const std::string number = absl::StrCat(revision);
    const std::string padding(revision * 7919 % 5000, '.');  // sizes that cross block borders
    const auto committed =
        (*store)->Commit({.writes = {{"record/" + number, number + padding}, {"head", number}}});
    if (!committed.ok() || *committed != revision) return 1;
    const std::string line = number + "\n";
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
    if (revision % 16 == 0 && !(*store)->Compact(now).ok()) return 1;
  }
}
