// Files and streams for the tests of the command line.
#ifndef THROUGHGATE_SERVICES_CLI_TESTING_TEST_FILES_H_
#define THROUGHGATE_SERVICES_CLI_TESTING_TEST_FILES_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/cli/files/byte_stream.h"

namespace throughgate::cli {

// A text in memory, handed out in blocks of `block` bytes so that every border falls somewhere.
class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string text, std::size_t block = 7)
      : text_(std::move(text)), left_(text_), block_(block) {}

  absl::StatusOr<absl::string_view> Read() override {
    const absl::string_view piece = left_.substr(0, block_);
    left_.remove_prefix(piece.size());
    return piece;
  }

 private:
  const std::string text_;
  absl::string_view left_;
  const std::size_t block_;
};

// A folder of its own, removed at the end.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();

  std::string PathOf(const std::string& name) const { return path_ + "/" + name; }
  // Each makes a file and returns its path.
  std::string Write(const std::string& name, absl::string_view bytes) const;
  std::string WriteGzip(const std::string& name, absl::string_view text) const;
  using Entries = std::vector<std::pair<std::string, std::string>>;  // name, bytes
  std::string WriteZip(const std::string& name, const Entries& entries) const;

 private:
  std::string path_;
};

std::string ReadFile(const std::string& path);

// The path of a file of the real data that THROUGHGATE_DATA names a folder of, or "" when the
// folder is not there.
std::string RealData(const std::string& name);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_TESTING_TEST_FILES_H_
