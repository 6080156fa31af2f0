// Days, which are civil days in Europe/London.
#ifndef THROUGHGATE_SERVICES_CONVERT_DATES_H_
#define THROUGHGATE_SERVICES_CONVERT_DATES_H_

#include <optional>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "matcher/model/units.h"
#include "services/convert/field.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::services {

// The days that can be stated.
inline constexpr matcher::Day kDayMin{-25'567};  // 1900-01-01
inline constexpr matcher::Day kDayMax{84'370};   // 2200-12-31

// Refused at `at` when it is not a day of the calendar.
matcher::Day ReadDate(const v1::Date& wire, const Field& at);
v1::Date WriteDate(matcher::Day day);

// The same for a field that may be unset: `has` and `value` as generated for the message.
std::optional<matcher::Day> ReadOptionalDate(bool has, const v1::Date& wire, const Field& at);

// Refuses a last day before the first, at the last.
void CheckOrder(const std::optional<matcher::Day>& first, const std::optional<matcher::Day>& last,
                const Field& at_last);

// The day that it is in London at `instant`.
matcher::Day LondonDay(absl::Time instant);

// Errors  kFailedPrecondition  this machine has no data for Europe/London; asked at start-up.
absl::Status CheckTimeZone();

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_DATES_H_
