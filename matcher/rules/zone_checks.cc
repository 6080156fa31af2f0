#include "matcher/rules/zone_checks.h"

#include <algorithm>

namespace throughgate::matcher {

bool PlaceCanBeTested(const Pair& pair, RuleId rule, std::size_t zone, Findings& findings) {
  const auto subject = static_cast<std::int32_t>(zone);
  if (pair.place.site == nullptr) {
    findings.Add({rule, Verdict::kNotAvailable, Reason::kZoneNoSiteList, subject, 0, 0});
    return false;
  }
  if (pair.moves_about()) {
    findings.Add({rule, Verdict::kReview, Reason::kZoneMobileWork, subject, 0, 0});
  }
  if (!pair.place.place_known()) {
    findings.Add({rule, Verdict::kReview, Reason::kZonePlaceUnknown, subject, 0, 0});
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
    refusal.reason = Reason::kPermittedInSpiteOfZone;
  }
  findings.Add(refusal);
}

}  // namespace throughgate::matcher
