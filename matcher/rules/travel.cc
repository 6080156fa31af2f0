#include "matcher/rules/travel.h"

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

}  // namespace

std::int32_t TravelSpeed(TravelMode mode, int minute_of_day) {
  const bool day = minute_of_day >= kDayBegins && minute_of_day < kDayEnds;
  return day ? Of(mode).by_day : Of(mode).by_night;
}

int TravelAllowance(TravelMode mode) { return Of(mode).allowance; }

std::int64_t TravelMinutes(TravelMode mode, std::int64_t distance_cm, int minute_of_week) {
  const std::int64_t cm_per_hour =
      std::int64_t{TravelSpeed(mode, minute_of_week % kMinutesPerDay)} * 100;
  return (distance_cm * 60 + cm_per_hour - 1) / cm_per_hour + TravelAllowance(mode);
}

}  // namespace throughgate::matcher
