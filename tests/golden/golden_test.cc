// Today's program and yesterday's bytes. The files of a released format version are never written
// again: what was once stored must stay readable. golden_writer.cc says how they are made.
#include <filesystem>
#include <fstream>
#include <set>

#include "absl/strings/escaping.h"
#include "storage/format/keys.h"
#include "storage/rocks/rocks_store.h"
#include "tests/golden/golden_records.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_directory.h"

namespace throughgate::golden {
namespace {

using KeysAndValues = std::vector<std::pair<std::string, std::string>>;

const std::filesystem::path kFormat1 = THROUGHGATE_GOLDEN_FORMAT_1;

KeysAndValues ReadRecordsFile(const char* name) {
  std::ifstream file(kFormat1 / name);
  KeysAndValues records;
  std::string key;
  std::string hex;
  while (file >> key >> hex) records.emplace_back(key, absl::HexStringToBytes(hex));
  return records;
}

void ExpectGolden(const std::vector<GoldenRecord>& golden, const KeysAndValues& records) {
  ASSERT_EQ(records.size(), golden.size());
  for (std::size_t i = 0; i < golden.size(); ++i) {
    const auto& [key, value] = records[i];
    EXPECT_EQ(key, golden[i].key);
    EXPECT_OK(golden[i].check(value));
    EXPECT_EQ(absl::BytesToHexString(value), absl::BytesToHexString(golden[i].value)) << key;
  }
}

TEST(Format1, RecordsAreReadAndWrittenAsEver) {
  for (const GoldenFile& file : GoldenFiles()) {
    SCOPED_TRACE(file.name);
    ExpectGolden(file.records, ReadRecordsFile(file.name));
  }
}

TEST(Format1, NoFileIsLeftOut) {
  std::set<std::string> names = {"database"};
  for (const GoldenFile& file : GoldenFiles()) names.insert(file.name);
  for (const auto& entry : std::filesystem::directory_iterator(kFormat1)) {
    EXPECT_TRUE(names.contains(entry.path().filename())) << entry.path();
  }
}

TEST(Format1, EveryFieldIsInSomeFile) {
  std::set<std::string> fields;
  std::set<std::string> fields_set;
  for (const GoldenFile& file : GoldenFiles()) {
    for (const GoldenRecord& record : file.records) {
      fields.insert(record.fields.begin(), record.fields.end());
      fields_set.insert(record.fields_set.begin(), record.fields_set.end());
    }
  }
  for (const std::string& field : fields) {
    EXPECT_TRUE(fields_set.contains(field)) << field << ": add a golden file with it";
  }
}

TEST(Format1, RecordsAreOfEveryKind) {
  std::set<format::RecordKind> kinds;
  for (const GoldenFile& file : GoldenFiles()) {
    for (const GoldenRecord& record : file.records) {
      const auto key = format::ParseKey(record.key);
      ASSERT_TRUE(key.has_value()) << record.key;
      kinds.insert(key->kind);
    }
  }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(format::kRecordKinds));
}

TEST(Format1, DatabaseOpensAndHoldsTheRecords) {
  const TempDirectory directory;
  const std::string path = directory.path("database");
  std::filesystem::copy(kFormat1 / "database", path);
  ASSERT_OK_AND_ASSIGN(const auto store, storage::OpenRocksStore(path));
  ASSERT_OK_AND_ASSIGN(const storage::Page page, store->List("", {}));
  KeysAndValues records;
  for (const storage::Record& record : page.records) records.emplace_back(record.key, record.value);
  ExpectGolden(FirstRecords(), records);
}

TEST(Format1, DatabaseKeepsItsHistory) {
  const TempDirectory directory;
  const std::string path = directory.path("database");
  std::filesystem::copy(kFormat1 / "database", path);
  ASSERT_OK_AND_ASSIGN(const auto store, storage::OpenRocksStore(path));
  ASSERT_EQ(store->latest(), 2u);
  // The first commit wrote one record that the second deleted.
  ASSERT_OK_AND_ASSIGN(const storage::Page first, store->List("", {}, 1));
  EXPECT_EQ(first.records.size(), FirstRecords().size() + 1);
  ASSERT_OK_AND_ASSIGN(const auto watcher, store->Watch(1));
  ASSERT_OK_AND_ASSIGN(const storage::Change change, watcher->Next(absl::InfiniteFuture()));
  EXPECT_EQ(change.revision, 2u);
  ASSERT_EQ(change.writes.size(), 1u);
  EXPECT_EQ(change.writes[0].value, std::nullopt);
}

}  // namespace
}  // namespace throughgate::golden
