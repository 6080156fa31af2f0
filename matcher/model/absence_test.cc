#include "matcher/model/absence.h"

#include <gtest/gtest.h>

namespace throughgate::matcher {
namespace {

TEST(Absence, SubTypesAreThePrisonsOwnCodes) {
  EXPECT_EQ(SubTypeOf("RDR"), AbsenceSubType::kResettlementDay);
  EXPECT_EQ(SubTypeOf("ROR"), AbsenceSubType::kResettlementOvernight);
  EXPECT_EQ(SubTypeOf("SPL"), AbsenceSubType::kSpecialPurpose);
  EXPECT_EQ(SubTypeOf(""), AbsenceSubType::kUnspecified);
  EXPECT_EQ(SubTypeOf("CRL"), AbsenceSubType::kUnspecified);
}

TEST(Absence, ReasonsForWorkArePaidOrNot) {
  for (const char* paid : {"R10", "R13", "R17"}) EXPECT_EQ(IsPaid(paid), Known::kYes) << paid;
  for (const char* unpaid : {"R18", "R22", "R25"}) EXPECT_EQ(IsPaid(unpaid), Known::kNo) << unpaid;
  for (const char* other : {"", "R1", "R26", "PW", "R9"}) {
    EXPECT_EQ(IsPaid(other), Known::kUnknown) << other;
  }
}

}  // namespace
}  // namespace throughgate::matcher
