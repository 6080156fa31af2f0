#include "matcher/index/sealed_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "tests/support/status_matchers.h"

namespace throughgate::matcher {
namespace {

using testing::HasSubstr;

Zone CircleZone(const char* id, ZoneKind kind) {
  return {.id = id, .kind = kind, .shape = Circle{{534'800'000, -22'400'000}, {500}}, .buffer = {}};
}

std::shared_ptr<const Taxonomy> WithCooksAndTeachers() {
  const auto occupation = [](const char* code, const char* group) {
    return Concept{code, ConceptKind::kOccupation, code, {}, {group}, {}, {}};
  };
  return Taxonomy::Build("test", "",
                         {occupation("cook", "isco/5120"), occupation("teacher", "isco/2341"),
                          occupation("coach", "isco/3422")});
}

absl::StatusOr<SealedPlan> SealWithAnySite(const RiskPlanTerms& terms) {
  return Seal(terms, *WithCooksAndTeachers(),
              {.site = [](const SiteName&) { return Ordinal{7}; },
               .vacancy = [](const VacancyName&) { return Ordinal{3}; }});
}

TEST(Seal, KeepsZonesWhereFindingsLookForThem) {
  RiskPlanTerms terms;
  terms.zones = {CircleZone("away", ZoneKind::kExclusion),
                 CircleZone("in", ZoneKind::kRestriction)};
  terms.permissions = {{.id = "p", .zone = "in", .site = {"e", "s"}, .valid_to = Day{9}}};
  ASSERT_OK_AND_ASSIGN(const SealedPlan plan, SealWithAnySite(terms));
  ASSERT_EQ(plan.zones.size(), 2u);
  EXPECT_EQ(plan.terms.zones[1].id, "in");
  EXPECT_EQ(plan.zones[1].kind, ZoneKind::kRestriction);
  ASSERT_EQ(plan.permissions.size(), 1u);
  EXPECT_EQ(plan.permissions[0].zone, 1u);
  EXPECT_EQ(plan.permissions[0].site, 7u);
  EXPECT_EQ(plan.permissions[0].valid_to, Day{9});
}

TEST(Seal, BarsOnlyWhatIsSaidToBeBarred) {
  RiskPlanTerms terms;
  terms.work_limits = {{WorkAttribute::kCash, WorkLimitEffect::kBarred},
                       {WorkAttribute::kKeys, WorkLimitEffect::kNeedsApproval},
                       {WorkAttribute::kInternet, WorkLimitEffect::kUnspecified}};
  ASSERT_OK_AND_ASSIGN(const SealedPlan plan, SealWithAnySite(terms));
  EXPECT_EQ(plan.barred, MaskOf(WorkAttribute::kCash));
  EXPECT_EQ(plan.needs_approval, MaskOf(WorkAttribute::kKeys) | MaskOf(WorkAttribute::kInternet));
}

TEST(Seal, RefusesAZoneWithoutAShape) {
  RiskPlanTerms terms;
  terms.zones = {{.id = "void", .kind = ZoneKind::kExclusion, .shape = {}, .buffer = {}}};
  EXPECT_THAT(SealWithAnySite(terms),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("void")));
}

// No rule asks about such a zone, so that it would pass for none at all.
TEST(Seal, RefusesAZoneThatIsNeitherToStayOutOfNorIn) {
  RiskPlanTerms terms;
  terms.zones = {CircleZone("which", ZoneKind::kUnspecified)};
  EXPECT_THAT(SealWithAnySite(terms),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("which")));
}

PremisesLimit SchoolLimit(const char* id, std::int64_t metres) {
  PremisesLimit limit;
  limit.id = id;
  limit.kinds = MaskOf(PremisesKind::kSchool);
  limit.distance = {metres};
  return limit;
}

TEST(Seal, KeepsPermissionsForZonesAndPremisesApart) {
  RiskPlanTerms terms;
  terms.zones = {CircleZone("a", ZoneKind::kExclusion)};
  terms.premises_limits = {SchoolLimit("b", 0), SchoolLimit("a", 2'000)};
  terms.permissions = {
      {.id = "p", .zone = {}, .site = {"e", "s"}, .valid_to = {}, .premises_limit = "a"}};
  ASSERT_OK_AND_ASSIGN(const SealedPlan plan, SealWithAnySite(terms));
  ASSERT_EQ(plan.permissions.size(), 1u);
  EXPECT_EQ(plan.permissions[0].zone, SealedPermission::kNone);
  EXPECT_EQ(plan.permissions[0].premises_limit, 1u);
}

// The rule could not ask about them, so that they would pass for none at all.
TEST(Seal, RefusesPremisesLimitsAboutNothingOrTooFar) {
  for (const std::int64_t metres : {-1, 2'001}) {
    RiskPlanTerms terms;
    terms.premises_limits = {SchoolLimit("far", metres)};
    EXPECT_THAT(SealWithAnySite(terms),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("far")));
  }
  RiskPlanTerms terms;
  terms.premises_limits = {SchoolLimit("none", 100)};
  terms.premises_limits[0].kinds = 0;
  EXPECT_THAT(SealWithAnySite(terms),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("none")));
}

TEST(Seal, RefusesAPermissionForAZoneOfAnotherPlan) {
  RiskPlanTerms terms;
  terms.permissions = {{.id = "p", .zone = "elsewhere", .site = {}, .valid_to = {}}};
  EXPECT_THAT(SealWithAnySite(terms),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("permission p")));
}

TEST(Seal, LaysOutWhatCourtsBar) {
  RiskPlanTerms terms;
  terms.orders = {
      {.id = "shpo",
       .kind = OrderKind::kSexualHarmPrevention,
       .barred_attributes = {WorkAttribute::kChildren, WorkAttribute::kInternet},
       .barred_occupations = {"isco/23", "isco/3422"},
       .read_in_full = true,
       .ends_on = {}},
      {.id = "other", .barred_attributes = {}, .barred_occupations = {}, .ends_on = {}}};
  ASSERT_OK_AND_ASSIGN(const SealedPlan plan, SealWithAnySite(terms));
  ASSERT_EQ(plan.orders.size(), 2u);
  EXPECT_EQ(plan.orders[0].barred,
            MaskOf(WorkAttribute::kChildren) | MaskOf(WorkAttribute::kInternet));
  const auto taxonomy = WithCooksAndTeachers();
  EXPECT_THAT(plan.orders[0].barred_work,
              testing::UnorderedElementsAre(taxonomy->Occupation("teacher"),
                                            taxonomy->Occupation("coach")));
  EXPECT_EQ(plan.orders[1].barred, 0u);
  EXPECT_TRUE(plan.orders[1].barred_work.empty());
}

// Teachers may be primary school teachers, and what nobody has classified may be anything.
TEST(Seal, LaysOutWhatCourtsMayBar) {
  const auto occupation = [](const char* code, std::vector<std::string> broader) {
    return Concept{code, ConceptKind::kOccupation, code, {}, broader, {}, {}};
  };
  const auto group = [](const char* code) {
    return Concept{code, ConceptKind::kOccupationGroup, code, {}, {}, {}, {}};
  };
  const auto taxonomy =
      Taxonomy::Build("test", "",
                      {group("isco/23"), group("isco/2342"), occupation("teacher", {"isco/2341"}),
                       occupation("unclassified", {})});
  const Ordinals ordinals{.site = [](const SiteName&) { return Ordinal{7}; },
                          .vacancy = [](const VacancyName&) { return Ordinal{3}; }};
  RiskPlanTerms terms;
  terms.orders = {
      {.id = "shpo", .barred_attributes = {}, .barred_occupations = {"isco/2341"}, .ends_on = {}},
      {.id = "alien", .barred_attributes = {}, .barred_occupations = {"soc/231"}, .ends_on = {}}};
  ASSERT_OK_AND_ASSIGN(const SealedPlan plan, Seal(terms, *taxonomy, ordinals));
  EXPECT_THAT(plan.orders[0].barred_work, testing::ElementsAre(taxonomy->Occupation("teacher")));
  EXPECT_THAT(plan.orders[0].doubtful_work,
              testing::UnorderedElementsAre(taxonomy->Occupation("isco/23"),
                                            taxonomy->Occupation("unclassified")));
  EXPECT_EQ(plan.orders[1].doubtful_work.size(), taxonomy->occupation_count())
      << "what a group of another scheme holds is not known";
}

TEST(Seal, RefusesHoursThatAreNotStated) {
  RiskPlanTerms terms;
  terms.commitments = {{.id = "reporting", .windows = {}}};
  EXPECT_THAT(SealWithAnySite(terms).status().message(), HasSubstr("commitment reporting"));
  terms.curfews = {{.id = "evenings", .windows = {}}};
  EXPECT_THAT(SealWithAnySite(terms).status().message(), HasSubstr("curfew evenings"));
}

TEST(Seal, RefusesAVehicleLimitInAZoneThatIsNotThere) {
  RiskPlanTerms terms;
  terms.vehicle_limits = {{.id = "vans", .windows = {}, .within_zone = "park"}};
  EXPECT_THAT(SealWithAnySite(terms).status().message(), HasSubstr("vehicle limit vans"));
}

}  // namespace
}  // namespace throughgate::matcher
