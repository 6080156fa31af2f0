// Whether the same work is offered at many places near each other.
#ifndef THROUGHGATE_SERVICES_POSTINGS_NEAR_DUPLICATES_H_
#define THROUGHGATE_SERVICES_POSTINGS_NEAR_DUPLICATES_H_

#include <cstdint>
#include <optional>
#include <span>

#include "matcher/geo/ecef.h"
#include "services/postings/lattice.h"

namespace throughgate::services {

inline constexpr std::size_t kNearDuplicatesMin = 10;
// Of one of the places.
inline constexpr std::int64_t kNearDuplicatesWithinCm = 2'000 * 100;

// Ten or more places within 2 km of one of them, of points at which an employer offers the same
// work. What stands in one cube of 100 m is one place: the buildings of a yard are no branches.
//
// Cost  O(n log n).
std::optional<Pattern> FindNearDuplicates(std::span<const matcher::Ecef> points);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_POSTINGS_NEAR_DUPLICATES_H_
