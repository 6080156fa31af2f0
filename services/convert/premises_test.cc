#include "services/convert/premises.h"

#include <gmock/gmock.h>

#include "services/convert/area.h"
#include "services/convert/faults_for_test.h"
#include "services/convert/risk_plan.h"
#include "services/convert/zone.h"

namespace throughgate::services {
namespace {

using matcher::MaskOf;
using matcher::PremisesKind;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kLimits[] = R"pb(
  premises_limits {
    premises_limit_id: "sight"
    kinds: [ PREMISES_KIND_SCHOOL, PREMISES_KIND_OTHER ]
    distance_m: 300
    windows { days: WEEKDAY_MONDAY start: "08:00" end: "16:00" }
    effect: WORK_LIMIT_EFFECT_NEEDS_APPROVAL
    ends_on { year: 2025 month: 9 day: 1 }
  }
  premises_limits {
    premises_limit_id: "pubs"
    kinds: PREMISES_KIND_DRINKING_PLACE
    effect: WORK_LIMIT_EFFECT_BARRED
  }
)pb";

std::vector<std::string> FaultsOf(const std::string& limits) {
  return FaultyFields([&](const Field& at) {
    matcher::RiskPlanTerms terms;
    ReadPremisesLimits(Parse<v1::RiskPlan>(limits), at, terms);
  });
}

TEST(PremisesLimits, AreReadAsTheyAreMeant) {
  Violations violations;
  matcher::RiskPlanTerms terms;
  ReadPremisesLimits(Parse<v1::RiskPlan>(kLimits), Field(violations), terms);
  EXPECT_TRUE(violations.empty());
  ASSERT_EQ(terms.premises_limits.size(), 2u);
  const matcher::PremisesLimit& sight = terms.premises_limits[0];
  EXPECT_EQ(sight.kinds, MaskOf(PremisesKind::kSchool) | MaskOf(PremisesKind::kOther));
  EXPECT_EQ(sight.distance.value, 300);
  EXPECT_EQ(sight.windows.spans.size(), 1u);
  EXPECT_EQ(sight.effect, matcher::WorkLimitEffect::kNeedsApproval);
  EXPECT_TRUE(sight.ends_on.has_value());
  EXPECT_EQ(terms.premises_limits[1].distance.value, 0);
}

TEST(PremisesLimits, MustSayWhatTheyAreAboutAndHowFar) {
  EXPECT_THAT(FaultsOf("premises_limits { premises_limit_id: 'a' effect: 1 }"),
              ElementsAre("premises_limits[0].kinds"));
  const std::string school = "premises_limits { premises_limit_id: 'a' kinds: 1 ";
  EXPECT_THAT(FaultsOf(school + "}"), ElementsAre("premises_limits[0].effect"));
  EXPECT_THAT(FaultsOf(school + "effect: 1 distance_m: 2001 }"),
              ElementsAre("premises_limits[0].distance_m"));
  EXPECT_THAT(FaultsOf(school + "effect: 1 distance_m: -1 }"),
              ElementsAre("premises_limits[0].distance_m"));
  EXPECT_THAT(FaultsOf(school + "effect: 1 distance_m: 2000 }"), IsEmpty());
  EXPECT_THAT(FaultsOf(school + "effect: 1 }" + school + "effect: 1 }"),
              ElementsAre("premises_limits[1].premises_limit_id"));
  EXPECT_THAT(FaultsOf("premises_limits { premises_limit_id: 'a' kinds: [1, 0, 1] effect: 1 }"),
              ElementsAre("premises_limits[0].kinds[1]", "premises_limits[0].kinds[2]"));
}

std::vector<std::string> FaultsOfPermission(const std::string& permission) {
  const auto plan = Parse<v1::RiskPlan>(std::string("zones { zone_id: 'town' }") + kLimits);
  return FaultyFields([&](const Field& at) {
    ReadPermission(
        Parse<v1::PlacePermission>("permission_id: 'p' site: 'employers/a/sites/b' " + permission),
        plan, at["p"]);
  });
}

TEST(Permissions, AreAboutOneZoneOrOnePremisesLimitOfThePlan) {
  EXPECT_THAT(FaultsOfPermission("premises_limit_id: 'pubs'"), IsEmpty());
  EXPECT_THAT(FaultsOfPermission("zone_id: 'town'"), IsEmpty());
  EXPECT_THAT(FaultsOfPermission(""), ElementsAre("p"));
  EXPECT_THAT(FaultsOfPermission("zone_id: 'town' premises_limit_id: 'pubs'"), ElementsAre("p"));
  EXPECT_THAT(FaultsOfPermission("premises_limit_id: 'town'"), ElementsAre("p.premises_limit_id"));
  EXPECT_THAT(FaultsOfPermission("zone_id: 'pubs'"), ElementsAre("p.zone_id"));
}

std::vector<std::string> FaultsOfPremises(const std::string& premises) {
  return FaultyFields(
      [&](const Field& at) { ReadPremises(Parse<v1::Premises>(premises), at["p"]); });
}

TEST(Premises, HaveAnIdAKindAndAPlace) {
  const std::string place = "latitude: 53.4 longitude: -2.2 ";
  EXPECT_THAT(FaultsOfPremises(place + "premises_id: 'a/1' kind: 2 uncertainty_m: 50"), IsEmpty());
  EXPECT_THAT(FaultsOfPremises(place + "premises_id: 'a b' uncertainty_m: 0"),
              ElementsAre("p.premises_id", "p.kind", "p.uncertainty_m"));
  EXPECT_THAT(FaultsOfPremises("premises_id: 'a' kind: 1 uncertainty_m: 9"),
              ElementsAre("p.latitude"));
}

std::vector<std::string> FaultsOfName(const std::string& name) {
  return FaultyFields([&](const Field& at) { ReadAreaName(name, at["name"]); });
}

TEST(AreaNames, AreAKindAndAName) {
  EXPECT_THAT(FaultsOfName("local-authority/Kingston upon Hull, City of"), IsEmpty());
  EXPECT_THAT(FaultsOfName("ward/A/B"), IsEmpty());
  for (const char* name : {"", "Leeds", "/Leeds", "Ward/Leeds", "ward/", "ward/ "}) {
    EXPECT_THAT(FaultsOfName(name), ElementsAre("name")) << name;
  }
}

TEST(NamedAreas, AreWhatAZoneMayBe) {
  const auto faults = [](const std::string& area) {
    return FaultyFields(
        [&](const Field& at) { ReadNamedArea(Parse<v1::NamedArea>(area), at["a"]); });
  };
  const std::string triangle = R"pb(
    area {
      polygons {
        rings {
          vertices { latitude: 53 longitude: -2 }
          vertices { latitude: 53 longitude: -1 }
          vertices { latitude: 54 longitude: -1 }
          vertices { latitude: 53 longitude: -2 }
        }
      }
    }
  )pb";
  EXPECT_THAT(faults("name: 'ward/x'" + triangle), IsEmpty());
  EXPECT_THAT(faults("name: 'district/M13'" + triangle), ElementsAre("a.name"));
  EXPECT_THAT(faults("name: 'ward/x'"), ElementsAre("a"));
  EXPECT_THAT(faults("name: 'ward/x' area { polygons { rings { vertices {} } } }"),
              testing::Contains("a.area.polygons[0].rings[0].vertices[0].latitude"));
}

}  // namespace
}  // namespace throughgate::services
