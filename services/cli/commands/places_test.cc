// Layers of places, as people type them, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "services/cli/reference/premises_points.h"
#include "services/cli/testing/command_test.h"
#include "services/cli/testing/drawings.h"
#include "throughgate/v1/error_details.pb.h"
#include "throughgate/v1/reference_service.grpc.pb.h"

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
    return refusal;
  }
  grpc::Status ImportAreas(grpc::ServerContext*, grpc::ServerReader<v1::ImportAreasRequest>* reader,
                           v1::ImportAreasResponse*) override {
    areas.Clear();
    messages = 0;
    for (v1::ImportAreasRequest next; reader->Read(&next); next.Clear()) {
      ++messages;
      areas.MergeFrom(next);
    }
    return refusal;
  }
  grpc::Status ImportGazetteer(grpc::ServerContext*,
                               grpc::ServerReader<v1::ImportGazetteerRequest>* reader,
                               v1::ImportGazetteerResponse*) override {
    for (v1::ImportGazetteerRequest next; reader->Read(&next);) continue;
    return refusal;
  }
  grpc::Status ImportTaxonomy(grpc::ServerContext*,
                              grpc::ServerReader<v1::ImportTaxonomyRequest>* reader,
                              v1::ImportTaxonomyResponse*) override {
    for (v1::ImportTaxonomyRequest next; reader->Read(&next);) continue;
    return refusal;
  }
  v1::ImportPremisesRequest premises;
  v1::ImportAreasRequest areas;
  int messages = 0;
  grpc::Status refusal;  // how every import ends
};

class PlacesTest : public CommandTest {
 protected:
  PlacesTest() { Serve({&layers_}); }

  FakeLayers layers_;
};

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

// What the server says of one of what it was sent, by number.
grpc::Status Refusal(absl::string_view field, absl::string_view description) {
  v1::BadRequest request;
  auto& violation = *request.add_field_violations();
  violation.set_field(std::string(field));
  violation.set_description(std::string(description));
  v1::Status rich;
  rich.add_details()->set_type_url("type.googleapis.com/google.rpc.BadRequest");
  rich.mutable_details(0)->set_value(request.SerializeAsString());
  return {grpc::StatusCode::INVALID_ARGUMENT, absl::StrCat(field, ": ", description),
          rich.SerializeAsString()};
}

TEST_F(PlacesTest, WhatIsWrongIsToldByItsPlaceInTheFiles) {
  const std::string table = folder_.Write("schools.csv",
                                          "nr,kind,latitude,longitude,uncertainty_m\n"
                                          "a,school,53.4,-2.2,50\n"
                                          "\n"
                                          "b,school,53.5,-2.3,30\n");
  const std::string lines = folder_.Write(
      "more.jsonl",
      R"({"premisesId": "c", "kind": "PREMISES_KIND_SCHOOL", "latitude": 53, "longitude": -2})");
  const std::string drawing = folder_.Write("pools.geojson", Collection({R"(
      {"type": "Feature", "id": 7, "properties": {"kind": "swimming-pool", "uncertainty_m": 40},
       "geometry": {"type": "Point", "coordinates": [-2.25, 53.45]}})"}));
  const auto import = [&] {
    return Run({"premises", "import", table, lines, drawing, "--column", "id=nr", "--column",
                "kind=kind", "--column", "latitude=latitude", "--column", "longitude=longitude",
                "--column", "uncertainty_m=uncertainty_m"});
  };
  layers_.refusal = Refusal("premises[1].premises_id", "Is listed already.");
  EXPECT_EQ(import(), 1);
  EXPECT_EQ(err_, absl::StrCat("throughgate: ", table, ": line 4 (b): nr: Is listed already.\n"));
  layers_.refusal = Refusal("premises[2].uncertainty_m", "Is required.");
  EXPECT_EQ(import(), 1);
  EXPECT_EQ(err_,
            absl::StrCat("throughgate: ", lines, ": line 1 (c): uncertainty_m: Is required.\n"));
  layers_.refusal = Refusal("premises[3].latitude", "Is abroad.");
  EXPECT_EQ(import(), 1);
  EXPECT_EQ(err_,
            absl::StrCat("throughgate: ", drawing, ": features[0] (7): latitude: Is abroad.\n"));
  layers_.refusal = Refusal("layer", "Is required.");
  EXPECT_EQ(import(), 1);
  EXPECT_EQ(err_, "throughgate: layer: Is required.\n");
}

TEST_F(PlacesTest, AnAreaIsToldByItsFeatureThoughOthersAreLeftOut) {
  const std::string file = folder_.Write(
      "councils.geojson", Collection({Feature("York", kBowTie), Feature("Leeds", kTriangle),
                                      Feature("leeds", kTriangle)}));
  layers_.refusal = Refusal("areas[1].name", "Is listed already.");
  EXPECT_EQ(Run({"areas", "import", file, "--name-property", "lad", "--skip-faulty"}), 1);
  EXPECT_THAT(err_, HasSubstr(absl::StrCat(file,
                                           ": features[2] (local-authority/leeds): name: "
                                           "Is listed already.")));
  layers_.refusal = Refusal("areas[0]", "Crosses itself.");
  EXPECT_EQ(Run({"areas", "import", file, "--name-property", "lad", "--skip-faulty"}), 1);
  EXPECT_THAT(err_, HasSubstr("features[1] (local-authority/Leeds): Crosses itself."));
}

TEST_F(PlacesTest, DistrictsAndConceptsAreToldByTheirLinesToo) {
  const std::string table = folder_.Write("outcodes.csv",
                                          "postcode,latitude,longitude\n"
                                          "M13,53.4,-2.2\n"
                                          "M14,53.4,-2.2\n");
  layers_.refusal = Refusal("districts[1].code", "Is listed already.");
  EXPECT_EQ(Run({"gazetteer", "import", table}), 1);
  EXPECT_THAT(err_, HasSubstr("outcodes.csv: line 3 (M14): postcode: Is listed already."));
  const std::string concepts =
      folder_.Write("concepts.jsonl", "{\"code\": \"skill/a\"}\n{\"code\": \"skill/b\"}\n");
  layers_.refusal = Refusal("concepts[1].label", "Is required.");
  EXPECT_EQ(Run({"taxonomy", "import", concepts}), 1);
  EXPECT_THAT(err_, HasSubstr("concepts.jsonl: line 2 (skill/b): label: Is required."));
}

TEST_F(PlacesTest, DrawingsThatAreNoJsonAreToldByTheirLine) {
  const std::string latin = folder_.Write("latin.geojson", "{\"type\":\n \"Caf\xE9\"}");
  for (const auto& words : {std::vector<std::string>{"premises", "import", latin},
                            std::vector<std::string>{"areas", "import", latin},
                            std::vector<std::string>{"zones", "check", latin}}) {
    EXPECT_EQ(Run(words), 2);
    EXPECT_THAT(err_, HasSubstr("latin.geojson: line 2, byte 6 of it is not UTF-8"));
  }
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
