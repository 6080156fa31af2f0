// A text that is read whole.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_WHOLE_TEXT_H_
#define THROUGHGATE_SERVICES_CLI_FILES_WHOLE_TEXT_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"

namespace throughgate::cli {

inline constexpr std::size_t kWholeTextBytesMax = std::size_t{256} << 20;

// The one text of a file, plain, .gz or .zip.
//
// Errors  kInvalidArgument  it is larger than kWholeTextBytesMax.
//         and those of OpenSingleText.
absl::StatusOr<std::string> ReadWholeText(const std::string& path);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_WHOLE_TEXT_H_
