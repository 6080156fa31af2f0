#include "services/cli/files/append_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

constexpr mode_t kReadableByAll = 0644;

// Makes the names in the folder of `path` durable; false with errno when that fails.
bool SyncFolderOf(const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  const int error = errno;
  close(descriptor);
  errno = error;
  // Some file systems have no such thing to sync.
  return synced || error == EINVAL;
}

}  // namespace

AppendFile::~AppendFile() {
  if (is_open()) close(descriptor_);
}

absl::Status AppendFile::Failure(absl::string_view what) const {
  return absl::ErrnoToStatus(errno, absl::StrCat("cannot ", what, " ", path_));
}

absl::Status AppendFile::Open() {
  descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kReadableByAll);
  if (!is_open()) return Failure("write");
  if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return absl::OkStatus();
  if (errno != EWOULDBLOCK) return Failure("lock");
  return absl::FailedPreconditionError(
      absl::StrCat("another import is writing ", path_, ": wait for it, or use --rejects"));
}

absl::Status AppendFile::CutTo(std::int64_t size) {
  return ftruncate(descriptor_, size) == 0 ? absl::OkStatus() : Failure("write");
}

absl::Status AppendFile::Append(absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Failure("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return absl::OkStatus();
}

absl::Status AppendFile::Sync() {
  if (fdatasync(descriptor_) != 0) return Failure("write");
  if (!name_synced_ && !SyncFolderOf(path_)) return Failure("write the folder of");
  name_synced_ = true;
  return absl::OkStatus();
}

}  // namespace throughgate::cli
