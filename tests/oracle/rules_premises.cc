// Premises to stay away from: schools, pools and the like.
#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/oracle/rules.h"
#include "tests/oracle/week.h"
#include "tests/oracle/words.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// What both sides together may be off by.
constexpr double kBand = 0.03;

std::string NameOfLimit(const PremisesLimit& limit) { return "premises limit " + limit.id; }
std::string NameAt(const PremisesLimit& limit, PremisesKind kind) {
  return NameOf(kind) + " (" + NameOfLimit(limit) + ")";
}

std::vector<PremisesKind> KindsOf(PremisesMask kinds) {
  std::vector<PremisesKind> all;
  for (int i = 1; i <= kPremisesKindLast; ++i) {
    if ((kinds >> i & 1) != 0) all.push_back(static_cast<PremisesKind>(i));
  }
  return all;
}

PremisesMask KindsOfSite(const Asked& asked) {
  for (const Site& site : asked.world.sites) {
    if (site.name == asked.site) return site.terms.premises_kinds;
  }
  return 0;
}

bool Listed(const PlainWorld& world, PremisesKind kind) {
  for (const Premises& one : world.premises) {
    if (one.kind == kind) return true;
  }
  return false;
}

bool PermittedNear(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit) {
  for (const PlacePermission& permission : plan.permissions) {
    if (permission.premises_limit == limit.id && permission.site == asked.site &&
        NotPast(permission.valid_to, asked.today())) {
      return true;
    }
  }
  return false;
}

// Whether the limit has hours that the shifts do not meet.
bool OnTheJourneyAtMost(const Asked& asked, const PremisesLimit& limit) {
  const WeekPattern& shifts = asked.work().shifts;
  return limit.windows.stated() && shifts.stated() &&
         !ShareAMinute(MinutesOf(limit.windows), MinutesOf(shifts));
}

// A refusal by premises of a kind, unless something softens it.
Said RefusedBy(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit,
               PremisesKind kind, const std::string& code) {
  const std::string name = NameAt(limit, kind);
  if (limit.effect != WorkLimitEffect::kBarred) return Review("PREMISES_NEED_APPROVAL", name);
  if (PermittedNear(asked, plan, limit)) return Review("PERMITTED_IN_SPITE_OF_PREMISES", name);
  if (limit.windows.stated() && !asked.work().shifts.stated()) {
    return Review("PREMISES_HOURS_UNKNOWN", name);
  }
  if (OnTheJourneyAtMost(asked, limit)) return Review("PREMISES_HOURS_ON_THE_WAY", name);
  return Refuses(code, name);
}

// The nearest premises of one kind, as far as they are `side` times all that is not known farther.
double NearestOf(const Asked& asked, PremisesKind kind, int side) {
  double nearest = std::numeric_limits<double>::max();
  for (const Premises& one : asked.world.premises) {
    if (one.kind != kind) continue;
    const Metres unknown = one.place.uncertainty + asked.place->uncertainty;
    const double away = asked.survey.Distance(one.place.at, asked.place->at) +
                        side * static_cast<double>(unknown.value);
    nearest = std::min(nearest, std::max(away, 0.0));
  }
  return nearest;
}

// The kind whose nearest premises are nearest of all and within the limit; unspecified when none
// are. The first kind wins a tie, to the metre: two that are as near as that are not told apart.
PremisesKind NearestKind(const Asked& asked, const PremisesLimit& limit, int side) {
  const double most = static_cast<double>(limit.distance.value);
  PremisesKind nearest = PremisesKind::kUnspecified;
  double least = 0;
  for (const PremisesKind kind : KindsOf(limit.kinds)) {
    const double away = NearestOf(asked, kind, side);
    if (!asked.doubt.AtMost(away, most, kBand)) continue;
    const bool first = nearest == PremisesKind::kUnspecified;
    const bool both_there = away == 0 && least == 0;
    if (!first && !both_there && std::abs(away - least) < 1.1) asked.doubt.Raise();
    if (!first && away >= least) continue;
    nearest = kind;
    least = away;
  }
  return nearest;
}

Said AtASite(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit) {
  for (const PremisesKind kind : KindsOf(limit.kinds & KindsOfSite(asked))) {
    return RefusedBy(asked, plan, limit, kind, "SITE_IS_PREMISES");
  }
  if (!asked.place) return Review("PREMISES_PLACE_UNKNOWN", NameOfLimit(limit));
  const PremisesKind surely = NearestKind(asked, limit, 1);
  if (surely != PremisesKind::kUnspecified) {
    return RefusedBy(asked, plan, limit, surely, "NEAR_PREMISES");
  }
  const PremisesKind possibly = NearestKind(asked, limit, -1);
  if (possibly != PremisesKind::kUnspecified) {
    return Review("PREMISES_UNCERTAIN", NameAt(limit, possibly));
  }
  for (const PremisesKind kind : KindsOf(limit.kinds)) {
    if (!Listed(asked.world, kind)) return Review("PREMISES_NOT_IMPORTED", NameAt(limit, kind));
  }
  return Passes("AWAY_FROM_PREMISES", NameOfLimit(limit));
}

// What one limit comes to. Work that moves about may be anywhere, besides.
void Add(const Asked& asked, const RiskPlanTerms& plan, const PremisesLimit& limit, Sayings& says) {
  const std::string name = NameOfLimit(limit);
  if (asked.whereabouts == Whereabouts::kAtHome) {
    return says.push_back(Passes("PREMISES_AT_HOME", name));
  }
  if (OnTheJourneyAtMost(asked, limit) && ApartEvenWithJourneys(asked, limit.windows)) {
    return says.push_back(Passes("OUTSIDE_PREMISES_HOURS", name));
  }
  if (asked.whereabouts == Whereabouts::kNoSiteListed) {
    return says.push_back(Review("PREMISES_PLACE_UNKNOWN", name));
  }
  if (asked.moves_about()) says.push_back(Review("PREMISES_MOBILE_WORK", name));
  says.push_back(AtASite(asked, plan, limit));
}

}  // namespace

Sayings NearPremises(const Asked& asked, const RiskPlanTerms& plan) {
  Sayings says;
  for (const PremisesLimit& limit : plan.premises_limits) {
    if (NotPast(limit.ends_on, limit.windows, asked.today())) Add(asked, plan, limit, says);
  }
  return says;
}

}  // namespace throughgate::oracle
