#include <array>
#include <string>

#include "absl/strings/match.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kInHomeCounty{"IN_HOME_COUNTY", "The work is in the home county, {s}.", ""};
constexpr Reason kOutsideHomeCounty{
    "OUTSIDE_HOME_COUNTY",
    "The work is not in the home county, {s}: the officer is told before the person leaves it.",
    ""};
constexpr Reason kHomeCountyUnknown{
    "HOME_COUNTY_UNKNOWN", "Whether the work is in the home county, {s}, is not known.", ""};
constexpr std::array kReasons = {&kInHomeCounty, &kOutsideHomeCounty, &kHomeCountyUnknown};

std::string County(std::int32_t, const RiskPlanTerms& plan) { return plan.home_county; }

// It decides nothing, so that only who asks for reasons is told.
void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  if (plan.terms.home_county.empty() || !findings.keeps() || pair.place.at_home) return;
  const Reason* reason = &kHomeCountyUnknown;
  if (pair.place.place_known() && !pair.moves_about()) {
    const std::string_view region = pair.catalogue.gazetteer->RegionAt(
        {.at = pair.place.site->at, .uncertainty = {pair.place.site->uncertainty_m}});
    const bool home =
        absl::EqualsIgnoreCase({region.data(), region.size()}, plan.terms.home_county);
    if (!region.empty()) reason = home ? &kInHomeCounty : &kOutsideHomeCounty;
  }
  findings.Add({&kHomeCounty, Verdict::kEligible, reason, 0, 0, 0});
}

}  // namespace

constinit const SealedRule kHomeCounty = {
    {
        .name = "home-county",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The officer is told before the person leaves the home county.",
        .data = "the home county; the region of the district nearest to the site, if the site is "
                "surely "
                "within it and no district of another region may be as near",
        .effect =
            "decides nothing: the condition asks to be told, not to approve; where the work is, is "
            "said",
        .source = "licence condition on leaving the home county",
        .reasons = kReasons,
        .subject = County,
    },
    Check};

}  // namespace throughgate::matcher
