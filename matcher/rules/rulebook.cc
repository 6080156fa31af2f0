#include "matcher/rules/rulebook.h"

#include <array>

namespace throughgate::matcher {
namespace {

constexpr std::array kOpenRules = {
    OpenRule{RuleId::kDates, RuleScope::kVacancy, CheckDates},
    OpenRule{RuleId::kReach, RuleScope::kSite, CheckReach},
};

constexpr std::array kSealedRules = {
    SealedRule{RuleId::kRiskData, RuleScope::kVacancy, CheckRiskData},
    SealedRule{RuleId::kWorkAttributes, RuleScope::kVacancy, CheckWorkAttributes},
    SealedRule{RuleId::kRelease, RuleScope::kVacancy, CheckRelease},
    SealedRule{RuleId::kCurfew, RuleScope::kSite, CheckCurfews},
    SealedRule{RuleId::kRestrictionZone, RuleScope::kSite, CheckRestrictionZones},
    SealedRule{RuleId::kExclusionZone, RuleScope::kSite, CheckExclusionZones},
};

}  // namespace

std::span<const OpenRule> OpenRules() { return kOpenRules; }
std::span<const SealedRule> SealedRules() { return kSealedRules; }

std::string_view RuleName(RuleId rule) {
  switch (rule) {
    case RuleId::kReach:
      return "reach";
    case RuleId::kDates:
      return "dates";
    case RuleId::kExclusionZone:
      return "exclusion-zone";
    case RuleId::kRestrictionZone:
      return "restriction-zone";
    case RuleId::kCurfew:
      return "curfew";
    case RuleId::kWorkAttributes:
      return "work-attributes";
    case RuleId::kRelease:
      return "release";
    case RuleId::kRiskData:
      return "risk-data";
  }
  return "";
}

}  // namespace throughgate::matcher
