#include "tests/oracle/comparison.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/index/catalogue_builder.h"
#include "matcher/index/gazetteer.h"
#include "matcher/index/premises_layer.h"
#include "matcher/index/taxonomy.h"
#include "matcher/matcher.h"
#include "matcher/rules/reasons.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the matcher's

std::shared_ptr<const Catalogue> CatalogueOf(const PlainWorld& world) {
  CatalogueBuilder builder(Taxonomy::Build("plain", "", world.concepts),
                           Gazetteer::Build("plain", world.districts), world.digest, ForestSizes(),
                           PremisesLayer::Build("plain", world.premises));
  for (const Site& site : world.sites) {
    builder.SetSite(site.name, site.terms);
    builder.SetSite(site.name, site.detail);
  }
  for (const Vacancy& vacancy : world.vacancies) {
    builder.SetVacancy(vacancy.name, vacancy.terms);
    builder.SetVacancy(vacancy.name, vacancy.detail);
  }
  for (const WorkTrialSlot& slot : world.slots) builder.SetSlot(slot.name, slot.terms);
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    const Candidate& person = world.candidates[i];
    builder.SetCandidate(person.name, person.terms);
    builder.SetCandidate(person.name, person.detail);
    // A plan that cannot be prepared counts as missing, here and there.
    if (world.plans[i]) builder.SetRiskPlan(person.name, *world.plans[i]).IgnoreError();
    builder.SetSharedEffects(person.name, world.effects[i]);
  }
  return builder.Publish(1);
}

Ordinal OrdinalOf(const Catalogue& catalogue, const Candidate& person) {
  return *catalogue.OrdinalOf(person.name);
}
Ordinal OrdinalOf(const Catalogue& catalogue, const Vacancy& vacancy) {
  return *catalogue.OrdinalOf(vacancy.name);
}

std::string Text(std::string_view text) { return std::string(text); }

std::string VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kEligible:
      return "ELIGIBLE";
    case Verdict::kReview:
      return "REVIEW";
    case Verdict::kNotAvailable:
      return "NOT_AVAILABLE";
  }
  return "";
}

// By ordinals, the matcher's own words made plain.
PlainVerdict Found(const Catalogue& catalogue, Ordinal candidate, Ordinal vacancy, View view,
                   Day today) {
  const Explanation explanation = Explain(catalogue, candidate, vacancy, view, today);
  PlainVerdict verdict;
  verdict.verdict = explanation.match.verdict;
  const Ordinal site = explanation.match.site;
  verdict.site = site == kNoOrdinal ? "no site" : catalogue.sites[site]->name.ToString();
  verdict.clearance_required = explanation.match.clearance_required;
  const RiskPlanTerms* plan = explanation.plan == nullptr ? nullptr : &explanation.plan->terms;
  for (const Finding& finding : explanation.findings) {
    verdict.findings.push_back({finding.verdict, Text(finding.rule->name),
                                Text(finding.reason->code), SubjectOf(finding, plan)});
  }
  std::sort(verdict.findings.begin(), verdict.findings.end());
  const auto again = std::unique(verdict.findings.begin(), verdict.findings.end());
  verdict.findings.erase(again, verdict.findings.end());
  return verdict;
}

std::string Described(const PlainVerdict& verdict, const std::vector<PlainFinding>& other) {
  std::string text = absl::StrCat(VerdictName(verdict.verdict), " at ", verdict.site,
                                  verdict.clearance_required ? "" : ", no clearance", "\n");
  for (const PlainFinding& finding : verdict.findings) {
    const bool shared = std::find(other.begin(), other.end(), finding) != other.end();
    absl::StrAppend(&text, shared ? "      " : "  !!  ", VerdictName(finding.verdict), " ",
                    finding.rule, " ", finding.code, " ", finding.subject, "\n");
  }
  return text;
}

bool Alike(const PlainVerdict& a, const PlainVerdict& b) {
  return a.verdict == b.verdict && a.findings == b.findings && a.site == b.site &&
         a.clearance_required == b.clearance_required;
}

// The verdict that the search has of each vacancy: what it does not find is refused.
std::vector<Verdict> Searched(const Catalogue& catalogue, const PlainWorld& world,
                              Ordinal candidate, View view) {
  const Question question{
      .view = view, .today = world.today, .limit = kMatchesMax, .after = std::nullopt};
  std::vector<Verdict> verdicts(world.vacancies.size(), Verdict::kNotAvailable);
  const std::vector<Match> found =
      FindVacancies(catalogue, candidate, question, [] { return false; }).value();
  for (const Match& match : found) {
    verdicts[match.ordinal] = match.verdict;
  }
  return verdicts;
}

void Count(const PlainVerdict& verdict, View view, Tally& tally) {
  ++tally.verdicts[absl::StrCat(view == View::kFull ? "FULL " : "SHARED ",
                                VerdictName(verdict.verdict))];
  std::map<std::string, Verdict> by_rule;
  for (const PlainFinding& finding : verdict.findings) {
    ++tally.reasons[finding.rule + " " + finding.code];
    by_rule[finding.rule] = std::max(by_rule[finding.rule], finding.verdict);
  }
  std::vector<std::string> decisive;
  for (const auto& [rule, strictest] : by_rule) {
    ++tally.rules[rule].said[static_cast<int>(strictest)];
    if (strictest == verdict.verdict) decisive.push_back(rule);
  }
  if (decisive.size() == 1) ++tally.rules[decisive[0]].alone[static_cast<int>(verdict.verdict)];
}

// One candidate in one view, before every vacancy.
void Compare(const Catalogue& catalogue, const PlainWorld& world, Survey& survey,
             std::size_t candidate, View view, Tally& tally,
             std::vector<std::string>& disagreements) {
  const Ordinal person = OrdinalOf(catalogue, world.candidates[candidate]);
  const std::vector<Verdict> searched = Searched(catalogue, world, person, view);
  for (std::size_t i = 0; i < world.vacancies.size(); ++i) {
    const Ordinal vacancy = OrdinalOf(catalogue, world.vacancies[i]);
    const PlainVerdict expected = VerdictOf(world, survey, candidate, i, view);
    if (view == View::kFull) ++tally.pairs;
    if (expected.in_doubt) {
      if (view == View::kFull) ++tally.in_doubt;
      continue;
    }
    Count(expected, view, tally);
    const PlainVerdict found = Found(catalogue, person, vacancy, view, world.today);
    if (Alike(expected, found) && searched[vacancy] == found.verdict) continue;
    disagreements.push_back(absl::StrCat(
        world.candidates[candidate].name.ToString(), " and ", world.vacancies[i].name.ToString(),
        "\nexpected ", Described(expected, found.findings), "the matcher ",
        Described(found, expected.findings), "the search ", VerdictName(searched[vacancy]), "\n"));
  }
}

}  // namespace

PlainVerdict FoundByMatcher(const PlainWorld& world, std::size_t candidate, std::size_t vacancy,
                            View view) {
  const std::shared_ptr<const Catalogue> catalogue = CatalogueOf(world);
  return Found(*catalogue, OrdinalOf(*catalogue, world.candidates[candidate]),
               OrdinalOf(*catalogue, world.vacancies[vacancy]), view, world.today);
}

std::vector<std::string> Disagreements(const PlainWorld& world, Tally& tally) {
  const std::shared_ptr<const Catalogue> catalogue = CatalogueOf(world);
  Survey survey;
  std::vector<std::string> disagreements;
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    for (const View view : {View::kShared, View::kFull}) {
      Compare(*catalogue, world, survey, i, view, tally, disagreements);
    }
  }
  return disagreements;
}

}  // namespace throughgate::oracle
