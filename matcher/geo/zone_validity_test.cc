#include "matcher/geo/zone_validity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "matcher/geo/shapes_for_test.h"

namespace throughgate::matcher {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// The sentence with which `shape` is refused; empty if it is accepted.
std::string RefusalOf(const std::variant<MultiPolygon, Circle>& shape) {
  const absl::Status status = ValidateShape(shape);
  EXPECT_TRUE(status.ok() || status.code() == absl::StatusCode::kInvalidArgument) << status;
  return std::string(status.message());
}

TEST(ZoneValidity, AcceptsEitherWinding) {
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {9, 0}, {9, 9}, {0, 9}})})), "");
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {0, 9}, {9, 9}, {9, 0}})})), "");
}

TEST(ZoneValidity, AcceptsRepeatedVerticesWhichRoundingMakes) {
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {0, 0}, {9, 0}, {9, 9}, {9, 9}, {0, 9}, {0, 0}})})),
            "");
}

TEST(ZoneValidity, RefusesAnAreaWithNothingInIt) {
  EXPECT_EQ(RefusalOf(MultiPolygon{}), "area has no polygons; give at least one");
  MultiPolygon area = AreaOf({BoxOf({0, 0}, {9, 9})});
  area.polygons.emplace_back();
  EXPECT_EQ(RefusalOf(area), "area.polygons[1] has no rings; give at least its outside");
}

TEST(ZoneValidity, RefusesTooFewVertices) {
  EXPECT_EQ(RefusalOf(AreaOf({Ring{}})),
            "area.polygons[0].rings[0] has 0 vertices; give at least 4, the last of them the same "
            "as the first");
  EXPECT_THAT(RefusalOf(AreaOf({BoxOf({0, 0}, {9, 9}), RingOf({{2, 2}, {3, 3}})})),
              HasSubstr("area.polygons[0].rings[1] has 3 vertices"));
}

TEST(ZoneValidity, CountsTheVerticesOfAllRingsTogether) {
  const GeoPoint middle = At(0, 0);
  MultiPolygon area =
      AreaOf({StarOf(middle, 4'999, 500'000, 510'000), StarOf(middle, 4'999, 300'000, 310'000)});
  EXPECT_EQ(RefusalOf(area), "");
  area.polygons[0].rings.push_back(BoxOf({400'000, 0}, {400'010, 10}));
  EXPECT_EQ(RefusalOf(area), "area has 10005 vertices; simplify it to at most 10000");
}

TEST(ZoneValidity, RefusesARingThatIsNotClosed) {
  EXPECT_EQ(RefusalOf(AreaOf({Ring{At(0, 0), At(9, 0), At(9, 9), At(0, 9)}})),
            "area.polygons[0].rings[0] is not closed: area.polygons[0].rings[0].vertices[3] is not "
            "area.polygons[0].rings[0].vertices[0]; repeat the first vertex at the end");
}

TEST(ZoneValidity, TellsSwappedCoordinatesFromOthersOutsideTheUnitedKingdom) {
  Ring ring = BoxOf({0, 0}, {9, 9});
  ring[2] = {ring[2].longitude_e7, ring[2].latitude_e7};
  EXPECT_EQ(RefusalOf(AreaOf({ring})),
            "area.polygons[0].rings[0].vertices[2] has its latitude and longitude swapped; "
            "exchange them");
  ring[2] = {488'566'000, 23'522'000};
  EXPECT_THAT(RefusalOf(AreaOf({ring})),
              AllOf(HasSubstr("area.polygons[0].rings[0].vertices[2] is not in the United Kingdom"),
                    HasSubstr("49.0 to 61.5")));
}

TEST(ZoneValidity, TheExtentOfTheUnitedKingdomIsClosed) {
  const auto corner = [](std::int32_t beyond) {
    return AreaOf({Ring{{kLatitudeMinE7, kLongitudeMinE7},
                        {kLatitudeMinE7, kLongitudeMaxE7},
                        {kLatitudeMaxE7, kLongitudeMaxE7 + beyond},
                        {kLatitudeMaxE7, kLongitudeMinE7},
                        {kLatitudeMinE7, kLongitudeMinE7}}});
  };
  EXPECT_EQ(RefusalOf(corner(0)), "");
  EXPECT_THAT(RefusalOf(corner(1)), HasSubstr("vertices[2] is not in the United Kingdom"));
}

TEST(ZoneValidity, RefusesARingWithoutArea) {
  for (const Ring& ring : {RingOf({{1, 1}, {1, 1}, {1, 1}}), RingOf({{0, 0}, {4, 2}, {6, 3}}),
                           RingOf({{0, 0}, {4, 0}, {0, 0}, {2, 0}})}) {
    EXPECT_THAT(RefusalOf(AreaOf({ring})), HasSubstr("area.polygons[0].rings[0] has no area"));
  }
}

TEST(ZoneValidity, RefusesASpikeAndNamesItsTip) {
  EXPECT_EQ(RefusalOf(AreaOf({RingOf({{0, 0}, {9, 0}, {9, 9}, {9, 15}, {9, 9}, {0, 9}})})),
            "area.polygons[0].rings[0].vertices[3] is a spike, where the ring turns straight back; "
            "remove it");
  EXPECT_THAT(RefusalOf(AreaOf({RingOf({{-5, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}})})),
              HasSubstr("vertices[0] is a spike"));
}

TEST(ZoneValidity, RefusesACircleOfNoUse) {
  EXPECT_EQ(RefusalOf(Circle{At(0, 0), Metres{1}}), "");
  EXPECT_EQ(RefusalOf(Circle{At(0, 0), Metres{1'000'000}}), "");
  EXPECT_EQ(RefusalOf(Circle{At(0, 0), Metres{0}}),
            "circle.radius_m is 0; give 1 to 1000000 metres");
  EXPECT_THAT(RefusalOf(Circle{At(0, 0), Metres{1'000'001}}), HasSubstr("circle.radius_m is"));
  EXPECT_THAT(RefusalOf(Circle{{0, 0}, Metres{5}}),
              HasSubstr("circle.centre is not in the United Kingdom"));
}

}  // namespace
}  // namespace throughgate::matcher
