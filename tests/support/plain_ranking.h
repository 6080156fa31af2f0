// A second ranking, written from RANKING.md as plainly as can be and sharing no code with
// matcher/rank, matcher/rules or the taxonomy's index: what the first is held against.
//
// Verdicts, and which site counts, are not its business: it is told them.
#ifndef THROUGHGATE_TESTS_SUPPORT_PLAIN_RANKING_H_
#define THROUGHGATE_TESTS_SUPPORT_PLAIN_RANKING_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/world.h"

namespace throughgate {

struct PlainScore {
  std::array<int, 6> points = {};  // in the order of RANKING.md
  int requirements_met = 0;
  bool operator==(const PlainScore&) const = default;
};

// From the middle of the release area to the site; -1 when either is not known.
std::int64_t PlainDistanceCm(const World& world, const matcher::Candidate& candidate,
                             const std::string& site_name);

PlainScore PlainScoreOf(const World& world, const matcher::Candidate& candidate,
                        const matcher::Vacancy& vacancy, std::int64_t distance_cm);

// One row of a list: a vacancy or a candidate, whichever was searched for.
struct PlainRow {
  std::string name;
  PlainScore score;
  std::int64_t distance_cm = -1;
  matcher::Day since;  // posted or registered
};

// Best first.
void SortPlainly(std::vector<PlainRow>& rows);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_PLAIN_RANKING_H_
