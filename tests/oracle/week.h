// The week as 10,080 minutes, each of which is in a pattern or not.
#ifndef THROUGHGATE_TESTS_ORACLE_WEEK_H_
#define THROUGHGATE_TESTS_ORACLE_WEEK_H_

#include <bitset>

#include "matcher/model/week_pattern.h"

namespace throughgate::oracle {

using Week = std::bitset<7 * 24 * 60>;

// From minute `begin` up to, and not including, minute `end`. Either may lie outside the week, and
// goes round it.
Week Between(int begin, int end);

Week MinutesOf(const matcher::WeekPattern& pattern);

inline bool ShareAMinute(const Week& a, const Week& b) { return (a & b).any(); }

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_WEEK_H_
