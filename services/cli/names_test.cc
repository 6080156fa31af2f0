#include "services/cli/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

TEST(FullName, TakesFullNamesAndIdsAlone) {
  EXPECT_EQ(*FullName(kCandidatePattern, "candidates/heron"), "candidates/heron");
  EXPECT_EQ(*FullName(kCandidatePattern, "heron"), "candidates/heron");
  EXPECT_EQ(*FullName(kVacancyPattern, "acme/cook-1"), "employers/acme/vacancies/cook-1");
  EXPECT_EQ(*FullName(kVacancyPattern, "employers/acme/vacancies/cook-1"),
            "employers/acme/vacancies/cook-1");
  EXPECT_EQ(*FullName(kEmployerPattern, "-"), "employers/-");
}

TEST(FullName, RefusesWhatIsNeither) {
  for (const char* text : {"", "cook-1", "employers/acme", "a/b/c", "/cook-1", "acme/",
                           "employers/acme/sites/leeds", "candidates/heron/riskPlan/x"}) {
    EXPECT_FALSE(FullName(kVacancyPattern, text).ok()) << text;
  }
  EXPECT_THAT(std::string(FullName(kVacancyPattern, "cook-1").status().message()),
              HasSubstr("employers/ID/vacancies/ID or ID/ID"));
}

TEST(ShortName, IsTheInverse) {
  for (const char* ids : {"acme/cook-1", "x/y"}) {
    EXPECT_EQ(ShortName(*FullName(kVacancyPattern, ids)), ids);
  }
  EXPECT_EQ(ShortName("candidates/heron"), "heron");
  EXPECT_EQ(ShortName("candidates/heron/riskPlan"), "heron");
  EXPECT_EQ(ShortName(""), "");
}

}  // namespace
}  // namespace throughgate::cli
