// Premises and areas: loaded by probation, obeyed in probation's answers, and copied into plans.
#include <cmath>
#include <numbers>

#include "absl/strings/str_cat.h"
#include "tests/service/samples.h"
#include "tests/service/wire.h"

namespace throughgate {
namespace {

using grpc::StatusCode;
using testing::Contains;
using testing::Not;

constexpr char kPlan[] = "candidates/first/riskPlan";

// A square of a few kilometres about the samples' site, and one far away.
constexpr char kAreas[] = R"pb(
  layer: "councils-1"
  areas {
    name: "local-authority/Manchester"
    area {
      polygons {
        rings {
          vertices { latitude: 53.45 longitude: -2.26 }
          vertices { latitude: 53.45 longitude: -2.20 }
          vertices { latitude: 53.49 longitude: -2.20 }
          vertices { latitude: 53.49 longitude: -2.26 }
          vertices { latitude: 53.45 longitude: -2.26 }
        }
      }
    }
  }
  areas {
    name: "local-authority/Cornwall"
    area {
      polygons {
        rings {
          vertices { latitude: 50.1 longitude: -5.3 }
          vertices { latitude: 50.1 longitude: -5.2 }
          vertices { latitude: 50.2 longitude: -5.2 }
          vertices { latitude: 50.1 longitude: -5.3 }
        }
      }
    }
  }
)pb";

class Places : public OnEveryStore {
 protected:
  Places() { LoadSamples(server); }

  template <typename Request, typename Response>
  Answer<Response> Import(std::unique_ptr<grpc::ClientWriter<Request>> (Reference::*method)(
                              grpc::ClientContext*, Response*),
                          const Request& request) {
    return ImportAll(method, std::vector<Request>{request});
  }
  template <typename Request, typename Response>
  Answer<Response> ImportAll(std::unique_ptr<grpc::ClientWriter<Request>> (Reference::*method)(
                                 grpc::ClientContext*, Response*),
                             const std::vector<Request>& requests) {
    grpc::ClientContext context;
    SetCaller(kProbation, context);
    Answer<Response> answer;
    auto writer = (server.stub<Reference>().*method)(&context, &answer.response);
    for (const Request& request : requests) writer->Write(request);
    writer->WritesDone();
    answer.status = writer->Finish();
    return answer;
  }
  auto ImportPremises(const std::string& text) {
    return Import(&Reference::ImportPremises, Parse<v1::ImportPremisesRequest>(text));
  }
  auto ImportAreas(const std::string& text) {
    return Import(&Reference::ImportAreas, Parse<v1::ImportAreasRequest>(text));
  }
  auto SetZone(const std::string& zone, const std::string& etag = "") {
    v1::SetZoneRequest request;
    request.set_name(kPlan);
    *request.mutable_zone() = Parse<v1::Zone>(zone);
    request.set_etag(etag);
    return server.Call(kProbation, &RiskPlans::SetZone, request);
  }
  v1::RiskPlan SetPlan(const std::string& more = "") {
    auto request = RiskPlanRequest("candidates/first");
    v1::RiskPlan& plan = *request.mutable_risk_plan();
    plan.clear_zones();
    plan.clear_work_limits();
    plan.clear_curfews();
    plan.MergeFrom(Parse<v1::RiskPlan>(more));
    const auto set = server.Call(kProbation, &RiskPlans::SetRiskPlan, request);
    EXPECT_THAT(set, Succeeds());
    return set->risk_plan();
  }
  v1::GetReferenceDataResponse InUse() {
    return server.Call(kBroker, &Reference::GetReferenceData, v1::GetReferenceDataRequest())
        .response;
  }
  std::vector<std::string> Reasons(const Party& party = kProbation) {
    v1::ExplainMatchRequest request;
    request.set_candidate("candidates/first");
    request.set_vacancy("employers/acme/vacancies/cook");
    const auto explained = server.Call(party, &Matches::ExplainMatch, request);
    EXPECT_THAT(explained, Succeeds());
    std::vector<std::string> reasons;
    for (const auto& finding : explained->match().findings()) reasons.push_back(finding.reason());
    return reasons;
  }
};
ON_EVERY_STORE(Places);

constexpr char kSchoolLimit[] = R"pb(
  premises_limits {
    premises_limit_id: "sight"
    kinds: PREMISES_KIND_SCHOOL
    distance_m: 500
    effect: WORK_LIMIT_EFFECT_BARRED
  }
)pb";

TEST_P(Places, PremisesAreCountedAndObeyed) {
  SetPlan(kSchoolLimit);
  EXPECT_EQ(InUse().premises_layer(), "");
  EXPECT_THAT(Reasons(), Contains("PREMISES_NOT_IMPORTED"));

  // 300 m from the site, which is known to 100 m.
  const auto imported = ImportPremises(R"pb(
    layer: "schools-1"
    premises {
      premises_id: "a"
      kind: PREMISES_KIND_SCHOOL
      latitude: 53.4727
      longitude: -2.23
      uncertainty_m: 50
    }
    premises {
      premises_id: "b"
      kind: PREMISES_KIND_HOSPITAL
      latitude: 53.4
      longitude: -2.3
      uncertainty_m: 50
    }
  )pb");
  ASSERT_THAT(imported, Succeeds());
  EXPECT_EQ(imported->premises_size(), 2);
  EXPECT_EQ(InUse().premises_layer(), "schools-1");
  ASSERT_EQ(InUse().premises_size(), 2);
  EXPECT_EQ(InUse().premises(0).kind(), v1::PREMISES_KIND_SCHOOL);
  EXPECT_EQ(InUse().premises(0).count(), 1);
  EXPECT_THAT(Reasons(), Contains("NEAR_PREMISES"));
  EXPECT_THAT(Reasons(kBroker), Not(Contains("NEAR_PREMISES")));

  // The next layer has no schools at all.
  ASSERT_THAT(ImportPremises(R"pb(
                layer: "hospitals-1"
                premises {
                  premises_id: "b"
                  kind: PREMISES_KIND_HOSPITAL
                  latitude: 53.4
                  longitude: -2.3
                  uncertainty_m: 50
                }
              )pb"),
              Succeeds());
  EXPECT_THAT(Reasons(), Contains("PREMISES_NOT_IMPORTED"));
}

TEST_P(Places, ItemsOfAStreamAreCountedOverItsMessages) {
  const auto schools = [](const std::string& layer, int first, int last) {
    v1::ImportPremisesRequest request;
    request.set_layer(layer);
    for (int i = first; i <= last; ++i) {
      v1::Premises& school = *request.add_premises();
      school = Parse<v1::Premises>(
          "kind: PREMISES_KIND_SCHOOL latitude: 53.4 longitude: -2.3 uncertainty_m: 50");
      school.set_premises_id(absl::StrCat("s-", i));
    }
    return request;
  };
  auto second = schools("", 900, 1'100);
  second.mutable_premises(150)->set_uncertainty_m(0);
  EXPECT_THAT(ImportAll(&Reference::ImportPremises, std::vector{schools("x", 1, 900), second}),
              Refuses(Fields{"premises[900].premises_id", "premises[1050].uncertainty_m"}));
  auto areas = Parse<v1::ImportAreasRequest>(kAreas);
  EXPECT_THAT(ImportAll(&Reference::ImportAreas, std::vector{areas, areas}),
              Refuses(Fields{"areas[2].name", "areas[3].name"}));
}

TEST_P(Places, WhatASiteIsItselfIsObeyed) {
  SetPlan(kSchoolLimit);
  const auto updated =
      server.Call(kEngagement, &Employers::UpdateSite, Parse<v1::UpdateSiteRequest>(R"pb(
                    site { name: "employers/acme/sites/main" premises_kinds: PREMISES_KIND_SCHOOL }
                    update_mask { paths: "premises_kinds" }
                  )pb"));
  ASSERT_THAT(updated, Succeeds());
  EXPECT_EQ(updated->site().display_name(), "Oxford Road");
  EXPECT_THAT(Reasons(), Contains("SITE_IS_PREMISES"));
}

TEST_P(Places, APermissionNamesAZoneOrAPremisesLimit) {
  SetPlan(absl::StrCat(kSchoolLimit, R"pb(
    permissions { permission_id: "p" premises_limit_id: "sight" site: "employers/acme/sites/main" }
  )pb"));
  auto request = RiskPlanRequest("candidates/first");
  request.mutable_risk_plan()->MergeFrom(Parse<v1::RiskPlan>(R"pb(
    permissions {
      permission_id: "p"
      premises_limit_id: "elsewhere"
      site: "employers/acme/sites/main"
    }
    permissions { permission_id: "q" site: "employers/acme/sites/main" }
  )pb"));
  EXPECT_THAT(
      server.Call(kProbation, &RiskPlans::SetRiskPlan, request),
      Refuses(Fields{"risk_plan.permissions[0].premises_limit_id", "risk_plan.permissions[1]"}));
}

TEST_P(Places, AZoneIsCopiedFromAnAreaByItsName) {
  SetPlan();
  EXPECT_THAT(SetZone("zone_id: 'town' kind: ZONE_KIND_EXCLUSION "
                      "named_area: 'local-authority/Manchester'"),
              Fails(StatusCode::FAILED_PRECONDITION, "REFERENCE_DATA_MISSING"));
  ASSERT_THAT(ImportAreas(kAreas), Succeeds());
  EXPECT_EQ(InUse().areas_layer(), "councils-1");
  EXPECT_EQ(InUse().areas(), 2);

  const auto set =
      SetZone("zone_id: 'town' kind: ZONE_KIND_EXCLUSION named_area: 'local-authority/MANCHESTER'");
  ASSERT_THAT(set, Succeeds());
  ASSERT_EQ(set->risk_plan().zones_size(), 1);
  EXPECT_EQ(set->risk_plan().zones(0).named_area(), "local-authority/Manchester");
  EXPECT_THAT(set->risk_plan().zones(0).area(),
              Is(Parse<v1::ImportAreasRequest>(kAreas).areas(0).area()));
  EXPECT_THAT(Reasons(), Contains("INSIDE_EXCLUSION_ZONE"));

  // A later layer, in which Manchester is elsewhere, changes no plan.
  auto later = Parse<v1::ImportAreasRequest>(kAreas);
  *later.mutable_areas(0)->mutable_area() = later.areas(1).area();
  ASSERT_THAT(Import(&Reference::ImportAreas, later), Succeeds());
  EXPECT_THAT(Reasons(), Contains("INSIDE_EXCLUSION_ZONE"));
}

// A regular polygon of `corners`, around a point near Bury.
v1::Zone WithCorners(const std::string& id, int corners) {
  auto zone = Parse<v1::Zone>("kind: ZONE_KIND_EXCLUSION");
  zone.set_zone_id(id);
  v1::Ring& ring = *zone.mutable_area()->add_polygons()->add_rings();
  for (int i = 0; i <= corners; ++i) {
    const double angle = 2 * std::numbers::pi * (i % corners) / corners;
    v1::Vertex& vertex = *ring.add_vertices();
    vertex.set_latitude(53.6 + 0.2 * std::sin(angle));
    vertex.set_longitude(-2.2 + 0.3 * std::cos(angle));
  }
  return zone;
}

// So that whoever reads the plan gets an answer of a size that clients take.
TEST_P(Places, ZonesOfAPlanTogetherHaveAsManyVerticesAsFitIntoAnAnswer) {
  SetPlan();
  v1::SetZoneRequest request;
  request.set_name(kPlan);
  constexpr int kZones = 15;
  for (int i = 0; i < kZones; ++i) {
    *request.mutable_zone() = WithCorners("z" + std::to_string(i), 9'999);
    ASSERT_THAT(server.Call(kProbation, &RiskPlans::SetZone, request), Succeeds());
  }
  v1::GetRiskPlanRequest get;
  get.set_name(kPlan);
  const auto whole = server.Call(kProbation, &RiskPlans::GetRiskPlan, get);
  ASSERT_THAT(whole, Succeeds());
  EXPECT_LT(whole->ByteSizeLong(), std::size_t{3'500'000});
  *request.mutable_zone() = WithCorners("more", 3);
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetZone, request), Refuses(Fields{"zone"}));
  EXPECT_EQ(server.Call(kProbation, &RiskPlans::GetRiskPlan, get)->risk_plan().zones_size(),
            kZones);
  *request.mutable_zone() = WithCorners("z9", 3);
  EXPECT_THAT(server.Call(kProbation, &RiskPlans::SetZone, request), Succeeds());
}

TEST_P(Places, AZoneReplacesTheOneOfItsIdAndLeavesTheOthers) {
  SetPlan();
  const std::string circle = "circle { centre { latitude: 53.6 longitude: -2.2 } radius_m: 500 } ";
  ASSERT_THAT(SetZone("zone_id: 'a' kind: ZONE_KIND_EXCLUSION " + circle), Succeeds());
  ASSERT_THAT(
      SetZone("zone_id: 'b' kind: ZONE_KIND_RESTRICTION named_area: 'ward/drawn' " + circle),
      Succeeds());
  const auto replaced = SetZone("zone_id: 'a' kind: ZONE_KIND_EXCLUSION buffer_m: 9 " + circle);
  ASSERT_THAT(replaced, Succeeds());
  ASSERT_EQ(replaced->risk_plan().zones_size(), 2);
  EXPECT_EQ(replaced->risk_plan().zones(0).zone_id(), "a");
  EXPECT_EQ(replaced->risk_plan().zones(0).buffer_m(), 9);
  EXPECT_EQ(replaced->risk_plan().zones(1).kind(), v1::ZONE_KIND_RESTRICTION);
  EXPECT_THAT(SetZone("zone_id: 'a' kind: ZONE_KIND_EXCLUSION " + circle, "stale"),
              Fails(StatusCode::ABORTED, "ETAG_MISMATCH"));
  v1::SetZoneRequest only;
  only.set_name(kPlan);
  *only.mutable_zone() = replaced->risk_plan().zones(1);
  only.mutable_zone()->set_zone_id("c");
  only.set_validate_only(true);
  EXPECT_EQ(server.Call(kProbation, &RiskPlans::SetZone, only)->risk_plan().zones_size(), 3);
  only.set_validate_only(false);
  only.set_request_id("0f0d7c2e-2f5c-4d0e-9f1b-52a6d1a7c001");
  const auto once = server.Call(kProbation, &RiskPlans::SetZone, only);
  ASSERT_EQ(once->risk_plan().zones_size(), 3);
  EXPECT_EQ(server.Call(kProbation, &RiskPlans::SetZone, only)->revision(), once->revision());
}

TEST_P(Places, ADistrictIsACircleToStayOutOf) {
  SetPlan();
  const auto set = SetZone("zone_id: 'd' kind: ZONE_KIND_EXCLUSION named_area: 'district/m13'");
  ASSERT_THAT(set, Succeeds());
  EXPECT_THAT(set->risk_plan().zones(0), Is(Parse<v1::Zone>(R"pb(
                zone_id: "d"
                kind: ZONE_KIND_EXCLUSION
                circle {
                  centre { latitude: 53.460 longitude: -2.214 }
                  radius_m: 2000
                }
                named_area: "district/M13"
              )pb")));
  EXPECT_THAT(SetZone("zone_id: 'd' kind: ZONE_KIND_RESTRICTION named_area: 'district/M13'"),
              Refuses(Fields{"zone.named_area"}));
  EXPECT_THAT(SetZone("zone_id: 'd' kind: ZONE_KIND_EXCLUSION named_area: 'district/ZZ9'"),
              Refuses(Fields{"zone.named_area"}));
}

TEST_P(Places, WhatIsWrongWithAZoneIsNamed) {
  EXPECT_THAT(SetZone("zone_id: 'a' kind: ZONE_KIND_EXCLUSION circle { centre { latitude: 53.6 "
                      "longitude: -2.2 } radius_m: 500 }"),
              Fails(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND"));
  SetPlan();
  ASSERT_THAT(ImportAreas(kAreas), Succeeds());
  EXPECT_THAT(SetZone("zone_id: 'a' kind: ZONE_KIND_EXCLUSION"), Refuses(Fields{"zone"}));
  EXPECT_THAT(SetZone("kind: ZONE_KIND_EXCLUSION named_area: 'Manchester'"),
              Refuses(Fields{"zone.named_area"}));
  const auto unknown =
      SetZone("zone_id: 'a' kind: ZONE_KIND_EXCLUSION named_area: 'ward/manchester'");
  EXPECT_THAT(unknown, Refuses(Fields{"zone.named_area"}));
  EXPECT_THAT(unknown.status.error_details(),
              testing::HasSubstr("There is \"local-authority/Manchester\"."));
}

TEST_P(Places, APlanHoldsFiftyZones) {
  SetPlan();
  for (int i = 0; i < 50; ++i) {
    ASSERT_THAT(SetZone(absl::StrCat("zone_id: 'z", i,
                                     "' kind: ZONE_KIND_EXCLUSION circle { centre { latitude: "
                                     "53.6 longitude: -2.2 } radius_m: 500 }")),
                Succeeds());
  }
  EXPECT_THAT(SetZone("zone_id: 'one-more' kind: ZONE_KIND_EXCLUSION circle { centre { latitude: "
                      "53.6 longitude: -2.2 } radius_m: 500 }"),
              Refuses(Fields{"zone"}));
}

}  // namespace
}  // namespace throughgate
