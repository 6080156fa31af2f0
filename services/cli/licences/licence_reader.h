// Reads licences in the public shape of the Ministry's Create and Vary a Licence service.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_READER_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_READER_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "absl/status/statusor.h"
#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// What a plan can take of a licence, in the public shape or in the service's own ("HdcLicence"), of
// the curfew times of home detention alone, or of an order of electronic monitoring. Of conditions
// only versions, codes, ages, amounts, hours and last days are taken: names,
// addresses, maps and the words themselves stay in the file. What cannot be read, and every member
// that is not known, is noted, and is or belongs to a condition that is REVIEW or limits work
// whatever it says; where there is no such condition, one stands for it. Nothing is dropped.
//
// Errors  kInvalidArgument      it is none of them, has no id or no policy version, has conditions
//                               in both shapes, does not say whether the licence has ended, or a
//                               list of the conditions in force is not there: what binds is not
//                               known.
//         kFailedPrecondition   the licence is not in force nor approved to be; the order is a
//                               draft, or ends the monitoring.
absl::StatusOr<Licence> ReadLicence(const nlohmann::json& json);

// Whose licence it is, as far as it says, whether it can be read or not; and its id.
Licence WhoseLicence(const nlohmann::json& json);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_LICENCE_READER_H_
