#include "services/identity/small_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "absl/cleanup/cleanup.h"
#include "absl/status/status.h"
#include "absl/strings/str_format.h"

namespace throughgate::identity {
namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

absl::Status CannotRead(const std::string& path) {
  return absl::ErrnoToStatus(errno, "cannot read " + path);
}

FileStamp StampFrom(const struct stat& status) {
  return {status.st_dev, status.st_ino, status.st_size,
          status.st_mtim.tv_sec * kNanosecondsPerSecond + status.st_mtim.tv_nsec};
}

}  // namespace

absl::StatusOr<FileStamp> StampOf(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return CannotRead(path);
  return StampFrom(status);
}

absl::StatusOr<SmallFile> ReadSmallFile(const std::string& path, std::size_t bytes_max) {
  // Without O_NONBLOCK a pipe would be waited for.
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return CannotRead(path);
  const absl::Cleanup close_it = [descriptor] { close(descriptor); };
  struct stat status = {};
  if (fstat(descriptor, &status) != 0) return CannotRead(path);
  if (!S_ISREG(status.st_mode)) return absl::InvalidArgumentError(path + " is not a file");
  SmallFile file = {StampFrom(status), status.st_mode & ALLPERMS, std::string(bytes_max + 1, '\0')};
  std::size_t size = 0;
  while (size < file.bytes.size()) {
    const ssize_t got = read(descriptor, file.bytes.data() + size, file.bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return CannotRead(path);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > bytes_max) {
    return absl::InvalidArgumentError(
        absl::StrFormat("%s has more than %d bytes", path, bytes_max));
  }
  file.bytes.resize(size);
  return file;
}

}  // namespace throughgate::identity
