// Random worlds in which everything lies at an edge: sites a metre from a zone's, shifts a minute
// from a curfew, days one from the last, amounts one from the limit.
#ifndef THROUGHGATE_TESTS_ORACLE_EDGE_WORLD_H_
#define THROUGHGATE_TESTS_ORACLE_EDGE_WORLD_H_

#include <cstdint>

#include "tests/oracle/plain_world.h"

namespace throughgate::oracle {

// The same for the same seed.
PlainWorld EdgeWorld(std::uint64_t seed);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_EDGE_WORLD_H_
