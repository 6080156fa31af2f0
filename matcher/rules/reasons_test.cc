#include "matcher/rules/reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::Not;

// The one reason of that code.
const Reason& Coded(std::string_view code) {
  for (const Rule* rule : EveryRule()) {
    for (const Reason* reason : rule->reasons) {
      if (reason->code == code) return *reason;
    }
  }
  throw std::invalid_argument("no such reason");
}

Finding FindingOf(const Reason& reason, std::int64_t amount = 0, std::int64_t limit = 0) {
  return {&kReach, Verdict::kReview, &reason, 0, amount, limit};
}

TEST(Reasons, EveryReasonHasACodeOfItsOwn) {
  std::map<std::string_view, const Reason*> codes;
  for (const Rule* rule : EveryRule()) {
    for (const Reason* reason : rule->reasons) {
      EXPECT_EQ(codes.try_emplace(reason->code, reason).first->second, reason) << reason->code;
      for (const char c : reason->code)
        EXPECT_TRUE((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_') << c;
    }
  }
}

TEST(Reasons, EverySentenceIsWholeAndFilledIn) {
  for (const Rule* rule : EveryRule()) {
    for (const Reason* reason : rule->reasons) {
      const Finding finding = FindingOf(*reason, 20'000, 20'001);
      for (const std::string& text : {ReasonText(finding, "park"), ReasonChange(finding, "park")}) {
        EXPECT_THAT(text, Not(HasSubstr("{"))) << text;
        EXPECT_THAT(text, Not(HasSubstr("}"))) << text;
        EXPECT_TRUE(text.empty() || text.back() == '.') << text;
      }
      EXPECT_FALSE(ReasonText(finding, "park").empty()) << reason->code;
    }
  }
}

TEST(Reasons, SayWhatTheyAreAbout) {
  EXPECT_EQ(ReasonText(FindingOf(Coded("INSIDE_EXCLUSION_ZONE"), -120, 500), "park"),
            "Inside exclusion zone park or its buffer of 500 m.");
  EXPECT_EQ(ReasonText(FindingOf(Coded("OUT_OF_REACH"), 12'480, 10'000), ""),
            "12.5 km away, beyond the reach of 10.0 km.");
  EXPECT_EQ(ReasonText(FindingOf(Coded("RELEASED_TOO_LATE"), 20'780, 20'779), ""),
            "Release is expected on 2026-11-23; the work starts on 2026-11-22.");
}

TEST(Reasons, SayWhatWouldHaveToChange) {
  EXPECT_EQ(ReasonChange(FindingOf(Coded("RELEASED_TOO_LATE"), 20'780, 20'779), ""),
            "A start on 2026-11-23 or later.");
  EXPECT_EQ(ReasonChange(FindingOf(Coded("NOT_YET_OPEN"), 20'779, 20'780), ""),
            "Wait until 2026-11-23.");
  EXPECT_EQ(ReasonChange(FindingOf(Coded("DATES_FIT")), ""), "");
}

// A subject is a name that somebody chose: braces in it are not filled in.
TEST(Reasons, ASubjectIsTakenAsItIs) {
  EXPECT_THAT(ReasonText(FindingOf(Coded("OUTSIDE_CURFEW")), "{t}"), HasSubstr("curfew {t} free"));
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
