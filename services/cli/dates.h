// Days as people type and read them: YYYY-MM-DD.
#ifndef THROUGHGATE_SERVICES_CLI_DATES_H_
#define THROUGHGATE_SERVICES_CLI_DATES_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::cli {

// nullopt unless `text` is a day of the calendar in exactly this form.
std::optional<v1::Date> ParseDate(absl::string_view text);

std::string FormatDate(const v1::Date& date);

// The day that it is in London at `instant`; nullopt where this machine has no time zone data.
std::optional<v1::Date> LondonDay(absl::Time instant);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_DATES_H_
