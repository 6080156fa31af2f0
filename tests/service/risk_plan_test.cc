// Risk plans.
#include <functional>

#include "tests/service/samples.h"
#include "tests/service/wire.h"
#include "tests/support/large_plan.h"

namespace throughgate {
namespace {

using grpc::StatusCode;

class RiskPlanService : public OnEveryStore {
 protected:
  RiskPlanService() { LoadSamples(server); }
  auto Set(const v1::SetRiskPlanRequest& request) {
    return server.Call(kProbation, &RiskPlans::SetRiskPlan, request);
  }
  v1::RiskPlan Get() {
    v1::GetRiskPlanRequest request;
    request.set_name("candidates/first/riskPlan");
    return server.Call(kProbation, &RiskPlans::GetRiskPlan, request).response.risk_plan();
  }
  auto Review(const std::string& date, const std::string& etag = "") {
    v1::ReviewRiskPlanRequest request;
    request.set_name("candidates/first/riskPlan");
    if (!date.empty()) *request.mutable_reviewed_on() = Parse<v1::Date>(date);
    request.set_etag(etag);
    return server.Call(kProbation, &RiskPlans::ReviewRiskPlan, request);
  }
};
ON_EVERY_STORE(RiskPlanService);

TEST_P(RiskPlanService, KeepsWhatItIsGiven) {
  const auto request = RiskPlanRequest("candidates/first");
  v1::GetRiskPlanRequest get;
  get.set_name("candidates/first/riskPlan");
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::GetRiskPlan, get),
              Names("candidates/first/riskPlan"));
  const auto set = Set(request);
  ASSERT_THAT(set, Succeeds());
  v1::RiskPlan expected = request.risk_plan();
  expected.set_supervised_by(kProbation.organisation);
  *expected.mutable_corrected_on() = Parse<v1::Date>("year: 2025 month: 6 day: 2");
  expected.set_etag(set->risk_plan().etag());
  EXPECT_THAT(set->risk_plan(), Is(expected));
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::GetRiskPlan, get)->risk_plan(), Is(expected));
}

TEST_P(RiskPlanService, KeepsWhatALicenceACourtAndARecordLimit) {
  auto request = StrictRiskPlanRequest("candidates/first");
  const auto set = Set(request);
  ASSERT_THAT(set, Succeeds());
  v1::RiskPlan expected = request.risk_plan();
  expected.set_supervised_by(kProbation.organisation);
  *expected.mutable_corrected_on() = Parse<v1::Date>("year: 2025 month: 6 day: 2");
  expected.set_etag(set->risk_plan().etag());
  EXPECT_THAT(set->risk_plan(), Is(expected));
  EXPECT_THAT(Get(), Is(expected));
  EXPECT_TRUE(Get().has_cash_limit_pounds()) << "no cash at all is a limit";

  // A review leaves them, a plan without them lifts them.
  EXPECT_EQ(Review("year: 2025 month: 6 day: 2")->risk_plan().orders_size(), 2);
  request = RiskPlanRequest("candidates/first");
  *request.mutable_risk_plan()->mutable_reviewed_on() =
      Parse<v1::Date>("year: 2025 month: 6 day: 2");
  request.mutable_risk_plan()->set_etag(Get().etag());
  const auto lifted = Set(request);
  ASSERT_THAT(lifted, Succeeds());
  expected = request.risk_plan();
  expected.set_supervised_by(kProbation.organisation);
  *expected.mutable_corrected_on() = Parse<v1::Date>("year: 2025 month: 6 day: 2");
  expected.set_etag(lifted->risk_plan().etag());
  EXPECT_THAT(Get(), Is(expected));
}

TEST_P(RiskPlanService, NeedsTheCandidate) {
  const auto set = Set(RiskPlanRequest("candidates/nobody"));
  EXPECT_THAT(set, Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  EXPECT_THAT(set, Names("candidates/nobody/riskPlan"));
}

TEST_P(RiskPlanService, ReplacesThePlanWhole) {
  auto request = RiskPlanRequest("candidates/first");
  request.mutable_risk_plan()->set_etag("any");
  EXPECT_THAT(Set(request), Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  request.mutable_risk_plan()->clear_etag();
  const auto first = Set(request);
  request.mutable_risk_plan()->set_etag(first->risk_plan().etag());
  request.mutable_risk_plan()->clear_zones();
  const auto second = Set(request);
  ASSERT_THAT(second, Succeeds());
  EXPECT_EQ(second->risk_plan().zones_size(), 0);
  const auto stale = Set(request);
  EXPECT_THAT(stale, Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  EXPECT_THAT(stale, Names("candidates/first/riskPlan"));
}

TEST_P(RiskPlanService, IsNotReplacedByWhoHasNotReadIt) {
  auto request = RiskPlanRequest("candidates/first");
  request.set_request_id("request-1");
  const auto first = Set(request);
  ASSERT_THAT(first, Succeeds());
  EXPECT_THAT(Set(request), Succeeds()) << "a repetition is none";

  request.set_request_id("request-2");
  request.mutable_risk_plan()->clear_zones();
  const auto unread = Set(request);
  EXPECT_THAT(unread, Refuses(Fields{"risk_plan.etag"}));
  EXPECT_THAT(unread.status.error_message(), testing::HasSubstr("read it and send its etag"));
  EXPECT_THAT(Get(), Is(first->risk_plan()));
  request.set_validate_only(true);
  EXPECT_THAT(Set(request), Refuses(Fields{"risk_plan.etag"}));
}

// An older plan that comes late would lift what a newer one has set.
TEST_P(RiskPlanService, IsNotReplacedByOneThatWasReviewedBeforeIt) {
  auto request = RiskPlanRequest("candidates/first");
  const auto first = Set(request);
  ASSERT_THAT(first, Succeeds());
  v1::RiskPlan& plan = *request.mutable_risk_plan();
  plan.set_etag(first->risk_plan().etag());
  plan.clear_zones();
  plan.mutable_reviewed_on()->set_day(19);
  const auto older = Set(request);
  EXPECT_THAT(older, Refuses(Fields{"risk_plan.reviewed_on"}));
  EXPECT_THAT(older.status.error_message(), testing::HasSubstr("2025-05-20"));
  EXPECT_THAT(Get(), Is(first->risk_plan()));
  plan.clear_etag();
  EXPECT_THAT(Set(request), Refuses(Fields{"risk_plan.etag", "risk_plan.reviewed_on"}));

  plan.set_etag(first->risk_plan().etag());
  plan.mutable_reviewed_on()->set_day(20);
  const auto same_day = Set(request);
  ASSERT_THAT(same_day, Succeeds());
  plan.set_etag(same_day->risk_plan().etag());
  plan.mutable_reviewed_on()->set_day(21);
  EXPECT_THAT(Set(request), Succeeds());
}

TEST_P(RiskPlanService, TellsEveryFaultAtOnce) {
  const auto refused = Set(Parse<v1::SetRiskPlanRequest>(R"pb(
    risk_plan {
      name: "candidates/first"
      supervision: 9
      release_on { year: 2025 month: 6 day: 31 }
      reviewed_on { year: 2025 month: 6 day: 3 }
      rosh { children: 9 }
      mappa_level: 9
      zones {
        zone_id: "home"
        kind: ZONE_KIND_RESTRICTION
        circle {
          centre { latitude: 53.5 longitude: -2.3 }
          radius_m: 0
        }
        buffer_m: 10
      }
      zones { zone_id: "home" }
      curfews { curfew_id: "Night" }
      work_limits { attribute: WORK_ATTRIBUTE_CASH }
      work_limits { attribute: WORK_ATTRIBUTE_CASH effect: WORK_LIMIT_EFFECT_BARRED }
      permissions { permission_id: "p" zone_id: "town" site: "employers/acme" }
      conditions { policy_version: "five" code: "not-a-uuid" }
    }
  )pb"));
  EXPECT_THAT(
      refused,
      Refuses(Fields{"risk_plan.name", "risk_plan.supervision", "risk_plan.release_on",
                     "risk_plan.reviewed_on", "risk_plan.rosh.children", "risk_plan.mappa_level",
                     "risk_plan.zones[0].buffer_m", "risk_plan.zones[0].circle.radius_m",
                     "risk_plan.zones[1].zone_id", "risk_plan.zones[1].kind", "risk_plan.zones[1]",
                     "risk_plan.curfews[0].curfew_id", "risk_plan.curfews[0].windows",
                     "risk_plan.work_limits[0].effect", "risk_plan.work_limits[1].attribute",
                     "risk_plan.permissions[0].zone_id", "risk_plan.permissions[0].site",
                     "risk_plan.conditions[0].policy_version", "risk_plan.conditions[0].code"}));
}

TEST_P(RiskPlanService, TellsEveryFaultOfLimitsRecordsAndOrdersAtOnce) {
  auto request = RiskPlanRequest("candidates/first");
  request.mutable_risk_plan()->MergeFrom(Parse<v1::RiskPlan>(R"pb(
    contact_limits { group: CONTACT_GROUP_CHILDREN from: CONTACT_DEGREE_NONE }
    contact_limits {
      group: CONTACT_GROUP_CHILDREN
      from: CONTACT_DEGREE_INCIDENTAL
      effect: WORK_LIMIT_EFFECT_BARRED
    }
    vehicle_limits {
      vehicle_limit_id: "vans"
      types: [ VEHICLE_TYPE_VAN, VEHICLE_TYPE_VAN ]
      windows { days: WEEKDAY_FRIDAY start: "20:00" }
      within_zone_id: "elsewhere"
    }
    vehicle_limits { vehicle_limit_id: "vans" effect: WORK_LIMIT_EFFECT_BARRED }
    cash_limit_pounds: 1000001
    tags { kind: TAG_KIND_LOCATION }
    tags { kind: TAG_KIND_LOCATION }
    barred_lists { children: 3 }
    offences {}
    orders {
      order_id: "shpo"
      barred_attributes: [ WORK_ATTRIBUTE_TEACHING, WORK_ATTRIBUTE_TEACHING ]
      barred_occupations: "teachers"
    }
    orders { order_id: "shpo" kind: ORDER_KIND_OTHER }
  )pb"));
  const auto refused = Set(request);
  EXPECT_THAT(
      refused,
      Refuses(Fields{"risk_plan.contact_limits[0].from", "risk_plan.contact_limits[0].effect",
                     "risk_plan.contact_limits[1].group", "risk_plan.vehicle_limits[0].types[1]",
                     "risk_plan.vehicle_limits[0].windows[0].end",
                     "risk_plan.vehicle_limits[0].within_zone_id",
                     "risk_plan.vehicle_limits[0].effect",
                     "risk_plan.vehicle_limits[1].vehicle_limit_id", "risk_plan.cash_limit_pounds",
                     "risk_plan.tags[1].kind", "risk_plan.barred_lists.children",
                     "risk_plan.offences[0].category", "risk_plan.orders[0].kind",
                     "risk_plan.orders[0].barred_attributes[1]",
                     "risk_plan.orders[0].barred_occupations[0]", "risk_plan.orders[1].order_id"}));
  for (const char* value : {"elsewhere", "1000001", "teachers", "vans", "shpo"}) {
    EXPECT_THAT(refused.status.error_message(), testing::Not(testing::HasSubstr(value)));
    EXPECT_THAT(refused.status.error_details(), testing::Not(testing::HasSubstr(value)));
  }
  v1::GetRiskPlanRequest get;
  get.set_name("candidates/first/riskPlan");
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::GetRiskPlan, get),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
}

TEST_P(RiskPlanService, NamesZoneRingAndVertexWithoutCoordinates) {
  auto request = RiskPlanRequest("candidates/first");
  // A bow tie: its third edge crosses the first.
  *request.mutable_risk_plan()->mutable_zones(0)->mutable_area() = Parse<v1::MultiPolygon>(R"pb(
    polygons {
      rings {
        vertices { latitude: 53.50 longitude: -2.30 }
        vertices { latitude: 53.52 longitude: -2.28 }
        vertices { latitude: 53.52 longitude: -2.30 }
        vertices { latitude: 53.50 longitude: -2.28 }
        vertices { latitude: 53.50 longitude: -2.30 }
      }
    }
  )pb");
  const auto crossing = Set(request);
  EXPECT_THAT(crossing, Refuses(Fields{"risk_plan.zones[0]"}));
  EXPECT_THAT(crossing.status.error_message(),
              testing::HasSubstr("area.polygons[0].rings[0].vertices["));
  EXPECT_THAT(crossing.status.error_message(), testing::Not(testing::HasSubstr("53.5")));

  v1::Ring& ring = *request.mutable_risk_plan()
                        ->mutable_zones(0)
                        ->mutable_area()
                        ->mutable_polygons(0)
                        ->mutable_rings(0);
  ring.mutable_vertices(2)->set_latitude(-2.3);
  ring.mutable_vertices(2)->set_longitude(53.5);
  EXPECT_THAT(Set(request),
              Refuses(Fields{"risk_plan.zones[0].area.polygons[0].rings[0].vertices[2]"}));
}

TEST_P(RiskPlanService, IsReviewedForward) {
  ASSERT_THAT(Set(RiskPlanRequest("candidates/first")), Succeeds());
  const auto reviewed = Review("year: 2025 month: 6 day: 2");
  ASSERT_THAT(reviewed, Succeeds());
  EXPECT_EQ(reviewed->risk_plan().reviewed_on().month(), 6);
  EXPECT_EQ(reviewed->risk_plan().zones_size(), 1);
  EXPECT_THAT(Review("year: 2025 month: 6 day: 1"), Refuses(Fields{"reviewed_on"}));
  EXPECT_THAT(Review("year: 2025 month: 6 day: 3"), Refuses(Fields{"reviewed_on"}));
  EXPECT_THAT(Review(""), Refuses(Fields{"reviewed_on"}));
  EXPECT_THAT(Review("year: 2025 month: 6 day: 2", "stale"),
              Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
}

TEST_P(RiskPlanService, OneThatIsTooLargeForACommitIsRefusedByItsLimit) {
  auto request = RiskPlanRequest("candidates/first");
  v1::RiskPlan& plan = *request.mutable_risk_plan();
  plan.clear_zones();
  AddZonesTooLargeForACommit(plan);
  const auto refused = Set(request);
  EXPECT_THAT(refused, Fails(StatusCode::RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"));
  EXPECT_EQ(Decode(refused.status).metadata["maximum"], "1048576");
}

// A zone's id may be shown to a broker, and any of these to whoever reads the plan.
TEST_P(RiskPlanService, WordsNothingThatIdentifiesAPerson) {
  const auto refused = [&](const std::function<void(v1::RiskPlan&)>& change) {
    auto request = RiskPlanRequest("candidates/first");
    change(*request.mutable_risk_plan());
    const WireError error = Decode(Set(request).status);
    EXPECT_EQ(error.reason, "PERSONAL_DATA_REFUSED");
    return error.fields.empty() ? "" : error.fields.front();
  };
  EXPECT_EQ(refused([](auto& plan) { plan.mutable_zones(0)->set_zone_id("john-smith-m13-9pl"); }),
            "risk_plan.zones[0].zone_id");
  EXPECT_EQ(refused([](auto& plan) { plan.mutable_curfews(0)->set_curfew_id("a1234bc"); }),
            "risk_plan.curfews[0].curfew_id");
  EXPECT_EQ(refused([](auto& plan) { plan.set_home_county("M13 9PL"); }), "risk_plan.home_county");

  auto request = RiskPlanRequest("candidates/first");
  ASSERT_THAT(Set(request), Succeeds());
  v1::SetZoneRequest zone;
  zone.set_name("candidates/first/riskPlan");
  *zone.mutable_zone() = request.risk_plan().zones(0);
  zone.mutable_zone()->set_zone_id("born-12051981");
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetZone, zone),
              Fails(StatusCode::INVALID_ARGUMENT, "PERSONAL_DATA_REFUSED"));
  v1::SetWorkApprovalRequest approval;
  approval.set_name("candidates/first/riskPlan");
  *approval.mutable_work_approval() = Parse<v1::WorkApproval>(R"pb(
    work_approval_id: "kitchens"
    occupations: "isco/5120"
    valid_to { year: 2025 month: 12 day: 1 }
    conditions: "A1234BC, born 12/05/1981, is never alone at the till"
  )pb");
  const auto approved = server.Call(kProbation, &RiskPlans::SetWorkApproval, approval);
  EXPECT_THAT(approved, Fails(StatusCode::INVALID_ARGUMENT, "PERSONAL_DATA_REFUSED"));
  EXPECT_THAT(Decode(approved.status).fields, testing::ElementsAre("work_approval.conditions"));
}

// Names of sites are an employer's, and may hold its postcode.
TEST_P(RiskPlanService, NamesSitesThatHoldAPostcode) {
  ASSERT_THAT(server.Call(kEngagement, &Employers::CreateSite,
                          SiteRequest("employers/acme", "oxford-road-m13-9pl")),
              Succeeds());
  auto request = RiskPlanRequest("candidates/first");
  *request.mutable_risk_plan()->add_permissions() = Parse<v1::PlacePermission>(R"pb(
    permission_id: "p"
    zone_id: "market"
    site: "employers/acme/sites/oxford-road-m13-9pl"
  )pb");
  EXPECT_THAT(Set(request), Succeeds());
}

}  // namespace
}  // namespace throughgate
