// Weekly windows and week patterns.
#ifndef THROUGHGATE_SERVICES_CONVERT_WEEK_H_
#define THROUGHGATE_SERVICES_CONVERT_WEEK_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "matcher/model/week_pattern.h"
#include "services/convert/field.h"
#include "throughgate/v1/types.pb.h"

namespace throughgate::services {

// A window counts once for each of its days.
inline constexpr std::size_t kWeekSpansMax = 100;

using WireWindows = google::protobuf::RepeatedPtrField<v1::WeeklyWindow>;

// Spans ascending. Refused: a malformed time, a window without days, the same span twice.
matcher::WeekPattern ReadWeek(const WireWindows& wire, const Field& at);

// The windows of `pattern`, days with the same times together; reading them gives `pattern` again.
// No span may be longer than a day.
WireWindows WriteWeek(const matcher::WeekPattern& pattern);

// A time of day, "HH:MM", 00:00 to 24:00, in minutes; empty is nullopt. Refused at `at`: what is
// neither.
std::optional<std::int32_t> ReadTimeOfDay(std::string_view text, const Field& at);
std::string WriteTimeOfDay(std::int32_t minute);

// A time of day and how long it lasts, as windows and slots state it: `end` at or before `start` is
// on the next day. nullopt when refused at `at`.
struct DaySpan {
  int start_minute = 0;
  int length = 0;
};
std::optional<DaySpan> ReadDaySpan(std::string_view start, std::string_view end, const Field& at);
std::string WriteStart(const DaySpan& span);
std::string WriteEnd(const DaySpan& span);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_WEEK_H_
