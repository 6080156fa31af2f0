#include "matcher/rules/reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace throughgate::matcher {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::Not;

constexpr int kReasons = static_cast<int>(Reason::kConditionNotUnderstood) + 1;

Finding FindingOf(Reason reason, std::int64_t amount = 0, std::int64_t limit = 0) {
  return {RuleId::kReach, Verdict::kReview, reason, 0, amount, limit};
}

TEST(Reasons, EveryReasonHasACodeOfItsOwn) {
  std::set<std::string_view> codes;
  for (int i = 0; i < kReasons; ++i) {
    const std::string_view code = ReasonCode(static_cast<Reason>(i));
    EXPECT_TRUE(codes.insert(code).second) << code;
    for (const char c : code) EXPECT_TRUE((c >= 'A' && c <= 'Z') || c == '_') << code;
  }
}

TEST(Reasons, EverySentenceIsWholeAndFilledIn) {
  for (int i = 0; i < kReasons; ++i) {
    const Finding finding = FindingOf(static_cast<Reason>(i), 20'000, 20'001);
    for (const std::string& text : {ReasonText(finding, "park"), ReasonChange(finding, "park")}) {
      EXPECT_THAT(text, Not(HasSubstr("{"))) << text;
      EXPECT_THAT(text, Not(HasSubstr("}"))) << text;
      EXPECT_TRUE(text.empty() || text.back() == '.') << text;
    }
    EXPECT_FALSE(ReasonText(finding, "park").empty()) << i;
  }
}

TEST(Reasons, SayWhatTheyAreAbout) {
  EXPECT_EQ(ReasonText(FindingOf(Reason::kInsideExclusionZone, -120, 500), "park"),
            "Inside exclusion zone park or its buffer of 500 m.");
  EXPECT_EQ(ReasonText(FindingOf(Reason::kOutOfReach, 12'480, 10'000), ""),
            "12.5 km away, beyond the reach of 10.0 km.");
  EXPECT_EQ(ReasonText(FindingOf(Reason::kReleasedTooLate, 20'780, 20'779), ""),
            "Release is expected on 2026-11-23; the work starts on 2026-11-22.");
}

TEST(Reasons, SayWhatWouldHaveToChange) {
  EXPECT_EQ(ReasonChange(FindingOf(Reason::kReleasedTooLate, 20'780, 20'779), ""),
            "A start on 2026-11-23 or later.");
  EXPECT_EQ(ReasonChange(FindingOf(Reason::kNotYetOpen, 20'779, 20'780), ""),
            "Wait until 2026-11-23.");
  EXPECT_EQ(ReasonChange(FindingOf(Reason::kDatesFit), ""), "");
}

// A subject is a name that somebody chose: braces in it are not filled in.
TEST(Reasons, ASubjectIsTakenAsItIs) {
  EXPECT_THAT(ReasonText(FindingOf(Reason::kOutsideCurfew), "{t}"), HasSubstr("curfew {t} free"));
}

TEST(Reasons, EveryAttributeHasAName) {
  std::set<std::string_view> names;
  for (int i = 0; i <= kWorkAttributeLast; ++i) {
    EXPECT_TRUE(names.insert(AttributeName(static_cast<WorkAttribute>(i))).second) << i;
  }
  EXPECT_THAT(names, Each(Not("")));
}

TEST(Reasons, DaysAreWrittenYearFirst) {
  EXPECT_EQ(DayText({0}), "1970-01-01");
  EXPECT_EQ(DayText({-1}), "1969-12-31");
  EXPECT_EQ(DayText({20'780}), "2026-11-23");
  EXPECT_EQ(DayText({19'782}), "2024-02-29");
}

TEST(Reasons, DistancesAreRoundedDownAndHaveNoSign) {
  EXPECT_EQ(DistanceText(0), "0 m");
  EXPECT_EQ(DistanceText(999), "999 m");
  EXPECT_EQ(DistanceText(-999), "999 m");
  EXPECT_EQ(DistanceText(1'000), "1.0 km");
  EXPECT_EQ(DistanceText(12'499), "12.5 km");
  EXPECT_EQ(DistanceText(-12'499), "12.5 km");
}

}  // namespace
}  // namespace throughgate::matcher
