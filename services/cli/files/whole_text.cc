#include "services/cli/files/whole_text.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "services/cli/files/archive.h"

namespace throughgate::cli {

absl::StatusOr<std::string> ReadWholeText(const std::string& path) {
  absl::StatusOr<std::unique_ptr<Archive>> archive = OpenSingleText(path);
  if (!archive.ok()) return archive.status();
  std::string text;
  while (true) {
    const absl::StatusOr<absl::string_view> bytes = (*archive)->Read();
    if (!bytes.ok()) return bytes.status();
    if (bytes->empty()) return text;
    if (text.size() + bytes->size() > kWholeTextBytesMax) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ": the file is larger than 256 MiB; split it"));
    }
    absl::StrAppend(&text, *bytes);
  }
}

}  // namespace throughgate::cli
