// What kinds of items a risk plan holds that a licence condition can be expressed by.
#ifndef THROUGHGATE_MATCHER_MODEL_PLAN_ITEM_H_
#define THROUGHGATE_MATCHER_MODEL_PLAN_ITEM_H_

#include <cstdint>

namespace throughgate::matcher {

// The values are stored (FORMAT.md) and equal those of the API. Never renumber them.
enum class PlanItemKind : std::uint8_t {
  kUnspecified,
  kExclusionZone,
  kRestrictionZone,
  kCurfew,
  kWorkLimit,
  kCommitment,
  kPremisesLimit,
  kContactLimit,
  kNoContact,
  kVehicleLimit,
  kCashLimit,
  kTag,
  kHomeCounty,
};
inline constexpr int kPlanItemKindLast = static_cast<int>(PlanItemKind::kHomeCounty);

// A set of kinds, one bit each.
using PlanItemKinds = std::uint32_t;

constexpr PlanItemKinds KindsOf(PlanItemKind kind) {
  return PlanItemKinds{1} << static_cast<int>(kind);
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_PLAN_ITEM_H_
