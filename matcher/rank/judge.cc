#include "matcher/rank/judge.h"

#include <limits>
#include <optional>
#include <tuple>

#include "matcher/rules/pair.h"
#include "matcher/rules/rulebook.h"
#include "matcher/rules/supervision.h"

namespace throughgate::matcher {
namespace {

void Ask(RuleScope scope, const Pair& pair, const Person& person, Findings& findings) {
  for (const OpenRule* rule : OpenRules()) {
    if (rule->scope == scope) rule->check(pair, findings);
    if (findings.settled()) return;
  }
  if (person.effects != nullptr) {
    for (const DisclosedRule* rule : DisclosedRules()) {
      if (rule->scope == scope) rule->check(pair, *person.effects, findings);
      if (findings.settled()) return;
    }
  }
  if (!person.unsealed) return;
  const SealedPlan* plan = *person.unsealed;
  if (plan == nullptr) {
    if (scope == RuleScope::kVacancy) CheckMissingPlan(findings);
    return;
  }
  for (const SealedRule* rule : SealedRules()) {
    if (rule->scope == scope) rule->check(pair, *plan, findings);
    if (findings.settled()) return;
  }
}

WorkPlace PlaceOf(const CandidateCard& candidate, const SitePoint& site) {
  WorkPlace place;
  place.site = &site;
  if (!site.known() || !candidate.home_known()) return place;
  place.distance_cm = ChordCm(candidate.home, site.ecef);
  place.uncertainty_cm = (std::int64_t{site.uncertainty_m} + candidate.home_uncertainty_m) * 100;
  return place;
}

// Where to begin: the first site, home, or nowhere that anybody has said.
WorkPlace FirstPlace(const CandidateCard& candidate, std::span<const SitePoint> sites,
                     bool at_home) {
  if (!sites.empty()) return PlaceOf(candidate, sites[0]);
  WorkPlace place;
  if (at_home) place = {.site = nullptr, .distance_cm = 0, .uncertainty_cm = 0, .at_home = true};
  return place;
}

// One site's outcome, with what was found there.
struct AtSite {
  WorkPlace place;
  Verdict verdict = Verdict::kEligible;
  std::vector<Finding> findings;
};

AtSite AskAt(Pair pair, const WorkPlace& place, const Person& person, bool keep) {
  AtSite at{.place = place, .verdict = Verdict::kEligible, .findings = {}};
  pair.place = place;
  Findings findings(keep ? &at.findings : nullptr);
  Ask(RuleScope::kSite, pair, person, findings);
  at.verdict = findings.verdict();
  return at;
}

// Orders sites from the best to the worst: by verdict, then by distance. One that is not known is
// the farthest.
std::tuple<Verdict, std::int64_t> Hardship(const AtSite& at) {
  constexpr std::int64_t kFarthest = std::numeric_limits<std::int64_t>::max();
  return {at.verdict, at.place.distance_known() ? at.place.distance_cm : kFarthest};
}

bool ClearanceRequired(const Unsealed& unsealed, Day today) {
  if (!unsealed || *unsealed == nullptr) return true;
  const RiskPlanTerms& terms = (*unsealed)->terms;
  const bool in_custody = (terms.release_on && *terms.release_on > today) ||
                          terms.temporary_release != TemporaryRelease();
  return terms.supervision != Supervision::kNotSupervised || IsStale(terms.reviewed_on, today) ||
         in_custody || IsBound(terms, today);
}

// What the sites, as they are recorded, are themselves.
PremisesMask KindsOf(const Catalogue& catalogue, std::span<const SitePoint> sites) {
  PremisesMask kinds = 0;
  for (const SitePoint& site : sites) kinds |= catalogue.sites[site.site]->premises_kinds;
  return kinds;
}

}  // namespace

Person PersonIn(View view, const CandidateBlock& block, std::size_t position) {
  Person person{block.cards[position], *block.profiles[position], std::nullopt};
  if (view == View::kFull) {
    person.unsealed = block.plans[position].get();
  } else {
    person.effects = block.effects[position].get();
  }
  return person;
}

Judgement Judge(const Catalogue& catalogue, const Person& person, Ordinal vacancy, Day today,
                std::vector<Finding>* kept) {
  const bool keep = kept != nullptr;
  const VacancyBlock& block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& card = catalogue.VacancyOf(vacancy);
  const bool at_home = catalogue.IsAtHome(card);
  const std::span<const SitePoint> sites =
      at_home ? std::span<const SitePoint>() : block.SitesOf(card);
  const WorkProfile& stated = *catalogue.profiles[card.profile];
  // Sealed rules alone read what work does not involve.
  const PremisesMask kinds = person.unsealed ? KindsOf(catalogue, sites) : 0;
  const std::optional<WorkProfile> doubted =
      kinds == 0 ? std::nullopt : std::optional(AtPremises(stated, kinds));
  const Pair pair{person.card,
                  card,
                  *catalogue.patterns[card.shifts],
                  doubted ? *doubted : stated,
                  person.profile,
                  block.SlotsOf(card),
                  catalogue,
                  vacancy,
                  WorkPlace(),
                  today};
  const bool choose = card.site_mode == SiteMode::kChooseOne;

  Findings findings(kept);
  Ask(RuleScope::kVacancy, pair, person, findings);
  if (findings.settled()) return {.verdict = findings.verdict()};

  AtSite counted = AskAt(pair, FirstPlace(person.card, sites, at_home), person, keep);
  for (std::size_t i = 1; i < sites.size(); ++i) {
    AtSite other = AskAt(pair, PlaceOf(person.card, sites[i]), person, keep);
    // The first listed wins a tie.
    const bool counts = choose ? Hardship(other) < Hardship(counted)   // the best of all
                               : Hardship(other) > Hardship(counted);  // the worst of all
    if (counts) counted = std::move(other);
  }
  if (keep) kept->insert(kept->end(), counted.findings.begin(), counted.findings.end());
  return {std::max(findings.verdict(), counted.verdict),
          counted.place.site == nullptr ? kNoOrdinal : counted.place.site->site,
          counted.place.distance_cm, ClearanceRequired(person.unsealed, today)};
}

}  // namespace throughgate::matcher
