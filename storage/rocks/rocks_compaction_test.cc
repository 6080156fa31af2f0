// What compaction leaves in the files; what readers see of it is in tests/contract.
#include "storage/rocks/rocks_compaction.h"

#include <rocksdb/iterator.h>

#include <string>
#include <vector>

#include "storage/rocks/rocks_layout.h"
#include "storage/rocks/rocks_store.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> KeysOf(const RocksTables& tables, rocksdb::ColumnFamilyHandle& family) {
  std::vector<std::string> keys;
  const std::unique_ptr<rocksdb::Iterator> all(tables.db->NewIterator({}, &family));
  for (all->SeekToFirst(); all->Valid(); all->Next()) keys.push_back(all->key().ToString());
  return keys;
}

TEST(RocksCompaction, LeavesOnlyWhatIsCurrent) {
  const TempDirectory directory;
  absl::Time now = absl::UnixEpoch();
  {
    ASSERT_OK_AND_ASSIGN(const auto store,
                         OpenRocksStore(directory.path("store"), {.clock = [&] { return now; }}));
    ASSERT_OK(store->Commit({.writes = {{"changed", "1"}, {"deleted", "1"}, {"back", "1"}}}));
    ASSERT_OK(store->Commit({.writes = {{"deleted", std::nullopt}, {"back", std::nullopt}}}));
    ASSERT_OK(store->Commit({.writes = {{"changed", "2"}, {"never there", std::nullopt}}}));
    ASSERT_OK(store->Commit({.writes = {{"back", "2"}, {"changed", "3"}}}));
    now += absl::Hours(1);
    ASSERT_OK(store->Compact(now));
  }
  ASSERT_OK_AND_ASSIGN(const auto tables, OpenTablesReadOnly({.path = directory.path("store")}));
  EXPECT_THAT(KeysOf(*tables, *tables->records),
              ElementsAre(EncodeKeyVersion({"back", 4}), EncodeKeyVersion({"changed", 4})));
  EXPECT_THAT(KeysOf(*tables, *tables->log), IsEmpty());
}

}  // namespace
}  // namespace throughgate::storage
