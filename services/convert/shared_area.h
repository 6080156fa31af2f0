// The disc that stands for a zone where others may see it.
#ifndef THROUGHGATE_SERVICES_CONVERT_SHARED_AREA_H_
#define THROUGHGATE_SERVICES_CONVERT_SHARED_AREA_H_

#include <array>
#include <cstdint>

#include "matcher/model/disclosure.h"
#include "matcher/model/zone.h"

namespace throughgate::services {

// How far the middle of a disc is moved, at the most.
inline constexpr matcher::Metres kSharedAreaMovedMax{2'000};
// Radii are told in steps of this, rounded up.
inline constexpr matcher::Metres kSharedAreaStep{500};

// A disc that holds all of the zone and its buffer. Its middle is moved by a vector uniform in a
// disc of kSharedAreaMovedMax, made of `noise`: the same for the same zone of the same person, so
// that asking again, or sharing it again, tells nothing more.
matcher::SharedArea SharedAreaFor(const matcher::Zone& zone,
                                  const std::array<std::uint8_t, 32>& noise);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_CONVERT_SHARED_AREA_H_
