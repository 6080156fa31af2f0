// A file that grows at its end and is on the device when that matters.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_APPEND_FILE_H_
#define THROUGHGATE_SERVICES_CLI_FILES_APPEND_FILE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// Threads   one thread at a time.
// Errors    of every method: why the file cannot be opened or written, naming it.
class AppendFile {
 public:
  explicit AppendFile(std::string path) : path_(std::move(path)) {}
  ~AppendFile();
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;

  const std::string& path() const { return path_; }
  bool is_open() const { return descriptor_ >= 0; }

  // Opens the file, which is made if it is missing, for this process alone.
  //
  // Errors  kFailedPrecondition  another process has it open.
  absl::Status Open();

  // Keeps its first `size` bytes.
  absl::Status CutTo(std::int64_t size);
  absl::Status Append(absl::string_view bytes);
  // Returns once all of it is on the device, its name included.
  absl::Status Sync();

 private:
  absl::Status Failure(absl::string_view what) const;

  const std::string path_;
  int descriptor_ = -1;
  bool name_synced_ = false;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_APPEND_FILE_H_
