// All that the matcher would tell about a catalogue, as text, by name: two catalogues that answer
// alike have equal texts, whatever their ordinals.
#ifndef THROUGHGATE_TESTS_SUPPORT_ANSWERS_H_
#define THROUGHGATE_TESTS_SUPPORT_ANSWERS_H_

#include <string>
#include <utility>
#include <vector>

#include "matcher/matcher.h"

namespace throughgate {

// The whole list, fetched `page` rows at a time.
std::vector<matcher::Match> VacanciesFor(const matcher::Catalogue& catalogue,
                                         matcher::Ordinal candidate, matcher::View view,
                                         std::size_t page = matcher::kMatchesMax);
std::vector<matcher::Match> CandidatesFor(const matcher::Catalogue& catalogue,
                                          matcher::Ordinal vacancy, matcher::View view,
                                          std::size_t page = matcher::kMatchesMax);

// The records that are complete, in the order of their names.
using Named = std::pair<std::string, matcher::Ordinal>;
std::vector<Named> VacanciesByName(const matcher::Catalogue& catalogue);
std::vector<Named> CandidatesByName(const matcher::Catalogue& catalogue);

std::string SiteNameOf(const matcher::Catalogue& catalogue, matcher::Ordinal site);

// Every list from either side in pages, every count and every pair explained, with all the words:
// a line for each row, finding and text.
std::string Answers(const matcher::Catalogue& catalogue, matcher::View view);

// The first line in which two texts differ, as "this | that"; empty when they are equal.
std::string FirstDifference(const std::string& a, const std::string& b);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_ANSWERS_H_
