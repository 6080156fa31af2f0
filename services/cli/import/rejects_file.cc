#include "services/cli/import/rejects_file.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

std::uint32_t Extend(std::uint32_t checksum, absl::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(checksum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

// Of the first `size` bytes of the file, or of all if there are fewer, which it then differs for.
absl::StatusOr<std::uint32_t> ChecksumOf(const std::string& path, std::int64_t size) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::ErrnoToStatus(errno, absl::StrCat("cannot read ", path));
  std::vector<char> block(kBlockBytes);
  std::uint32_t checksum = 0;
  while (size > 0 && file) {
    const auto wanted = std::min<std::int64_t>(size, static_cast<std::int64_t>(block.size()));
    file.read(block.data(), wanted);
    checksum = Extend(checksum, {block.data(), static_cast<std::size_t>(file.gcount())});
    size -= file.gcount();
  }
  return checksum;
}

}  // namespace

absl::StatusOr<std::int64_t> RejectsFile::Begin(std::int64_t applied_through_row) {
  const absl::StatusOr<SettledMark> mark = log_.LastOf(import_, applied_through_row);
  if (!mark.ok()) return mark.status();
  mark_ = *mark;
  const absl::StatusOr<bool> as_left = IsAsLeft();
  if (!as_left.ok()) return as_left.status();
  if (!*as_left) mark_ = {};
  rejected_earlier_ = mark_.rejected;
  if (absl::Status status = log_.Begin(import_, mark_); !status.ok()) return status;
  if (mark_.bytes > 0) {
    absl::Status status = file_.Open();
    if (status.ok()) status = file_.CutTo(mark_.bytes);
    if (!status.ok()) return status;
    return mark_.row;
  }
  std::error_code error;
  std::filesystem::remove(path(), error);
  if (error) return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot replace ", path()));
  return mark_.row;
}

// Whether what was settled is still in the file, or nobody has the file any more.
absl::StatusOr<bool> RejectsFile::IsAsLeft() const {
  if (mark_.bytes == 0) return true;
  std::error_code error;
  if (!std::filesystem::exists(path(), error)) return false;
  const absl::StatusOr<std::uint32_t> checksum = ChecksumOf(path(), mark_.bytes);
  if (!checksum.ok()) return checksum.status();
  if (*checksum == mark_.checksum) return true;
  return absl::FailedPreconditionError(absl::StrCat(
      path(),
      " has been changed since this import was interrupted, and more would be added to it: move it "
      "away and start again, which lists every rejected row anew"));
}

void RejectsFile::Add(const SourceRow& row, const Fault& fault) {
  if (mark_.bytes == 0 && added_.empty()) added_ = source_.RejectsHeader();
  absl::StrAppend(&added_, source_.RejectedRow(row, fault));
  ++mark_.rejected;
}

absl::Status RejectsFile::Settle(std::int64_t row, std::int64_t sent) {
  if (!added_.empty()) {
    absl::Status status = file_.is_open() ? absl::OkStatus() : file_.Open();
    if (status.ok()) status = file_.Append(added_);
    if (status.ok()) status = file_.Sync();
    if (!status.ok()) return status;
    mark_.bytes += static_cast<std::int64_t>(added_.size());
    mark_.checksum = Extend(mark_.checksum, added_);
    added_.clear();
  }
  mark_.row = row;
  if (sent > 0) mark_.sent = sent;
  return log_.Add(mark_);
}

}  // namespace throughgate::cli
