#include "services/cli/zones/drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace throughgate::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

DrawnZone Triangle(const char* name, absl::Status fault = absl::OkStatus()) {
  DrawnZone zone;
  zone.name = name;
  // 0.01 degrees to each side: taller than wide on the ground.
  zone.outline = matcher::MultiPolygon{{{{{{534'700'000, -22'400'000},
                                           {534'700'000, -22'300'000},
                                           {534'800'000, -22'400'000},
                                           {534'700'000, -22'400'000}}}}}};
  zone.fault = std::move(fault);
  return zone;
}

TEST(DrawZones, PutsNorthAtTheTopAndKeepsProportions) {
  // The taller side fills the canvas within its margins; the other is shortened by cos(53.475°).
  EXPECT_THAT(DrawZones({Triangle("park")}),
              AllOf(HasSubstr("M40.0 760.0L468.5 760.0L40.0 40.0L40.0 760.0Z"),
                    HasSubstr("class=\"accepted\""), HasSubstr("park: accepted")));
}

TEST(DrawZones, ShowsWhatWasRefusedAndWhere) {
  DrawnZone zone = Triangle("a<b", absl::InvalidArgumentError("crosses \"itself\""));
  zone.fault_at = matcher::GeoPoint{534'800'000, -22'400'000};
  EXPECT_THAT(DrawZones({zone}),
              AllOf(HasSubstr("class=\"refused\""), HasSubstr("a&lt;b: crosses &quot;itself&quot;"),
                    HasSubstr("class=\"fault\" cx=\"40.0\" cy=\"40.0\""), Not(HasSubstr("a<b"))));
}

TEST(DrawZones, DrawsACircleInTheScaleOfTheMap) {
  DrawnZone zone;
  zone.outline = matcher::Circle{{534'700'000, -22'400'000}, {1'000}};
  // 2 km across fill 720 pixels; the bar is half a kilometre.
  EXPECT_THAT(DrawZones({zone}), AllOf(HasSubstr("r=\"360.0\""), HasSubstr(">500 m</text>")));
}

TEST(DrawZones, IsADocumentEvenWithoutAnyOutline) {
  EXPECT_THAT(DrawZones({DrawnZone()}), AllOf(HasSubstr("<svg"), HasSubstr("</svg>")));
}

}  // namespace
}  // namespace throughgate::cli
