#include "tests/oracle/verdicts.h"

#include <algorithm>
#include <limits>
#include <set>

#include "tests/oracle/homes.h"
#include "tests/oracle/places_of_work.h"
#include "tests/oracle/rules.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

constexpr double kFarthest = std::numeric_limits<double>::max();

// Whether a plan can be read: whatever it names must be there, and hours that it keeps must be
// stated.
bool Readable(const RiskPlanTerms& plan) {
  for (const Curfew& curfew : plan.curfews) {
    if (!curfew.windows.stated()) return false;
  }
  for (const Commitment& commitment : plan.commitments) {
    if (!commitment.windows.stated()) return false;
  }
  std::set<std::string> zones;
  for (const Zone& zone : plan.zones) {
    if (zone.kind == ZoneKind::kUnspecified) return false;
    zones.insert(zone.id);
  }
  std::set<std::string> premises;
  for (const PremisesLimit& limit : plan.premises_limits) {
    if (limit.kinds == 0 || limit.distance.value < 0 || limit.distance.value > 2'000) return false;
    premises.insert(limit.id);
  }
  for (const PlacePermission& permission : plan.permissions) {
    const bool of_zone = zones.contains(permission.zone);
    if (of_zone == premises.contains(permission.premises_limit)) return false;
  }
  for (const VehicleLimit& limit : plan.vehicle_limits) {
    if (!limit.within_zone.empty() && !zones.contains(limit.within_zone)) return false;
  }
  return true;
}

// What a view may read of a person besides the open records: the plan in the FULL one, null when
// there is none that can be read, and what is disclosed in the SHARED one.
struct Readings {
  const RiskPlanTerms* plan = nullptr;
  const SharedEffects* effects = nullptr;
};

// Everything that the rules of one scope find.
std::vector<PlainFinding> Ask(const Asked& asked, const Readings& of, bool at_each_site) {
  std::vector<PlainFinding> findings;
  for (const PlainRule& rule : PlainRules()) {
    if (rule.at_each_site != at_each_site) continue;
    Sayings says;
    if (rule.open != nullptr) says = rule.open(asked);
    if (rule.sealed != nullptr && of.plan != nullptr) says = rule.sealed(asked, *of.plan);
    if (rule.disclosed != nullptr && of.effects != nullptr) {
      says = rule.disclosed(asked, *of.effects);
    }
    for (const Said& said : says) {
      findings.push_back({said.verdict, rule.name, said.code, said.subject});
    }
  }
  return findings;
}

Verdict Strictest(const std::vector<PlainFinding>& findings) {
  Verdict verdict = Verdict::kEligible;
  for (const PlainFinding& finding : findings) verdict = std::max(verdict, finding.verdict);
  return verdict;
}

// What one site comes to.
struct AtSite {
  std::string site = "no site";
  Verdict verdict = Verdict::kEligible;
  double distance = kFarthest;
  std::vector<PlainFinding> findings;
};

AtSite AskAt(const Asked& asked, const Readings& of) {
  AtSite at;
  at.findings = Ask(asked, of, true);
  at.verdict = Strictest(at.findings);
  if (asked.whereabouts == Whereabouts::kAtSite) at.site = asked.site.ToString();
  if (asked.home && asked.place) {
    at.distance = asked.survey.Distance(asked.home->at, asked.place->at);
  }
  return at;
}

std::optional<Place> PlaceOf(const PlainWorld& world, const SiteName& name) {
  for (const Site& site : world.sites) {
    if (site.name == name) return site.terms.place;
  }
  return std::nullopt;
}

// At home, or at each site that is listed, or nowhere that anybody has said.
std::vector<AtSite> AskEverywhere(Asked asked, const Readings& of) {
  std::vector<AtSite> all;
  if (IsWorkAtHome(asked.work())) {
    asked.whereabouts = Whereabouts::kAtHome;
    return {AskAt(asked, of)};
  }
  for (const std::string& site : asked.work().sites) {
    asked.site = {asked.vacancy.name.employer, site};
    asked.place = PlaceOf(asked.world, asked.site);
    all.push_back(AskAt(asked, of));
  }
  if (!all.empty()) return all;
  asked.whereabouts = Whereabouts::kNoSiteListed;
  return {AskAt(asked, of)};
}

// Whether `a` is the better place to work at. In doubt where both are as far to a centimetre or so.
bool Better(const AtSite& a, const AtSite& b, Doubt& doubt) {
  constexpr double kCentimetres = 0.03;
  if (a.verdict != b.verdict) return a.verdict < b.verdict;
  if (a.distance == b.distance) return false;
  return doubt.AtMost(a.distance, b.distance, kCentimetres);
}

AtSite TheOneThatCounts(const Asked& asked, const std::vector<AtSite>& all) {
  const bool choose = asked.work().site_mode == SiteMode::kChooseOne;
  AtSite counts = all.front();
  for (const AtSite& other : all) {
    const bool other_counts =
        choose ? Better(other, counts, asked.doubt) : Better(counts, other, asked.doubt);
    if (other_counts) counts = other;
  }
  return counts;
}

// Whether nobody is there whose clearance the work would wait for: out, under no supervision, and
// nothing in a plan in date says otherwise.
bool NobodyIsToClear(const RiskPlanTerms& plan, Day today) {
  const bool out = !plan.release_on || *plan.release_on <= today;
  return plan.supervision == Supervision::kNotSupervised && InDate(plan, today) && out &&
         !IsToBeSeenTo(plan, today) && plan.temporary_release == TemporaryRelease();
}

}  // namespace

PlainVerdict VerdictOf(const PlainWorld& world, Survey& survey, std::size_t candidate,
                       std::size_t vacancy, View view) {
  const Candidate& person = world.candidates[candidate];
  const std::optional<RiskPlanTerms>& filed = world.plans[candidate];
  const bool full = view == View::kFull;
  const RiskPlanTerms* plan = full && filed && Readable(*filed) ? &*filed : nullptr;
  const Readings of{plan, full ? nullptr : &world.effects[candidate]};
  Doubt doubt;
  const std::optional<Place> home =
      HomeOf(world.districts, person.terms.release_area, survey, doubt);
  const Asked asked{world, person, world.vacancies[vacancy], home, survey, doubt};

  PlainVerdict verdict;
  verdict.findings = Ask(asked, of, false);
  if (full && plan == nullptr) {
    verdict.findings.push_back({Verdict::kReview, "risk-data", "RISK_PLAN_MISSING", ""});
  }
  const AtSite counts = TheOneThatCounts(asked, AskEverywhere(asked, of));
  verdict.site = counts.site;
  verdict.findings.insert(verdict.findings.end(), counts.findings.begin(), counts.findings.end());
  std::sort(verdict.findings.begin(), verdict.findings.end());
  const auto again = std::unique(verdict.findings.begin(), verdict.findings.end());
  verdict.findings.erase(again, verdict.findings.end());
  verdict.verdict = Strictest(verdict.findings);
  verdict.clearance_required = plan == nullptr || !NobodyIsToClear(*plan, world.today);
  verdict.in_doubt = doubt.raised();
  return verdict;
}

}  // namespace throughgate::oracle
