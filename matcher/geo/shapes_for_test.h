// Small shapes for tests, drawn on a grid of 1e-7 of a degree about a point in Manchester.
#ifndef THROUGHGATE_MATCHER_GEO_SHAPES_FOR_TEST_H_
#define THROUGHGATE_MATCHER_GEO_SHAPES_FOR_TEST_H_

#include <cmath>
#include <cstdint>
#include <initializer_list>

#include "matcher/model/place.h"
#include "matcher/model/risk_plan.h"

namespace throughgate::matcher {

// East and north of the grid's middle.
struct Step {
  std::int32_t east = 0;
  std::int32_t north = 0;
};

inline GeoPoint At(Step step) { return {534'000'000 + step.north, -22'000'000 + step.east}; }
inline GeoPoint At(std::int32_t east, std::int32_t north) { return At(Step{east, north}); }

// Closed by repeating the first corner.
inline Ring RingOf(std::initializer_list<Step> corners) {
  Ring ring;
  for (const Step& corner : corners) ring.push_back(At(corner));
  ring.push_back(ring.front());
  return ring;
}

// A rectangle, counterclockwise.
inline Ring BoxOf(Step southwest, Step northeast) {
  return RingOf(
      {southwest, {northeast.east, southwest.north}, northeast, {southwest.east, northeast.north}});
}

// `corners` corners round `centre`, near and far in turn.
inline Ring StarOf(GeoPoint centre, int corners, double near_e7, double far_e7) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * 3.14159265358979 * i / corners;
    const double radius = i % 2 == 0 ? near_e7 : far_e7;
    ring.push_back({centre.latitude_e7 + static_cast<std::int32_t>(radius * std::sin(angle)),
                    centre.longitude_e7 + static_cast<std::int32_t>(radius * std::cos(angle))});
  }
  ring.push_back(ring.front());
  return ring;
}

inline MultiPolygon AreaOf(std::initializer_list<Ring> rings) {
  return MultiPolygon{{Polygon{{rings}}}};
}

}  // namespace throughgate::matcher

#endif  // THROUGHGATE_MATCHER_GEO_SHAPES_FOR_TEST_H_
