// The disc that stands for a zone where others may see it.
#ifndef THROUGHGATE_SERVICES_CONVERT_SHARED_AREA_H_
#define THROUGHGATE_SERVICES_CONVERT_SHARED_AREA_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "matcher/model/disclosure.h"
#include "matcher/model/zone.h"

namespace throughgate::services {

// How far the middle of a disc is moved from that of its cell, at the most.
inline constexpr matcher::Metres kSharedAreaMovedMax{2'000};
// Radii are told in steps of this, rounded up.
inline constexpr matcher::Metres kSharedAreaStep{500};

// What moves a cell: the same for the same cell, and anybody's guess for the next.
using CellNoise = absl::FunctionRef<std::array<std::uint8_t, 32>(std::string_view cell)>;

// A disc that holds all of the zone and its buffer. The ground is divided into cells, a kilometre
// from south to north and about as much from west to east. The middle of the disc is that of the
// cell in which the zone's middle lies, moved by a vector uniform in a disc of kSharedAreaMovedMax,
// which is made of `noise` for that cell. The radius tells the size of the zone and its buffer, and
// nothing of where in the cell it lies.
//
// Why  whatever the zone is called, however often it is shared, and whoever it is about, what lies
//      in one cell has one middle: several discs of one place are no better than one. And since all
//      of a cell has that middle, who knows one place in it learns of the others the cell and no
//      more.
//
// What may still be combined: discs of one middle are known to be of one cell; who knows a place in
// it knows which. Zones drawn around one place for several people, with middles in neighbouring
// cells, and one that was taken back, redrawn into the next cell and shared again, have middles
// that were moved independently; the place is near what all of their discs share. From one disc the
// middle of a zone is told to 1.4 km at the median, from two to 0.8, from four to 0.6
// (tests/property/localisation_test.cc).
matcher::SharedArea SharedAreaFor(const matcher::Zone& zone, CellNoise noise);

// The same about the middle of `shown`, the disc that is shown for the zone as it was drawn before;
// nullopt when such a disc would not hold all of the zone and its buffer.
//
// Why  a zone that is drawn anew a few metres away may come to lie in the next cell, and a second
//      middle would tell of both.
std::optional<matcher::SharedArea> SharedAreaAbout(const matcher::SharedArea& shown,
                                                   const matcher::Zone& zone);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_SHARED_AREA_H_
