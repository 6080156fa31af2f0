#include "matcher/rules/travel.h"

#include <algorithm>
#include <array>

#include "matcher/model/week_pattern.h"

namespace throughgate::matcher {
namespace {

struct ModeOfTravel {
  std::int32_t by_day;    // 06:00 to 20:00, metres per hour
  std::int32_t by_night;  // otherwise
  int allowance;          // minutes
};

constexpr int kDayBegins = 6 * 60;
constexpr int kDayEnds = 20 * 60;

// By value of TravelMode.
constexpr std::array<ModeOfTravel, 5> kModes = {{
    {4'000, 4'000, 5},     // unspecified: as walking
    {4'000, 4'000, 5},     // walk
    {11'000, 10'000, 5},   // cycle
    {14'000, 8'000, 15},   // public transport
    {28'000, 32'000, 10},  // car
}};

const ModeOfTravel& Of(TravelMode mode) { return kModes[static_cast<std::size_t>(mode)]; }

std::int64_t OfDay(std::int64_t minute) {
  return (minute % kMinutesPerDay + kMinutesPerDay) % kMinutesPerDay;
}

bool IsDay(std::int64_t minute) { return OfDay(minute) >= kDayBegins && OfDay(minute) < kDayEnds; }

// For how long it is still day, or still night, from `minute` on.
std::int64_t LastsFrom(std::int64_t minute) {
  return OfDay((IsDay(minute) ? kDayEnds : kDayBegins) - minute);
}

std::int64_t MinutesAt(std::int32_t metres_per_hour, TravelMode mode, std::int64_t distance_cm) {
  const std::int64_t cm_per_hour = std::int64_t{metres_per_hour} * 100;
  return (distance_cm * 60 + cm_per_hour - 1) / cm_per_hour + Of(mode).allowance;
}

std::int64_t MinutesAtFastest(TravelMode mode, std::int64_t distance_cm) {
  return MinutesAt(std::max(Of(mode).by_day, Of(mode).by_night), mode, distance_cm);
}

// A journey that takes `fastest` minutes from `begin` at the faster speed, by the hours it meets.
std::int64_t MinutesWithin(TravelMode mode, std::int64_t distance_cm, std::int64_t begin,
                           std::int64_t fastest) {
  const bool faster_by_day = Of(mode).by_day > Of(mode).by_night;
  if (IsDay(begin) == faster_by_day && fastest <= LastsFrom(begin)) return fastest;
  return MinutesAt(std::min(Of(mode).by_day, Of(mode).by_night), mode, distance_cm);
}

}  // namespace

std::int32_t TravelSpeed(TravelMode mode, int minute_of_day) {
  return IsDay(minute_of_day) ? Of(mode).by_day : Of(mode).by_night;
}

int TravelAllowance(TravelMode mode) { return Of(mode).allowance; }

std::int64_t TravelMinutesBefore(TravelMode mode, std::int64_t distance_cm, int minute_of_week) {
  const std::int64_t at_most = MinutesAtFastest(mode, distance_cm);
  return MinutesWithin(mode, distance_cm, minute_of_week - at_most, at_most);
}

std::int64_t TravelMinutesAfter(TravelMode mode, std::int64_t distance_cm, int minute_of_week) {
  return MinutesWithin(mode, distance_cm, minute_of_week, MinutesAtFastest(mode, distance_cm));
}

bool MeetWithJourneys(const WeekPattern& shifts, TravelMode mode, std::int64_t distance_cm,
                      const WeekPattern& hours) {
  const auto at_most_a_week = [](std::int64_t minutes) {
    return static_cast<int>(std::min<std::int64_t>(minutes, kMinutesPerWeek));
  };
  return std::ranges::any_of(shifts.spans, [&](const WeekSpan& shift) {
    const WeekSpan away =
        Widen(shift, at_most_a_week(TravelMinutesBefore(mode, distance_cm, shift.begin)),
              at_most_a_week(TravelMinutesAfter(mode, distance_cm, shift.begin + shift.length)));
    return std::ranges::any_of(hours.spans,
                               [&](const WeekSpan& span) { return Overlap(away, span); });
  });
}

}  // namespace throughgate::matcher
