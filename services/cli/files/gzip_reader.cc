#include "services/cli/files/gzip_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{128} << 10;
constexpr absl::string_view kMagic = "\x1F\x8B";
// The largest window, with gzip's own header and trailer.
constexpr int kWindowBits = 15 + 16;

}  // namespace

bool GzipReader::IsGzip(const std::string& path) {
  std::array<char, kMagic.size()> begin{};
  std::ifstream(path, std::ios::binary).read(begin.data(), begin.size());
  return absl::string_view(begin.data(), begin.size()) == kMagic;
}

GzipReader::GzipReader(const std::string& path)
    : path_(path), file_(path, std::ios::binary), packed_(kBlockBytes), unpacked_(kBlockBytes) {
  // Fails only for want of memory.
  if (inflateInit2(&zlib_, kWindowBits) != Z_OK) std::abort();
}

GzipReader::~GzipReader() { inflateEnd(&zlib_); }

absl::StatusOr<std::unique_ptr<GzipReader>> GzipReader::Open(const std::string& path) {
  auto reader = std::unique_ptr<GzipReader>(new GzipReader(path));
  if (reader->file_) return reader;
  return absl::ErrnoToStatus(errno, absl::StrCat("cannot read ", path));
}

absl::Status GzipReader::Damaged(absl::string_view how) const {
  return absl::DataLossError(absl::StrCat(path_, ": the gzip file is ", how, ". Fetch it again"));
}

// Sees to it that there is input; false at the end of the file.
bool GzipReader::Fill() {
  if (zlib_.avail_in > 0) return true;
  file_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
  zlib_.next_in = reinterpret_cast<Bytef*>(packed_.data());
  zlib_.avail_in = static_cast<uInt>(file_.gcount());
  return zlib_.avail_in > 0;
}

// Passes by what may pad the end of a gzip file; whether another one begins behind it.
absl::StatusOr<bool> GzipReader::BeginNext() {
  while (Fill() && *zlib_.next_in == 0) {
    ++zlib_.next_in;
    --zlib_.avail_in;
    ++bytes_done_;
  }
  if (!Fill()) return false;
  if (*zlib_.next_in != static_cast<Bytef>(kMagic[0])) {
    return Damaged("damaged: something else is behind its end");
  }
  inflateReset(&zlib_);
  return true;
}

absl::StatusOr<absl::string_view> GzipReader::Read() {
  zlib_.next_out = reinterpret_cast<Bytef*>(unpacked_.data());
  zlib_.avail_out = static_cast<uInt>(unpacked_.size());
  while (zlib_.avail_out > 0) {
    if (!within_) {
      const absl::StatusOr<bool> next = BeginNext();
      if (!next.ok()) return next.status();
      if (!*next) break;
      within_ = true;
    }
    if (!Fill()) return Damaged("cut off: its end is missing");
    const uInt before = zlib_.avail_in;
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    bytes_done_ += before - zlib_.avail_in;
    if (result == Z_STREAM_END) within_ = false;
    if (result != Z_OK && result != Z_STREAM_END) {
      return Damaged(absl::StrCat("damaged: ", zlib_.msg == nullptr ? "no data" : zlib_.msg));
    }
  }
  return absl::string_view(unpacked_.data(), unpacked_.size() - zlib_.avail_out);
}

}  // namespace throughgate::cli
