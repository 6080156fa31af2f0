#include "matcher/index/taxonomy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace throughgate::matcher {
namespace {

using Codes = std::vector<std::string>;

Concept Skill(std::string code, Codes broader) {
  return {code, ConceptKind::kSkill, "label of " + code, {}, std::move(broader), {}, {}};
}
Concept Group(std::string code) { return {code, ConceptKind::kSkillGroup, code, {}, {}, {}, {}}; }
Concept Occupation(std::string code, Codes broader, Codes essential = {}, Codes optional = {}) {
  return {code,
          ConceptKind::kOccupation,
          code,
          {},
          std::move(broader),
          std::move(essential),
          std::move(optional)};
}

std::shared_ptr<const Taxonomy> Build(std::vector<Concept> concepts) {
  return Taxonomy::Build("test", "nobody", std::move(concepts));
}

// In percent, by codes; 0 when there is no relation.
int Relation(const Taxonomy& taxonomy, const std::string& held, const std::string& needed) {
  for (const SkillRelation& relation : taxonomy.MeetersOf(taxonomy.Skill(needed))) {
    if (relation.skill == taxonomy.Skill(held)) return relation.percent;
  }
  return 0;
}

TEST(TaxonomySkills, AreRelatedAsPublished) {
  const auto taxonomy =
      Build({Group("food"), Skill("bake", {"food"}), Skill("bread", {"bake"}),
             Skill("cakes", {"bake"}), Skill("fry", {"food"}), Skill("weld", {})});
  EXPECT_EQ(Relation(*taxonomy, "bake", "bake"), 100);
  EXPECT_EQ(Relation(*taxonomy, "bread", "bake"), 100);
  EXPECT_EQ(Relation(*taxonomy, "bake", "bread"), 50);
  EXPECT_EQ(Relation(*taxonomy, "cakes", "bread"), 40);
  EXPECT_EQ(Relation(*taxonomy, "fry", "bake"), 40);
  EXPECT_EQ(Relation(*taxonomy, "fry", "bread"), 0) << "an uncle is no sibling";
  EXPECT_EQ(Relation(*taxonomy, "weld", "bake"), 0);
}

TEST(TaxonomySkills, TakeTheBestOfSeveralRelations) {
  // "rye" is below "bread" and, in the same group, beside it.
  const auto taxonomy =
      Build({Group("food"), Skill("bread", {"food"}), Skill("rye", {"bread", "food"})});
  EXPECT_EQ(Relation(*taxonomy, "rye", "bread"), 100);
  EXPECT_EQ(Relation(*taxonomy, "bread", "rye"), 50);
}

TEST(TaxonomySkills, ReadTheSameRelationsFromEitherEnd) {
  const auto taxonomy = Build({Group("food"), Skill("bake", {"food"}), Skill("bread", {"bake"}),
                               Skill("cakes", {"bake"}), Skill("fry", {"food"})});
  for (SkillIndex held = 0; held < taxonomy->skill_count(); ++held) {
    for (const SkillRelation& need : taxonomy->MetBy(held)) {
      EXPECT_EQ(Relation(*taxonomy, taxonomy->skill(held).code, taxonomy->skill(need.skill).code),
                need.percent);
    }
  }
}

TEST(TaxonomySkills, AreSiblingsInNarrowGroupsOnly) {
  for (const std::size_t members : {kNarrowGroupMax, kNarrowGroupMax + 1}) {
    std::vector<Concept> concepts = {Group("group")};
    for (std::size_t i = 0; i < members; ++i) {
      concepts.push_back(Skill(absl::StrCat("skill-", i), {"group"}));
    }
    EXPECT_EQ(Relation(*Build(concepts), "skill-0", "skill-1"),
              members == kNarrowGroupMax ? kSiblingSkill : 0);
  }
}

TEST(TaxonomyOccupations, AreAsCloseAsTheirGroupsHaveDigitsInCommon) {
  const auto taxonomy =
      Build({Occupation("baker", {"isco/7512"}),
             Occupation("pastry", {"isco/7512"}),
             Occupation("butcher", {"isco/7511"}),
             Occupation("cutter", {"isco/7531"}),
             Occupation("mason", {"isco/7112"}),
             Occupation("clerk", {"isco/4110"}),
             Occupation("sculptor", {}),
             {"isco/75", ConceptKind::kOccupationGroup, "craft", {}, {}, {}, {}}});
  const auto percent = [&](const char* a, const char* b) {
    const int there = taxonomy->OccupationPercent(taxonomy->Occupation(a), taxonomy->Occupation(b));
    EXPECT_EQ(taxonomy->OccupationPercent(taxonomy->Occupation(b), taxonomy->Occupation(a)), there);
    return there;
  };
  EXPECT_EQ(percent("baker", "baker"), 100);
  EXPECT_EQ(percent("baker", "pastry"), 85);
  EXPECT_EQ(percent("baker", "butcher"), 60);
  EXPECT_EQ(percent("baker", "cutter"), 20);
  EXPECT_EQ(percent("baker", "isco/75"), 20);
  EXPECT_EQ(percent("baker", "mason"), 15);
  EXPECT_EQ(percent("baker", "clerk"), 0);
  EXPECT_EQ(percent("baker", "sculptor"), 0);
  EXPECT_EQ(percent("sculptor", "sculptor"), 100);
}

// Occupations of one major group or none, which share skills: 40, 20 and 10 of a hundred count.
TEST(TaxonomyOccupations, AreAsCloseAsTheSkillsThatTheyShare) {
  std::vector<Concept> concepts;
  Codes all;
  for (int i = 0; i < 60; ++i) {
    all.push_back(absl::StrCat("skill/", i));
    concepts.push_back(Skill(all.back(), {}));
  }
  const auto needing = [&](const char* code, const char* isco, int begin, int end) {
    concepts.push_back(Occupation(code, {isco}, Codes(all.begin() + begin, all.begin() + end)));
  };
  needing("cook", "isco/5120", 0, 10);
  needing("chef", "isco/3434", 2, 10);        // 8 of 10
  needing("porter", "isco/9412", 5, 15);      // 5 of 15
  needing("steward", "isco/4226", 8, 18);     // 2 of 18
  needing("far", "isco/4226", 9, 30);         // 1 of 30
  needing("biochemist", "isco/2131", 0, 10);  // all, after long study
  needing("helper", "isco/6111", 0, 4);       // too few to tell
  const auto taxonomy = Build(concepts);
  const auto percent = [&](const char* a, const char* b) {
    const int there = taxonomy->OccupationPercent(taxonomy->Occupation(a), taxonomy->Occupation(b));
    EXPECT_EQ(taxonomy->OccupationPercent(taxonomy->Occupation(b), taxonomy->Occupation(a)), there);
    return there;
  };
  EXPECT_EQ(percent("cook", "chef"), 70);
  EXPECT_EQ(percent("cook", "porter"), 45);
  EXPECT_EQ(percent("cook", "steward"), 25);
  EXPECT_EQ(percent("cook", "far"), 0);
  EXPECT_EQ(percent("cook", "biochemist"), 0);
  EXPECT_EQ(percent("chef", "biochemist"), 70);
  EXPECT_EQ(percent("cook", "helper"), 0);
  EXPECT_EQ(percent("steward", "far"), kSameUnitGroup) << "the closer of the two ways counts";
}

TEST(TaxonomyOccupations, StandInTheOrderOfTheirGroups) {
  const auto taxonomy =
      Build({Occupation("clerk", {"isco/4110"}),
             Occupation("sculptor", {}),
             Occupation("baker", {"isco/7512"}),
             Occupation("mason", {"isco/7112"}),
             Occupation("pastry", {"isco/7512"}),
             Group("food"),
             {"isco/75", ConceptKind::kOccupationGroup, "craft", {}, {}, {}, {}}});
  Codes codes;
  for (OccupationIndex i = 0; i < taxonomy->occupation_count(); ++i) {
    codes.push_back(taxonomy->occupation(i).code);
    EXPECT_EQ(taxonomy->Occupation(codes.back()), i);
  }
  EXPECT_EQ(codes, (Codes{"sculptor", "clerk", "mason", "isco/75", "baker", "pastry"}));
}

// All at once as one by one.
TEST(TaxonomyOccupations, AreLaidOutAsCloseAsTheyAre) {
  const Codes skills = {"a", "b", "c", "d", "e"};
  std::vector<Concept> concepts = {Occupation("cook", {"isco/5120"}, skills),
                                   Occupation("chef", {"isco/3434"}, skills),
                                   Occupation("waiter", {"isco/5131"}),
                                   Occupation("barber", {"isco/5141"}),
                                   Occupation("guard", {"isco/5414"}),
                                   Occupation("pizza cook", {"isco/5120"}),
                                   Occupation("sculptor", {})};
  for (const std::string& skill : skills) concepts.push_back(Skill(skill, {}));
  const auto taxonomy = Build(concepts);
  for (OccupationIndex of = 0; of < taxonomy->occupation_count(); ++of) {
    std::vector<std::uint8_t> percents(taxonomy->occupation_count(), 20);
    taxonomy->RaiseToCloseness(of, percents);
    for (OccupationIndex other = 0; other < percents.size(); ++other) {
      EXPECT_EQ(percents[other], std::max(20, taxonomy->OccupationPercent(of, other)));
    }
  }
}

TEST(TaxonomyOccupations, NameTheirSkillsOnceAndAreNamedByThem) {
  const auto taxonomy = Build({Skill("bake", {}), Skill("till", {}),
                               Occupation("baker", {"isco/7512"}, {"bake", "bake"}, {"till"})});
  const OccupationIndex baker = taxonomy->Occupation("baker");
  ASSERT_EQ(taxonomy->EssentialSkills(baker).size(), 1u);
  EXPECT_EQ(taxonomy->EssentialSkills(baker)[0], taxonomy->Skill("bake"));
  ASSERT_EQ(taxonomy->OptionalFor(taxonomy->Skill("till")).size(), 1u);
  EXPECT_EQ(taxonomy->OptionalFor(taxonomy->Skill("till"))[0], baker);
  EXPECT_TRUE(taxonomy->EssentialFor(taxonomy->Skill("till")).empty());
}

TEST(Taxonomy, LeavesOutAndCountsReferencesToNothing) {
  const auto taxonomy = Build(
      {Skill("bake", {"no-group"}), Occupation("baker", {"isco/7512"}, {"no-skill"}, {"no"})});
  // The group of skills, the ISCO group and the two skills.
  EXPECT_EQ(taxonomy->dangling_references(), 4u);
  EXPECT_TRUE(taxonomy->EssentialSkills(taxonomy->Occupation("baker")).empty());
}

TEST(Taxonomy, KnowsNothingWhenEmptyAndTakesTheFirstOfTwoAlike) {
  EXPECT_EQ(Build({})->Skill("bake"), kNoIndex);
  EXPECT_EQ(Build({})->Occupation("baker"), kNoIndex);
  const auto taxonomy = Build({Skill("bake", {}), Skill("bake", {"bake"})});
  EXPECT_EQ(taxonomy->skill_count(), 1u);
  EXPECT_TRUE(taxonomy->skill(0).broader.empty());
}

}  // namespace
}  // namespace throughgate::matcher
