// A file of licences.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_FILE_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_FILE_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace throughgate::cli {

// The licences in a text: one object, a list of them, or one on each line.
//
// Errors  kInvalidArgument  the text is neither; the message says where it goes wrong.
absl::StatusOr<std::vector<nlohmann::json>> LicencesIn(const std::string& text);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_FILE_H_
