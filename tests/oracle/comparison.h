// Holds the matcher against the second implementation, pair by pair, in both views.
#ifndef THROUGHGATE_TESTS_ORACLE_COMPARISON_H_
#define THROUGHGATE_TESTS_ORACLE_COMPARISON_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/oracle/plain_world.h"
#include "tests/oracle/verdicts.h"

namespace throughgate::oracle {

// What the matcher says of one pair.
PlainVerdict FoundByMatcher(const PlainWorld& world, std::size_t candidate, std::size_t vacancy,
                            matcher::View view);

// By verdict: in how many pairs a rule said it, and in how many no other rule said as much.
struct RuleTally {
  std::array<std::int64_t, 3> said = {};
  std::array<std::int64_t, 3> alone = {};
};

// What has been compared so far.
struct Tally {
  std::int64_t pairs = 0;     // in both views
  std::int64_t in_doubt = 0;  // of them, those too near an edge for either side to promise
  // How often each reason was given, by "rule CODE", pairs in doubt left out.
  std::map<std::string, std::int64_t> reasons;
  std::map<std::string, std::int64_t> verdicts;  // "SHARED REVIEW"
  std::map<std::string, RuleTally> rules;        // by name
};

// Puts every pair of the world before both. Says of each on which they do not agree all that either
// finds: the verdict, every finding, the site that counted, whether a clearance is required, and
// that the search finds just what is not refused.
std::vector<std::string> Disagreements(const PlainWorld& world, Tally& tally);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_COMPARISON_H_
