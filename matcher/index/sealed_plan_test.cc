#include "matcher/index/sealed_plan.h"

#include <gtest/gtest.h>

#include "tests/support/status_matchers.h"

namespace throughgate::matcher {
namespace {

using testing::HasSubstr;

Zone CircleZone(const char* id, ZoneKind kind) {
  return {.id = id, .kind = kind, .shape = Circle{{534'800'000, -22'400'000}, {500}}, .buffer = {}};
}

absl::StatusOr<SealedPlan> SealWithAnySite(const RiskPlanTerms& terms) {
  return Seal(terms, [](const SiteName&) { return Ordinal{7}; });
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

TEST(Seal, RefusesAPermissionForAZoneOfAnotherPlan) {
  RiskPlanTerms terms;
  terms.permissions = {{.id = "p", .zone = "elsewhere", .site = {}, .valid_to = {}}};
  EXPECT_THAT(SealWithAnySite(terms),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("permission p")));
}

}  // namespace
}  // namespace throughgate::matcher
