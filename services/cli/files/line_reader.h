// Reads a text line by line.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_LINE_READER_H_
#define THROUGHGATE_SERVICES_CLI_FILES_LINE_READER_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/cli/files/byte_stream.h"

namespace throughgate::cli {

// The longest line that is read whole: a risk plan with its fill of 10,000-corner zones fits.
inline constexpr std::size_t kLineBytesMax = std::size_t{4} << 20;

struct Line {
  std::int64_t number = 0;  // from 1
  std::string text;         // without the line end
  bool too_long = false;    // `text` is the beginning alone
};

// Threads   one thread at a time.
// Lifetime  `bytes` must outlive the reader.
// Cost      memory for one line, kLineBytesMax at most.
class LineReader {
 public:
  explicit LineReader(ByteStream& bytes) : bytes_(bytes) {}

  // Reads the next line, ended by LF or CRLF; false at the end.
  //
  // Errors  those of the stream.
  absl::StatusOr<bool> Next(Line& line);

 private:
  ByteStream& bytes_;
  absl::string_view unread_;
  std::int64_t number_ = 0;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_LINE_READER_H_
