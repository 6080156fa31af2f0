#include "matcher/rules/rulebook.h"

#include <array>

namespace throughgate::matcher {
namespace {

constexpr std::array kOpenRules = {&kDates, &kReadiness, &kQualifications, &kYoungWorker, &kReach};

constexpr std::array kDisclosedRules = {&kSharedEffects};

constexpr std::array kSealedRules = {
    &kRiskData,          &kWorkApproval, &kNoContact,        &kSeniorApproval, &kWorkAttributes,
    &kLicenceConditions, &kContact,      &kBarredList,       &kCourtOrder,     &kVehicle,
    &kCashLimit,         &kTag,          &kOffenceExclusion, &kDisclosure,     &kRelease,
    &kTemporaryRelease,  &kCurfew,       &kCommitments,      &kPremises,       &kRestrictionZone,
    &kExclusionZone,     &kCorridor,     &kHomeCounty,
};

}  // namespace

std::span<const OpenRule* const> OpenRules() { return kOpenRules; }
std::span<const DisclosedRule* const> DisclosedRules() { return kDisclosedRules; }
std::span<const SealedRule* const> SealedRules() { return kSealedRules; }

std::vector<const Rule*> EveryRule() {
  std::vector<const Rule*> rules(kOpenRules.begin(), kOpenRules.end());
  rules.insert(rules.end(), kDisclosedRules.begin(), kDisclosedRules.end());
  rules.insert(rules.end(), kSealedRules.begin(), kSealedRules.end());
  return rules;
}

}  // namespace throughgate::matcher
