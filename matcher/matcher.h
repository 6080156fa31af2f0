// The matcher: a pure function from a catalogue and a question to ranked, explained matches. It
// knows no clock, no caller and no store.
//
// Everything that an answer depends on is in the arguments: the catalogue (revision, taxonomy,
// gazetteer, premises), the view, the day, and the rule set of this program (kRuleSet).
#ifndef THROUGHGATE_MATCHER_MATCHER_H_
#define THROUGHGATE_MATCHER_MATCHER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "matcher/index/catalogue.h"
#include "matcher/model/verdict.h"
#include "matcher/rank/rank_key.h"
#include "matcher/rank/score.h"
#include "matcher/rules/rule.h"

namespace throughgate::matcher {

inline constexpr std::size_t kMatchesMax = 1000;

// What is asked, apart from about whom.
struct Question {
  View view = View::kShared;
  Day today;
  std::size_t limit = 20;        // 1 … kMatchesMax
  std::optional<RankKey> after;  // continue below this key
  // SHARED only: in place of what is disclosed of the candidate.
  const PreparedEffects* effects = nullptr;
  // FindCandidates only: which organisation is to hold them, as their custodian or by a link;
  // kNoOrdinal: any. A list of few among many costs little by this, and not by MayAppear.
  Ordinal holder = kNoOrdinal;
};

// One ranked match. `ordinal` is a vacancy's or a candidate's, whichever was searched for.
struct Match {
  Ordinal ordinal = kNoOrdinal;
  RankKey key;
  Verdict verdict = Verdict::kEligible;
  Ordinal site = kNoOrdinal;      // the site that counted
  std::int64_t distance_cm = -1;  // -1: not known
  Points points;
  // FULL only means something: whether the supervising officer's clearance is needed before work.
  bool clearance_required = true;
  bool operator==(const Match&) const = default;
};

// How much a search did: what it costs shows here before it shows in time. It depends on how the
// catalogue came about, unlike the answer.
struct SearchWork {
  std::uint64_t leaves_bounded = 0;  // those that may be in reach
  std::uint64_t leaves_opened = 0;
  std::uint64_t blocks_bounded = 0;
  std::uint64_t blocks_opened = 0;
  std::uint64_t spots_bounded = 0;    // by what they name
  std::uint64_t spots_looked_at = 0;  // by the rest
  std::uint64_t cards_scored = 0;
  std::uint64_t pairs_judged = 0;  // put before the rules
};

// Asked now and then during long work; true means stop.
using ShouldStop = absl::FunctionRef<bool()>;
// Whether a candidate may appear in the answer at all.
using MayAppear = absl::FunctionRef<bool(const CandidateBlock&, std::size_t position)>;

// The best vacancies for a candidate, best first, never NOT_AVAILABLE. Exact, ties included: what
// rank/exhaustive.h gives, without reading what cannot be among it.
//
// `work`, when not null, is what the search did.
//
// Errors  kDeadlineExceeded  `should_stop` said so; no partial list is returned.
// Cost    by far most vacancies are neither in reach nor good enough, and are passed over by the
//         leaf; RANKING.md says how many are not.
absl::StatusOr<std::vector<Match>> FindVacancies(const Catalogue& catalogue, Ordinal candidate,
                                                 const Question& question, ShouldStop should_stop,
                                                 SearchWork* work = nullptr);

// The best candidates for a vacancy among those that `question` asks for and that `may_appear`. As
// FindVacancies.
absl::StatusOr<std::vector<Match>> FindCandidates(const Catalogue& catalogue, Ordinal vacancy,
                                                  const Question& question, MayAppear may_appear,
                                                  ShouldStop should_stop,
                                                  SearchWork* work = nullptr);

// How many candidates are not NOT_AVAILABLE in the SHARED view and have consented to be counted, as
// of that day, counting no further than `most`.
absl::StatusOr<std::size_t> CountCandidates(const Catalogue& catalogue, Ordinal vacancy, Day today,
                                            std::size_t most, ShouldStop should_stop);

// One pair, whatever its verdict, with every finding of the view, strictest first. The same code
// as the search, run once.
struct Explanation {
  Match match;  // of the vacancy
  std::vector<Finding> findings;
  // What the findings are about; null in a SHARED answer, or when there is no readable plan.
  const SealedPlan* plan = nullptr;
};
// `effects`, unless null, stand in place of what is disclosed of the candidate: SHARED only.
Explanation Explain(const Catalogue& catalogue, Ordinal candidate, Ordinal vacancy, View view,
                    Day today, const PreparedEffects* effects = nullptr);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_MATCHER_H_
