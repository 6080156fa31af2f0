// Recognises files that are not text, so that a wrong file is named instead of read as garbage.
#ifndef THROUGHGATE_SERVICES_CLI_FILES_SNIFF_H_
#define THROUGHGATE_SERVICES_CLI_FILES_SNIFF_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace throughgate::cli {

// Whether a file that begins with `first_bytes` can be a text file.
//
// Errors  kInvalidArgument  it cannot; says what it is and what to do.
absl::Status CheckIsText(absl::string_view first_bytes);

// Whether a zip with these entries can be a zip of data files rather than a spreadsheet, which is
// a zip too.
//
// Errors  kInvalidArgument  it is a spreadsheet; says what to do.
absl::Status CheckIsZipOfTexts(const std::vector<std::string>& entry_names);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_FILES_SNIFF_H_
