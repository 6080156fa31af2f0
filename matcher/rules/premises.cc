#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/index/premises_layer.h"
#include "matcher/index/sealed_plan.h"
#include "matcher/model/week_pattern.h"
#include "matcher/rules/pair.h"
#include "matcher/rules/reasons.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/zone_checks.h"

namespace throughgate::matcher {
namespace {

constexpr Reason kAwayFromPremises{"AWAY_FROM_PREMISES",
                                   "Farther than {D} from all premises of {s}.", ""};
constexpr Reason kNearPremises{"NEAR_PREMISES", "Within {d} of {s}, of which {D} is too near.",
                               "Another site, or a written permission for this one."};
constexpr Reason kSiteIsPremises{"SITE_IS_PREMISES", "The site itself is {s}.",
                                 "Another site, or a written permission for this one."};
constexpr Reason kPremisesNeedApproval{
    "PREMISES_NEED_APPROVAL", "The site is, or is within {D} of, {s}, which needs approval.",
    "Approval, or another site."};
constexpr Reason kPermittedInSpiteOfPremises{
    "PERMITTED_IN_SPITE_OF_PREMISES",
    "The site is, or is within {D} of, {s}, but a written permission names it.",
    "Confirmation that the permission covers this work."};
constexpr Reason kPremisesUncertain{
    "PREMISES_UNCERTAIN",
    "Perhaps as near as {d} to {s}, of which {D} is too near; the places are not known exactly.",
    "More exact positions of the site and of the premises."};
constexpr Reason kPremisesHoursUnknown{
    "PREMISES_HOURS_UNKNOWN",
    "The site is, or is within {D} of, {s}, which counts at some hours, and the shifts are not "
    "stated.",
    "The shifts."};
constexpr Reason kPremisesHoursOnTheWay{
    "PREMISES_HOURS_ON_THE_WAY",
    "The site is, or is within {D} of, {s}, which counts at hours that the journey may meet.",
    "Other hours, or more exact positions."};
constexpr Reason kOutsidePremisesHours{"OUTSIDE_PREMISES_HOURS",
                                       "The shifts are outside the hours of {s}.", ""};
constexpr Reason kPremisesPlaceUnknown{
    "PREMISES_PLACE_UNKNOWN", "It is not known where the work is, so {s} cannot be tested.",
    "The position of the site."};
constexpr Reason kPremisesMobileWork{"PREMISES_MOBILE_WORK",
                                     "The work moves about, so {s} cannot be ruled out.",
                                     "A complete list of the sites."};
constexpr Reason kPremisesNotImported{"PREMISES_NOT_IMPORTED",
                                      "Where such premises are is not known: {s}.",
                                      "A layer of premises that has them."};
constexpr Reason kPremisesAtHome{"PREMISES_AT_HOME",
                                 "The work is done at home, so {s} does not bear on it.", ""};
constexpr std::array kReasons = {&kAwayFromPremises,
                                 &kNearPremises,
                                 &kSiteIsPremises,
                                 &kPremisesNeedApproval,
                                 &kPermittedInSpiteOfPremises,
                                 &kPremisesUncertain,
                                 &kPremisesHoursUnknown,
                                 &kPremisesHoursOnTheWay,
                                 &kOutsidePremisesHours,
                                 &kPremisesPlaceUnknown,
                                 &kPremisesMobileWork,
                                 &kPremisesNotImported,
                                 &kPremisesAtHome};

// A finding is about a limit and, as the case may be, about one kind of its premises.
std::int32_t SubjectFor(std::size_t limit, PremisesKind kind = PremisesKind::kUnspecified) {
  return static_cast<std::int32_t>(limit) * kPremisesKinds + static_cast<int>(kind);
}

std::string NameOf(std::int32_t subject, const RiskPlanTerms& plan) {
  const auto kind = static_cast<PremisesKind>(subject % kPremisesKinds);
  const std::string limit =
      absl::StrCat("premises limit ",
                   plan.premises_limits[static_cast<std::size_t>(subject / kPremisesKinds)].id);
  if (kind == PremisesKind::kUnspecified) return limit;
  const std::string_view name = PremisesName(kind);
  return absl::StrCat(absl::string_view(name.data(), name.size()), " (", limit, ")");
}

// Calls `each` for every kind of a set, in order.
template <class Each>
void ForEachKind(PremisesMask kinds, Each each) {
  for (int n = 1; n < kPremisesKinds; ++n) {
    const auto kind = static_cast<PremisesKind>(n);
    if (kinds & MaskOf(kind)) each(kind);
  }
}

struct Nearest {
  std::uint16_t metres = kPremisesFar;
  PremisesKind kind = PremisesKind::kUnspecified;
};

// The nearest premises of any of `kinds`, by one of the two figures. The first kind wins a tie.
Nearest NearestOf(PremisesMask kinds, const PremisesAround* around,
                  std::uint16_t PremisesNear::*figure) {
  Nearest nearest;
  if (around == nullptr) return nearest;
  ForEachKind(kinds, [&](PremisesKind kind) {
    const std::uint16_t metres = around->of[static_cast<std::size_t>(kind)].*figure;
    if (metres < nearest.metres) nearest = {metres, kind};
  });
  return nearest;
}

PremisesKind FirstOf(PremisesMask kinds) {
  PremisesKind first = PremisesKind::kUnspecified;
  ForEachKind(kinds, [&](PremisesKind kind) {
    if (first == PremisesKind::kUnspecified) first = kind;
  });
  return first;
}

bool IsPermitted(const Pair& pair, const SealedPlan& plan, std::size_t limit) {
  return std::ranges::any_of(plan.permissions, [&](const SealedPermission& permission) {
    return permission.premises_limit == limit &&
           permission.InForceAt(pair.place.site->site, pair.today);
  });
}

// `refusal`, softened to REVIEW, never further.
Finding Soften(const Pair& pair, const SealedPlan& plan, std::size_t i, Finding refusal) {
  const PremisesLimit& limit = plan.terms.premises_limits[i];
  const auto soften = [&](const Reason* reason) {
    refusal.verdict = Verdict::kReview;
    refusal.reason = reason;
  };
  if (limit.effect != WorkLimitEffect::kBarred) {
    soften(&kPremisesNeedApproval);
  } else if (IsPermitted(pair, plan, i)) {
    soften(&kPermittedInSpiteOfPremises);
  } else if (const Hours hours = HoursOf(pair, limit.windows); hours == Hours::kNotKnown) {
    soften(&kPremisesHoursUnknown);
  } else if (hours == Hours::kOnTheWay) {
    soften(&kPremisesHoursOnTheWay);
  }
  return refusal;
}

// What a limit comes to at a site that is known, as a record if not as a place.
Finding CheckSite(const Pair& pair, const SealedPlan& plan, std::size_t i) {
  const PremisesLimit& limit = plan.terms.premises_limits[i];
  const std::int64_t distance = limit.distance.value;
  const auto finding = [&](Verdict verdict, const Reason* reason, PremisesKind kind,
                           std::int64_t metres = 0) {
    return Finding{&kPremises, verdict, reason, SubjectFor(i, kind), metres, distance};
  };
  const SiteRow& site = *pair.catalogue.sites[pair.place.site->site];
  if (const PremisesMask itself = limit.kinds & site.premises_kinds; itself != 0) {
    return Soften(pair, plan, i,
                  finding(Verdict::kNotAvailable, &kSiteIsPremises, FirstOf(itself)));
  }
  if (!pair.place.place_known()) {
    return finding(Verdict::kReview, &kPremisesPlaceUnknown, PremisesKind::kUnspecified);
  }
  const Nearest surely = NearestOf(limit.kinds, site.premises.get(), &PremisesNear::surely);
  if (surely.metres <= distance) {
    return Soften(pair, plan, i,
                  finding(Verdict::kNotAvailable, &kNearPremises, surely.kind, surely.metres));
  }
  const Nearest possibly = NearestOf(limit.kinds, site.premises.get(), &PremisesNear::possibly);
  if (possibly.metres <= distance) {
    return finding(Verdict::kReview, &kPremisesUncertain, possibly.kind, possibly.metres);
  }
  // Of the many kinds that are none of the named no layer has all.
  const PremisesMask known = pair.catalogue.premises->kinds() & ~MaskOf(PremisesKind::kOther);
  if (const PremisesMask missing = limit.kinds & ~known; missing != 0) {
    return finding(Verdict::kReview, &kPremisesNotImported, FirstOf(missing));
  }
  return finding(Verdict::kEligible, &kAwayFromPremises, PremisesKind::kUnspecified);
}

void CheckLimit(const Pair& pair, const SealedPlan& plan, std::size_t i, Findings& findings) {
  const PremisesLimit& limit = plan.terms.premises_limits[i];
  const auto add = [&](Verdict verdict, const Reason* reason) {
    findings.Add({&kPremises, verdict, reason, SubjectFor(i), 0, limit.distance.value});
  };
  if (pair.place.at_home) return add(Verdict::kEligible, &kPremisesAtHome);
  if (HoursOf(pair, limit.windows) == Hours::kApart) {
    return add(Verdict::kEligible, &kOutsidePremisesHours);
  }
  if (pair.place.site == nullptr) return add(Verdict::kReview, &kPremisesPlaceUnknown);
  if (pair.moves_about()) add(Verdict::kReview, &kPremisesMobileWork);
  findings.Add(CheckSite(pair, plan, i));
}

void Check(const Pair& pair, const SealedPlan& plan, Findings& findings) {
  const std::vector<PremisesLimit>& limits = plan.terms.premises_limits;
  for (std::size_t i = 0; i < limits.size() && !findings.settled(); ++i) {
    if (HasEnded(limits[i].ends_on, limits[i].windows, pair.today)) continue;
    CheckLimit(pair, plan, i, findings);
  }
}

}  // namespace

constinit const SealedRule kPremises = {
    {
        .name = "premises",
        .scope = RuleScope::kSite,
        .audience = Audience::kProbation,
        .condition = "The work is not at, nor in sight of, premises of a type that the person must "
                     "stay away from.",
        .data =
            "each premises limit's types, distance D, hours, effect and last day; what the site "
            "itself is; the premises nearest to it, at distance d, by the layer of premises, "
            "with both uncertainties u; shifts, permissions",
        .effect =
            "a site that is itself of such a type, or d + u <= D, is NOT_AVAILABLE, or REVIEW "
            "where it needs approval; else d - u <= D is REVIEW; so is a site whose place is "
            "not known, work that moves about, and a type that the layer does not have, or cannot "
            "have whole (other premises); else "
            "it passes; a permission for the site, shifts that are not stated where the limit has "
            "hours, or hours that only the journeys may meet, softens to REVIEW; work outside the "
            "hours, journeys counted, and work at home pass",
        .source =
            "policy rule 7; licence conditions on premises and types of premises; the officer "
            "says how far \"in sight of\" reaches, 0 to 2,000 m",
        .reasons = kReasons,
        .subject = NameOf,
    },
    Check};

}  // namespace throughgate::matcher
