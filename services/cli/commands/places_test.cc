// Layers of places and zones by name, as people type them, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "services/cli/commands/commands.h"
#include "services/cli/reference/premises_points.h"
#include "services/cli/testing/test_files.h"
#include "throughgate/v1/reference_service.grpc.pb.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;

class FakeLayers : public v1::ReferenceService::Service {
 public:
  grpc::Status ImportPremises(grpc::ServerContext*,
                              grpc::ServerReader<v1::ImportPremisesRequest>* reader,
                              v1::ImportPremisesResponse*) override {
    premises.Clear();
    for (v1::ImportPremisesRequest next; reader->Read(&next); next.Clear())
      premises.MergeFrom(next);
    return grpc::Status::OK;
  }
  grpc::Status ImportAreas(grpc::ServerContext*, grpc::ServerReader<v1::ImportAreasRequest>* reader,
                           v1::ImportAreasResponse*) override {
    areas.Clear();
    messages = 0;
    for (v1::ImportAreasRequest next; reader->Read(&next); next.Clear()) {
      ++messages;
      areas.MergeFrom(next);
    }
    return grpc::Status::OK;
  }
  v1::ImportPremisesRequest premises;
  v1::ImportAreasRequest areas;
  int messages = 0;
};

class FakePlans : public v1::RiskPlanService::Service {
 public:
  grpc::Status SetZone(grpc::ServerContext*, const v1::SetZoneRequest* request,
                       v1::SetZoneResponse*) override {
    asked = *request;
    return grpc::Status::OK;
  }
  v1::SetZoneRequest asked;
};

class PlacesTest : public ::testing::Test {
 protected:
  PlacesTest() {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(&layers_);
    builder.RegisterService(&plans_);
    server_ = builder.BuildAndStart();
  }
  int Run(const std::vector<std::string>& words) {
    const std::string server = absl::StrCat("127.0.0.1:", port_);
    std::vector<const char*> argv = {"throughgate", "--server", server.c_str()};
    for (const std::string& word : words) argv.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    Session session(out, err);
    const int status = RunCommand(static_cast<int>(argv.size()), argv.data(), session);
    err_ = err.str();
    return status;
  }
  int AddZone(const std::vector<std::string>& options) {
    std::vector<std::string> words = {"risk-plans", "add-zone", "heron", "--id", "town"};
    words.insert(words.end(), options.begin(), options.end());
    return Run(words);
  }

  FakeLayers layers_;
  FakePlans plans_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
  const TempFolder folder_;
  std::string err_;
};

constexpr char kTriangle[] =
    R"("geometry": {"type": "Polygon", "coordinates": [[[-2, 53], [-1, 53], [-1, 54], [-2, 53]]]})";
constexpr char kBowTie[] =
    R"("geometry": {"type": "Polygon",
        "coordinates": [[[-2, 53], [-1, 54], [-1, 53], [-2, 54], [-2, 53]]]})";

std::string Feature(const char* name, const char* geometry) {
  return absl::StrCat(R"({"type": "Feature", "id": "E1", "properties": {"lad": ")", name, R"("}, )",
                      geometry, "}");
}
std::string Collection(const std::vector<std::string>& features) {
  std::string text = R"({"type": "FeatureCollection", "features": [)";
  for (const std::string& feature : features) {
    absl::StrAppend(&text, text.back() == '[' ? "" : ", ", feature);
  }
  return text + "]}";
}

TEST_F(PlacesTest, PremisesComeFromTablesAndDrawings) {
  const std::string table = folder_.Write("schools.csv",
                                          "id,kind,latitude,longitude,uncertainty_m\n"
                                          "a,School,53.4,-2.2,50\n"
                                          "b,play area,53.5,-2.3,30\n");
  const std::string drawing = folder_.Write("pools.geojson", Collection({R"(
      {"type": "Feature", "id": 7, "properties": {"kind": "swimming-pool", "uncertainty_m": 40},
       "geometry": {"type": "Point", "coordinates": [-2.25, 53.45]}})"}));
  ASSERT_EQ(Run({"premises", "import", table, drawing, "--name", "all-1"}), 0) << err_;
  const v1::ImportPremisesRequest& sent = layers_.premises;
  EXPECT_EQ(sent.layer(), "all-1");
  ASSERT_EQ(sent.premises_size(), 3);
  EXPECT_EQ(sent.premises(0).kind(), v1::PREMISES_KIND_SCHOOL);
  EXPECT_EQ(sent.premises(1).kind(), v1::PREMISES_KIND_PLAY_AREA);
  EXPECT_EQ(sent.premises(1).uncertainty_m(), 30);
  EXPECT_EQ(sent.premises(2).premises_id(), "7");
  EXPECT_EQ(sent.premises(2).kind(), v1::PREMISES_KIND_SWIMMING_POOL);
  EXPECT_DOUBLE_EQ(sent.premises(2).latitude(), 53.45);
  EXPECT_DOUBLE_EQ(sent.premises(2).longitude(), -2.25);
}

TEST_F(PlacesTest, OnePremisesThatCannotBeReadRefuseAll) {
  const std::string table = folder_.Write("a.csv",
                                          "id,kind,latitude,longitude,uncertainty_m\n"
                                          "a,castle,53.4,-2.2,50\n");
  EXPECT_EQ(Run({"premises", "import", table}), 2);
  EXPECT_THAT(err_, HasSubstr("line 2: kind is not one of: school, nursery, play area"));
  const std::string drawing = folder_.Write("b.geojson", Collection({R"(
      {"type": "Feature", "id": 7, "properties": {},
       "geometry": {"type": "Point", "coordinates": [-2.25, 53.45]}})"}));
  EXPECT_EQ(Run({"premises", "import", drawing}), 2);
  EXPECT_THAT(err_, HasSubstr("b.geojson: features[0]: properties.kind is missing"));
  EXPECT_EQ(Run({"premises", "import", drawing, "--kind", "library", "--uncertainty", "25"}), 0);
  EXPECT_EQ(layers_.premises.layer(), "b");
  EXPECT_EQ(layers_.premises.premises(0).kind(), v1::PREMISES_KIND_LIBRARY);
  EXPECT_EQ(layers_.premises.premises(0).uncertainty_m(), 25);
}

TEST_F(PlacesTest, AreasAreNamedByAPropertyOrTheirIds) {
  const std::string file =
      folder_.Write("councils.geojson", Collection({Feature("Leeds", kTriangle)}));
  ASSERT_EQ(Run({"areas", "import", file, "--name-property", "lad"}), 0) << err_;
  EXPECT_EQ(layers_.areas.layer(), "councils");
  ASSERT_EQ(layers_.areas.areas_size(), 1);
  EXPECT_EQ(layers_.areas.areas(0).name(), "local-authority/Leeds");
  EXPECT_EQ(layers_.areas.areas(0).area().polygons(0).rings(0).vertices_size(), 4);
  ASSERT_EQ(Run({"areas", "import", file, "--kind", "ward"}), 0);
  EXPECT_EQ(layers_.areas.areas(0).name(), "ward/E1");
  EXPECT_EQ(Run({"areas", "import", file, "--name-property", "town"}), 2);
  EXPECT_THAT(err_, HasSubstr("features[0].geometry has no name"));
}

TEST_F(PlacesTest, FaultyAreasRefuseAllUnlessTheyAreToBeLeftOut) {
  const std::string file = folder_.Write(
      "councils.geojson", Collection({Feature("Leeds", kTriangle), Feature("York", kBowTie)}));
  EXPECT_EQ(Run({"areas", "import", file, "--name-property", "lad"}), 2);
  EXPECT_THAT(
      err_, HasSubstr("York: the edge from features[1].geometry.coordinates[0][0] to [1] crosses"));
  EXPECT_THAT(err_, HasSubstr("1 of 2 features cannot be areas; nothing was imported"));
  EXPECT_EQ(layers_.areas.areas_size(), 0);
  ASSERT_EQ(Run({"areas", "import", file, "--name-property", "lad", "--skip-faulty"}), 0);
  EXPECT_THAT(err_, HasSubstr("1 of 2 features left out"));
  ASSERT_EQ(layers_.areas.areas_size(), 1);
  EXPECT_EQ(layers_.areas.areas(0).name(), "local-authority/Leeds");
}

TEST_F(PlacesTest, ZonesAreAddedByNameOrByShape) {
  ASSERT_EQ(AddZone({"--area", "local-authority/Leeds", "--restriction"}), 0) << err_;
  EXPECT_EQ(plans_.asked.name(), "candidates/heron/riskPlan");
  EXPECT_EQ(plans_.asked.zone().zone_id(), "town");
  EXPECT_EQ(plans_.asked.zone().kind(), v1::ZONE_KIND_RESTRICTION);
  EXPECT_EQ(plans_.asked.zone().named_area(), "local-authority/Leeds");
  EXPECT_EQ(plans_.asked.zone().shape_case(), v1::Zone::SHAPE_NOT_SET);

  ASSERT_EQ(AddZone({"--district", "M13", "--buffer", "250", "--until", "2026-12-31"}), 0);
  EXPECT_EQ(plans_.asked.zone().named_area(), "district/M13");
  EXPECT_EQ(plans_.asked.zone().kind(), v1::ZONE_KIND_EXCLUSION);
  EXPECT_EQ(plans_.asked.zone().buffer_m(), 250);
  EXPECT_EQ(plans_.asked.zone().ends_on().month(), 12);

  ASSERT_EQ(AddZone({"--circle", "53.48,-2.24,500"}), 0);
  EXPECT_DOUBLE_EQ(plans_.asked.zone().circle().centre().longitude(), -2.24);
  EXPECT_EQ(plans_.asked.zone().circle().radius_m(), 500);

  const std::string file =
      folder_.Write("zones.geojson", Collection({Feature("a", kBowTie), Feature("b", kTriangle)}));
  ASSERT_EQ(AddZone({"--file", file, "--feature", "1"}), 0) << err_;
  EXPECT_EQ(plans_.asked.zone().area().polygons(0).rings(0).vertices_size(), 4);
}

TEST_F(PlacesTest, AZoneNeedsOneGoodShape) {
  EXPECT_EQ(AddZone({}), 2);
  EXPECT_EQ(AddZone({"--district", "M13", "--area", "ward/x"}), 2);
  EXPECT_EQ(AddZone({"--district", "M13", "--feature", "0"}), 2);
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24"}), 2);
  EXPECT_THAT(err_, HasSubstr("like 53.4808,-2.2426,500"));
  const std::string file =
      folder_.Write("zones.geojson", Collection({Feature("a", kBowTie), Feature("b", kTriangle)}));
  EXPECT_EQ(AddZone({"--file", file}), 2);
  EXPECT_THAT(err_, HasSubstr("has 2 features; say which with --feature"));
  EXPECT_EQ(AddZone({"--file", file, "--feature", "2"}), 2);
  EXPECT_THAT(err_, HasSubstr("has no feature 2"));
  EXPECT_EQ(AddZone({"--file", file, "--feature", "0"}), 2);
  EXPECT_THAT(err_, HasSubstr("features[0].geometry.coordinates[0]["));
  EXPECT_EQ(plans_.asked.name(), "");
}

// What is measured is the product, on files that are not part of it.
TEST_F(PlacesTest, EveryLocalAuthorityThatCanBeAZoneIsSent) {
  const std::string path = RealData("geo/uk_local_authorities_2015.geojson.gz");
  if (path.empty()) GTEST_SKIP() << "the real data is not here: set THROUGHGATE_DATA";
  ASSERT_EQ(Run({"areas", "import", path, "--name-property", "id", "--skip-faulty"}), 0) << err_;
  EXPECT_EQ(layers_.areas.areas_size(), 327);
  EXPECT_GT(layers_.messages, 1);
  // Islands that were simplified to a line.
  EXPECT_THAT(err_, HasSubstr("53 of 380 features left out"));
}

}  // namespace
}  // namespace throughgate::cli
