#include "services/cli/hours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace throughgate::cli {
namespace {

using testing::HasSubstr;

// As they are read back.
std::string Read(absl::string_view text) {
  const absl::StatusOr<WeeklyWindows> hours = ParseHours(text);
  return hours.ok() ? FormatHours(*hours) : std::string(hours.status().message());
}

TEST(Hours, AreDaysAndTimes) {
  EXPECT_EQ(Read("Mon 09:00-17:00"), "Mon 09:00-17:00");
  EXPECT_EQ(Read("mon-FRI 08:30-15:30"), "Mon, Tue, Wed, Thu, Fri 08:30-15:30");
  EXPECT_EQ(Read(" Sat,sunday 00:00-24:00 ;Thurs  22:00-06:00"),
            "Sat, Sun 00:00-24:00; Thu 22:00-06:00");
  EXPECT_EQ(Read("Fri-Mon, Wed 10:00-12:00"), "Fri, Sat, Sun, Mon, Wed 10:00-12:00");
  const WeeklyWindows hours = *ParseHours("Mon, Sun 07:00-24:00");
  ASSERT_EQ(hours.size(), 1);
  EXPECT_EQ(hours[0].days(1), v1::WEEKDAY_SUNDAY);
  EXPECT_EQ(hours[0].start(), "07:00");
  EXPECT_EQ(hours[0].end(), "24:00");
}

TEST(Hours, ComeBackAsTheyAreShown) {
  for (const char* text :
       {"Mon, Tue 07:00-19:00; Sat 00:00-24:00", "Sun 23:00-01:00", "Wed 00:00-00:01"}) {
    EXPECT_EQ(Read(text), text);
  }
}

TEST(Hours, SayWhatIsNone) {
  EXPECT_THAT(Read(""), HasSubstr("is not days and a time; hours are like Mon-Fri 08:30-15:30"));
  EXPECT_THAT(Read("09:00-17:00"), HasSubstr("'09:00-17:00' is not days and a time"));
  EXPECT_THAT(Read("Mon 09:00-17:00;"), HasSubstr("'' is not days and a time"));
  EXPECT_THAT(Read("Mo 09:00-17:00"), HasSubstr("'Mo' is not a day"));
  EXPECT_THAT(Read("Mon- 09:00-17:00"), HasSubstr("'' is not a day"));
  EXPECT_THAT(Read("weekdays 09:00-17:00"), HasSubstr("'weekdays' is not a day"));
  EXPECT_THAT(Read("Mon-Wed, Tue 09:00-17:00"), HasSubstr("'Tuesday' is there twice"));
  for (const char* times : {"9-17", "09:00", "09:00-25:00", "09:60-10:00", "24:00-06:00", "a-b",
                            "09:00-17:00-18:00", "9:00-17:00"}) {
    EXPECT_THAT(Read(std::string("Mon ") + times), HasSubstr(std::string("'") + times)) << times;
  }
}

}  // namespace
}  // namespace throughgate::cli
