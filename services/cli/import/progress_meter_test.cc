#include "services/cli/import/progress_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

ImportPosition At(std::int64_t bytes, std::int64_t rows, std::int64_t rejected = 0) {
  return {.bytes_done = bytes, .bytes_total = 1000, .rows = rows, .rejected = rejected};
}

TEST(ProgressLine, TellsShareRateAndTimeLeft) {
  EXPECT_EQ(ProgressLine(At(0, 0), At(250, 5000), absl::Seconds(10)),
            " 25 %  5,000 rows  500 rows/s  30 s left");
  EXPECT_EQ(ProgressLine(At(0, 0), At(1000, 5000, 12), absl::Seconds(10)),
            "100 %  5,000 rows  500 rows/s  0.0 s left  12 rejected");
}

// The half that an earlier run had settled took this run no time.
TEST(ProgressLine, JudgesBySpeedOfThisRun) {
  EXPECT_THAT(ProgressLine(At(500, 0), At(750, 100), absl::Seconds(10)), HasSubstr("10 s left"));
}

TEST(ProgressLine, NeverDividesByNothing) {
  EXPECT_EQ(ProgressLine({}, {}, absl::ZeroDuration()), "100 %  0 rows  0 rows/s");
  EXPECT_EQ(ProgressLine(At(0, 0), At(0, 0), absl::Seconds(1)), "  0 %  0 rows  0 rows/s");
}

TEST(FormatSeconds, SuitsItsSize) {
  EXPECT_EQ(FormatSeconds(absl::Seconds(7.42)), "7.4 s");
  EXPECT_EQ(FormatSeconds(absl::Seconds(9.97)), "10 s");
  EXPECT_EQ(FormatSeconds(absl::Seconds(185)), "3 min 05 s");
  EXPECT_EQ(FormatSeconds(absl::Seconds(7440)), "2 h 04 min");
}

TEST(ProgressMeter, WritesALineEveryTenSecondsWhereThereIsNoTerminal) {
  std::ostringstream out;
  ProgressMeter meter(out, /*terminal=*/false);
  meter.Update(At(0, 0), absl::FromUnixSeconds(100));
  meter.Update(At(100, 10), absl::FromUnixSeconds(109));
  EXPECT_THAT(out.str(), IsEmpty());
  meter.Update(At(100, 10), absl::FromUnixSeconds(110));
  meter.Update(At(200, 10), absl::FromUnixSeconds(111));
  meter.End();
  EXPECT_EQ(out.str(), " 10 %  10 rows  1 rows/s  1 min 30 s left\n");
}

TEST(ProgressMeter, RedrawsABarInPlaceOnATerminal) {
  std::ostringstream out;
  ProgressMeter meter(out, /*terminal=*/true);
  meter.Update(At(0, 0), absl::FromUnixSeconds(100));
  meter.Update(At(500, 10), absl::FromUnixSeconds(101));
  meter.End();
  EXPECT_EQ(out.str(),
            "\r\x1B[K[############............]  50 %  10 rows  10 rows/s  1.0 s left\r\x1B[K");
}

}  // namespace
}  // namespace throughgate::cli
