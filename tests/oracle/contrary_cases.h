// How often worlds had the cases in which records speak against each other, or a plan holds what
// nobody supervises, and how often the same without.
#ifndef THROUGHGATE_TESTS_ORACLE_CONTRARY_CASES_H_
#define THROUGHGATE_TESTS_ORACLE_CONTRARY_CASES_H_

#include <cstdint>
#include <map>
#include <string>

#include "tests/oracle/plain_world.h"

namespace throughgate::oracle {

struct Sides {
  std::int64_t is_so = 0;
  std::int64_t is_not = 0;
};
// By what the case is. Each that is looked for is there, met or not.
using ContraryTallies = std::map<std::string, Sides>;

void CountContrary(const PlainWorld& world, ContraryTallies& tallies);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_CONTRARY_CASES_H_
