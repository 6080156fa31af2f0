#include "matcher/index/catalogue_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/index/tie_hash.h"
#include "tests/support/status_matchers.h"

namespace throughgate::matcher {
namespace {

using testing::ElementsAre;

Concept Known(const char* code, ConceptKind kind) { return {code, kind, code, {}, {}, {}, {}}; }

CatalogueBuilder NewBuilder() {
  return CatalogueBuilder(
      Taxonomy::Build(
          "test", "",
          {Known("skill/a", ConceptKind::kSkill), Known("skill/b", ConceptKind::kSkill),
           Known("skill/c", ConceptKind::kSkill), Known("occupation/x", ConceptKind::kOccupation),
           Known("occupation/y", ConceptKind::kOccupation)}),
      Gazetteer::Build("test", {{.code = "M1",
                                 .centre = {534'800'000, -22'400'000},
                                 .uncertainty = {800},
                                 .town = "",
                                 .region = "",
                                 .wider_region = ""}}));
}

VacancyName VacancyNo(int i) { return {"acme", absl::StrCat("v-", i)}; }
CandidateName CandidateNo(int i) { return {absl::StrCat("c-", i)}; }

VacancyTerms AtSites(std::vector<std::string> sites) {
  VacancyTerms terms;
  terms.sites = std::move(sites);
  return terms;
}

VacancyDetail Needing(const std::vector<std::string>& codes) {
  VacancyDetail detail;
  for (const std::string& code : codes)
    detail.skills.push_back({.code = code, .inferred_from = {}});
  return detail;
}

CandidateDetail Holding(const std::vector<std::string>& codes) {
  CandidateDetail detail;
  for (const std::string& code : codes) detail.skills.push_back({.code = code});
  return detail;
}

SiteTerms SiteAt(std::int32_t latitude_e7) {
  return {.place = Place{{latitude_e7, -22'400'000}, {10}},
          .verification = SiteVerification::kVerified};
}

Ordinal OrdinalOf(const Catalogue& catalogue, const VacancyName& name) {
  return catalogue.OrdinalOf(name).value();
}
Ordinal OrdinalOf(const Catalogue& catalogue, const CandidateName& name) {
  return catalogue.OrdinalOf(name).value();
}

// The codes of what a vacancy needs, as its card has them.
std::vector<std::string> NeedsOf(const Catalogue& catalogue, const VacancyName& name) {
  const Ordinal ordinal = OrdinalOf(catalogue, name);
  std::vector<std::string> codes;
  for (const SkillNeed& need :
       catalogue.VacancyBlockOf(ordinal).NeedsOf(catalogue.VacancyOf(ordinal))) {
    codes.push_back(need.skill == kNoIndex ? "?" : catalogue.taxonomy->skill(need.skill).code);
  }
  return codes;
}

std::vector<std::string> SkillsOf(const Catalogue& catalogue, const CandidateName& name) {
  const Ordinal ordinal = OrdinalOf(catalogue, name);
  std::vector<std::string> codes;
  for (const HeldSkill& held :
       catalogue.CandidateBlockOf(ordinal).SkillsOf(catalogue.CandidateOf(ordinal))) {
    codes.push_back(catalogue.taxonomy->skill(held.skill).code);
  }
  return codes;
}

std::vector<std::int32_t> LatitudesOf(const Catalogue& catalogue, const VacancyName& name) {
  const Ordinal ordinal = OrdinalOf(catalogue, name);
  std::vector<std::int32_t> latitudes;
  for (const SitePoint& point :
       catalogue.VacancyBlockOf(ordinal).SitesOf(catalogue.VacancyOf(ordinal))) {
    latitudes.push_back(point.known() ? point.at.latitude_e7 : 0);
  }
  return latitudes;
}

// The pools of a block hold the items of all its cards end to end: each case makes one card's
// longer, shorter or empty, and looks at its neighbours too.
TEST(CatalogueBuilderPools, KeepEachCardsItemsWhereverTheCountChanges) {
  for (const int changed : {0, 1, 2}) {
    for (const std::vector<std::string>& items : std::vector<std::vector<std::string>>{
             {}, {"skill/c"}, {"skill/c", "skill/b", "skill/a"}}) {
      CatalogueBuilder builder = NewBuilder();
      for (int i = 0; i < 3; ++i) {
        builder.SetVacancy(VacancyNo(i), Needing({"skill/a", "skill/b"}));
        builder.SetCandidate(CandidateNo(i), Holding({"skill/a", "skill/b"}));
      }
      builder.SetVacancy(VacancyNo(changed), Needing(items));
      builder.SetCandidate(CandidateNo(changed), Holding(items));
      const auto catalogue = builder.Publish(1);
      for (int i = 0; i < 3; ++i) {
        const std::vector<std::string> expected =
            i == changed ? items : std::vector<std::string>{"skill/a", "skill/b"};
        EXPECT_EQ(NeedsOf(*catalogue, VacancyNo(i)), expected) << changed << " " << i;
        EXPECT_EQ(SkillsOf(*catalogue, CandidateNo(i)), expected) << changed << " " << i;
      }
    }
  }
}

TEST(CatalogueBuilderPools, HoldTheMostThatABlockMayHave) {
  CatalogueBuilder builder = NewBuilder();
  const std::vector<std::string> most(100, "skill/a");
  for (std::size_t i = 0; i < kCardsPerBlock; ++i) {
    builder.SetCandidate(CandidateNo(static_cast<int>(i)), Holding(most));
  }
  builder.SetCandidate(CandidateNo(0), Holding({"skill/b"}));
  const auto catalogue = builder.Publish(1);
  EXPECT_THAT(SkillsOf(*catalogue, CandidateNo(0)), ElementsAre("skill/b"));
  EXPECT_EQ(SkillsOf(*catalogue, CandidateNo(kCardsPerBlock - 1)), most);
}

TEST(CatalogueBuilderSites, MoveForEveryVacancyThere) {
  CatalogueBuilder builder = NewBuilder();
  builder.SetSite({"acme", "yard"}, SiteAt(530'000'000));
  for (int i = 0; i < 600; ++i) builder.SetVacancy(VacancyNo(i), AtSites({"yard", "shop"}));
  const auto before = builder.Publish(1);
  builder.SetSite({"acme", "yard"}, SiteAt(540'000'000));
  builder.SetSite({"acme", "shop"}, SiteAt(550'000'000));
  const auto after = builder.Publish(2);
  for (const int i : {0, 511, 512, 599}) {
    EXPECT_THAT(LatitudesOf(*before, VacancyNo(i)), ElementsAre(530'000'000, 0));
    EXPECT_THAT(LatitudesOf(*after, VacancyNo(i)), ElementsAre(540'000'000, 550'000'000));
  }
}

// Who verifies a site, or sends it again, makes nobody arrange the search anew.
TEST(CatalogueBuilderSites, ThatStayWhereTheyAreMoveNothing) {
  CatalogueBuilder builder = NewBuilder();
  SiteTerms terms = SiteAt(530'000'000);
  builder.SetSite({"acme", "yard"}, terms);
  builder.SetVacancy(VacancyNo(1), AtSites({"yard"}));
  builder.SetVacancy(VacancyNo(1), VacancyDetail());
  const auto before = builder.Publish(1);
  terms.verification = SiteVerification::kUnverified;
  builder.SetSite({"acme", "yard"}, terms);
  const auto after = builder.Publish(2);
  EXPECT_EQ(after->vacancy_forest->trees, before->vacancy_forest->trees);
  EXPECT_EQ(after->sites[0]->verification, SiteVerification::kUnverified);
  builder.SetSite({"acme", "yard"}, SiteAt(540'000'000));
  EXPECT_NE(builder.Publish(3)->vacancy_forest->trees, before->vacancy_forest->trees);
}

TEST(CatalogueBuilderSites, FollowAVacancyFromOneToAnother) {
  CatalogueBuilder builder = NewBuilder();
  builder.SetSite({"acme", "yard"}, SiteAt(530'000'000));
  builder.SetSite({"acme", "shop"}, SiteAt(531'000'000));
  builder.SetVacancy(VacancyNo(0), AtSites({"yard"}));
  builder.SetVacancy(VacancyNo(1), AtSites({"yard"}));
  builder.SetVacancy(VacancyNo(0), AtSites({"shop"}));
  builder.SetSite({"acme", "yard"}, SiteAt(540'000'000));
  builder.SetSite({"acme", "shop"}, SiteAt(541'000'000));
  auto catalogue = builder.Publish(1);
  EXPECT_THAT(LatitudesOf(*catalogue, VacancyNo(0)), ElementsAre(541'000'000));
  EXPECT_THAT(LatitudesOf(*catalogue, VacancyNo(1)), ElementsAre(540'000'000));
  // And back again.
  builder.SetVacancy(VacancyNo(0), AtSites({"yard"}));
  builder.SetSite({"acme", "yard"}, SiteAt(550'000'000));
  EXPECT_THAT(LatitudesOf(*builder.Publish(2), VacancyNo(0)), ElementsAre(550'000'000));
}

TEST(CatalogueBuilderSites, AreTheEmployersOwn) {
  CatalogueBuilder builder = NewBuilder();
  builder.SetSite({"other", "yard"}, SiteAt(530'000'000));
  builder.SetVacancy(VacancyNo(0), AtSites({"yard"}));
  EXPECT_THAT(LatitudesOf(*builder.Publish(1), VacancyNo(0)), ElementsAre(0));
}

TEST(CatalogueBuilderCards, AreCompleteOnceBothPartsAreThere) {
  CatalogueBuilder builder = NewBuilder();
  builder.SetVacancy(VacancyNo(0), VacancyTerms());
  builder.SetCandidate(CandidateNo(0), CandidateDetail());
  const auto half = builder.Publish(1);
  EXPECT_FALSE(half->VacancyOf(0).complete());
  EXPECT_FALSE(half->CandidateOf(0).complete());
  builder.SetVacancy(VacancyNo(0), VacancyDetail());
  builder.SetCandidate(CandidateNo(0), CandidateTerms());
  const auto whole = builder.Publish(2);
  EXPECT_TRUE(whole->VacancyOf(0).complete());
  EXPECT_TRUE(whole->CandidateOf(0).complete());
  EXPECT_EQ(whole->VacancyOf(0).tie_hash, TieHash("employers/acme/vacancies/v-0"));
  EXPECT_EQ(whole->CandidateOf(0).tie_hash, TieHash("candidates/c-0"));
}

TEST(CatalogueBuilderCards, KeepTheirOwnBeyondTheFirstBlock) {
  constexpr int kMany = 2 * kCardsPerBlock + 1;
  CatalogueBuilder builder = NewBuilder();
  for (int i = 0; i < kMany; ++i) {
    VacancyDetail detail = Needing({"skill/a"});
    detail.pay = {1'000 + i};
    builder.SetVacancy(VacancyNo(i), detail);
  }
  const auto catalogue = builder.Publish(1);
  EXPECT_EQ(catalogue->vacancies.size(), 3u);
  for (int i = 0; i < kMany; ++i) {
    const Ordinal ordinal = OrdinalOf(*catalogue, VacancyNo(i));
    EXPECT_EQ(catalogue->VacancyOf(ordinal).pence_per_hour, 1'000 + i);
  }
}

TEST(CatalogueBuilderCodes, CountUnknownNeedsAndDropWhatIsHeldOrDoneUnknown) {
  CatalogueBuilder builder = NewBuilder();
  builder.SetVacancy(VacancyNo(0), Needing({"skill/nowhere", "skill/b"}));
  builder.SetCandidate(CandidateNo(0), Holding({"skill/nowhere", "skill/b"}));
  VacancyTerms terms;
  terms.occupations = {{"occupation/nowhere", {}}, {"occupation/y", {}}, {"occupation/x", {}}};
  builder.SetVacancy(VacancyNo(0), terms);
  const auto catalogue = builder.Publish(1);
  EXPECT_THAT(NeedsOf(*catalogue, VacancyNo(0)), ElementsAre("?", "skill/b"));
  EXPECT_THAT(SkillsOf(*catalogue, CandidateNo(0)), ElementsAre("skill/b"));
  EXPECT_THAT(catalogue->VacancyOf(0).occupations,
              ElementsAre(catalogue->taxonomy->Occupation("occupation/y"),
                          catalogue->taxonomy->Occupation("occupation/x"), kNoIndex, kNoIndex));
}

TEST(CatalogueBuilderHomes, AreUnknownOutsideTheGazetteer) {
  CatalogueBuilder builder = NewBuilder();
  CandidateTerms terms;
  terms.release_area = "M1";
  builder.SetCandidate(CandidateNo(0), terms);
  EXPECT_EQ(builder.Publish(1)->CandidateOf(0).home_uncertainty_m, 800u);
  terms.release_area = "ZZ9";
  builder.SetCandidate(CandidateNo(0), terms);
  EXPECT_FALSE(builder.Publish(2)->CandidateOf(0).home_known());
}

TEST(CatalogueBuilderPlans, MayComeBeforeTheirCandidate) {
  CatalogueBuilder builder = NewBuilder();
  EXPECT_OK(builder.SetRiskPlan(CandidateNo(0), RiskPlanTerms()));
  EXPECT_FALSE(builder.Publish(1)->CandidateOf(0).complete());
  builder.SetCandidate(CandidateNo(0), CandidateTerms());
  builder.SetCandidate(CandidateNo(0), CandidateDetail());
  const auto catalogue = builder.Publish(2);
  EXPECT_TRUE(catalogue->CandidateOf(0).complete());
  EXPECT_NE(catalogue->CandidateBlockOf(0).plans[0], nullptr);
}

TEST(CatalogueBuilderPlans, CountAsNoneWhenTheyCannotBePrepared) {
  CatalogueBuilder builder = NewBuilder();
  EXPECT_OK(builder.SetRiskPlan(CandidateNo(0), RiskPlanTerms()));
  const auto before = builder.Publish(1);
  RiskPlanTerms shapeless;
  shapeless.zones = {{.id = "z", .kind = ZoneKind::kExclusion, .shape = {}, .buffer = {}}};
  EXPECT_THAT(builder.SetRiskPlan(CandidateNo(0), shapeless),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(builder.Publish(2)->CandidateBlockOf(0).plans[0], nullptr);
  EXPECT_NE(before->CandidateBlockOf(0).plans[0], nullptr);
}

TEST(CatalogueBuilderPlans, CanBeCleared) {
  CatalogueBuilder builder = NewBuilder();
  EXPECT_OK(builder.SetRiskPlan(CandidateNo(0), RiskPlanTerms()));
  const auto before = builder.Publish(1);
  builder.ClearRiskPlan(CandidateNo(0));
  EXPECT_EQ(builder.Publish(2)->CandidateBlockOf(0).plans[0], nullptr);
  EXPECT_NE(before->CandidateBlockOf(0).plans[0], nullptr);
}

// ---- Slots ----

SlotTerms SlotOn(std::int32_t day) {
  SlotTerms terms;
  terms.windows = {{{day}, 540, 480}};
  terms.capacity = 1;
  return terms;
}

TEST(Slots, StandWithTheirVacancyInTheOrderOfTheirNames) {
  CatalogueBuilder builder = NewBuilder();
  for (int i = 0; i < 3; ++i) {
    builder.SetVacancy(VacancyNo(i), VacancyTerms());
    builder.SetVacancy(VacancyNo(i), VacancyDetail());
  }
  builder.SetSlot({VacancyNo(2), "b"}, SlotOn(2));
  builder.SetSlot({VacancyNo(0), "a"}, SlotOn(1));
  builder.SetSlot({VacancyNo(2), "a"}, SlotOn(3));
  const auto before = builder.Publish(1);
  builder.SetSlot({VacancyNo(2), "b"}, SlotOn(4));
  const auto after = builder.Publish(2);

  const auto slots = [](const Catalogue& catalogue, Ordinal vacancy) {
    std::vector<std::string> texts;
    const VacancyBlock& block = catalogue.VacancyBlockOf(vacancy);
    for (const NamedSlot& slot : block.SlotsOf(catalogue.VacancyOf(vacancy))) {
      texts.push_back(absl::StrCat(slot.slot, slot.terms.windows[0].date.since_epoch));
    }
    return texts;
  };
  EXPECT_THAT(slots(*before, 0), ElementsAre("a1"));
  EXPECT_THAT(slots(*before, 1), ElementsAre());
  EXPECT_THAT(slots(*before, 2), ElementsAre("a3", "b2"));
  EXPECT_THAT(slots(*after, 2), ElementsAre("a3", "b4"));
}

TEST(CatalogueBuilder, KnowsWhichPremisesAreNearASiteAsItMoves) {
  const Place school{{534'800'000, -22'400'000}, {10}};
  CatalogueBuilder builder(
      Taxonomy::Build("", "", {}), Gazetteer::Build("", {}), nullptr, {},
      PremisesLayer::Build("small", {{.id = "p", .kind = PremisesKind::kSchool, .place = school}}));
  SiteTerms terms;
  terms.place = Place{{534'801'000, -22'400'000}, {1}};
  terms.premises_kinds = MaskOf(PremisesKind::kLibrary);
  builder.SetSite({"acme", "leeds"}, terms);
  const auto beside = builder.Publish(1);
  EXPECT_EQ(beside->premises->id(), "small");
  EXPECT_EQ(beside->sites[0]->premises_kinds, MaskOf(PremisesKind::kLibrary));
  ASSERT_NE(beside->sites[0]->premises, nullptr);
  EXPECT_EQ(beside->sites[0]->premises->of[static_cast<int>(PremisesKind::kSchool)].possibly, 1);

  terms.place->at.latitude_e7 += 1'000'000;
  builder.SetSite({"acme", "leeds"}, terms);
  EXPECT_EQ(builder.Publish(2)->sites[0]->premises, nullptr);
  terms.place.reset();
  builder.SetSite({"acme", "leeds"}, terms);
  EXPECT_EQ(builder.Publish(3)->sites[0]->premises, nullptr);
  EXPECT_NE(beside->sites[0]->premises, nullptr);
}

}  // namespace
}  // namespace throughgate::matcher
