#include <algorithm>
#include <array>

#include "matcher/index/prepared_effects.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"

namespace throughgate::matcher {
namespace {

// One wording for all that is disclosed: it says what, and never why.
constexpr Reason kNotToBeProposed{"NOT_TO_BE_PROPOSED",
                                  "Probation asks that such work is not proposed.", "Other work."};
constexpr Reason kMayBeProposed{"NOTHING_DISCLOSED_AGAINST",
                                "Nothing that probation has disclosed speaks against it.", ""};
constexpr std::array kReasons = {&kMayBeProposed, &kNotToBeProposed};

bool IsSuchWork(const Pair& pair, const PreparedEffects& effects) {
  if (pair.work.present & ~pair.work.avoidable & effects.attributes) return true;
  return std::ranges::any_of(pair.vacancy.occupations, [&](OccupationIndex occupation) {
    return occupation != kNoIndex && std::ranges::binary_search(effects.occupations, occupation);
  });
}

bool IsAtOtherHours(const Pair& pair, const PreparedEffects& effects) {
  if (pair.place.at_home || !effects.hours.stated() || !pair.shifts.stated()) return false;
  return MinutesShared(pair.shifts, effects.hours) < MinutesCovered(pair.shifts);
}

bool IsInArea(const Pair& pair, const PreparedEffects& effects) {
  if (pair.place.at_home || !pair.place.place_known()) return false;
  const SitePoint& site = *pair.place.site;
  const std::int64_t uncertainty = std::int64_t{site.uncertainty_m} * 100;
  return std::ranges::any_of(effects.areas, [&](const SharedDisc& area) {
    return ChordCm(site.ecef, area.centre) + uncertainty <= area.radius_cm;
  });
}

void Check(const Pair& pair, const PreparedEffects& effects, Findings& findings) {
  const bool against =
      IsSuchWork(pair, effects) || IsAtOtherHours(pair, effects) || IsInArea(pair, effects);
  findings.Add({&kSharedEffects, against ? Verdict::kNotAvailable : Verdict::kEligible,
                against ? &kNotToBeProposed : &kMayBeProposed, -1, 0, 0});
}

}  // namespace

constinit const DisclosedRule kSharedEffects = {
    {
        .name = "shared-effects",
        .scope = RuleScope::kSite,
        .audience = Audience::kEveryone,
        .condition = "The work is none of what probation has asked not to be proposed.",
        .data =
            "what probation has chosen to disclose: attributes and types of work, hours that fit, "
            "areas as displaced discs; asked for SHARED answers only, and in place of the sealed "
            "plan",
        .effect =
            "work that involves such an attribute and cannot be arranged without, work of such a "
            "type, shifts away from home that do not lie within the hours, or a site that is "
            "surely "
            "within an area"
            " is NOT_AVAILABLE; nothing else is",
        .source = "design: shared effects are necessary, proportionate and without reasons",
        .reasons = kReasons,
    },
    Check};

}  // namespace throughgate::matcher
