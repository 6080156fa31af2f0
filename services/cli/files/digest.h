// Names the content of a file.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_DIGEST_H_
#define THROUGHGATE_SERVICES_CLI_FILES_DIGEST_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// The first 16 hexadecimal digits of the SHA-256 of the file's bytes followed by `reading`, which
// says how they are to be read: another column map makes another import of the same file.
//
// Errors  kNotFound, kPermissionDenied, …  the file cannot be read.
absl::StatusOr<std::string> ContentDigest(const std::string& path, absl::string_view reading);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_DIGEST_H_
