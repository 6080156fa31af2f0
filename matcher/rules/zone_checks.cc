#include "matcher/rules/zone_checks.h"

#include <algorithm>

namespace throughgate::matcher {

std::string ZoneIdOf(std::int32_t zone, const RiskPlanTerms& plan) {
  return plan.zones[static_cast<std::size_t>(zone)].id;
}

bool PlaceCanBeTested(const Pair& pair, const Rule& rule, std::size_t zone, Findings& findings) {
  const auto subject = static_cast<std::int32_t>(zone);
  if (pair.place.site == nullptr) {
    findings.Add({&rule, Verdict::kNotAvailable, &kZoneNoSiteList, subject, 0, 0});
    return false;
  }
  if (pair.moves_about()) {
    findings.Add({&rule, Verdict::kReview, &kZoneMobileWork, subject, 0, 0});
  }
  if (!pair.place.place_known()) {
    findings.Add({&rule, Verdict::kReview, &kZonePlaceUnknown, subject, 0, 0});
    return false;
  }
  return true;
}

void AddUnlessPermitted(const Pair& pair, const SealedPlan& plan, std::size_t zone, Finding refusal,
                        Findings& findings) {
  const bool permitted = std::any_of(
      plan.permissions.begin(), plan.permissions.end(), [&](const SealedPermission& permission) {
        return permission.zone == zone && permission.site == pair.place.site->site &&
               (!permission.valid_to || pair.today <= *permission.valid_to);
      });
  if (permitted) {
    refusal.verdict = Verdict::kReview;
    refusal.reason = &kPermittedInSpiteOfZone;
  }
  findings.Add(refusal);
}

}  // namespace throughgate::matcher
