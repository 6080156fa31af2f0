// How ready a person is to work, and the qualifications that work asks for: the Ministry's own
// words. Enumerator values are stored (FORMAT.md) and equal those of the API. Never renumber them.
#ifndef THROUGHGATE_MATCHER_MODEL_READINESS_H_
#define THROUGHGATE_MATCHER_MODEL_READINESS_H_

#include <cstdint>
#include <optional>

#include "matcher/model/units.h"

namespace throughgate::matcher {

enum class Readiness : std::uint8_t {
  kUnknown,
  kReadyToWork,
  kSupportNeeded,
  kSupportDeclined,
  kNoRightToWork,
};

enum class QualificationKind : std::uint8_t {
  kUnspecified,
  kCscsCard,  // construction skills certification scheme
  kDrivingLicence,
  kFirstAid,
  kFoodHygiene,
  kForkLift,
  kHealthAndSafety,
  kHgvLicence,
  kMachinery,
  kManualHandling,
  kSecurityLicence,
  kTradeCourse,
};
inline constexpr int kQualificationLast = static_cast<int>(QualificationKind::kTradeCourse);

// One that a person holds.
struct Qualification {
  QualificationKind kind = QualificationKind::kUnspecified;
  std::optional<Day> expires_on = {};  // the last day
  auto operator<=>(const Qualification&) const = default;
};

// One that the work asks for.
struct RequiredQualification {
  QualificationKind kind = QualificationKind::kUnspecified;
  bool by_law = false;  // rather than by the employer
  auto operator<=>(const RequiredQualification&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_READINESS_H_
