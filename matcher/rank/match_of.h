// What every search makes of a pair that has been judged and scored.
#ifndef THROUGHGATE_MATCHER_RANK_MATCH_OF_H_
#define THROUGHGATE_MATCHER_RANK_MATCH_OF_H_

#include <cstddef>
#include <cstdint>

#include "absl/status/status.h"
#include "matcher/index/links.h"
#include "matcher/matcher.h"
#include "matcher/rank/judge.h"
#include "matcher/rank/rank_key.h"
#include "matcher/rank/score.h"

namespace throughgate::matcher {

// `Card` is that of the vacancy or the candidate that is ranked.
inline std::int32_t SinceOf(const VacancyCard& card) { return card.posted_on; }
inline std::int32_t SinceOf(const CandidateCard& card) { return card.registered_on; }

template <class Card>
RankKey KeyOf(const Points& points, std::int64_t distance_cm, const Card& card) {
  return MakeRankKey(points.total(), points.requirements_met, distance_cm, SinceOf(card),
                     card.tie_hash);
}

template <class Card>
Match MatchOf(Ordinal ordinal, const Card& card, const Judgement& judged, const Points& points) {
  return {ordinal,
          KeyOf(points, judged.distance_cm, card),
          judged.verdict,
          judged.site,
          judged.distance_cm,
          points,
          judged.clearance_required};
}

// What an answer to `question` may read of one person.
inline Person PersonAskedAbout(const Question& question, const CandidateBlock& block,
                               std::size_t position) {
  Person person = PersonIn(question.view, block, position);
  if (question.effects != nullptr) person.effects = question.effects;
  return person;
}

// Whether a candidate is among those whom `question` is about.
inline bool IsAskedFor(const Question& question, const CandidateBlock& block,
                       std::size_t position) {
  return question.holder == kNoOrdinal || IsHeldBy(block, position, question.holder);
}

// The answer to whoever stops a search.
inline absl::Status Stopped() {
  return absl::DeadlineExceededError("the search did not end in time; ask again with more time");
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_MATCH_OF_H_
