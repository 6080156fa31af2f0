// The layers of places.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "services/edge/errors.h"
#include "services/import/import_harness_for_test.h"
#include "storage/format/keys.h"

namespace throughgate::services {
namespace {

using matcher::PremisesKind;

// Schools [first, last], a few metres apart.
v1::ImportPremisesRequest Schools(const std::string& layer, int first, int last) {
  v1::ImportPremisesRequest request;
  request.set_layer(layer);
  for (int i = first; i <= last; ++i) {
    v1::Premises& school = *request.add_premises();
    school.set_premises_id(absl::StrCat("school/", i));
    school.set_kind(v1::PREMISES_KIND_SCHOOL);
    school.set_latitude(53.4 + i * 1e-4);
    school.set_longitude(-2.2);
    school.set_uncertainty_m(50);
  }
  return request;
}

// Areas [first, last], each a comb of `teeth`.
v1::ImportAreasRequest Combs(const std::string& layer, int first, int last, int teeth) {
  v1::ImportAreasRequest request;
  request.set_layer(layer);
  for (int i = first; i <= last; ++i) {
    v1::NamedArea& area = *request.add_areas();
    area.set_name(absl::StrCat("ward/Ward ", i));
    v1::Ring& ring = *area.mutable_area()->add_polygons()->add_rings();
    const auto add = [&](double latitude, double longitude) {
      v1::Vertex& vertex = *ring.add_vertices();
      vertex.set_latitude(latitude);
      vertex.set_longitude(longitude);
    };
    add(50.0, -3.0);
    for (int tooth = 1; tooth < teeth; ++tooth) {
      add(tooth % 2 ? 50.1234567 : 60.1234567, -3.0 + tooth * 1e-4);
    }
    add(50.0, -3.0 + teeth * 1e-4);
    add(50.0, -3.0);
  }
  return request;
}

class LayerImportTest : public ImportHarness {
 protected:
  std::string Refused(const absl::Status& status) {
    const auto violations = FieldViolationsOf(status);
    return violations.empty() ? status.ToString() : violations.front().field;
  }
};

TEST_F(LayerImportTest, PremisesReplaceThoseBefore) {
  const auto first = SendPremises({Schools("old", 1, 900), Schools("", 901, 1'500)});
  ASSERT_OK(first);
  ASSERT_EQ(first->premises_size(), 1);
  EXPECT_EQ(first->premises(0).count(), 1'500);
  EXPECT_EQ(Latest()->premises->id(), "old");
  ASSERT_OK(SendPremises({Schools("new", 1, 3)}));
  EXPECT_EQ(Latest()->premises->id(), "new");
  EXPECT_EQ(Latest()->premises->count(PremisesKind::kSchool), 3u);
  EXPECT_EQ(store.All(format::kPremisesPrefix).size(), 2u);  // one page and the manifest
}

TEST_F(LayerImportTest, PremisesThatFailLeaveThoseBefore) {
  ASSERT_OK(SendPremises({Schools("old", 1, 3)}));
  EXPECT_EQ(Refused(SendPremises({Schools("new", 1, 3), Schools("", 3, 4)}).status()),
            "premises[3].premises_id");
  auto nowhere = Schools("new", 1, 2);
  nowhere.mutable_premises(1)->set_uncertainty_m(0);
  EXPECT_EQ(Refused(SendPremises({nowhere}).status()), "premises[1].uncertainty_m");
  EXPECT_EQ(Refused(SendPremises({Schools("", 1, 2)}).status()), "layer");
  EXPECT_EQ(Refused(SendPremises({Schools("new", 1, 0)}).status()), "premises");
  EXPECT_EQ(Refused(SendPremises({Schools("new", 1, 1'001)}).status()), "premises");
  EXPECT_EQ(Latest()->premises->id(), "old");
}

// So that whoever sent them finds the place in what was sent, however it was parted.
TEST_F(LayerImportTest, ItemsAreCountedOverTheWholeStream) {
  auto second = Schools("", 901, 905);
  second.mutable_premises(4)->set_uncertainty_m(0);
  second.mutable_premises(2)->set_premises_id("school/7");
  const auto refused = SendPremises({Schools("new", 1, 900), Schools("", 0, -1), second});
  const auto violations = FieldViolationsOf(refused.status());
  ASSERT_EQ(violations.size(), 2u);
  EXPECT_EQ(violations[0].field, "premises[902].premises_id");
  EXPECT_EQ(violations[1].field, "premises[904].uncertainty_m");
  EXPECT_EQ(
      Refused(
          SendAreas({Combs("wards", 1, 5, 9), Combs("", 6, 7, 9), Combs("", 2, 2, 9)}).status()),
      "areas[7].name");
}

TEST_F(LayerImportTest, AreasComeInPagesOfBoundedSize) {
  const auto response = SendAreas({Combs("wards", 1, 6, 9'000), Combs("", 7, 9, 9'000)});
  ASSERT_OK(response);
  EXPECT_EQ(response->areas(), 9);
  const auto records = store.All(format::kAreasPrefix);
  EXPECT_GE(records.size(), 4u);
  for (const storage::Record& record : records) {
    EXPECT_LE(record.value.size(), std::size_t{256} << 10);
  }
}

TEST_F(LayerImportTest, AreasOfOneNameOrNoGoodShapeAreRefused) {
  auto twice = Combs("wards", 1, 2, 9);
  twice.mutable_areas(1)->set_name("ward/WARD 1");
  EXPECT_EQ(Refused(SendAreas({twice}).status()), "areas[1].name");
  auto crossing = Combs("wards", 1, 1, 9);
  crossing.mutable_areas(0)
      ->mutable_area()
      ->mutable_polygons(0)
      ->mutable_rings(0)
      ->mutable_vertices(3)
      ->set_latitude(49.5);
  EXPECT_EQ(Refused(SendAreas({crossing}).status()), "areas[0]");
  EXPECT_TRUE(store.All(format::kAreasPrefix).empty());
}

}  // namespace
}  // namespace throughgate::services
