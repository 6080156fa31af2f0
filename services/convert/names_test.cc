#include "services/convert/names.h"

#include <gmock/gmock.h>

namespace throughgate::services {
namespace {

template <typename Name>
Name Good(const std::string& value) {
  Violations violations;
  const auto name = ReadName<Name>(value, Field(violations)["name"]);
  EXPECT_TRUE(violations.empty()) << value;
  return name;
}

template <typename Name>
void ExpectBad(const std::string& value) {
  Violations violations;
  EXPECT_EQ(ReadName<Name>(value, Field(violations)["name"]), Name{}) << value;
  EXPECT_EQ(violations.found().size(), 1u) << value;
}

TEST(Names, ReadBackAsTheyAreWritten) {
  EXPECT_EQ(Good<matcher::EmployerName>("employers/acme").ToString(), "employers/acme");
  EXPECT_EQ(Good<matcher::SiteName>("employers/acme/sites/a-1").ToString(),
            "employers/acme/sites/a-1");
  EXPECT_EQ(Good<matcher::VacancyName>("employers/0/vacancies/9").ToString(),
            "employers/0/vacancies/9");
  EXPECT_EQ(Good<matcher::SlotName>("employers/a/vacancies/b/slots/c").ToString(),
            "employers/a/vacancies/b/slots/c");
  EXPECT_EQ(Good<matcher::CandidateName>("candidates/x").ToString(), "candidates/x");
  Violations violations;
  EXPECT_EQ(ReadRiskPlanName("candidates/x/riskPlan", Field(violations)).RiskPlan(),
            "candidates/x/riskPlan");
  EXPECT_TRUE(violations.empty());
}

TEST(Names, OfAnotherFormAreRefused) {
  for (const char* value : {"", "/", "employers", "employers/", "employers/a/", "/employers/a",
                            "employers//", "Employers/a", "employers/a/sites/b", "candidates/a",
                            "employers/-", "employers/a,b", "employers/a b"}) {
    ExpectBad<matcher::EmployerName>(value);
  }
  ExpectBad<matcher::SiteName>("employers/a/vacancies/b");
  ExpectBad<matcher::SiteName>("employers/a/sites/b/");
  ExpectBad<matcher::CandidateName>("candidates/x/riskPlan");
}

TEST(Names, HaveIdsOfOneTo63WithoutAHyphenAtAnEnd) {
  EXPECT_TRUE(IsId("a"));
  EXPECT_TRUE(IsId(std::string(63, 'a')));
  for (const std::string& id :
       {std::string(), std::string(64, 'a'), std::string("-a"), std::string("a-"), std::string("A"),
        std::string("\xC3\xA9"), std::string("a\0b", 3)}) {
    EXPECT_FALSE(IsId(id)) << id;
  }
}

TEST(RequestIds, AreEmptyOrEightTo64) {
  const auto fits = [](const std::string& id) {
    Violations violations;
    CheckRequestId(id, Field(violations)["request_id"]);
    return violations.empty();
  };
  EXPECT_TRUE(fits(""));
  EXPECT_TRUE(fits("12345678"));
  EXPECT_TRUE(fits(std::string(64, 'Z')));
  EXPECT_FALSE(fits("1234567"));
  EXPECT_FALSE(fits(std::string(65, 'Z')));
  EXPECT_FALSE(fits("1234 5678"));
  EXPECT_FALSE(fits("1234,5678"));
}

}  // namespace
}  // namespace throughgate::services
