// Turns the bytes of a file into UTF-8 text, and says where they are not text.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_TEXT_DECODER_H_
#define THROUGHGATE_SERVICES_CLI_FILES_TEXT_DECODER_H_

#include <iconv.h>

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace throughgate::cli {

enum class TextEncoding { kUtf8, kWindows1252 };

// Threads   one thread at a time.
class TextDecoder {
 public:
  explicit TextDecoder(TextEncoding encoding);
  ~TextDecoder();
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;

  // Sets `text` to the text of `bytes`, with U+FFFD for each byte that is none. Returns the offset
  // of the first such byte, or nullopt when all is well.
  std::optional<std::size_t> Decode(absl::string_view bytes, std::string& text);

  // "UTF-8", "Windows-1252".
  absl::string_view encoding_name() const;

 private:
  const TextEncoding encoding_;
  iconv_t to_utf16_;
  iconv_t to_utf8_;
};

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_TEXT_DECODER_H_
