// Small worlds driven to extremes, and what makes parts of a world forgotten.
#ifndef THROUGHGATE_TESTS_SUPPORT_TEMPERED_WORLD_H_
#define THROUGHGATE_TESTS_SUPPORT_TEMPERED_WORLD_H_

#include <cstdint>
#include <vector>

#include "tests/support/world.h"

namespace throughgate {

// By `seed`: as it is; everything at one point; one type of work; a reach of 1,000 km; no sites;
// all at home; no skills; all alike but for their names; or two of these at once.
World Tempered(World world, std::uint64_t seed);

// Another world of the same names, by its seed.
World WorldLike(const World& world, std::uint64_t seed);

// Each part of each vacancy and candidate, plan and place, being forgotten.
std::vector<Write> WritesThatForget(const World& world);

}  // namespace throughgate

#endif  // THROUGHGATE_TESTS_SUPPORT_TEMPERED_WORLD_H_
