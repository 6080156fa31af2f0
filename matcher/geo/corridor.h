// The straight way from home to work, as wide as its ends are uncertain.
#ifndef THROUGHGATE_MATCHER_GEO_CORRIDOR_H_
#define THROUGHGATE_MATCHER_GEO_CORRIDOR_H_

#include <cstdint>

#include "matcher/geo/zone_shape.h"
#include "matcher/model/place.h"

namespace throughgate::matcher {

// A line that is straight in longitude and latitude, from where it leaves the circle of uncertainty
// round `home` to 12 m, or a thousandth of its length, before it enters that round `work`: that
// somebody lives near a zone says nothing of their way, and where the work is, is a rule of its
// own. Where the circles meet no line is left.
//
// Units  centimetres. The true line lies within `home_uncertainty` at its beginning and
//        `work_uncertainty` at its end, and in between within what lies between.
struct Corridor {
  GeoPoint home;
  GeoPoint work;
  std::int64_t home_uncertainty_cm = 0;
  std::int64_t work_uncertainty_cm = 0;
};

// Whether the circles at its ends leave no line between them: the work is where the person may
// live, or the other way round.
bool IsWithinItsEnds(const Corridor& corridor);

// Whether some true line of the corridor may come within `margin_cm` of the shape, or,
// the other way round, leave the shape. Never wrongly no; wrongly yes only where a line passes by
// less than 10 m or a thousandth of its length. Within its ends the way may be anywhere in both
// circles; where both ends are known and the same, there is none.
//
// Cost  at most some thousand distances to the shape; mostly a handful.
bool MayEnter(const ZoneShape& shape, const Corridor& corridor, std::int64_t margin_cm);
bool MayLeave(const ZoneShape& shape, const Corridor& corridor);

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_CORRIDOR_H_
