#include "services/cli/dates.h"

#include <gtest/gtest.h>

namespace throughgate::cli {
namespace {

TEST(ParseDate, TakesDaysOfTheCalendarAlone) {
  EXPECT_EQ(FormatDate(*ParseDate("2024-02-29")), "2024-02-29");
  for (const char* text : {"", "2023-02-29", "2024-13-01", "2024-00-01", "2024-1-1", "24-01-01",
                           "2024/01/01", "2024-01-01 ", "+024-01-01", "2024-01-0x"}) {
    EXPECT_FALSE(ParseDate(text)) << text;
  }
}

TEST(LondonDay, IsAnHourAheadInSummer) {
  const auto at = [](int month) {
    return absl::FromCivil(absl::CivilSecond(2024, month, 1, 23, 30, 0), absl::UTCTimeZone());
  };
  EXPECT_EQ(FormatDate(LondonDay(at(1)).value()), "2024-01-01");
  EXPECT_EQ(FormatDate(LondonDay(at(7)).value()), "2024-07-02");
}

}  // namespace
}  // namespace throughgate::cli
