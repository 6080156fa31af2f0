// Hours of the week as people type and read them: "Mon-Fri 08:30-15:30; Sat 22:00-06:00".
#ifndef THROUGHGATE_SERVICES_CLI_HOURS_H_
#define THROUGHGATE_SERVICES_CLI_HOURS_H_

#include <google/protobuf/repeated_field.h>

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::cli {

using WeeklyWindows = google::protobuf::RepeatedPtrField<v1::WeeklyWindow>;

// Days, or spans of days, and from when to when on each, a night into the next day; parted by ";".
// Days are English, three letters of them or more, in any case.
//
// Errors  kInvalidArgument  says which part is none of that.
absl::StatusOr<WeeklyWindows> ParseHours(absl::string_view text);

// "Mon, Tue 07:00-19:00; Sat 00:00-24:00", which ParseHours takes.
std::string FormatHours(const WeeklyWindows& hours);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_HOURS_H_
