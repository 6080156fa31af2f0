#include "services/convert/dates.h"

#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

v1::Date Date(int year, int month, int day) {
  v1::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

std::optional<matcher::Day> Read(const v1::Date& date) {
  Violations violations;
  const matcher::Day day = ReadDate(date, Field(violations)["date"]);
  if (violations.empty()) return day;
  return std::nullopt;
}

TEST(Dates, EveryDayReadsBackAsItIsWritten) {
  for (int day = kDayMin.since_epoch; day <= kDayMax.since_epoch; ++day) {
    ASSERT_EQ(Read(WriteDate({day})), matcher::Day{day});
  }
}

TEST(Dates, CountFrom1970) {
  EXPECT_EQ(Read(Date(1970, 1, 1)), matcher::Day{0});
  EXPECT_EQ(Read(Date(2024, 2, 29)), matcher::Day{19'782});
}

TEST(Dates, ThatAreNotInTheCalendarAreRefused) {
  const int kBad[][3] = {{2025, 2, 29},
                         {1900, 2, 29},
                         {2100, 2, 29},
                         {2025, 4, 31},
                         {2025, 0, 1},
                         {2025, 13, 1},
                         {2025, 1, 0},
                         {2025, 1, 32},
                         {1899, 12, 31},
                         {2201, 1, 1},
                         {0, 0, 0},
                         {2025, -1, 1},
                         {2147483647, 2147483647, 2147483647}};
  for (const auto& [year, month, day] : kBad) {
    EXPECT_FALSE(Read(Date(year, month, day))) << year << " " << month << " " << day;
  }
}

TEST(Dates, ChangeAtMidnightInLondon) {
  ASSERT_TRUE(CheckTimeZone().ok());
  // In summer London is an hour ahead.
  const absl::Time summer = absl::FromUnixSeconds(1'751'324'399);  // 2025-06-30 22:59:59 UTC
  EXPECT_EQ(LondonDay(summer), Read(Date(2025, 6, 30)));
  EXPECT_EQ(LondonDay(summer + absl::Seconds(1)), Read(Date(2025, 7, 1)));
  const absl::Time winter = absl::FromUnixSeconds(1'767'225'599);  // 2025-12-31 23:59:59 UTC
  EXPECT_EQ(LondonDay(winter), Read(Date(2025, 12, 31)));
  EXPECT_EQ(LondonDay(winter + absl::Seconds(1)), Read(Date(2026, 1, 1)));
}

}  // namespace
}  // namespace throughgate::services
