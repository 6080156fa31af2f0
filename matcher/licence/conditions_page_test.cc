#include "matcher/licence/conditions_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace throughgate::matcher {
namespace {

using ::testing::HasSubstr;

TEST(ConditionsPage, IsThePageThatIsCommitted) {
  std::ifstream file(THROUGHGATE_CONDITIONS_PAGE);
  const std::string committed{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(committed == ConditionsPage(LicenceConditions()))
      << "write it anew: throughgate conditions > CONDITIONS.md";
}

TEST(ConditionsPage, ListsEveryLine) {
  const std::string page = ConditionsPage(LicenceConditions());
  for (const ConditionReading& reading : LicenceConditions().readings()) {
    EXPECT_THAT(page, HasSubstr("| " + reading.about + " |"));
    EXPECT_THAT(page, HasSubstr("`" + reading.code + "`"));
  }
}

TEST(ConditionsPage, SaysHowAConditionIsReadInWords) {
  ConditionReading reading;
  reading.read_as = ReadAs::kLimit;
  reading.needs_approval = MaskOf(WorkAttribute::kNightsAway) | MaskOf(WorkAttribute::kInternet);
  EXPECT_EQ(ReadingText(reading), "limit: approval of the internet, nights away");
  reading.items = KindsOf(PlanItemKind::kExclusionZone) | KindsOf(PlanItemKind::kTag);
  EXPECT_EQ(ReadingText(reading),
            "limit: approval of the internet, nights away; or an exclusion zone or a tag");
  reading.barred = MaskOf(WorkAttribute::kGambling);
  reading.read_as = ReadAs::kItem;
  EXPECT_EQ(ReadingText(reading),
            "item: an exclusion zone or a tag; and gambling barred; approval of the internet, "
            "nights away");
}

}  // namespace
}  // namespace throughgate::matcher
