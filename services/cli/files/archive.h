// Opens a data file, plain, .gz or .zip, and streams the texts in it.
//
//   auto archive = Archive::Open("adverts.csv.gz");
//   while (*archive->NextText()) {                      // once for a plain file
//     for (auto bytes = archive->Read(); !bytes->empty(); bytes = archive->Read()) …
//   }
#ifndef THROUGHGATE_SERVICES_CLI_FILES_ARCHIVE_H_
#define THROUGHGATE_SERVICES_CLI_FILES_ARCHIVE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/byte_stream.h"
#include "services/cli/files/gzip_reader.h"

struct archive;

namespace throughgate::cli {

// A small file that unpacks to more than this, and to more than kExpansionMax times its size, is
// refused as a zip bomb. The largest advert files compress about 10 : 1.
inline constexpr std::int64_t kExpansionFloorBytes = std::int64_t{64} << 20;
inline constexpr std::int64_t kExpansionMax = 200;
// No file may unpack to more than this.
inline constexpr std::int64_t kUnpackedBytesMax = std::int64_t{20} << 30;

// Threads   one thread at a time, but for bytes_done().
// Cost      memory does not depend on the size of the file.
class Archive : public ByteStream {
 public:
  // Errors  kNotFound, kPermissionDenied, …  the file cannot be read.
  //         kInvalidArgument                 a spreadsheet, or an archive within an archive.
  static absl::StatusOr<std::unique_ptr<Archive>> Open(const std::string& path);

  // Reads a packed file to its end, so that whoever uses it knows before that all of it is as it
  // was packed. A file that is not packed has nothing to compare.
  //
  // Errors  as Open and Read.
  static absl::Status CheckWhole(const std::string& path);

  // What the texts in it are called, in order.
  const std::vector<std::string>& text_names() const { return text_names_; }

  // Goes on to the next text; false when there is none.
  absl::StatusOr<bool> NextText();

  // What the current text is called: its name in a zip, else the file's without folder and ".gz".
  const std::string& text_name() const { return text_name_; }

  // The current text, without a byte order mark.
  absl::StatusOr<absl::string_view> Read() override;

  // How many of size() bytes of the file have been consumed.
  std::int64_t bytes_done() const;
  std::int64_t size() const { return size_; }

 private:
  struct Closer {
    void operator()(archive* handle) const;
  };

  Archive(const std::string& path, std::int64_t size) : path_(path), size_(size) {}

  absl::Status Start();
  absl::StatusOr<absl::string_view> Unpack();
  absl::Status ListTexts();
  absl::Status Failure() const;

  const std::string path_;
  const std::int64_t size_;
  std::unique_ptr<archive, Closer> handle_;  // of any file but gzip
  std::unique_ptr<GzipReader> gzip_;
  std::vector<std::string> text_names_;
  std::string text_name_;
  std::vector<char> buffer_;
  std::int64_t unpacked_ = 0;
  bool at_start_of_text_ = false;
  bool at_start_of_file_ = false;
};

// Opens a file that must hold exactly one text.
//
// Errors  as Archive::Open; kInvalidArgument also for a zip of none or of several, naming them.
absl::StatusOr<std::unique_ptr<Archive>> OpenSingleText(const std::string& path);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_ARCHIVE_H_
