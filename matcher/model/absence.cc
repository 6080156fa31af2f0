#include "matcher/model/absence.h"

namespace throughgate::matcher {

AbsenceSubType SubTypeOf(std::string_view code) {
  if (code == "RDR") return AbsenceSubType::kResettlementDay;
  if (code == "ROR") return AbsenceSubType::kResettlementOvernight;
  if (code == "SPL") return AbsenceSubType::kSpecialPurpose;
  return AbsenceSubType::kUnspecified;
}

Known IsPaid(std::string_view absence_reason) {
  if (absence_reason >= "R10" && absence_reason <= "R17") return Known::kYes;
  if (absence_reason >= "R18" && absence_reason <= "R25") return Known::kNo;
  return Known::kUnknown;
}

}  // namespace throughgate::matcher
