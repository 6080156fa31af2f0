// Zones as people add them to plans, against a tiny server in this process.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "services/cli/hours.h"
#include "services/cli/testing/command_test.h"
#include "services/cli/testing/drawings.h"
#include "throughgate/v1/risk_plan_service.grpc.pb.h"

namespace throughgate::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Has one plan, and takes every zone that goes with its etag.
class FakePlans : public v1::RiskPlanService::Service {
 public:
  grpc::Status GetRiskPlan(grpc::ServerContext*, const v1::GetRiskPlanRequest* request,
                           v1::GetRiskPlanResponse* response) override {
    if (request->name() != "candidates/heron/riskPlan") {
      return {grpc::StatusCode::NOT_FOUND, "does not exist."};
    }
    *response->mutable_risk_plan() = plan;
    if (changes_in_between) plan.set_etag("e8");
    return grpc::Status::OK;
  }
  grpc::Status SetZone(grpc::ServerContext*, const v1::SetZoneRequest* request,
                       v1::SetZoneResponse*) override {
    if (request->etag() != plan.etag()) return {grpc::StatusCode::ABORTED, "has changed"};
    asked = *request;
    return grpc::Status::OK;
  }
  v1::RiskPlan plan;
  bool changes_in_between = false;
  v1::SetZoneRequest asked;
};

class AddZoneTest : public CommandTest {
 protected:
  AddZoneTest() {
    Serve({&plans_});
    plans_.plan.set_etag("e7");
  }
  int AddZone(const std::vector<std::string>& options) {
    std::vector<std::string> words = {"risk-plans", "add-zone", "heron", "--id", "town"};
    words.insert(words.end(), options.begin(), options.end());
    return Run(words);
  }
  const v1::Zone& asked() const { return plans_.asked.zone(); }

  // The zone "town" as the plan has it, with all that a zone can have.
  void HaveZone(v1::ZoneKind kind) {
    v1::Zone& zone = *plans_.plan.add_zones();
    zone.set_zone_id("town");
    zone.set_kind(kind);
    zone.set_named_area("local-authority/Leeds");
    zone.mutable_area()->add_polygons();
    if (kind == v1::ZONE_KIND_EXCLUSION) zone.set_buffer_m(8'000);
    *zone.mutable_windows() = *ParseHours("Mon-Tue 09:00-17:00");
    zone.mutable_starts_on()->set_year(2026);
    zone.mutable_ends_on()->set_year(2027);
    for (v1::Date* day : {zone.mutable_starts_on(), zone.mutable_ends_on()}) {
      day->set_month(2);
      day->set_day(3);
    }
  }

  FakePlans plans_;
};

// A drawing of two, of which the second is good.
std::string Drawing() {
  return absl::StrCat(R"({"type": "FeatureCollection", "features": [{"type": "Feature", )", kBowTie,
                      R"(}, {"type": "Feature", )", kTriangle, "}]}");
}

TEST_F(AddZoneTest, ZonesAreAddedByNameOrByShape) {
  ASSERT_EQ(AddZone({"--area", "local-authority/Leeds", "--restriction"}), 0) << err_;
  EXPECT_EQ(plans_.asked.name(), "candidates/heron/riskPlan");
  EXPECT_EQ(asked().zone_id(), "town");
  EXPECT_EQ(asked().kind(), v1::ZONE_KIND_RESTRICTION);
  EXPECT_EQ(asked().named_area(), "local-authority/Leeds");
  EXPECT_EQ(asked().shape_case(), v1::Zone::SHAPE_NOT_SET);

  ASSERT_EQ(AddZone({"--district", "M13", "--buffer", "250", "--until", "2026-12-31"}), 0);
  EXPECT_EQ(asked().named_area(), "district/M13");
  EXPECT_EQ(asked().kind(), v1::ZONE_KIND_EXCLUSION);
  EXPECT_EQ(asked().buffer_m(), 250);
  EXPECT_EQ(asked().ends_on().month(), 12);

  ASSERT_EQ(AddZone({"--circle", "53.48,-2.24,500"}), 0);
  EXPECT_DOUBLE_EQ(asked().circle().centre().longitude(), -2.24);
  EXPECT_EQ(asked().circle().radius_m(), 500);

  const std::string file = folder_.Write("zones.geojson", Drawing());
  ASSERT_EQ(AddZone({"--file", file, "--feature", "1"}), 0) << err_;
  EXPECT_EQ(asked().area().polygons(0).rings(0).vertices_size(), 4);
}

TEST_F(AddZoneTest, AZoneNeedsOneGoodShape) {
  EXPECT_EQ(AddZone({}), 2);
  EXPECT_EQ(AddZone({"--district", "M13", "--area", "ward/x"}), 2);
  EXPECT_EQ(AddZone({"--district", "M13", "--feature", "0"}), 2);
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24"}), 2);
  EXPECT_THAT(err_, HasSubstr("like 53.4808,-2.2426,500"));
  const std::string file = folder_.Write("zones.geojson", Drawing());
  EXPECT_EQ(AddZone({"--file", file}), 2);
  EXPECT_THAT(err_, HasSubstr("has 2 features; say which with --feature"));
  EXPECT_EQ(AddZone({"--file", file, "--feature", "2"}), 2);
  EXPECT_THAT(err_, HasSubstr("has no feature 2"));
  EXPECT_EQ(AddZone({"--file", file, "--feature", "0"}), 2);
  EXPECT_THAT(err_, HasSubstr("features[0].geometry.coordinates[0]["));
  EXPECT_EQ(plans_.asked.name(), "");
}

TEST_F(AddZoneTest, AZoneHasHoursAndDays) {
  ASSERT_EQ(
      AddZone({"--circle", "53.48,-2.24,500", "--hours", "Mon-Fri 08:30-15:30; Sat 22:00-06:00",
               "--from", "2026-01-02", "--until", "2026-12-31"}),
      0)
      << err_;
  EXPECT_EQ(FormatHours(asked().windows()), "Mon, Tue, Wed, Thu, Fri 08:30-15:30; Sat 22:00-06:00");
  EXPECT_EQ(asked().starts_on().day(), 2);
  EXPECT_EQ(asked().ends_on().day(), 31);
  EXPECT_THAT(err_, Not(HasSubstr("Kept")));
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--hours", "Mon 9-17"}), 2);
  EXPECT_THAT(err_, HasSubstr("--hours: '9-17' is not two times of the day, HH:MM-HH:MM"));
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--from", "1 May"}), 2);
  EXPECT_THAT(err_, HasSubstr("--from: not a day of the form YYYY-MM-DD"));
}

TEST_F(AddZoneTest, AZoneThatIsDrawnAnewKeepsTheRest) {
  HaveZone(v1::ZONE_KIND_EXCLUSION);
  const v1::Zone before = plans_.plan.zones(0);
  ASSERT_EQ(AddZone({"--circle", "53.48,-2.24,500"}), 0) << err_;
  EXPECT_EQ(plans_.asked.etag(), "e7");
  v1::Zone expected = before;
  expected.clear_named_area();
  expected.mutable_circle()->mutable_centre()->set_latitude(53.48);
  expected.mutable_circle()->mutable_centre()->set_longitude(-2.24);
  expected.mutable_circle()->set_radius_m(500);
  EXPECT_EQ(asked().DebugString(), expected.DebugString());
  EXPECT_EQ(err_,
            "Zone town was there and is drawn anew. Kept: to stay out of, buffer 8000 m, hours "
            "Mon, Tue 09:00-17:00, from 2026-02-03, until 2027-02-03.\n");

  ASSERT_EQ(AddZone({"--area", "ward/x", "--until", "2026-12-31", "--buffer", "250"}), 0);
  EXPECT_EQ(asked().shape_case(), v1::Zone::SHAPE_NOT_SET);
  EXPECT_EQ(asked().named_area(), "ward/x");
  EXPECT_EQ(asked().buffer_m(), 250);
  EXPECT_EQ(asked().ends_on().year(), 2026);
  EXPECT_EQ(asked().starts_on().year(), 2026);
  EXPECT_EQ(err_,
            "Zone town was there and is drawn anew. Kept: to stay out of, hours Mon, Tue "
            "09:00-17:00, from 2026-02-03.\n");
}

TEST_F(AddZoneTest, OnlyWhatIsSaidIsLifted) {
  HaveZone(v1::ZONE_KIND_EXCLUSION);
  ASSERT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--buffer", "0", "--hours", "always", "--from",
                     "none", "--until", "none"}),
            0)
      << err_;
  EXPECT_EQ(asked().buffer_m(), 0);
  EXPECT_TRUE(asked().windows().empty());
  EXPECT_FALSE(asked().has_starts_on());
  EXPECT_FALSE(asked().has_ends_on());
  EXPECT_THAT(err_, HasSubstr("Kept: to stay out of."));
}

TEST_F(AddZoneTest, TheKindOfAZoneThatIsThereStays) {
  HaveZone(v1::ZONE_KIND_RESTRICTION);
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--exclusion"}), 2);
  EXPECT_THAT(err_, HasSubstr("the plan has town as a zone to stay in, and this is one to stay out "
                              "of: give it an --id of its own"));
  EXPECT_EQ(plans_.asked.name(), "");
  ASSERT_EQ(AddZone({"--circle", "53.48,-2.24,500"}), 0) << err_;
  EXPECT_EQ(asked().kind(), v1::ZONE_KIND_RESTRICTION);
  EXPECT_THAT(err_, HasSubstr("Kept: to stay in, hours"));
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--restriction"}), 0);
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--restriction", "--exclusion"}), 2);

  plans_.plan.clear_zones();
  HaveZone(v1::ZONE_KIND_EXCLUSION);
  plans_.asked.Clear();
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500", "--restriction"}), 2);
  EXPECT_THAT(err_, HasSubstr("Without --restriction the zone that is there is drawn anew"));
  EXPECT_EQ(plans_.asked.name(), "");
}

TEST_F(AddZoneTest, APlanThatChangesInBetweenIsLeftAlone) {
  plans_.changes_in_between = true;
  EXPECT_EQ(AddZone({"--circle", "53.48,-2.24,500"}), 1);
  EXPECT_THAT(err_, HasSubstr("has changed"));
  EXPECT_EQ(plans_.asked.name(), "");
  EXPECT_EQ(Run({"risk-plans", "add-zone", "nobody", "--id", "z", "--district", "M13"}), 1);
  EXPECT_THAT(err_, HasSubstr("does not exist"));
}

TEST_F(AddZoneTest, AWholePostcodeIsToldFromADistrict) {
  for (const char* postcode : {"M13 9PL", "m139pl", "EC1A 1BB"}) {
    EXPECT_EQ(AddZone({"--district", postcode}), 2) << postcode;
  }
  EXPECT_THAT(err_, HasSubstr("--district: EC1A 1BB is a whole postcode; a district is the first "
                              "part of one: --district EC1A\n"));
  for (const char* district : {"M1", "M13", "W1A", "EC1A"}) {
    EXPECT_EQ(AddZone({"--district", district}), 0) << district << err_;
    EXPECT_EQ(asked().named_area(), absl::StrCat("district/", district));
  }
}

}  // namespace
}  // namespace throughgate::cli
