#include "matcher/geo/ring_crossings.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "matcher/geo/shapes_for_test.h"

namespace throughgate::matcher {
namespace {

std::string RefusalOf(const MultiPolygon& area) {
  return std::string(CheckCrossings(area).message());
}

MultiPolygon Together(const Ring& one, const Ring& other) {
  return MultiPolygon{{Polygon{{one}}, Polygon{{other}}}};
}

TEST(RingCrossings, NamesBothEdgesOfABowTie) {
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {9, 9}, {9, 0}, {0, 9}})})),
            "the edge from area.polygons[0].rings[0].vertices[0] to [1] crosses the edge from "
            "area.polygons[0].rings[0].vertices[2] to [3]; redraw them so that they keep apart");
}

TEST(RingCrossings, NamesTheVerticesAsGivenEvenAfterRepeats) {
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {0, 0}, {9, 9}, {9, 0}, {9, 0}, {9, 0}, {0, 9}})})),
            "the edge from area.polygons[0].rings[0].vertices[0] to [2] crosses the edge from "
            "area.polygons[0].rings[0].vertices[3] to [6]; redraw them so that they keep apart");
}

TEST(RingCrossings, FindsABowTieThatCrossesAtAVertex) {
  EXPECT_NE(RefusalOf(AreaOf({RingOf({{0, 0}, {4, 4}, {9, 9}, {9, 0}, {4, 4}, {0, 9}})})), "");
  EXPECT_NE(RefusalOf(AreaOf({RingOf({{0, 0}, {9, 9}, {9, 0}, {4, 4}, {0, 9}})})), "");
}

TEST(RingCrossings, AcceptsARingThatTouchesItselfAtAPoint) {
  // Two lobes, joined at a vertex of both.
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {4, 4}, {9, 0}, {9, 9}, {4, 4}, {0, 9}})})), "");
  // A tip that reaches the middle of the opposite edge.
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {8, 0}, {8, 9}, {4, 0}, {0, 9}})})), "");
  // A hole drawn as a bay whose mouth is one point.
  EXPECT_EQ(
      RefusalOf(AreaOf({RingOf({{0, 0}, {9, 0}, {9, 9}, {4, 9}, {6, 4}, {2, 4}, {4, 9}, {0, 9}})})),
      "");
}

TEST(RingCrossings, AcceptsTwoRingsThatTouchAtAPoint) {
  EXPECT_EQ(RefusalOf(Together(BoxOf({0, 0}, {4, 4}), BoxOf({4, 4}, {9, 9}))), "");
  EXPECT_EQ(RefusalOf(Together(BoxOf({0, 0}, {4, 4}), RingOf({{4, 2}, {9, 0}, {9, 9}}))), "");
  EXPECT_EQ(RefusalOf(AreaOf({BoxOf({0, 0}, {9, 9}), RingOf({{0, 5}, {4, 4}, {4, 6}})})), "");
}

// Two diamonds that overlap and have a corner of each on a corner of the other.
TEST(RingCrossings, FindsRingsThatCrossWhereBothHaveAVertex) {
  const Ring one = RingOf({{0, 0}, {4, -4}, {8, 0}, {4, 4}});
  const Ring other = RingOf({{4, -4}, {9, -9}, {9, 9}, {4, 4}, {5, 0}});
  EXPECT_NE(RefusalOf(Together(one, other)), "");
}

TEST(RingCrossings, RefusesEdgesThatRunAlongEachOther) {
  EXPECT_EQ(RefusalOf(Together(BoxOf({0, 0}, {4, 4}), BoxOf({4, 2}, {9, 9}))),
            "the edge from area.polygons[0].rings[0].vertices[1] to [2] runs along the edge from "
            "area.polygons[1].rings[0].vertices[3] to [0]; redraw them so that they keep apart");
  EXPECT_NE(RefusalOf(AreaOf({BoxOf({0, 0}, {9, 9}), BoxOf({0, 2}, {4, 4})})), "");
  EXPECT_NE(RefusalOf(Together(BoxOf({0, 0}, {4, 4}), BoxOf({0, 0}, {4, 4}))), "");
}

TEST(RingCrossings, FindsHolesThatOverlap) {
  EXPECT_EQ(
      RefusalOf(AreaOf({BoxOf({0, 0}, {20, 20}), BoxOf({2, 2}, {9, 9}), BoxOf({5, 5}, {12, 12})})),
      "the edge from area.polygons[0].rings[1].vertices[2] to [3] crosses the edge from "
      "area.polygons[0].rings[2].vertices[3] to [0]; redraw them so that they keep apart");
}

TEST(RingCrossings, FindsTheOneCrossingAmongTenThousandEdges) {
  MultiPolygon area = AreaOf({StarOf(At(0, 0), 9'900, 1'500'000, 1'600'000)});
  EXPECT_EQ(RefusalOf(area), "");
  std::swap(area.polygons[0].rings[0][5'000], area.polygons[0].rings[0][5'004]);
  EXPECT_NE(RefusalOf(area), "");
}

}  // namespace
}  // namespace throughgate::matcher
