// Writes the golden files of the current format version into a new directory:
//
//   golden_writer DIRECTORY
//
// Run it by hand, once, when a format version is new, and commit what it wrote. Afterwards that
// directory is never written again. A record that grows a field gets a second golden record with
// the field set; the old one must go on giving the old bytes.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "absl/strings/escaping.h"
#include "storage/rocks/rocks_store.h"
#include "tests/golden/golden_records.h"

namespace throughgate::golden {
namespace {

void WriteRecordsFile(const std::filesystem::path& path) {
  std::ofstream file(path);
  for (const GoldenRecord& record : GoldenRecords()) {
    file << record.key << ' ' << absl::BytesToHexString(record.value) << '\n';
  }
}

// Every record and one more in a first commit; the deletion of that one in a second.
absl::Status WriteDatabase(const std::filesystem::path& path) {
  auto store = storage::OpenRocksStore(path);
  if (!store.ok()) return store.status();
  const std::string deleted_key = "import,deleted";
  storage::Transaction first;
  for (const GoldenRecord& record : GoldenRecords()) {
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
  if (!create_directory(directory)) {
    std::fprintf(stderr, "%s is there already\n", directory.c_str());
    return 1;
  }
  WriteRecordsFile(directory / "records.txt");
  if (const absl::Status status = WriteDatabase(directory / "database"); !status.ok()) {
    std::fprintf(stderr, "%s\n", status.ToString().c_str());
    return 1;
  }
  RemoveDiary(directory / "database");
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
