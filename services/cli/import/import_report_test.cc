#include "services/cli/import/import_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FeedName, IsMadeOfAFileName) {
  EXPECT_EQ(FeedName("UK Adverts_2013"), "uk-adverts-2013");
  EXPECT_EQ(FeedName("uk.rejects"), "uk");
  EXPECT_EQ(FeedName("--x--"), "x");
  EXPECT_EQ(FeedName("\xC3\xA9"), "feed");
  EXPECT_EQ(FeedName(std::string(39, 'a') + "--b"), std::string(39, 'a'));
}

ImportReport Report() {
  ImportReport report;
  report.totals.created = 1500;
  report.totals.rejected = 1;
  report.totals.settled = 1501;
  report.totals.through_line = 1502;
  report.elapsed = absl::Seconds(2);
  report.complete = true;
  report.rejects_path = "uk.rejects.csv";
  return report;
}

TEST(ImportReport, AddsUp) {
  EXPECT_EQ(
      ReportText(Report()),
      "1,501 rows settled in 2.0 s (750 rows/s): 1,500 created, 0 updated, 0 unchanged, 0 kept "
      "as corrected, 1 rejected.\n"
      "Rejected rows, with reasons: uk.rejects.csv\n");
  EXPECT_THAT(ReportJson(Report()), HasSubstr(R"("complete":true,"dryRun":false,"created":1500)"));
}

TEST(ImportReport, CountsOneRowAsOne) {
  ImportReport report = Report();
  report.totals.settled = 1;
  EXPECT_THAT(ReportText(report), HasSubstr("1 row settled in"));
}

TEST(ImportReport, SaysHowToGoOn) {
  ImportReport report = Report();
  report.complete = false;
  EXPECT_THAT(ReportText(report), HasSubstr("through the row on line 1502. Run the same command"));
  EXPECT_THAT(ReportText(Report()), Not(HasSubstr("Run the same")));
}

TEST(ImportReport, SaysWhatAnEarlierRunDid) {
  ImportReport report = Report();
  report.totals.skipped = 4200;
  report.totals.rejected = 0;
  report.totals.rejected_earlier = 7;
  EXPECT_THAT(ReportText(report), HasSubstr("4,200 rows were settled by an earlier run"));
  EXPECT_THAT(ReportText(report), HasSubstr("7 rows more rejected by an earlier run.\n"
                                            "Rejected rows, with reasons: uk.rejects.csv\n"));
  EXPECT_THAT(ReportJson(report), HasSubstr(R"("rejects":"uk.rejects.csv")"));
}

}  // namespace
}  // namespace throughgate::cli
