// Whether places stand in rows with equal steps, as nobody's branches do.
#ifndef THROUGHGATE_SERVICES_POSTINGS_LATTICE_H_
#define THROUGHGATE_SERVICES_POSTINGS_LATTICE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "matcher/geo/ecef.h"

namespace throughgate::services {

// Three rows of three.
inline constexpr std::size_t kLatticeMin = 9;
// Of a step, in either direction.
inline constexpr std::int64_t kLatticeStepMinCm = 100 * 100;
inline constexpr std::int64_t kLatticeStepMaxCm = 20'000 * 100;

// Some of the places of a pattern, and how many there are.
struct Pattern {
  std::size_t places = 0;
  std::size_t example = 0;  // the position of one among those that were looked at
  bool operator==(const Pattern&) const = default;
};

// The first lattice that is found among the points: three rows of three or more, with steps of 100
// m to 20 km, at 53 to 127 degrees to each other, one at most twice the other. Each place may be
// out by an eighth of the shorter step from where those next to it say. Points at one place count
// once.
//
// Cost  O(n log n); some 10 ms for 2,000 points.
// Why   looked at from each point with its nearest neighbours, so that a lattice is found among any
//       number of other places, and whichever way it is turned.
std::optional<Pattern> FindLattice(std::span<const matcher::Ecef> points);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_POSTINGS_LATTICE_H_
