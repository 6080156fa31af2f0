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

}  // namespace
}  // namespace throughgate::cli
