// The exhaustive scan: every card, every rule, no cleverness. The search must give the same bytes;
// tests hold it to that, and nothing else asks here.
#ifndef THROUGHGATE_MATCHER_RANK_EXHAUSTIVE_H_
#define THROUGHGATE_MATCHER_RANK_EXHAUSTIVE_H_

#include "matcher/matcher.h"

namespace throughgate::matcher {

// As the functions of matcher.h without the last word. Cost: linear in the catalogue.
absl::StatusOr<std::vector<Match>> FindVacanciesExhaustively(const Catalogue& catalogue,
                                                             Ordinal candidate,
                                                             const Question& question,
                                                             ShouldStop should_stop);
absl::StatusOr<std::vector<Match>> FindCandidatesExhaustively(const Catalogue& catalogue,
                                                              Ordinal vacancy,
                                                              const Question& question,
                                                              MayAppear may_appear,
                                                              ShouldStop should_stop);
absl::StatusOr<std::size_t> CountCandidatesExhaustively(const Catalogue& catalogue, Ordinal vacancy,
                                                        Day today, std::size_t most,
                                                        ShouldStop should_stop);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_RANK_EXHAUSTIVE_H_
