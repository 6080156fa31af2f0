// The best candidates for a vacancy, and how many there are, found through the forest.
#include <utility>

#include "matcher/matcher.h"
#include "matcher/rank/candidate_bounds.h"
#include "matcher/rank/forest_search.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/judge.h"
#include "matcher/rank/match_of.h"
#include "matcher/rank/top_matches.h"

namespace throughgate::matcher {
namespace {

// Puts candidates among the best. Rules are asked last, about who would be kept.
class CandidateDecision {
 public:
  CandidateDecision(const Catalogue& catalogue, Ordinal vacancy, const Question& question,
                    MayAppear may_appear, SearchWork& work)
      : catalogue_(catalogue),
        ordinal_(vacancy),
        block_(catalogue.VacancyBlockOf(vacancy)),
        vacancy_(catalogue.VacancyOf(vacancy)),
        at_home_(catalogue.IsAtHome(vacancy_)),
        question_(question),
        may_appear_(may_appear),
        scorer_(catalogue, block_, vacancy_, question.today),
        top_(question.limit, question.after),
        work_(work) {}

  const VacancyBlock& block() const { return block_; }
  const VacancyCard& vacancy() const { return vacancy_; }
  CandidateScorer& scorer() { return scorer_; }
  const TopMatches& top() const { return top_; }
  std::vector<Match> Take() && { return std::move(top_).Take(); }

  void Decide(const CandidateSpot& spot) {
    const CandidateBlock& block = catalogue_.CandidateBlockOf(spot.candidate);
    const CandidateCard& card = catalogue_.CandidateOf(spot.candidate);
    const std::size_t position = spot.candidate % kCardsPerBlock;
    if (!IsAskedFor(question_, block, position) || !may_appear_(block, position)) return;
    ++work_.cards_scored;
    // Which of several sites counts is for the rules to say, so there is no score before.
    const bool one_place = at_home_ || vacancy_.site_count <= 1;
    Points points;
    if (one_place) {
      const std::int64_t distance_cm = DistanceOf(card);
      points = ScoreOf(scorer_.Gather(block, card, distance_cm));
      if (!top_.Welcomes(KeyOf(points, distance_cm, card))) return;
    }
    ++work_.pairs_judged;
    const Judgement judged =
        Judge(catalogue_, PersonIn(question_.view, block, position), ordinal_, question_.today);
    if (judged.verdict == Verdict::kNotAvailable) return;
    if (!one_place) points = ScoreOf(scorer_.Gather(block, card, judged.distance_cm));
    top_.Offer(MatchOf(spot.candidate, card, judged, points));
  }

 private:
  // To the site, of which there is one at most; -1: not known.
  std::int64_t DistanceOf(const CandidateCard& card) const {
    if (at_home_) return 0;
    const std::span<const SitePoint> sites = block_.SitesOf(vacancy_);
    if (sites.empty() || !sites[0].known() || !card.home_known()) return -1;
    return ChordCm(card.home, sites[0].ecef);
  }

  const Catalogue& catalogue_;
  const Ordinal ordinal_;
  const VacancyBlock& block_;
  const VacancyCard& vacancy_;
  const bool at_home_;
  const Question& question_;
  MayAppear may_appear_;
  CandidateScorer scorer_;
  TopMatches top_;
  SearchWork& work_;
};

// Calls visit(spot) for each living spot that `bounds` does not pass over, until it says false.
template <class Visit>
absl::Status ForEachInReach(const Forest<CandidateSide>& forest, const CandidateBounds& bounds,
                            ShouldStop should_stop, Visit visit) {
  const auto visit_core = [&](const LeafCore<CandidateSide>& core, const std::vector<bool>* gone) {
    for (std::size_t i = 0; i < core.spots.size(); ++i) {
      if (gone != nullptr && (*gone)[i]) continue;
      if (bounds.SpotMost(core.spots[i], 0) >= 0 && !visit(core.spots[i])) return false;
    }
    return true;
  };
  if (should_stop()) return Stopped();
  for (const auto& tree : forest.trees) {
    for (std::size_t i = 0; i < tree->branches.size(); ++i) {
      if (bounds.PassesOver(tree->branch_limits[i])) continue;
      const Branch<CandidateSide>& branch = *tree->branches[i];
      for (std::size_t j = 0; j < branch.leaves.size(); ++j) {
        if (bounds.PassesOver(branch.leaf_limits[j])) continue;
        if (should_stop()) return Stopped();
        const Leaf<CandidateSide>& leaf = branch.leaves[j];
        if (!visit_core(*leaf.core, leaf.gone.get())) return absl::OkStatus();
        if (leaf.added != nullptr && !visit_core(*leaf.added, nullptr)) return absl::OkStatus();
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Match>> FindCandidates(const Catalogue& catalogue, Ordinal vacancy,
                                                  const Question& question, MayAppear may_appear,
                                                  ShouldStop should_stop, SearchWork* work) {
  SearchWork uncounted;
  SearchWork& counted = work == nullptr ? uncounted : *work;
  CandidateDecision decision(catalogue, vacancy, question, may_appear, counted);
  CandidateBounds bounds(catalogue, decision.block(), decision.vacancy(), decision.scorer(),
                         question.today, question.holder);
  const auto decide = [&](const CandidateSpot& spot) { decision.Decide(spot); };
  ForestSearch search(bounds, decision.top(), decide, counted);
  if (absl::Status status = search.Run(*catalogue.candidate_forest, should_stop); !status.ok()) {
    return status;
  }
  return std::move(decision).Take();
}

absl::StatusOr<std::size_t> CountCandidates(const Catalogue& catalogue, Ordinal vacancy, Day today,
                                            std::size_t most, ShouldStop should_stop) {
  const VacancyBlock& own_block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& own = catalogue.VacancyOf(vacancy);
  CandidateScorer scorer(catalogue, own_block, own, today);
  const CandidateBounds bounds(catalogue, own_block, own, scorer, today);
  std::size_t count = 0;
  const absl::Status status = ForEachInReach(
      *catalogue.candidate_forest, bounds, should_stop, [&](const CandidateSpot& spot) {
        if (count == most) return false;
        const CandidateBlock& block = catalogue.CandidateBlockOf(spot.candidate);
        const std::size_t position = spot.candidate % kCardsPerBlock;
        if (!block.consents[position].AllowsCounts(today)) return true;
        const Person person = PersonIn(View::kShared, block, position);
        const Judgement judged = Judge(catalogue, person, vacancy, today);
        count += judged.verdict != Verdict::kNotAvailable ? 1 : 0;
        return true;
      });
  if (!status.ok()) return status;
  return count;
}

}  // namespace throughgate::matcher
