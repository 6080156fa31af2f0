// Writes those golden files of the current format version that DIRECTORY does not have yet:
//
//   golden_writer DIRECTORY
//
// Run it by hand, once, on a new directory when a format version is new, or on that of the current
// one when a record has grown and a golden file was added to GoldenFiles(); commit what it wrote.
// What is there already is never written again.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "absl/strings/escaping.h"
#include "storage/rocks/rocks_store.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

void WriteRecordsFile(const std::vector<GoldenRecord>& records, const std::filesystem::path& path) {
  std::ofstream file(path);
  for (const GoldenRecord& record : records) {
    file << record.key << ' ' << absl::BytesToHexString(record.value) << '\n';
  }
}

// Every record and one more in a first commit; the deletion of that one in a second.
absl::Status WriteDatabase(const std::filesystem::path& path) {
  auto store = storage::OpenRocksStore(path);
  if (!store.ok()) return store.status();
  const std::string deleted_key = "import,deleted";
  storage::Transaction first;
  for (const GoldenRecord& record : FirstRecords()) {
    first.writes.push_back({record.key, record.value});
  }
  first.writes.push_back({deleted_key, "any bytes"});
  if (const auto done = (*store)->Commit(first); !done.ok()) return done.status();
  return (*store)->Commit({.guards = {}, .writes = {{deleted_key, std::nullopt}}}).status();
}

// RocksDB's diary and a copy of our options, which is not read: of no use, and they name the
// machine.
void RemoveDiary(const std::filesystem::path& database) {
  for (const auto& entry : std::filesystem::directory_iterator(database)) {
    const std::string name = entry.path().filename();
    if (name.starts_with("LOG") || name.starts_with("OPTIONS")) remove(entry.path());
  }
}

int Main(const std::filesystem::path& directory) {
  create_directory(directory);
  for (const GoldenFile& file : GoldenFiles()) {
    if (!exists(directory / file.name)) WriteRecordsFile(file.records, directory / file.name);
  }
  const std::filesystem::path database = directory / "database";
  if (exists(database)) return 0;
  if (const absl::Status status = WriteDatabase(database); !status.ok()) {
    std::fprintf(stderr, "%s\n", status.ToString().c_str());
    return 1;
  }
  RemoveDiary(database);
  return 0;
}

}  // namespace
}  // namespace throughgate::golden

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: golden_writer DIRECTORY\n");
    return 2;
  }
  return throughgate::golden::Main(argv[1]);
}
