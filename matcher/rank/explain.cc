// One pair, with all that is to be said of it.
#include <algorithm>

#include "matcher/matcher.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/judge.h"
#include "matcher/rank/match_of.h"

namespace throughgate::matcher {

Explanation Explain(const Catalogue& catalogue, Ordinal candidate, Ordinal vacancy, View view,
                    Day today, const PreparedEffects* effects) {
  const CandidateBlock& candidate_block = catalogue.CandidateBlockOf(candidate);
  const CandidateCard& person = catalogue.CandidateOf(candidate);
  const VacancyBlock& vacancy_block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& card = catalogue.VacancyOf(vacancy);
  Person asked = PersonIn(view, candidate_block, candidate % kCardsPerBlock);
  if (effects != nullptr) asked.effects = effects;
  Explanation explanation;
  const Judgement judged = Judge(catalogue, asked, vacancy, today, &explanation.findings);
  std::stable_sort(explanation.findings.begin(), explanation.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.verdict > b.verdict; });
  VacancyScorer scorer(catalogue, candidate_block, person, today);
  const Points points = ScoreOf(scorer.Gather(vacancy_block, card, judged.distance_cm));
  explanation.match = MatchOf(vacancy, card, judged, points);
  explanation.plan = asked.unsealed.value_or(nullptr);
  return explanation;
}

}  // namespace throughgate::matcher
