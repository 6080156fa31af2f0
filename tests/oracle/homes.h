// Where somebody lives, as far as the gazetteer knows.
#ifndef THROUGHGATE_TESTS_ORACLE_HOMES_H_
#define THROUGHGATE_TESTS_ORACLE_HOMES_H_

#include <optional>
#include <string>
#include <vector>

#include "matcher/model/place.h"
#include "matcher/model/reference.h"
#include "tests/oracle/doubt.h"
#include "tests/oracle/survey.h"

namespace throughgate::oracle {

// How far from its middle a place in the district may be. One without an uncertainty of its own
// gets the way to its third nearest neighbour, in whole metres and at least 1 km.
matcher::Metres WidthOf(const std::vector<matcher::District>& districts,
                        const matcher::District& of, Survey& survey, Doubt& doubt);

// The middle of the release area.
std::optional<matcher::Place> HomeOf(const std::vector<matcher::District>& districts,
                                     const std::string& release_area, Survey& survey, Doubt& doubt);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_HOMES_H_
