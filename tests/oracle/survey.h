// Remembers what has been measured in one world, so that slow ways of measuring are gone once.
#ifndef THROUGHGATE_TESTS_ORACLE_SURVEY_H_
#define THROUGHGATE_TESTS_ORACLE_SURVEY_H_

#include <map>
#include <tuple>

#include "matcher/model/place.h"
#include "matcher/model/zone.h"
#include "tests/oracle/outline.h"

namespace throughgate::oracle {

// The straight way from home to work, as wide as its ends are uncertain. It begins where it leaves
// the circle in which home is, and ends 12 m, or a thousandth of its length and 2 m, before it
// comes to the one in which the work is.
struct WayToWork {
  matcher::Place home;
  matcher::Place work;
};

// Lifetime  refers to the zones it is asked about, by their addresses.
class Survey {
 public:
  // Metres, in a straight line through space.
  double Distance(matcher::GeoPoint a, matcher::GeoPoint b);

  // Metres along the ground from the edge of the zone's shape, negative inside.
  double SignedDistance(const matcher::Zone& zone, matcher::GeoPoint point);

  // Metres that are left of the way between the two circles; negative when they meet.
  double Between(const WayToWork& way);

  // How far every way from home to work keeps from what the zone forbids, its buffer included:
  // negative where some way does not.
  double LeastClearance(const matcher::Zone& zone, const WayToWork& way);

 private:
  const Outline& OutlineOf(const matcher::Zone& zone);

  using WayPast = std::tuple<const matcher::Zone*, matcher::GeoPoint, matcher::Metres,
                             matcher::GeoPoint, matcher::Metres>;
  std::map<const matcher::Zone*, Outline> outlines_;
  std::map<std::tuple<matcher::GeoPoint, matcher::GeoPoint>, double> distances_;
  std::map<std::tuple<const matcher::Zone*, matcher::GeoPoint>, double> signed_distances_;
  std::map<WayPast, double> clearances_;
};

}  // namespace throughgate::oracle

#endif  // THROUGHGATE_TESTS_ORACLE_SURVEY_H_
