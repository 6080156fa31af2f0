// Premises as points of GeoJSON (RFC 7946).
#ifndef THROUGHGATE_SERVICES_CLI_REFERENCE_PREMISES_POINTS_H_
#define THROUGHGATE_SERVICES_CLI_REFERENCE_PREMISES_POINTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "throughgate/v1/reference_service.pb.h"

namespace throughgate::cli {

// What features that do not say it are.
struct PremisesDefaults {
  std::string kind;                // "school"; empty: each must say it
  std::int32_t uncertainty_m = 0;  // 0: each must say it
};

// Reads every feature of a collection: a Point, with its properties "kind" and "uncertainty_m", and
// "id" there or the feature's own.
//
// Errors  kInvalidArgument  it is no such collection, or one feature cannot be read: the message
// says
//                           which, and what is wrong with it.
absl::StatusOr<std::vector<v1::Premises>> ReadPremisesPoints(absl::string_view text,
                                                             const PremisesDefaults& defaults);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_REFERENCE_PREMISES_POINTS_H_
