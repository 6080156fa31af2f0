// The best vacancies for a candidate, found through the forest.
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "matcher/matcher.h"
#include "matcher/rank/forest_search.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/judge.h"
#include "matcher/rank/match_of.h"
#include "matcher/rank/top_matches.h"
#include "matcher/rank/vacancy_bounds.h"

namespace throughgate::matcher {
namespace {

// Puts vacancies among the best, each once. Rules are asked last, about what would be kept.
class VacancyDecision {
 public:
  VacancyDecision(const Catalogue& catalogue, Ordinal candidate, const Question& question,
                  SearchWork& work)
      : catalogue_(catalogue),
        person_(PersonAskedAbout(question, catalogue.CandidateBlockOf(candidate),
                                 candidate % kCardsPerBlock)),
        today_(question.today),
        scorer_(catalogue, catalogue.CandidateBlockOf(candidate), person_.card, today_),
        top_(question.limit, question.after),
        work_(work) {}

  const CandidateCard& person() const { return person_.card; }
  VacancyScorer& scorer() { return scorer_; }
  const TopMatches& top() const { return top_; }
  std::vector<Match> Take() && { return std::move(top_).Take(); }

  void Decide(const VacancySpot& spot) {
    const VacancyBlock& block = catalogue_.VacancyBlockOf(spot.vacancy);
    const VacancyCard& card = catalogue_.VacancyOf(spot.vacancy);
    if (spot.one_of_several && !decided_.insert(spot.vacancy).second) return;
    ++work_.cards_scored;
    Points points;
    // Which of several sites counts is for the rules to say, so there is no score before.
    if (!spot.one_of_several) {
      const std::int64_t distance_cm = DistanceOf(spot);
      points = PointsAt(spot, distance_cm, block, card);
      if (!top_.Welcomes(KeyOf(points, distance_cm, card))) return;
    }
    ++work_.pairs_judged;
    const Judgement judged = Judge(catalogue_, person_, spot.vacancy, today_);
    if (judged.verdict == Verdict::kNotAvailable) return;
    if (spot.one_of_several) points = PointsAt(spot, judged.distance_cm, block, card);
    top_.Offer(MatchOf(spot.vacancy, card, judged, points));
  }

 private:
  std::int64_t DistanceOf(const VacancySpot& spot) const {
    if (spot.at_home) return 0;
    if (!spot.known() || !person_.card.home_known()) return -1;
    return ChordCm(person_.card.home, spot.at);
  }

  // Most employers have no pledge, so most of them need not be looked up.
  Points PointsAt(const VacancySpot& spot, std::int64_t distance_cm, const VacancyBlock& block,
                  const VacancyCard& card) {
    const std::int32_t charter = spot.pledges.any() ? scorer_.CharterPointsOf(card.employer) : 0;
    return ScoreOf(scorer_.Gather(block, card, distance_cm, charter));
  }

  const Catalogue& catalogue_;
  const Person person_;
  const Day today_;
  VacancyScorer scorer_;
  TopMatches top_;
  SearchWork& work_;
  absl::flat_hash_set<Ordinal> decided_;  // of those with several sites
};

}  // namespace

absl::StatusOr<std::vector<Match>> FindVacancies(const Catalogue& catalogue, Ordinal candidate,
                                                 const Question& question, ShouldStop should_stop,
                                                 SearchWork* work) {
  SearchWork uncounted;
  SearchWork& counted = work == nullptr ? uncounted : *work;
  VacancyDecision decision(catalogue, candidate, question, counted);
  VacancyBounds bounds(decision.person(), decision.scorer(), question.today);
  const auto decide = [&](const VacancySpot& spot) { decision.Decide(spot); };
  ForestSearch search(bounds, decision.top(), decide, counted);
  if (absl::Status status = search.Run(*catalogue.vacancy_forest, should_stop); !status.ok()) {
    return status;
  }
  return std::move(decision).Take();
}

}  // namespace throughgate::matcher
