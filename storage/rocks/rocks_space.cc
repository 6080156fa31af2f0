#include "storage/rocks/rocks_space.h"

#include <cstdint>
#include <vector>

#include "absl/strings/str_cat.h"
#include "storage/rocks/rocks_status.h"

namespace throughgate::storage {
namespace {

// Beside what the logs hold, which is moved into tables: the manifest, a new log, options.
constexpr std::uint64_t kSpareBytes = std::uint64_t{4} << 20;
// No less than a commit usually writes.
constexpr std::size_t kTrialBytes = std::size_t{64} << 10;
// A name of RocksDB's temporary files: whatever stops the trial, opening the store cleans up.
constexpr char kTrialFile[] = "/000001.dbtmp";

std::uint64_t BytesOfLogs(rocksdb::Env& env, const std::string& path) {
  std::vector<rocksdb::Env::FileAttributes> files;
  if (!env.GetChildrenFileAttributes(path, &files).ok()) return 0;
  std::uint64_t bytes = 0;
  for (const auto& file : files) {
    if (file.name.ends_with(".log")) bytes += file.size_bytes;
  }
  return bytes;
}

}  // namespace

absl::Status CheckSpace(rocksdb::Env& env, const std::string& path) {
  std::uint64_t free = 0;
  const std::uint64_t needed = BytesOfLogs(env, path) + kSpareBytes;
  if (env.GetFreeSpace(path, &free).ok() && free < needed) {
    return absl::UnavailableError(
        absl::StrCat(free >> 20, " MiB are free, ", (needed >> 20) + 1, " are needed"));
  }
  const std::string trial = path + kTrialFile;
  const rocksdb::Status written =
      rocksdb::WriteStringToFile(&env, std::string(kTrialBytes, '\0'), trial, /*should_sync=*/true);
  env.DeleteFile(trial).PermitUncheckedError();
  return FromRocks(written);
}

}  // namespace throughgate::storage
