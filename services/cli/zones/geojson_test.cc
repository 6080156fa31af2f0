#include "services/cli/zones/geojson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/support/status_matchers.h"

namespace throughgate::cli {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

constexpr char kSquare[] =
    "[[-2.24,53.47],[-2.22,53.47],[-2.22,53.49],[-2.24,53.49],[-2.24,53.47]]";
constexpr char kHole[] = "[[-2.235,53.475],[-2.225,53.475],[-2.225,53.485],[-2.235,53.475]]";
constexpr char kBowTie[] =
    "[[-2.24,53.47],[-2.22,53.49],[-2.22,53.47],[-2.24,53.49],[-2.24,53.47]]";

std::string Polygon(absl::string_view rings) {
  return absl::StrCat(R"({"type":"Polygon","coordinates":[)", rings, "]}");
}

std::string Feature(absl::string_view geometry, absl::string_view properties = "{}") {
  return absl::StrCat(R"({"type":"Feature","properties":)", properties, R"(,"geometry":)", geometry,
                      "}");
}

std::string Collection(absl::string_view features) {
  return absl::StrCat(R"({"type":"FeatureCollection","features":[)", features, "]}");
}

// The only feature of a file.
DrawnZone Only(const std::string& text) {
  const absl::StatusOr<std::vector<DrawnZone>> zones = ReadGeoJson(text);
  EXPECT_OK(zones.status());
  if (!zones.ok()) return {};
  EXPECT_THAT(*zones, SizeIs(1));
  return zones->front();
}

std::string FaultOf(const std::string& geometry) {
  return std::string(Only(Feature(geometry)).fault.message());
}

TEST(GeoJson, ReadsAPolygonWithAHole) {
  const DrawnZone zone =
      Only(Feature(Polygon(absl::StrCat(kSquare, ",", kHole)), R"({"name":"Ancoats"})"));
  EXPECT_OK(zone.fault);
  EXPECT_EQ(zone.name, "Ancoats");
  EXPECT_EQ(zone.vertices, 9u);
  const auto& area = std::get<matcher::MultiPolygon>(zone.outline);
  ASSERT_THAT(area.polygons, SizeIs(1));
  ASSERT_THAT(area.polygons[0].rings, SizeIs(2));
  EXPECT_EQ(area.polygons[0].rings[0][1], (matcher::GeoPoint{534'700'000, -22'200'000}));
}

TEST(GeoJson, ReadsBareGeometriesFeaturesAndCollections) {
  EXPECT_OK(Only(Polygon(kSquare)).fault);
  EXPECT_EQ(Only(Polygon(kSquare)).path, "");
  EXPECT_EQ(Only(Feature(Polygon(kSquare))).path, "geometry");
  EXPECT_EQ(Only(Collection(Feature(Polygon(kSquare)))).path, "features[0].geometry");
}

TEST(GeoJson, ReadsSeveralPolygonsAsOneArea) {
  const std::string far = "[[-2.20,53.47],[-2.19,53.47],[-2.19,53.48],[-2.20,53.47]]";
  const DrawnZone zone = Only(Feature(
      absl::StrCat(R"({"type":"MultiPolygon","coordinates":[[)", kSquare, "],[", far, "]]}")));
  EXPECT_OK(zone.fault);
  EXPECT_THAT(std::get<matcher::MultiPolygon>(zone.outline).polygons, SizeIs(2));
}

TEST(GeoJson, MakesACircleOfAPointWithARadius) {
  const std::string point = R"({"type":"Point","coordinates":[-2.24,53.48]})";
  const DrawnZone zone = Only(Feature(point, R"({"radius_m":500.2})"));
  EXPECT_OK(zone.fault);
  // Rounded up: a zone is never smaller than it was drawn.
  EXPECT_EQ(std::get<matcher::Circle>(zone.outline),
            (matcher::Circle{{534'800'000, -22'400'000}, {501}}));
  EXPECT_THAT(FaultOf(point), HasSubstr("radius_m"));
  EXPECT_FALSE(Only(Feature(point, R"({"radius_m":-1})")).fault.ok());
  EXPECT_FALSE(Only(Feature(point, R"({"radius_m":1e12})")).fault.ok());
}

TEST(GeoJson, IgnoresAltitudes) {
  EXPECT_OK(Only(Feature(Polygon("[[-2.24,53.47,1],[-2.22,53.47,2,9],[-2.22,53.49,3],"
                                 "[-2.24,53.47,4]]")))
                .fault);
}

TEST(GeoJson, NamesTheVertexByTheFilesOwnPath) {
  const DrawnZone zone = Only(Collection(Feature(Polygon(kBowTie))));
  EXPECT_THAT(zone.fault.message(),
              HasSubstr("the edge from features[0].geometry.coordinates[0][0] to [1] crosses"));
  EXPECT_EQ(zone.fault_at, (matcher::GeoPoint{534'700'000, -22'400'000}));
  const std::string multi =
      absl::StrCat(R"({"type":"MultiPolygon","coordinates":[[)", kSquare, "],[", kBowTie, "]]}");
  EXPECT_THAT(FaultOf(multi), HasSubstr("geometry.coordinates[1][0][0]"));
}

TEST(GeoJson, SaysHowToMendWhatIsNotAnArea) {
  EXPECT_THAT(FaultOf("null"), HasSubstr("geometry is empty; draw an area"));
  EXPECT_THAT(FaultOf(R"({"type":"LineString","coordinates":[[0,51],[1,52]]})"),
              HasSubstr("is a LineString; a zone is a Polygon"));
  EXPECT_THAT(FaultOf(R"({"coordinates":[]})"), HasSubstr("is of no type"));
  EXPECT_THAT(FaultOf(Polygon("")), HasSubstr("has no rings"));
  EXPECT_THAT(FaultOf(Polygon("7")), HasSubstr("geometry.coordinates[0] is not a ring"));
  EXPECT_THAT(FaultOf(Polygon(R"([[-2.24,53.47],["a",1]])")),
              HasSubstr("geometry.coordinates[0][1] is not a position"));
  EXPECT_THAT(FaultOf(Polygon("[[385000,398000],[385001,398000],[385000,398001],[385000,398000]]")),
              HasSubstr("metres of a national grid"));
  EXPECT_THAT(FaultOf(Polygon("[[53.47,-2.24],[53.47,-2.22],[53.49,-2.22],[53.47,-2.24]]")),
              HasSubstr("latitude and longitude swapped"));
}

TEST(GeoJson, TakesACollectionOfOneGeometryForTheGeometry) {
  const auto collection = [](const std::string& parts) {
    return absl::StrCat(R"({"type":"GeometryCollection","geometries":[)", parts, "]}");
  };
  EXPECT_OK(Only(Feature(collection(Polygon(kSquare)))).fault);
  EXPECT_THAT(FaultOf(collection(Polygon(kBowTie))),
              HasSubstr("geometry.geometries[0].coordinates[0][0]"));
  EXPECT_THAT(FaultOf(collection(Polygon(kSquare) + "," + Polygon(kSquare))),
              HasSubstr("several geometries"));
  EXPECT_FALSE(Only(Feature(collection(collection(Polygon(kSquare))))).fault.ok());
}

TEST(GeoJson, OneWrongFeatureLeavesTheOthers) {
  ASSERT_OK_AND_ASSIGN(const auto zones, ReadGeoJson(Collection(Feature(Polygon(kBowTie)) + "," +
                                                                Feature(Polygon(kSquare)) + ",3")));
  ASSERT_THAT(zones, SizeIs(3));
  EXPECT_FALSE(zones[0].fault.ok());
  EXPECT_OK(zones[1].fault);
  EXPECT_THAT(zones[2].fault.message(), HasSubstr("features[2] is not a Feature"));
}

TEST(GeoJson, RefusesWhatIsNotGeoJsonInWgs84) {
  using absl::StatusCode;
  EXPECT_THAT(ReadGeoJson("<svg/>"), StatusIs(StatusCode::kInvalidArgument, HasSubstr("RFC 7946")));
  EXPECT_THAT(ReadGeoJson("[]"), StatusIs(StatusCode::kInvalidArgument, HasSubstr("RFC 7946")));
  EXPECT_THAT(ReadGeoJson(Collection("")),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("no features")));
  EXPECT_THAT(ReadGeoJson(R"({"type":"FeatureCollection","features":[],"crs":{"type":"name",)"
                          R"("properties":{"name":"urn:ogc:def:crs:EPSG::27700"}}})"),
              StatusIs(StatusCode::kInvalidArgument, HasSubstr("27700")));
  EXPECT_OK(ReadGeoJson(absl::StrCat(R"({"crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:)",
                                     R"(CRS84"}},"type":"FeatureCollection","features":[)",
                                     Feature(Polygon(kSquare)), "]}"))
                .status());
}

std::string WholeFault(absl::string_view text) {
  return std::string(ReadGeoJson(text).status().message());
}

TEST(GeoJson, SaysOnWhichLineItStopsBeingJson) {
  EXPECT_THAT(WholeFault("{\"type\": \"FeatureCollection\",\n \"features\": []\n \"x\": 1}"),
              HasSubstr("line 3, byte 4 of it is where the JSON goes wrong: a comma, a bracket"));
  EXPECT_THAT(WholeFault("{'type': 1}"), HasSubstr("line 1, byte 2 of it"));
  EXPECT_THAT(WholeFault("[1, 2} "), HasSubstr("line 1, byte 6 of it"));
  EXPECT_THAT(WholeFault("{\"type\": \"Feature\", \"geometry\":\n"),
              HasSubstr("the file ends in the middle"));
  EXPECT_THAT(WholeFault("{\"type\": 1e999}"), HasSubstr("a number that is too large"));
  EXPECT_THAT(WholeFault(""), HasSubstr("RFC 7946"));
}

// A place name is the usual victim.
TEST(GeoJson, SaysWhichByteIsNotUtf8) {
  const std::string fault =
      WholeFault("{\"type\": \"Feature\",\n \"name\": \"Caf\xE9\", \"x\": 1 2}");
  EXPECT_THAT(fault, HasSubstr("line 2, byte 14 of it is not UTF-8"));
  EXPECT_THAT(fault, HasSubstr("save it again in UTF-8"));
  EXPECT_THAT(WholeFault("{\xA0\"x\": 1}"), HasSubstr("line 1, byte 2 of it is not UTF-8"));
  // Text, if not where it stands.
  EXPECT_THAT(WholeFault("{\"x\": \"Caf\xC3\xA9\", \xC3\xA9}"), HasSubstr("a comma"));
  // What is wrong before it is told first.
  EXPECT_THAT(WholeFault("{\"x\": 1 2, \"name\": \"Caf\xE9\"}"), HasSubstr("a comma"));
}

}  // namespace
}  // namespace throughgate::cli
