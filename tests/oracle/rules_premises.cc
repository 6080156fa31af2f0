// Premises to stay away from: schools, pools, pubs and the like.
#include <algorithm>
#include <utility>
#include <vector>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

bool Has(PremisesMask kinds, PremisesKind kind) {
  return (kinds >> static_cast<int>(kind) & 1) != 0;
}

// The first of some kinds that `wanted` says yes to; unspecified when it does to none.
template <typename Wanted>
PremisesKind First(PremisesMask kinds, Wanted wanted) {
  for (int i = 1; i <= kPremisesKindLast; ++i) {
    const auto kind = static_cast<PremisesKind>(i);
    if (Has(kinds, kind) && wanted(kind)) return kind;
  }
  return PremisesKind::kUnspecified;
}

std::string NameOfLimit(const PremisesLimit& limit) { return "premises limit " + limit.id; }
std::string NameAt(const PremisesLimit& limit, PremisesKind kind) {
  return NameOf(kind) + " (" + NameOfLimit(limit) + ")";
}

// Whether the layer says where all of a kind are. Nobody knows what "another kind" is, so that it
// never does of that.
bool IsImported(const PlainWorld& world, PremisesKind kind) {
  return kind != PremisesKind::kOther &&
         std::any_of(world.premises.begin(), world.premises.end(),
                     [&](const Premises& one) { return one.kind == kind; });
}

bool PermittedAt(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit) {
  return std::any_of(
      plan.permissions.begin(), plan.permissions.end(), [&](const PlacePermission& permission) {
        return permission.premises_limit == limit.id && permission.site == asked.site &&
               NotPast(permission.valid_to, asked.today());
      });
}

// Whether the limit has hours that no shift meets; the journeys may.
bool ApartFromShifts(const Asked& asked, const PremisesLimit& limit) {
  const WeekPattern& shifts = asked.work().shifts;
  return limit.windows.stated() && shifts.stated() &&
         !ShareAMinute(MinutesOf(limit.windows), MinutesOf(shifts));
}

Said RefusedThere(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit,
                  const std::string& code, PremisesKind kind) {
  const std::string name = NameAt(limit, kind);
  if (limit.effect != WorkLimitEffect::kBarred) return Review("PREMISES_NEED_APPROVAL", name);
  if (PermittedAt(asked, plan, limit)) return Review("PERMITTED_IN_SPITE_OF_PREMISES", name);
  if (limit.windows.stated() && !asked.work().shifts.stated()) {
    return Review("PREMISES_HOURS_UNKNOWN", name);
  }
  if (ApartFromShifts(asked, limit)) return Review("PREMISES_HOURS_ON_THE_WAY", name);
  return Refuses(code, name);
}

// Of all premises within the distance of the limit, the kind of the nearest; unspecified when there
// are none. `sign` is 1 when all that is not known is to lie between, -1 when none of it.
PremisesKind KindOfNearest(const Asked& asked, const PremisesLimit& limit, int sign) {
  constexpr double kCentimetres = 0.03;
  constexpr double kToTheMetre = 1.1;  // nearer than that, two are not told apart
  std::vector<std::pair<double, PremisesKind>> within;
  for (const Premises& one : asked.world.premises) {
    if (!Has(limit.kinds, one.kind)) continue;
    const double distance = asked.survey.Distance(asked.place->at, one.place.at);
    const double u = static_cast<double>((asked.place->uncertainty + one.place.uncertainty).value);
    const double away = distance + sign * u;
    const double band = distance == 0 ? 0 : kCentimetres;
    if (!asked.doubt.AtMost(away, static_cast<double>(limit.distance.value), band)) continue;
    within.emplace_back(std::max(away, 0.0), one.kind);
  }
  if (within.empty()) return PremisesKind::kUnspecified;
  std::sort(within.begin(), within.end());
  const auto [least, kind] = within.front();
  for (const auto& [metres, other] : within) {
    if (other != kind && metres > 0 && metres - least < kToTheMetre) asked.doubt.Raise();
  }
  return kind;
}

Said AtSite(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit) {
  const PremisesMask itself = KindsOfSite(asked.world, asked.site);
  const PremisesKind such =
      First(limit.kinds, [&](PremisesKind kind) { return Has(itself, kind); });
  if (such != PremisesKind::kUnspecified) {
    return RefusedThere(asked, plan, limit, "SITE_IS_PREMISES", such);
  }
  if (!asked.place) return Review("PREMISES_PLACE_UNKNOWN", NameOfLimit(limit));
  const PremisesKind near = KindOfNearest(asked, limit, 1);
  if (near != PremisesKind::kUnspecified) {
    return RefusedThere(asked, plan, limit, "NEAR_PREMISES", near);
  }
  const PremisesKind perhaps = KindOfNearest(asked, limit, -1);
  if (perhaps != PremisesKind::kUnspecified) {
    return Review("PREMISES_UNCERTAIN", NameAt(limit, perhaps));
  }
  const PremisesKind missing =
      First(limit.kinds, [&](PremisesKind kind) { return !IsImported(asked.world, kind); });
  if (missing != PremisesKind::kUnspecified) {
    return Review("PREMISES_NOT_IMPORTED", NameAt(limit, missing));
  }
  return Passes("AWAY_FROM_PREMISES", NameOfLimit(limit));
}

void AddLimit(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit,
              Sayings& says) {
  if (asked.whereabouts == Whereabouts::kAtHome) {
    return says.push_back(Passes("PREMISES_AT_HOME", NameOfLimit(limit)));
  }
  if (ApartFromShifts(asked, limit) && ApartEvenWithJourneys(asked, limit.windows)) {
    return says.push_back(Passes("OUTSIDE_PREMISES_HOURS", NameOfLimit(limit)));
  }
  if (asked.whereabouts == Whereabouts::kNoSiteListed) {
    return says.push_back(Review("PREMISES_PLACE_UNKNOWN", NameOfLimit(limit)));
  }
  if (asked.moves_about()) says.push_back(Review("PREMISES_MOBILE_WORK", NameOfLimit(limit)));
  says.push_back(AtSite(asked, plan, limit));
}

}  // namespace

Sayings NearPremises(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const PremisesLimit& limit : plan.premises_limits) {
    if (NotPast(limit.ends_on, limit.windows, asked.today())) AddLimit(asked, plan, limit, says);
  }
  return says;
}

}  // namespace throughgate::oracle
