#include "services/cli/import/rejects_file.h"

#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "services/cli/files/archive.h"

namespace throughgate::cli {

absl::Status RejectsFile::Begin(bool resumed) {
  std::error_code error;
  if (!resumed) {
    std::filesystem::remove(path_, error);
    return error ? absl::ErrnoToStatus(error.value(), absl::StrCat("cannot replace ", path_))
                 : absl::OkStatus();
  }
  if (!std::filesystem::exists(path_, error)) return absl::OkStatus();
  const absl::StatusOr<std::unique_ptr<Archive>> earlier = OpenSingleText(path_);
  if (!earlier.ok()) return earlier.status();
  const absl::StatusOr<std::int64_t> last = source_.LastRejectedLine(**earlier);
  if (!last.ok()) return last.status();
  last_line_ = *last;
  has_header_ = true;
  return absl::OkStatus();
}

absl::Status RejectsFile::Add(const SourceRow& row, const Fault& fault) {
  if (row.line <= last_line_) return absl::OkStatus();
  last_line_ = row.line;
  if (!file_.is_open()) file_.open(path_, std::ios::app | std::ios::binary);
  if (!has_header_) file_ << source_.RejectsHeader();
  has_header_ = true;
  // Flushed row by row: whatever stops this process, the file ends with a whole row.
  file_ << source_.RejectedRow(row, fault) << std::flush;
  if (file_) return absl::OkStatus();
  return absl::ErrnoToStatus(errno, absl::StrCat("cannot write ", path_));
}

}  // namespace throughgate::cli
