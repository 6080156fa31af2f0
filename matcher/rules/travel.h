// How long a journey takes: a published, conservative table. It is shown as an assumption in every
// explanation that rests on it.
#ifndef THROUGHGATE_MATCHER_RULES_TRAVEL_H_
#define THROUGHGATE_MATCHER_RULES_TRAVEL_H_

#include <cstdint>

#include "matcher/model/week_pattern.h"
#include "matcher/model/work.h"

namespace throughgate::matcher {

// Metres per hour along the straight line, door to door, at a minute of the day. Straight lines
// are shorter than roads, so these are well below the speeds of vehicles.
std::int32_t TravelSpeed(TravelMode mode, int minute_of_day);

// Minutes to add to every journey: leaving, waiting, arriving.
int TravelAllowance(TravelMode mode);

// Minutes for a journey of `distance_cm` that arrives, or leaves, at `minute_of_week`, rounded up,
// allowance included. One that is not made wholly in the faster hours of its mode takes as long as
// in the slower. An unspecified mode is taken as the slowest, walking.
std::int64_t TravelMinutesBefore(TravelMode mode, std::int64_t distance_cm, int minute_of_week);
std::int64_t TravelMinutesAfter(TravelMode mode, std::int64_t distance_cm, int minute_of_week);

// Whether a shift, with a journey of `distance_cm` before and after it, meets any of `hours`.
bool MeetWithJourneys(const WeekPattern& shifts, TravelMode mode, std::int64_t distance_cm,
                      const WeekPattern& hours);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RULES_TRAVEL_H_
