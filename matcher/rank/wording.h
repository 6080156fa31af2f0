// The words for the score: one sentence for each component of one pair.
#ifndef THROUGHGATE_MATCHER_RANK_WORDING_H_
#define THROUGHGATE_MATCHER_RANK_WORDING_H_

#include <array>
#include <string>

#include "matcher/index/catalogue.h"
#include "matcher/matcher.h"
#include "matcher/rank/score.h"

namespace throughgate::matcher {

// By Component. Says how the points came about, from the tables and cards that they came from.
std::array<std::string, kComponents> ScoreTexts(const Catalogue& catalogue, Ordinal candidate,
                                                Ordinal vacancy, std::int64_t distance_cm,
                                                Day today);

// What the answer takes for granted, for whoever must judge it: straight lines, speeds, allowances.
std::vector<std::string> Assumptions(const Catalogue& catalogue, Ordinal candidate);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_WORDING_H_
