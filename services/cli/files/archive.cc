#include "services/cli/files/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "services/cli/files/sniff.h"

namespace throughgate::cli {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{128} << 10;

bool IsDirectoryOrJunk(absl::string_view name) {
  return absl::EndsWith(name, "/") || absl::StartsWith(name, "__MACOSX/");
}

bool IsZip(archive* handle) {
  return (archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
}

}  // namespace

void Archive::Closer::operator()(archive* handle) const { archive_read_free(handle); }

absl::Status Archive::Failure(absl::StatusCode code) const {
  const char* reason = archive_error_string(handle_.get());
  return absl::Status(code, absl::StrCat(path_, ": ", reason == nullptr ? "damaged" : reason));
}

absl::StatusOr<std::unique_ptr<Archive>> Archive::Open(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot read ", path));
  auto file = std::unique_ptr<Archive>(new Archive(path, static_cast<std::int64_t>(size)));

  if (absl::Status status = file->ListTexts(); !status.ok()) return status;
  if (absl::Status status = CheckIsZipOfTexts(file->text_names_); !status.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", status.message()));
  }
  if (absl::Status status = file->Start(); !status.ok()) return status;
  return file;
}

// A first look at the names alone, which a zip keeps in one place. Any other file is one text, and
// going past it would mean reading it.
absl::Status Archive::ListTexts() {
  if (absl::Status status = Start(); !status.ok()) return status;
  while (true) {
    const absl::StatusOr<bool> more = NextText();
    if (!more.ok() || !*more) return more.status();
    text_names_.push_back(text_name_);
    if (!IsZip(handle_.get())) return absl::OkStatus();
  }
}

absl::Status Archive::Start() {
  handle_.reset(archive_read_new());
  archive_read_support_filter_gzip(handle_.get());
  archive_read_support_format_zip(handle_.get());
  archive_read_support_format_raw(handle_.get());
  archive_read_support_format_empty(handle_.get());
  if (archive_read_open_filename(handle_.get(), path_.c_str(), kBlockBytes) != ARCHIVE_OK) {
    return Failure(absl::StatusCode::kDataLoss);
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> Archive::NextText() {
  archive_entry* entry = nullptr;
  do {
    const int result = archive_read_next_header(handle_.get(), &entry);
    if (result == ARCHIVE_EOF) return false;
    if (result < ARCHIVE_WARN) return Failure(absl::StatusCode::kDataLoss);
    // Any gzip counts as one filter beside the file's own.
    const int layers = archive_filter_count(handle_.get()) - 1 + (IsZip(handle_.get()) ? 1 : 0);
    if (layers > 1) {
      return absl::InvalidArgumentError(absl::StrCat(
          path_, ": an archive within an archive is not opened: unpack the outer one first"));
    }
    const char* name = archive_entry_pathname(entry);
    text_name_ = !IsZip(handle_.get())
                     ? std::string(absl::StripSuffix(
                           std::filesystem::path(path_).filename().string(), ".gz"))
                     : (name == nullptr ? "" : name);
  } while (IsDirectoryOrJunk(text_name_));
  at_start_of_text_ = true;
  return true;
}

absl::StatusOr<absl::string_view> Archive::Read() {
  buffer_.resize(kBlockBytes);
  const la_ssize_t count = archive_read_data(handle_.get(), buffer_.data(), buffer_.size());
  if (count < 0) return Failure(absl::StatusCode::kDataLoss);
  unpacked_ += count;
  const std::int64_t allowed =
      std::min(kUnpackedBytesMax, std::max(kExpansionFloorBytes, kExpansionMax * size_));
  if (unpacked_ > allowed) {
    return absl::ResourceExhaustedError(
        absl::StrCat(path_, ": unpacks to more than ", allowed >> 20,
                     " MiB, too much for its size: refused as a possible zip bomb"));
  }
  absl::string_view bytes(buffer_.data(), static_cast<std::size_t>(count));
  if (at_start_of_text_) {
    at_start_of_text_ = false;
    if (absl::Status status = CheckIsText(bytes); !status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(path_, ": ", status.message()));
    }
    absl::ConsumePrefix(&bytes, "\xEF\xBB\xBF");
  }
  return bytes;
}

std::int64_t Archive::bytes_done() const {
  return std::clamp<std::int64_t>(archive_filter_bytes(handle_.get(), -1), 0, size_);
}

absl::StatusOr<std::unique_ptr<Archive>> OpenSingleText(const std::string& path) {
  absl::StatusOr<std::unique_ptr<Archive>> archive = Archive::Open(path);
  if (!archive.ok()) return archive;
  const std::vector<std::string>& names = (*archive)->text_names();
  if (names.empty()) return absl::InvalidArgumentError(absl::StrCat(path, ": the file is empty"));
  if (names.size() > 1) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": one file is wanted, this holds ",
                                                   names.size(), ": ", absl::StrJoin(names, ", ")));
  }
  const absl::StatusOr<bool> found = (*archive)->NextText();
  if (!found.ok()) return found.status();
  return archive;
}

}  // namespace throughgate::cli
