#include "matcher/rank/exhaustive.h"

#include <utility>

#include "absl/status/status.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/judge.h"
#include "matcher/rank/match_of.h"
#include "matcher/rank/top_matches.h"

namespace throughgate::matcher {
namespace {

// Calls `visit(block, card, ordinal)` for every complete card.
template <class Block, class Visit>
absl::Status ForEachCard(const SharedBlocks<Block>& blocks, ShouldStop should_stop, Visit visit) {
  Ordinal first = 0;
  for (const std::shared_ptr<const Block>& block : blocks) {
    if (should_stop()) return Stopped();
    for (std::size_t i = 0; i < block->cards.size(); ++i) {
      if (block->cards[i].complete()) visit(*block, i, first + static_cast<Ordinal>(i));
    }
    first += kCardsPerBlock;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Match>> FindVacanciesExhaustively(const Catalogue& catalogue,
                                                             Ordinal candidate,
                                                             const Question& question,
                                                             ShouldStop should_stop) {
  const CandidateBlock& own_block = catalogue.CandidateBlockOf(candidate);
  const CandidateCard& own = catalogue.CandidateOf(candidate);
  const Person person = PersonAskedAbout(question, own_block, candidate % kCardsPerBlock);
  VacancyScorer scorer(catalogue, own_block, own, question.today);
  TopMatches top(question.limit, question.after);
  const absl::Status status =
      ForEachCard(catalogue.vacancies, should_stop,
                  [&](const VacancyBlock& block, std::size_t i, Ordinal ordinal) {
                    const VacancyCard& card = block.cards[i];
                    const Judgement judged = Judge(catalogue, person, ordinal, question.today);
                    if (judged.verdict == Verdict::kNotAvailable) return;
                    const Points points = ScoreOf(scorer.Gather(block, card, judged.distance_cm));
                    top.Offer(MatchOf(ordinal, card, judged, points));
                  });
  if (!status.ok()) return status;
  return std::move(top).Take();
}

absl::StatusOr<std::vector<Match>> FindCandidatesExhaustively(const Catalogue& catalogue,
                                                              Ordinal vacancy,
                                                              const Question& question,
                                                              MayAppear may_appear,
                                                              ShouldStop should_stop) {
  const VacancyBlock& own_block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& own = catalogue.VacancyOf(vacancy);
  CandidateScorer scorer(catalogue, own_block, own, question.today);
  TopMatches top(question.limit, question.after);
  const absl::Status status =
      ForEachCard(catalogue.candidates, should_stop,
                  [&](const CandidateBlock& block, std::size_t i, Ordinal ordinal) {
                    const CandidateCard& card = block.cards[i];
                    if (!IsAskedFor(question, block, i) || !may_appear(block, i)) return;
                    const Judgement judged = Judge(catalogue, PersonIn(question.view, block, i),
                                                   vacancy, question.today);
                    if (judged.verdict == Verdict::kNotAvailable) return;
                    const Points points = ScoreOf(scorer.Gather(block, card, judged.distance_cm));
                    top.Offer(MatchOf(ordinal, card, judged, points));
                  });
  if (!status.ok()) return status;
  return std::move(top).Take();
}

absl::StatusOr<std::size_t> CountCandidatesExhaustively(const Catalogue& catalogue, Ordinal vacancy,
                                                        Day today, std::size_t most,
                                                        ShouldStop should_stop) {
  std::size_t count = 0;
  const absl::Status status = ForEachCard(
      catalogue.candidates, should_stop, [&](const CandidateBlock& block, std::size_t i, Ordinal) {
        if (count == most || !block.consents[i].AllowsCounts(today)) return;
        const Judgement judged =
            Judge(catalogue, PersonIn(View::kShared, block, i), vacancy, today);
        if (judged.verdict != Verdict::kNotAvailable) ++count;
      });
  if (!status.ok()) return status;
  return count;
}

}  // namespace throughgate::matcher
