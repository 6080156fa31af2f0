#include "services/edge/search_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

using ::testing::HasSubstr;

TEST(SearchMeter, GivesALineAtMostEveryMinute) {
  SearchMeter meter("FindVacancies");
  const absl::Time begin = absl::FromUnixSeconds(1'000'000);
  const matcher::SearchWork work = {.leaves_bounded = 9,
                                    .leaves_opened = 3,
                                    .blocks_bounded = 10,
                                    .blocks_opened = 2,
                                    .spots_bounded = 64,
                                    .spots_looked_at = 40,
                                    .cards_scored = 30,
                                    .pairs_judged = 21};
  const auto first = meter.Add(work, begin);
  ASSERT_TRUE(first.has_value());
  EXPECT_THAT(*first, HasSubstr("FindVacancies: 1 searches"));
  EXPECT_EQ(meter.Add(work, begin + absl::Seconds(1)), std::nullopt);
  EXPECT_EQ(meter.Add({}, begin + absl::Seconds(59)), std::nullopt);
  EXPECT_EQ(
      meter.Add(work, begin + absl::Seconds(60)),
      "FindVacancies: 3 searches; of each, on average, 2.0 leaves opened, 6.7 blocks bounded, "
      "1.3 blocks opened, 42.7 spots bounded, 26.7 spots looked at, 20.0 cards scored, 14.0 "
      "pairs judged");
  EXPECT_EQ(meter.Add(work, begin + absl::Seconds(61)), std::nullopt);
}

}  // namespace
}  // namespace throughgate::services
