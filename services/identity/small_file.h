#ifndef THROUGHGATE_SERVICES_IDENTITY_SMALL_FILE_H_
#define THROUGHGATE_SERVICES_IDENTITY_SMALL_FILE_H_

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"

namespace throughgate::identity {

// What a file changes in when it is written or replaced.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t bytes = 0;
  std::int64_t written_at = 0;  // unix nanoseconds
  bool operator==(const FileStamp&) const = default;
};

struct SmallFile {
  FileStamp stamp;
  mode_t permissions = 0;
  std::string bytes;
};

// Errors  those of the file system, as a sentence with the path.
absl::StatusOr<FileStamp> StampOf(const std::string& path);

// Errors  those of the file system, as a sentence with the path.
//         kInvalidArgument  it is no regular file, or has more than `bytes_max` bytes.
absl::StatusOr<SmallFile> ReadSmallFile(const std::string& path, std::size_t bytes_max);

}  // namespace throughgate::identity

#endif  // THROUGHGATE_SERVICES_IDENTITY_SMALL_FILE_H_
