// Cases in which the two implementations once differed, or in which records speak against each
// other, each by itself: what both must say.
#include <gtest/gtest.h>

#include <string>

#include "tests/oracle/comparison.h"
#include "tests/oracle/ordinary_world.h"

namespace throughgate::oracle {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

// What decides: "rule CODE subject" for each finding of the verdict, or "eligible".
std::string Decisive(const PlainVerdict& verdict) {
  if (verdict.verdict == Verdict::kEligible) return "eligible";
  std::string text = verdict.verdict == Verdict::kReview ? "review:" : "refused:";
  for (const PlainFinding& finding : verdict.findings) {
    if (finding.verdict != verdict.verdict) continue;
    text += " " + finding.rule + " " + finding.code;
    if (!finding.subject.empty()) text += " (" + finding.subject + ")";
  }
  return text;
}

// What both say of the pair; what either says when they differ.
std::string Says(const PlainWorld& world) {
  Survey survey;
  const std::string plain = Decisive(VerdictOf(world, survey, 0, 0, View::kFull));
  const std::string found = Decisive(FoundByMatcher(world, 0, 0, View::kFull));
  return plain == found ? found : "second " + plain + ", matcher " + found;
}

// What one rule tells, by both.
std::string Told(const PlainWorld& world, const std::string& rule) {
  const auto by = [&](const PlainVerdict& verdict) {
    std::string text;
    for (const PlainFinding& finding : verdict.findings) {
      if (finding.rule != rule) continue;
      text += finding.code + (finding.subject.empty() ? "" : " (" + finding.subject + ")");
    }
    return text;
  };
  Survey survey;
  const std::string plain = by(VerdictOf(world, survey, 0, 0, View::kFull));
  const std::string found = by(FoundByMatcher(world, 0, 0, View::kFull));
  return plain == found ? found : "second " + plain + ", matcher " + found;
}

// Whether the work waits for a clearance, by both; yes when they differ, with a failure.
bool NeedsClearance(const PlainWorld& world) {
  Survey survey;
  const bool plain = VerdictOf(world, survey, 0, 0, View::kFull).clearance_required;
  const bool found = FoundByMatcher(world, 0, 0, View::kFull).clearance_required;
  EXPECT_EQ(plain, found);
  return plain || found;
}

TEST(Ordinary, IsEligible) { EXPECT_EQ(Says(OrdinaryWorld().world), "eligible"); }

void AddOrderAgainstBaking(OrdinaryWorld& it) {
  it.plan().orders = {{.id = "order",
                       .kind = OrderKind::kSexualHarmPrevention,
                       .barred_attributes = {},
                       .barred_occupations = {"isco/7512"},
                       .read_in_full = true,
                       .ends_on = {}}};
}

TEST(CourtOrder, BarsWorkOfAGroup) {
  OrdinaryWorld it;
  AddOrderAgainstBaking(it);
  EXPECT_EQ(Says(it.world), "refused: court-order ORDER_BARS_WORK (order)");
}

TEST(CourtOrder, MayBarWorkThatIsKnownByAWiderGroupOnly) {
  OrdinaryWorld it;
  AddOrderAgainstBaking(it);
  it.work().occupations = {{"isco/75", {}}};
  EXPECT_EQ(Says(it.world), "review: court-order ORDER_WORK_UNKNOWN (order)");
}

TEST(CourtOrder, MayBarWorkOfNoGroup) {
  OrdinaryWorld it;
  AddOrderAgainstBaking(it);
  it.work().occupations = {{"occupation/dreamer", {}}};
  EXPECT_EQ(Says(it.world), "review: court-order ORDER_WORK_UNKNOWN (order)");
}

TEST(CourtOrder, MayBarTheOneTypeOfWorkThatTheTaxonomyDoesNotKnow) {
  OrdinaryWorld it;
  AddOrderAgainstBaking(it);
  it.plan().orders[0].barred_occupations = {"isco/2341"};
  EXPECT_EQ(Says(it.world), "eligible");
  it.work().occupations.push_back({"occupation/nowhere", {}});
  EXPECT_EQ(Says(it.world), "review: court-order ORDER_WORK_UNKNOWN (order)");
}

TEST(Disclosure, OfSpentConvictionsIsForExemptRolesWhateverElseTheCheckShows) {
  OrdinaryWorld it;
  it.work().role.dbs_level = DbsLevel::kEnhancedWithList;
  it.work().role.exempt = Known::kNo;
  it.work().role.regulated_with_children = Known::kUnknown;
  EXPECT_EQ(Says(it.world), "review: disclosure DBS_LEVEL_BEYOND_ROLE");
}

TEST(Commitment, WithoutHoursMakesAPlanUnreadable) {
  OrdinaryWorld it;
  it.plan().commitments = {{.id = "reporting", .windows = {}}};
  EXPECT_EQ(Says(it.world), "review: risk-data RISK_PLAN_MISSING");
}

TEST(WorkApproval, CoversEachTypeOfTheWorkOrNone) {
  OrdinaryWorld it;
  it.plan().work_approvals = {{.id = "crafts",
                               .occupations = {"isco/7512"},
                               .vacancy = {},
                               .conditions = {},
                               .approved_on = it.Days(0),
                               .valid_to = it.Days(0)}};
  EXPECT_EQ(Told(it.world, "work-approval"), "WORK_APPROVED (crafts)");
  it.work().occupations.push_back({"occupation/dreamer", {}});
  EXPECT_EQ(Told(it.world, "work-approval"), "WORK_NOT_APPROVED");
}

TEST(WorkAtHome, ThatMovesAboutIsOnTheRoad) {
  OrdinaryWorld it;
  it.plan().zones = {{.id = "park",
                      .kind = ZoneKind::kExclusion,
                      .shape = Circle{{536'800'000, -22'400'000}, {500}}}};
  it.work().work_base = WorkBase::kHome;
  EXPECT_EQ(Says(it.world), "eligible");
  it.work().site_mode = SiteMode::kMobile;
  EXPECT_EQ(Says(it.world),
            "review: exclusion-zone ZONE_MOBILE_WORK (park) reach WORK_MOVES_ABOUT");
}

TEST(YoungWorker, WorksAMinuteOnceThoughItIsInTwoShifts) {
  OrdinaryWorld it;
  it.person().young_worker = true;
  it.work().shifts = {{{8 * 60, 5 * 60}, {12 * 60, 4 * 60}}};
  EXPECT_EQ(Says(it.world), "eligible");
  it.work().shifts.spans[1].length += 1;
  EXPECT_EQ(Says(it.world), "refused: young-worker TOO_LONG_A_DAY");
}

TEST(Release, ThatIsPastSaysNothingOfSomebodyInCustody) {
  OrdinaryWorld it;
  it.plan().supervision = Supervision::kInCustody;
  it.plan().release_on = it.Days(-1);
  it.work().starts_on = it.Days(-2);
  EXPECT_EQ(Says(it.world), "review: release RELEASE_UNKNOWN");
}

TEST(FreeOfChildren, IsDoubtedAtASchool) {
  OrdinaryWorld it;
  it.plan().work_limits = {{WorkAttribute::kChildren, WorkLimitEffect::kBarred}};
  EXPECT_EQ(Says(it.world), "eligible");
  it.site().premises_kinds = MaskOf(PremisesKind::kSchool);
  EXPECT_EQ(Says(it.world), "review: work-attributes ATTRIBUTE_UNKNOWN (contact with children)");
  it.work().work_base = WorkBase::kHome;
  EXPECT_EQ(Says(it.world), "eligible");
}

TEST(FreeOfChildren, IsDoubtedForAnyOfTheSites) {
  OrdinaryWorld it;
  it.plan().work_limits = {{WorkAttribute::kChildren, WorkLimitEffect::kBarred}};
  it.world.sites.push_back(it.world.sites[0]);
  it.world.sites[1].name.site = "nursery";
  it.world.sites[1].terms.premises_kinds = MaskOf(PremisesKind::kNursery);
  EXPECT_EQ(Says(it.world), "eligible");
  it.work().sites.push_back("nursery");
  EXPECT_EQ(Says(it.world), "review: work-attributes ATTRIBUTE_UNKNOWN (contact with children)");
}

TEST(FreeOfAdultsAtRisk, IsDoubtedOfRegulatedActivity) {
  OrdinaryWorld it;
  it.plan().work_limits = {{WorkAttribute::kVulnerableAdults, WorkLimitEffect::kBarred}};
  it.work().role.regulated_with_adults = Known::kYes;
  EXPECT_EQ(Says(it.world), "review: work-attributes ATTRIBUTE_UNKNOWN (adults at risk)");
}

TEST(FreeOfAlcohol, IsDoubtedAtADrinkingPlaceButDecidesNothingForATag) {
  OrdinaryWorld it;
  it.plan().tags = {{TagKind::kAlcohol, {}}};
  EXPECT_EQ(Told(it.world, "tag"), "NO_TAG_CONFLICT (alcohol)");
  it.site().premises_kinds = MaskOf(PremisesKind::kDrinkingPlace);
  EXPECT_EQ(Told(it.world, "tag"), "TAG_NOT_ASKED (alcohol)");
}

TEST(Contact, ThatIsSaidToBeLittleIsNotKnownAtASchool) {
  OrdinaryWorld it;
  it.plan().contact_limits = {
      {ContactGroup::kChildren, ContactDegree::kUnsupervised, WorkLimitEffect::kBarred}};
  it.work().role.children = ContactDegree::kNone;
  EXPECT_EQ(Says(it.world), "eligible");
  it.site().premises_kinds = MaskOf(PremisesKind::kSchool);
  EXPECT_EQ(Says(it.world), "review: contact CONTACT_UNKNOWN (children)");
  it.work().role.children = ContactDegree::kSupervised;
  EXPECT_EQ(Says(it.world), "eligible");
}

TEST(Contact, IsUnsupervisedWhereTheActivityIsRegulated) {
  OrdinaryWorld it;
  it.plan().contact_limits = {
      {ContactGroup::kChildren, ContactDegree::kUnsupervised, WorkLimitEffect::kBarred}};
  it.work().role.regulated_with_children = Known::kYes;
  EXPECT_EQ(Says(it.world), "refused: contact CONTACT_BARRED (children)");
  it.work().role.children = ContactDegree::kIncidental;
  EXPECT_EQ(Says(it.world), "refused: contact CONTACT_BARRED (children)");
}

TEST(Cash, OfWhichNoneIsHandledIsNotKnown) {
  OrdinaryWorld it;
  it.plan().cash_limit = 100;
  it.work().role.cash_handled = 0;
  EXPECT_EQ(Told(it.world, "cash-limit"), "WITHIN_CASH_LIMIT");
  it.work().attributes_absent = ~MaskOf(WorkAttribute::kCash);
  it.work().attributes_present = MaskOf(WorkAttribute::kCash);
  EXPECT_EQ(Says(it.world), "review: cash-limit CASH_UNKNOWN");
}

TEST(Premises, OfAnotherKindAreNeverAllInALayer) {
  OrdinaryWorld it;
  it.world.premises = {{"far", PremisesKind::kOther, {{500'000'000, -22'400'000}, {1}}}};
  it.plan().premises_limits = {{.id = "near",
                                .kinds = MaskOf(PremisesKind::kOther),
                                .distance = {100},
                                .windows = {},
                                .effect = WorkLimitEffect::kBarred,
                                .ends_on = {}}};
  EXPECT_EQ(Says(it.world),
            "review: premises PREMISES_NOT_IMPORTED (premises of another type (premises limit "
            "near))");
}

TEST(Supervision, OfNobodyLeavesNothingInForceToSeeTo) {
  OrdinaryWorld it;
  it.plan().supervision = Supervision::kNotSupervised;
  EXPECT_EQ(Says(it.world), "eligible");
  it.plan().tags = {{TagKind::kLocation, it.Days(-1)}};
  EXPECT_EQ(Says(it.world), "eligible");
  it.plan().tags[0].ends_on = it.Days(0);
  EXPECT_EQ(Says(it.world), "review: licence-conditions CONDITIONS_WITHOUT_SUPERVISION");
}

TEST(Supervision, OfNobodyNeedsNoClearanceOnceOutForGood) {
  OrdinaryWorld it;
  it.plan().supervision = Supervision::kNotSupervised;
  EXPECT_FALSE(NeedsClearance(it.world));
  it.plan().release_on = it.Days(0);
  EXPECT_FALSE(NeedsClearance(it.world));
  it.plan().release_on = it.Days(1);
  EXPECT_TRUE(NeedsClearance(it.world));
  it.plan().release_on = {};
  it.plan().temporary_release.release_class = ReleaseClass::kStandard;
  EXPECT_TRUE(NeedsClearance(it.world));
}

}  // namespace
}  // namespace throughgate::oracle
