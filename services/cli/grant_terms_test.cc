#include "services/cli/grant_terms.h"

#include <gtest/gtest.h>

namespace throughgate::cli {
namespace {

absl::Time Utc(int year, int month, int day, int hour, int minute = 0) {
  return absl::FromCivil(absl::CivilSecond(year, month, day, hour, minute), absl::UTCTimeZone());
}

const absl::Time kNow = Utc(2026, 3, 1, 9);

TEST(ParseUntil, TakesADayToItsEndInLondon) {
  EXPECT_EQ(ParseUntil("2026-12-31", kNow).value(), Utc(2027, 1, 1, 0));
  EXPECT_EQ(ParseUntil("2026-07-31", kNow).value(), Utc(2026, 7, 31, 23)) << "summer time";
  EXPECT_EQ(ParseUntil("2026-03-28", kNow).value(), Utc(2026, 3, 29, 0)) << "the night it begins";
}

TEST(ParseFrom, TakesADayFromItsBeginningInLondon) {
  EXPECT_EQ(ParseFrom("2026-12-31", kNow).value(), Utc(2026, 12, 31, 0));
  EXPECT_EQ(ParseFrom("2026-07-31", kNow).value(), Utc(2026, 7, 30, 23));
}

TEST(ParseUntil, TakesASpanFromNow) {
  EXPECT_EQ(ParseUntil("90m", kNow).value(), kNow + absl::Minutes(90));
  EXPECT_EQ(ParseUntil("8h", kNow).value(), kNow + absl::Hours(8));
  EXPECT_EQ(ParseUntil("5d", kNow).value(), kNow + absl::Hours(120));
}

TEST(ParseUntil, TakesAnInstant) {
  EXPECT_EQ(ParseUntil("2026-03-01T10:30:00Z", kNow).value(), Utc(2026, 3, 1, 10, 30));
  EXPECT_EQ(ParseUntil("2026-07-01T10:30:00+01:00", kNow).value(), Utc(2026, 7, 1, 9, 30));
}

TEST(ParseUntil, TakesNothingElse) {
  for (const char* text : {"", "5", "d", "-5d", "+5d", "5w", "5.5d", "1000000d", "2026-02-30",
                           "31/12/2026", "tomorrow", "infinite-future"}) {
    EXPECT_EQ(ParseUntil(text, kNow).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(FormatUntil, IsAsItWasTyped) {
  EXPECT_EQ(FormatUntil(ParseUntil("2026-12-31", kNow).value()), "2026-12-31");
  EXPECT_EQ(FormatUntil(ParseUntil("2026-07-31", kNow).value()), "2026-07-31");
  EXPECT_EQ(FormatUntil(Utc(2026, 7, 31, 12, 5)), "2026-07-31 13:05");
  EXPECT_EQ(FormatFrom(ParseFrom("2026-07-31", kNow).value()), "2026-07-31");
  EXPECT_EQ(FormatFrom(Utc(2026, 1, 31, 12, 5)), "2026-01-31 12:05");
}

}  // namespace
}  // namespace throughgate::cli
