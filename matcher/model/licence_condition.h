// A licence condition as it was written, and what in the same plan says the same.
#ifndef THROUGHGATE_MATCHER_MODEL_LICENCE_CONDITION_H_
#define THROUGHGATE_MATCHER_MODEL_LICENCE_CONDITION_H_

#include <cstdint>
#include <string>
#include <vector>

namespace throughgate::matcher {

// Enumerator values are stored (FORMAT.md) and equal those of the API. Never renumber them.

// How a condition was laid down.
enum class ConditionForm : std::uint8_t {
  kOfPolicy,   // a condition of the policy, by version and code
  kBespoke,    // written for this person; its words are not kept
  kImageOnly,  // nothing but a picture, which is not kept
};

// What kinds of items of a plan can express a condition.
enum class PlanItemKind : std::uint8_t {
  kUnspecified,
  kExclusionZone,
  kRestrictionZone,
  kCurfew,
  kWorkLimit,
  kCommitment,
  kContactLimit,
  kNoContact,
  kVehicleLimit,
  kCashLimit,
  kTag,
  kHomeCounty,
  kPremisesLimit,
};
inline constexpr int kPlanItemKindLast = static_cast<int>(PlanItemKind::kPremisesLimit);

// A set of kinds, one bit each.
using PlanItemKinds = std::uint32_t;

constexpr PlanItemKinds KindsOf(PlanItemKind kind) {
  return PlanItemKinds{1} << static_cast<int>(kind);
}

// An item of the same plan: by its id, or by what it is about where there is one for each.
struct PlanItem {
  PlanItemKind kind = PlanItemKind::kUnspecified;
  std::string id = {};
  std::uint8_t about = 0;  // a WorkAttribute, ContactGroup or TagKind
  bool operator==(const PlanItem&) const = default;
};

// What a condition was filled in with when the licence was written.
struct ConditionParameter {
  std::string name;  // of an input, as the policy has it
  std::vector<std::string> values;
  bool operator==(const ConditionParameter&) const = default;
};

struct LicenceCondition {
  std::string policy_version;  // empty, as the code, unless it is of a policy
  std::string code;
  std::string id = {};  // once per plan; empty: it was given none
  ConditionForm form = ConditionForm::kOfPolicy;
  std::vector<ConditionParameter> parameters = {};
  std::vector<PlanItem> expressed_by = {};
  bool operator==(const LicenceCondition&) const = default;
};

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MODEL_LICENCE_CONDITION_H_
