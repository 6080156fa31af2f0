// Reads licences in the public shape of the Ministry's Create and Vary a Licence service.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_READER_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_READER_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// What a plan can take of a licence, or of an order of electronic monitoring that holds a curfew
// alone. Of conditions only versions, codes, ages, amounts, hours and last days are taken: names,
// addresses, maps and the words themselves stay in the file. What cannot be read becomes a
// condition that is REVIEW, and is noted; nothing is dropped.
//
// Errors  kInvalidArgument      it is neither, or has no policy version.
//         kFailedPrecondition   the licence is not in force nor approved to be.
absl::StatusOr<Licence> ReadLicence(const nlohmann::json& json);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_READER_H_
