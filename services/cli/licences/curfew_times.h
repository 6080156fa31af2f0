// Curfew timetables of the Ministry's systems.
#ifndef THROUGHGATE_SERVICES_CLI_LICENCES_CURFEW_TIMES_H_
#define THROUGHGATE_SERVICES_CLI_LICENCES_CURFEW_TIMES_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "services/cli/licences/licence.h"

namespace throughgate::cli {

// The id of the curfew of home detention, but for the first night's.
inline constexpr char kHomeCurfew[] = "cvl-hdc";

// Adds to `licence` the curfews that `json` holds, in any of these shapes:
//
//   weeklyCurfewTimes or curfewTimes    home detention: fromDay, fromTime, untilDay, untilTime
//   firstNightCurfewTimes or firstNight home detention, for the night of release alone
//   curfewTimeTable                     electronic monitoring: dayOfWeek, startTime, endTime
//   curfewReleaseDateConditions         electronic monitoring, for the night of release alone
//
// Curfews of monitoring are named for the order, `licence.id`: another order has others.
//
// One that cannot be read in full is left out whole and noted, and a condition stands for it: less
// than a curfew would allow what it does not. So is one that an order lays down without its hours.
// Where two names of one curfew say different hours, it has both, and a condition stands for it
// too. A last day that cannot be read is noted, and the curfew has none.
void ReadCurfewTimes(const nlohmann::json& json, Licence& licence);

// A curfew from and until the same times on every day of the week, minutes of the day.
v1::Curfew EveryDayCurfew(const std::string& id, const std::vector<std::pair<int, int>>& hours);

}  // namespace throughgate::cli

#endif  // THROUGHGATE_SERVICES_CLI_LICENCES_CURFEW_TIMES_H_
