// The sample data that the project ships.
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <string>

#include "throughgate/v1/risk_plan_service.pb.h"

namespace throughgate {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day DayOf(const v1::Date& date) {
  return {std::chrono::year(date.year()), std::chrono::month(date.month()),
          std::chrono::day(date.day())};
}

// The release of Debian 12, before which nobody's clock can be right.
constexpr year_month_day kEarliestClock{std::chrono::year(2023), std::chrono::June,
                                        std::chrono::day(10)};

TEST(Sample, NoClockTakesAReviewForOneInTheFuture) {
  std::ifstream file(THROUGHGATE_SAMPLE "/risk-plans.jsonl");
  int plans = 0;
  for (std::string line; std::getline(file, line); ++plans) {
    v1::ImportRiskPlansRow row;
    ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(line, &row).ok()) << line;
    const v1::RiskPlan& plan = row.risk_plan();
    EXPECT_LT(sys_days(DayOf(plan.reviewed_on())), sys_days(kEarliestClock)) << plan.name();
  }
  EXPECT_GT(plans, 5);
}

}  // namespace
}  // namespace throughgate
