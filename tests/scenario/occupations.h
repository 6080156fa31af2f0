// The types of work that scenarios speak of, and the small taxonomy that knows them.
#ifndef THROUGHGATE_TESTS_SCENARIO_OCCUPATIONS_H_
#define THROUGHGATE_TESTS_SCENARIO_OCCUPATIONS_H_

#include <string>
#include <vector>

#include "matcher/model/reference.h"
#include "tests/scenario/reading.h"

namespace throughgate::scenario {

// A type of work by its word, "cook", or by an ISCO group, "isco/51", as its code. "something new"
// is one that the taxonomy does not know.
std::string OccupationCodeOf(Reading& reading, absl::string_view text);

// The code of an ISCO group of one to four digits, "isco/51".
std::string IscoGroupOf(Reading& reading, absl::string_view text);

// Every type of work with the ISCO groups above it.
std::vector<matcher::Concept> OccupationConcepts();

}  // namespace throughgate::scenario

#endif  // THROUGHGATE_TESTS_SCENARIO_OCCUPATIONS_H_
