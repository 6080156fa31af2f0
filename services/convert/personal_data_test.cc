#include "services/convert/personal_data.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace throughgate::services {
namespace {

TEST(PersonalData, IsRecognisedWhereverItStands) {
  const struct {
    const char* kind;
    const char* value;
  } kCases[] = {
      {"prison number", "A1234BC"},
      {"prison number", "a1234bc"},
      {"CRN", "X123456"},
      {"National Insurance number", "QQ123456C"},
      {"National Insurance number", "QQ 12 34 56 C"},
      {"National Insurance number", "qq-12-34-56-c"},
      {"PNC id", "2001/0123456X"},
      {"PNC id", "01/0123456X"},
      {"PNC id", "2001-0123456x"},
      {"birth date", "12/05/1981"},
      {"birth date", "2/5/1981"},
      {"birth date", "1981-05-12"},
      {"birth date", "1981/05/12"},
      {"birth date", "12-05-81"},
      {"birth date", "12.05.1981"},
      {"birth date", "12051981"},
      {"birth date", "19810512"},
      {"birth date", "29022000"},
      {"birth date", "31121920"},
      {"postcode", "M13 9PL"},
      {"postcode", "M139PL"},
      {"postcode", "m13-9pl"},
      {"postcode", "M1 1AE"},
      {"postcode", "B338TH"},
      {"postcode", "CR2 6XH"},
      {"postcode", "DN55 1PT"},
      {"postcode", "W1A 0AX"},
      {"postcode", "EC1A1BB"},
      {"postcode", "EC1A 1BB"},
  };
  for (const auto& [kind, value] : kCases) {
    EXPECT_EQ(FindPersonalData(value), kind) << value;
    for (const char* around : {"candidates/%s", "%s-2", "x-%s", "(%s)", "was %s, is"}) {
      std::string text = around;
      text.replace(text.find("%s"), 2, value);
      EXPECT_TRUE(FindPersonalData(text)) << text;
    }
  }
}

TEST(PersonalData, IsNotSeenInCodesAndIds) {
  for (const char* value : {"",
                            "M13",
                            "EC1A",
                            "skill/0005c151-5b5a-4a66-8aac-60e734beb1ab",
                            "occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34",
                            "isco/9333",
                            "isco/5120",
                            "cook-1",
                            "employers/acme",
                            "first-steps",
                            "case-12",
                            "abcdefgh2345671z",
                            "A1234BCD",
                            "AX1234BC",
                            "X1234567",
                            "2025",
                            "12-05",
                            "31041981",
                            "29021900",
                            "12051919",
                            "12052031",
                            "12345678",
                            "120519810",
                            "c12051981",
                            "12051981-2f5c-4d0e-9f1b-52a6d1a7c001",
                            "skill/19810512-2f5c-4d0e-9f1b-52a6d1a7c001",
                            "v1.2.3",
                            "0f0d7c2e-2f5c-4d0e-9f1b-52a6d1a7c001",
                            "release_area",
                            "availability"}) {
    EXPECT_EQ(FindPersonalData(value), std::nullopt) << value;
  }
}

// Any UUID, so any code of the taxonomy and any request id.
RC_GTEST_PROP(PersonalData, IsNotSeenInUuids, ()) {
  std::string uuid = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  for (char& c : uuid) {
    if (c == 'x') c = *rc::gen::elementOf(std::string("0123456789abcdef"));
  }
  RC_ASSERT(!FindPersonalData(uuid));
  RC_ASSERT(!FindPersonalData("skill/" + uuid));
}

}  // namespace
}  // namespace throughgate::services
