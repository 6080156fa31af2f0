// The exhaustive scan: every card, every rule, no cleverness. Whatever is faster must give the
// same bytes.
#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "matcher/matcher.h"
#include "matcher/rank/gather.h"
#include "matcher/rank/judge.h"
#include "matcher/rank/top_matches.h"

namespace throughgate::matcher {
namespace {

absl::Status Stopped() {
  return absl::DeadlineExceededError("the search did not end in time; ask again with more time");
}

RankKey KeyOf(const Points& points, std::int64_t distance_cm, std::int32_t since,
              std::uint64_t hash) {
  return MakeRankKey(points.total(), points.requirements_met, distance_cm, since, hash);
}

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

absl::StatusOr<std::vector<Match>> FindVacancies(const Catalogue& catalogue, Ordinal candidate,
                                                 const Question& question, ShouldStop should_stop) {
  const CandidateBlock& own_block = catalogue.CandidateBlockOf(candidate);
  const CandidateCard& own = catalogue.CandidateOf(candidate);
  Person person = PersonIn(question.view, own_block, candidate % kCardsPerBlock);
  if (question.effects != nullptr) person.effects = question.effects;
  VacancyScorer scorer(catalogue, own_block, own, question.today);
  TopMatches top(question.limit, question.after);
  const absl::Status status = ForEachCard(
      catalogue.vacancies, should_stop,
      [&](const VacancyBlock& block, std::size_t i, Ordinal ordinal) {
        const VacancyCard& card = block.cards[i];
        const Judgement judged = Judge(catalogue, person, ordinal, question.today);
        if (judged.verdict == Verdict::kNotAvailable) return;
        const Points points = ScoreOf(scorer.Gather(block, card, judged.distance_cm));
        top.Offer({ordinal, KeyOf(points, judged.distance_cm, card.posted_on, card.tie_hash),
                   judged.verdict, judged.site, judged.distance_cm, points,
                   judged.clearance_required});
      });
  if (!status.ok()) return status;
  return std::move(top).Take();
}

absl::StatusOr<std::vector<Match>> FindCandidates(const Catalogue& catalogue, Ordinal vacancy,
                                                  const Question& question, MayAppear may_appear,
                                                  ShouldStop should_stop) {
  const VacancyBlock& own_block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& own = catalogue.VacancyOf(vacancy);
  CandidateScorer scorer(catalogue, own_block, own, question.today);
  TopMatches top(question.limit, question.after);
  const absl::Status status = ForEachCard(
      catalogue.candidates, should_stop,
      [&](const CandidateBlock& block, std::size_t i, Ordinal ordinal) {
        if (!may_appear(block, i)) return;
        const CandidateCard& card = block.cards[i];
        const Judgement judged =
            Judge(catalogue, PersonIn(question.view, block, i), vacancy, question.today);
        if (judged.verdict == Verdict::kNotAvailable) return;
        const Points points = ScoreOf(scorer.Gather(block, card, judged.distance_cm));
        top.Offer({ordinal, KeyOf(points, judged.distance_cm, card.registered_on, card.tie_hash),
                   judged.verdict, judged.site, judged.distance_cm, points,
                   judged.clearance_required});
      });
  if (!status.ok()) return status;
  return std::move(top).Take();
}

absl::StatusOr<std::size_t> CountCandidates(const Catalogue& catalogue, Ordinal vacancy, Day today,
                                            std::size_t most, ShouldStop should_stop) {
  std::size_t count = 0;
  const absl::Status status = ForEachCard(
      catalogue.candidates, should_stop, [&](const CandidateBlock& block, std::size_t i, Ordinal) {
        if (count == most) return;
        const Judgement judged =
            Judge(catalogue, PersonIn(View::kShared, block, i), vacancy, today);
        if (judged.verdict != Verdict::kNotAvailable) ++count;
      });
  if (!status.ok()) return status;
  return count;
}

Explanation Explain(const Catalogue& catalogue, Ordinal candidate, Ordinal vacancy, View view,
                    Day today) {
  const CandidateBlock& candidate_block = catalogue.CandidateBlockOf(candidate);
  const CandidateCard& person = catalogue.CandidateOf(candidate);
  const VacancyBlock& vacancy_block = catalogue.VacancyBlockOf(vacancy);
  const VacancyCard& card = catalogue.VacancyOf(vacancy);
  const Person asked = PersonIn(view, candidate_block, candidate % kCardsPerBlock);
  Explanation explanation;
  const Judgement judged = Judge(catalogue, asked, vacancy, today, &explanation.findings);
  std::stable_sort(explanation.findings.begin(), explanation.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.verdict > b.verdict; });
  VacancyScorer scorer(catalogue, candidate_block, person, today);
  const Points points = ScoreOf(scorer.Gather(vacancy_block, card, judged.distance_cm));
  explanation.match = {vacancy,
                       KeyOf(points, judged.distance_cm, card.posted_on, card.tie_hash),
                       judged.verdict,
                       judged.site,
                       judged.distance_cm,
                       points,
                       judged.clearance_required};
  explanation.plan = asked.unsealed.value_or(nullptr);
  return explanation;
}

}  // namespace throughgate::matcher
