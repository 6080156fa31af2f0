// The random worlds of the other property tests, as plain records.
#ifndef THROUGHGATE_TESTS_ORACLE_SMALL_WORLD_H_
#define THROUGHGATE_TESTS_ORACLE_SMALL_WORLD_H_

#include <cstdint>

#include "tests/oracle/plain_world.h"

namespace throughgate::oracle {

// See tests/support/world.h; the same for the same seed.
PlainWorld SmallWorld(std::uint64_t seed);

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_SMALL_WORLD_H_
