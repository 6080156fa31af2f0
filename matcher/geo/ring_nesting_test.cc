#include "matcher/geo/ring_nesting.h"

#include <gtest/gtest.h>

#include <string>

#include "matcher/geo/shapes_for_test.h"

namespace throughgate::matcher {
namespace {

std::string RefusalOf(const MultiPolygon& area) {
  return std::string(CheckNesting(area).message());
}

const Ring kOutside = BoxOf({0, 0}, {100, 100});

TEST(RingNesting, AcceptsHolesBesideEachOther) {
  EXPECT_EQ(RefusalOf(AreaOf({kOutside, BoxOf({10, 10}, {20, 20}), BoxOf({30, 10}, {40, 20})})),
            "");
}

TEST(RingNesting, RefusesAHoleOutsideItsPolygon) {
  EXPECT_EQ(RefusalOf(AreaOf({kOutside, BoxOf({110, 10}, {120, 20})})),
            "area.polygons[0].rings[1] is a hole that is not inside area.polygons[0].rings[0]; a "
            "polygon's first ring is its outside, and the others are holes in it");
}

TEST(RingNesting, RefusesAHoleAroundItsPolygon) {
  EXPECT_NE(RefusalOf(AreaOf({kOutside, BoxOf({-10, -10}, {120, 120})})), "");
}

TEST(RingNesting, RefusesAHoleInAHoleInEitherOrder) {
  const Ring large = BoxOf({10, 10}, {50, 50}), small = BoxOf({20, 20}, {30, 30});
  EXPECT_EQ(RefusalOf(AreaOf({kOutside, large, small})),
            "area.polygons[0].rings[2] is a hole inside the hole area.polygons[0].rings[1]; remove "
            "it");
  EXPECT_EQ(RefusalOf(AreaOf({kOutside, small, large})),
            "area.polygons[0].rings[1] is a hole inside the hole area.polygons[0].rings[2]; remove "
            "it");
}

TEST(RingNesting, RefusesAPolygonInAnotherInEitherOrder) {
  const Polygon large{{kOutside}}, small{{BoxOf({20, 20}, {30, 30})}};
  EXPECT_EQ(RefusalOf({{large, small}}),
            "area.polygons[1].rings[0] is inside area.polygons[0].rings[0]; polygons must not "
            "overlap: remove the inner one, or make it a hole");
  EXPECT_EQ(RefusalOf({{small, large}}),
            "area.polygons[0].rings[0] is inside area.polygons[1].rings[0]; polygons must not "
            "overlap: remove the inner one, or make it a hole");
}

TEST(RingNesting, AcceptsAnIslandInAHoleAndNotBesideIt) {
  const Polygon lake{{kOutside, BoxOf({10, 10}, {50, 50})}};
  EXPECT_EQ(RefusalOf({{lake, {{BoxOf({20, 20}, {30, 30})}}}}), "");
  EXPECT_EQ(RefusalOf({{{{BoxOf({20, 20}, {30, 30})}}, lake}}), "");
  EXPECT_NE(RefusalOf({{lake, {{BoxOf({60, 60}, {70, 70})}}}}), "");
}

// The vertices of such a hole say nothing: only what lies between them is inside.
TEST(RingNesting, SeesAHoleWhoseVerticesAllLieOnTheOutside) {
  EXPECT_EQ(RefusalOf(AreaOf({kOutside, RingOf({{50, 0}, {100, 50}, {50, 100}, {0, 50}})})), "");
  const Ring bay = RingOf({{0, 0}, {100, 0}, {100, 100}, {50, 50}, {0, 100}});
  EXPECT_NE(RefusalOf(AreaOf({bay, RingOf({{0, 100}, {50, 50}, {100, 100}})})), "");
}

}  // namespace
}  // namespace throughgate::matcher
