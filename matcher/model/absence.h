// The prison's own codes for temporary absence, as far as work has to do with them. Enumerator
// values are stored (FORMAT.md). Never renumber them.
#ifndef THROUGHGATE_MATCHER_MODEL_ABSENCE_H_
#define THROUGHGATE_MATCHER_MODEL_ABSENCE_H_

#include <cstdint>
#include <string_view>

#include "matcher/model/role.h"

namespace throughgate::matcher {

// Sub-types of temporary release. Value n is bit n of a mask.
enum class AbsenceSubType : std::uint8_t {
  kUnspecified,
  kResettlementDay,        // RDR
  kResettlementOvernight,  // ROR
  kSpecialPurpose,         // SPL
};
inline constexpr int kAbsenceSubTypeLast = static_cast<int>(AbsenceSubType::kSpecialPurpose);
using AbsenceMask = std::uint32_t;
constexpr AbsenceMask MaskOf(AbsenceSubType sub_type) {
  return AbsenceMask{1} << static_cast<int>(sub_type);
}

// "RDR", "ROR", "SPL"; kUnspecified for anything else.
AbsenceSubType SubTypeOf(std::string_view code);

// Whether a reason is for paid work: R10 to R17 are, R18 to R25 are not.
Known IsPaid(std::string_view absence_reason);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_ABSENCE_H_
