#include <array>
#include <string>

#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kRoshHigh{"ROSH_HIGH", "The risk of serious harm to {s} is high.",
                           "A senior's approval."};
constexpr Reason kRoshVeryHigh{"ROSH_VERY_HIGH", "The risk of serious harm to {s} is very high.",
                               "A senior's approval."};
constexpr Reason kMappaLevel2{"MAPPA_LEVEL_2", "Managed under MAPPA at level 2.",
                              "A senior's approval."};
constexpr Reason kMappaLevel3{"MAPPA_LEVEL_3", "Managed under MAPPA at level 3.",
                              "A senior's approval that names the MAPPA meeting."};
constexpr std::array kReasons = {&kRoshHigh, &kRoshVeryHigh, &kMappaLevel2, &kMappaLevel3};

struct Group {
  std::string_view name;
  RoshLevel Rosh::*level;
};
constexpr std::array<Group, 4> kGroups = {{{"children", &Rosh::children},
                                           {"the public", &Rosh::to_public},
                                           {"a known adult", &Rosh::known_adult},
                                           {"staff", &Rosh::staff}}};

std::string GroupName(std::int32_t group, const RiskPlanTerms&) {
  return std::string(kGroups[static_cast<std::size_t>(group)].name);
}

void Check(const Pair&, const SealedPlan& plan, Findings& findings) {
  const auto review = [&](const Reason* reason, std::int32_t group) {
    findings.Add({&kSeniorApproval, Verdict::kReview, reason, group, 0, 0});
  };
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    const RoshLevel level = plan.terms.rosh.*kGroups[i].level;
    if (level == RoshLevel::kHigh) review(&kRoshHigh, static_cast<std::int32_t>(i));
    if (level == RoshLevel::kVeryHigh) review(&kRoshVeryHigh, static_cast<std::int32_t>(i));
  }
  if (plan.terms.mappa_level == MappaLevel::kLevel2) review(&kMappaLevel2, -1);
  if (plan.terms.mappa_level == MappaLevel::kLevel3) review(&kMappaLevel3, -1);
}

}  // namespace

constinit const SealedRule kSeniorApproval = {
    {
        .name = "senior-approval",
        .scope = RuleScope::kVacancy,
        .audience = Audience::kProbation,
        .condition = "What is of high risk is decided by a senior too.",
        .data = "RoSH for each group, MAPPA level",
        .effect = "high or very high for any group, or MAPPA level 2 or 3, is REVIEW",
        .source = "policy rule 17",
        .reasons = kReasons,
        .subject = GroupName,
    },
    Check};

}  // namespace throughgate::matcher
