#include "services/cli/files/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

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

// What the text of a file that is no zip is called.
std::string NameWithin(const std::string& path) {
  return std::string(absl::StripSuffix(std::filesystem::path(path).filename().string(), ".gz"));
}

}  // namespace

void Archive::Closer::operator()(archive* handle) const { archive_read_free(handle); }

absl::Status Archive::Failure() const {
  const char* reason = archive_error_string(handle_.get());
  const char* words = reason == nullptr ? "cannot be read" : reason;
  return absl::DataLossError(
      IsZip(handle_.get())
          ? absl::StrCat(path_, ": the zip file is damaged: ", words, ". Fetch it again")
          : absl::StrCat(path_, ": ", words));
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

absl::Status Archive::CheckWhole(const std::string& path) {
  const absl::StatusOr<std::unique_ptr<Archive>> file = Open(path);
  if (!file.ok()) return file.status();
  absl::StatusOr<bool> text = (*file)->NextText();
  const bool packed = (*file)->gzip_ != nullptr || IsZip((*file)->handle_.get());
  for (; packed && text.ok() && *text; text = (*file)->NextText()) {
    absl::StatusOr<absl::string_view> bytes = (*file)->Read();
    while (bytes.ok() && !bytes->empty()) bytes = (*file)->Read();
    if (!bytes.ok()) return bytes.status();
  }
  return text.status();
}

// A first look at the names alone, which a zip keeps in one place. Any other file is one text, and
// going past it would mean reading it.
absl::Status Archive::ListTexts() {
  if (absl::Status status = Start(); !status.ok()) return status;
  while (true) {
    const absl::StatusOr<bool> more = NextText();
    if (!more.ok() || !*more) return more.status();
    text_names_.push_back(text_name_);
    if (gzip_ != nullptr || !IsZip(handle_.get())) return absl::OkStatus();
  }
}

absl::Status Archive::Start() {
  at_start_of_file_ = true;
  if (GzipReader::IsGzip(path_)) {
    absl::StatusOr<std::unique_ptr<GzipReader>> gzip = GzipReader::Open(path_);
    if (gzip.ok()) gzip_ = *std::move(gzip);
    return gzip.status();
  }
  handle_.reset(archive_read_new());
  archive_read_support_format_zip(handle_.get());
  archive_read_support_format_raw(handle_.get());
  archive_read_support_format_empty(handle_.get());
  const int opened = archive_read_open_filename(handle_.get(), path_.c_str(), kBlockBytes);
  return opened == ARCHIVE_OK ? absl::OkStatus() : Failure();
}

absl::StatusOr<bool> Archive::NextText() {
  at_start_of_text_ = true;
  if (gzip_ != nullptr) {
    text_name_ = NameWithin(path_);
    return std::exchange(at_start_of_file_, false);
  }
  archive_entry* entry = nullptr;
  do {
    const int result = archive_read_next_header(handle_.get(), &entry);
    if (result == ARCHIVE_EOF) return false;
    if (result < ARCHIVE_WARN) return Failure();
    const char* name = archive_entry_pathname(entry);
    text_name_ = IsZip(handle_.get()) ? (name == nullptr ? "" : name) : NameWithin(path_);
  } while (IsDirectoryOrJunk(text_name_));
  return true;
}

absl::StatusOr<absl::string_view> Archive::Unpack() {
  if (gzip_ != nullptr) return gzip_->Read();
  buffer_.resize(kBlockBytes);
  const la_ssize_t count = archive_read_data(handle_.get(), buffer_.data(), buffer_.size());
  if (count < 0) return Failure();
  return absl::string_view(buffer_.data(), static_cast<std::size_t>(count));
}

absl::StatusOr<absl::string_view> Archive::Read() {
  const absl::StatusOr<absl::string_view> unpacked = Unpack();
  if (!unpacked.ok()) return unpacked;
  absl::string_view bytes = *unpacked;
  unpacked_ += static_cast<std::int64_t>(bytes.size());
  const std::int64_t allowed =
      std::min(kUnpackedBytesMax, std::max(kExpansionFloorBytes, kExpansionMax * size_));
  if (unpacked_ > allowed) {
    return absl::ResourceExhaustedError(
        absl::StrCat(path_, ": unpacks to more than ", allowed >> 20,
                     " MiB, too much for its size: refused as a possible zip bomb"));
  }
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
  if (gzip_ != nullptr) return gzip_->bytes_done();
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
