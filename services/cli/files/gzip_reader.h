// Unpacks a gzip file, and tells when it is not as it was packed.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_GZIP_READER_H_
#define THROUGHGATE_SERVICES_CLI_FILES_GZIP_READER_H_

#include <zlib.h>

#include <atomic>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/byte_stream.h"

namespace throughgate::cli {

// Several gzip files one behind the other count as one, as gzip itself has it.
//
// Threads   one thread at a time, but for bytes_done().
// Cost      memory for two blocks.
// Why       libarchive's own reader compares neither the checksum nor the length at the end.
class GzipReader : public ByteStream {
 public:
  // Whether a file begins like gzip.
  static bool IsGzip(const std::string& path);

  // Errors  kNotFound, kPermissionDenied, …  the file cannot be read.
  static absl::StatusOr<std::unique_ptr<GzipReader>> Open(const std::string& path);
  ~GzipReader() override;
  GzipReader(const GzipReader&) = delete;
  GzipReader& operator=(const GzipReader&) = delete;

  // Errors  kDataLoss  the file is cut off, or not what was packed: its length or checksum differs,
  //                    or something else is behind its end.
  absl::StatusOr<absl::string_view> Read() override;

  // How many bytes of the file have been consumed.
  std::int64_t bytes_done() const { return bytes_done_; }

 private:
  explicit GzipReader(const std::string& path);
  bool Fill();
  absl::StatusOr<bool> BeginNext();
  absl::Status Damaged(absl::string_view how) const;

  const std::string path_;
  std::ifstream file_;
  z_stream zlib_{};
  std::vector<char> packed_;
  std::vector<char> unpacked_;
  bool within_ = true;  // a gzip file, rather than between two
  std::atomic<std::int64_t> bytes_done_ = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_GZIP_READER_H_
