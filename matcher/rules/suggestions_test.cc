// What of a plan could be disclosed. Whole disclosures stand in tests/service.
#include "matcher/rules/suggestions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace throughgate::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Day kToday{20'000};
constexpr WorkLimitEffect kBarred = WorkLimitEffect::kBarred;
constexpr WorkLimitEffect kNeedsApproval = WorkLimitEffect::kNeedsApproval;

std::vector<std::string> Reveals(const RiskPlanTerms& plan) {
  std::vector<std::string> all;
  for (const Suggestion& one : SuggestEffects(plan, kToday)) all.push_back(one.reveals);
  return all;
}

// Every attribute that is suggested, once it is seen that each suggestion is one alone.
AttributeMask Attributes(const RiskPlanTerms& plan) {
  AttributeMask all = 0;
  for (const Suggestion& one : SuggestEffects(plan, kToday)) {
    EXPECT_EQ(one.effects.attributes & (one.effects.attributes - 1), 0u);
    EXPECT_EQ(one.effects.attributes & all, 0u) << "suggested twice";
    all |= one.effects.attributes;
  }
  return all;
}

RiskPlanTerms WithContact(ContactGroup group, ContactDegree from, WorkLimitEffect effect) {
  RiskPlanTerms plan;
  plan.contact_limits = {{group, from, effect}};
  return plan;
}

RiskPlanTerms WithPremises(PremisesKind kind) {
  RiskPlanTerms plan;
  plan.premises_limits = {{.id = "p", .kinds = MaskOf(kind), .effect = kBarred}};
  return plan;
}

TEST(Suggestions, AreNoneOfAPlanThatBarsNothing) {
  RiskPlanTerms plan;
  EXPECT_THAT(SuggestEffects(plan, kToday), IsEmpty());
  plan.work_limits = {{WorkAttribute::kCash, kNeedsApproval}};
  plan.contact_limits = {{ContactGroup::kChildren, ContactDegree::kIncidental, kNeedsApproval}};
  plan.vehicle_limits = {{.id = "v", .effect = kNeedsApproval}};
  plan.premises_limits = {
      {.id = "p", .kinds = MaskOf(PremisesKind::kDrinkingPlace), .effect = kNeedsApproval}};
  plan.barred_lists = {Known::kNo, Known::kUnknown};
  EXPECT_THAT(SuggestEffects(plan, kToday), IsEmpty());
}

TEST(Suggestions, BarredContactIsTheAttributeOfItsGroup) {
  for (const ContactDegree from :
       {ContactDegree::kIncidental, ContactDegree::kSupervised, ContactDegree::kUnsupervised}) {
    EXPECT_EQ(Attributes(WithContact(ContactGroup::kChildren, from, kBarred)),
              MaskOf(WorkAttribute::kChildren));
    EXPECT_EQ(Attributes(WithContact(ContactGroup::kAdultsAtRisk, from, kBarred)),
              MaskOf(WorkAttribute::kVulnerableAdults));
  }
}

// Work with children may be supervised, and then such a bar lets it pass.
TEST(Suggestions, SayWhatIsBarredWhereThatIsNotAll) {
  EXPECT_THAT(Reveals(WithContact(ContactGroup::kChildren, ContactDegree::kSupervised, kBarred)),
              ElementsAre("That work with contact with children is not to be proposed."));
  RiskPlanTerms plan = WithContact(ContactGroup::kChildren, ContactDegree::kUnsupervised, kBarred);
  EXPECT_THAT(Reveals(plan),
              ElementsAre("That work with contact with children is not to be proposed; of that, "
                          "the plan bars only contact that nobody supervises."));
  plan.barred_lists.children = Known::kYes;
  EXPECT_THAT(Reveals(plan),
              ElementsAre("That work with contact with children is not to be proposed; of that, "
                          "the plan bars only contact that nobody supervises, and regulated "
                          "activity."));
  plan.work_limits = {{WorkAttribute::kChildren, kBarred}};
  EXPECT_THAT(Reveals(plan),
              ElementsAre("That work with contact with children is not to be proposed."));
}

TEST(Suggestions, ABarredListIsTheAttributeOfItsGroup) {
  RiskPlanTerms plan;
  plan.barred_lists.children = Known::kYes;
  EXPECT_EQ(Attributes(plan), MaskOf(WorkAttribute::kChildren));
  plan.barred_lists.adults = Known::kYes;
  EXPECT_THAT(Reveals(plan),
              ElementsAre("That work with contact with children is not to be proposed; of that, "
                          "the plan bars only regulated activity.",
                          "That work with adults at risk is not to be proposed; of that, the plan "
                          "bars only regulated activity."));
}

TEST(Suggestions, DrivingIsSuggestedWhereAllOfItIsBarred) {
  RiskPlanTerms plan;
  plan.vehicle_limits = {{.id = "v", .effect = kBarred}};
  EXPECT_THAT(Reveals(plan), ElementsAre("That work with driving is not to be proposed."));
  const VehicleLimit all = plan.vehicle_limits[0];
  VehicleLimit& limit = plan.vehicle_limits[0];
  limit.types = MaskOf(VehicleType::kVan);
  EXPECT_EQ(Attributes(plan), 0u);
  limit = all;
  limit.windows = DailyHours(22 * 60, 6 * 60);
  EXPECT_EQ(Attributes(plan), 0u);
  limit = all;
  limit.within_zone = "town";
  EXPECT_EQ(Attributes(plan), 0u);
  plan.vehicle_limits.push_back(all);
  EXPECT_EQ(Attributes(plan), MaskOf(WorkAttribute::kDriving));
}

TEST(Suggestions, PremisesAreTheAttributesOfTheWorkThere) {
  EXPECT_THAT(Reveals(WithPremises(PremisesKind::kDrinkingPlace)),
              ElementsAre("That work with licensed premises is not to be proposed; of that, the "
                          "plan bars only pubs, bars and clubs."));
  EXPECT_THAT(Reveals(WithPremises(PremisesKind::kGambling)),
              ElementsAre("That work with gambling is not to be proposed; of that, the plan bars "
                          "only betting shops, arcades and casinos."));
  EXPECT_THAT(Reveals(WithPremises(PremisesKind::kPlaceOfWorship)),
              ElementsAre("That work with places of worship is not to be proposed."));
  for (const PremisesKind kind :
       {PremisesKind::kSchool, PremisesKind::kNursery, PremisesKind::kPlayArea,
        PremisesKind::kSwimmingPool, PremisesKind::kLibrary, PremisesKind::kCareHome,
        PremisesKind::kHospital, PremisesKind::kYouthCentre, PremisesKind::kOther}) {
    EXPECT_EQ(Attributes(WithPremises(kind)), 0u) << static_cast<int>(kind);
  }
}

TEST(Suggestions, PremisesCountWhileTheyAreBarredAtEveryHour) {
  RiskPlanTerms plan = WithPremises(PremisesKind::kDrinkingPlace);
  PremisesLimit& limit = plan.premises_limits[0];
  constexpr AttributeMask kLicensed = MaskOf(WorkAttribute::kLicensedPremises);
  limit.ends_on = kToday;
  EXPECT_EQ(Attributes(plan), kLicensed);
  limit.ends_on = Day{kToday.since_epoch - 1};
  EXPECT_EQ(Attributes(plan), 0u);
  limit.ends_on.reset();
  limit.windows = DailyHours(18 * 60, 2 * 60);
  EXPECT_EQ(Attributes(plan), 0u);
  limit.windows = {{{0, kMinutesPerWeek}}};
  EXPECT_EQ(Attributes(plan), kLicensed);
}

TEST(Suggestions, APermissionLeavesPremisesThatAreNotBarred) {
  RiskPlanTerms plan = WithPremises(PremisesKind::kPlaceOfWorship);
  plan.permissions = {
      {.id = "kitchen", .zone = "", .site = {}, .valid_to = kToday, .premises_limit = "p"}};
  EXPECT_THAT(Reveals(plan),
              ElementsAre("That work with places of worship is not to be proposed; of that, the "
                          "plan bars only places of worship that no permission names."));
  plan.permissions[0].valid_to = Day{kToday.since_epoch - 1};
  EXPECT_THAT(Reveals(plan),
              ElementsAre("That work with places of worship is not to be proposed."));
}

TEST(Suggestions, ComeInTheOrderOfTheirAttributesBeforeAllElse) {
  RiskPlanTerms plan = WithPremises(PremisesKind::kPlaceOfWorship);
  plan.barred_lists.adults = Known::kYes;
  plan.vehicle_limits = {{.id = "v", .effect = kBarred}};
  plan.work_limits = {{WorkAttribute::kCash, kBarred}};
  plan.curfews = {{.id = "night", .windows = DailyHours(19 * 60, 7 * 60)}};
  const std::vector<Suggestion> all = SuggestEffects(plan, kToday);
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[0].effects.attributes, MaskOf(WorkAttribute::kVulnerableAdults));
  EXPECT_EQ(all[1].effects.attributes, MaskOf(WorkAttribute::kDriving));
  EXPECT_EQ(all[2].effects.attributes, MaskOf(WorkAttribute::kCash));
  EXPECT_EQ(all[3].effects.attributes, MaskOf(WorkAttribute::kWorship));
  EXPECT_TRUE(all[4].effects.hours.stated());
}

}  // namespace
}  // namespace throughgate::matcher
