// Puts a pair before every rule that its view may ask, site by site where sites matter.
#ifndef THROUGHGATE_MATCHER_RANK_JUDGE_H_
#define THROUGHGATE_MATCHER_RANK_JUDGE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/index/catalogue.h"
#include "matcher/model/verdict.h"
#include "matcher/rules/rule.h"

namespace throughgate::matcher {

// What a FULL answer may read of a candidate: the plan, or null when there is none that can be
// read. A SHARED answer has nothing.
using Unsealed = std::optional<const SealedPlan*>;

// What an answer in one view may read of one person.
struct Person {
  const CandidateCard& card;
  const PersonProfile& profile;
  Unsealed unsealed;
  const PreparedEffects* effects = nullptr;  // SHARED only; null when nothing is disclosed
};

// The only place where a view decides whether the plan is read.
Person PersonIn(View view, const CandidateBlock& block, std::size_t position);

struct Judgement {
  Verdict verdict = Verdict::kEligible;
  // The site that counted: the best of those to choose from, else the worst, first by verdict and
  // then by distance. kNoOrdinal when the vacancy lists none.
  Ordinal site = kNoOrdinal;
  std::int64_t distance_cm = -1;  // -1: not known
  // Whether the supervising officer's clearance is needed before work starts: always, unless a
  // plan that is not stale attests that nobody supervises the person, who is not in custody, and
  // binds them to nothing that only somebody supervised is bound to.
  bool clearance_required = true;
};

// `kept`, when not null, receives every finding of every rule; otherwise rules stop being asked
// once the verdict is settled. The verdict is the same either way.
//
// Cost  without `kept`: a few integer comparisons for most pairs; zones are measured last.
Judgement Judge(const Catalogue& catalogue, const Person& person, Ordinal vacancy, Day today,
                std::vector<Finding>* kept = nullptr);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_JUDGE_H_
