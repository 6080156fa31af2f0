#include "matcher/rank/needs_met.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/index/forest/candidate_spot.h"

namespace throughgate::matcher {
namespace {

constexpr std::size_t kSkills = 40;
constexpr std::uint8_t kWorking = static_cast<std::uint8_t>(SkillLevel::kWorking) |
                                  static_cast<std::uint8_t>(SkillEvidence::kVerified)
                                      << HeldNote::kShift;

// Skills that have nothing to do with each other, and one type of work that needs the first.
std::shared_ptr<const Taxonomy> TheTaxonomy() {
  std::vector<Concept> concepts;
  for (std::size_t i = 0; i < kSkills; ++i) {
    Concept skill;
    skill.code = absl::StrCat("skill/", i);
    skill.kind = ConceptKind::kSkill;
    concepts.push_back(skill);
  }
  Concept work;
  work.code = "occupation/a";
  work.kind = ConceptKind::kOccupation;
  work.essential_skills = {"skill/0"};
  concepts.push_back(work);
  return Taxonomy::Build("", "", std::move(concepts));
}

class NeedsMetTest : public testing::Test {
 protected:
  // One in three is essential.
  std::vector<SkillNeed> Needs(std::size_t count) const {
    std::vector<SkillNeed> needs;
    for (std::size_t i = 0; i < count; ++i) {
      needs.push_back({.skill = taxonomy_->Skill(absl::StrCat("skill/", i)),
                       .level = SkillLevel::kWorking,
                       .weight = i % 3 == 0 ? kEssentialWeight : kOtherWeight});
    }
    return needs;
  }
  Mention Holds(std::size_t spot, std::size_t skill) const {
    return {
        .spot = spot, .item = taxonomy_->Skill(absl::StrCat("skill/", skill)), .note = kWorking};
  }
  Mention Held(std::size_t spot, OccupationRelation relation) const {
    return {.spot = spot,
            .item = taxonomy_->Occupation("occupation/a"),
            .note = static_cast<std::uint8_t>(relation)};
  }

  const std::shared_ptr<const Taxonomy> taxonomy_ = TheTaxonomy();
};

TEST_F(NeedsMetTest, AreAddedUpByWeightHoweverManyThereAre) {
  const Mentions work(40, std::vector<Mention>());
  for (const std::size_t count : {1, 16, 17, 40}) {
    const std::vector<SkillNeed> needs = Needs(count);
    NeedsMet met(*taxonomy_, needs);
    std::vector<Mention> held;
    for (std::size_t i = 0; i < kSkills; ++i) held.push_back(Holds(0, i));
    held.push_back(Holds(34, count - 1));
    met.Follow(ItemLists(held), 40);
    BlockPoints credit = {};
    EXPECT_EQ(met.GiveCredit(0, work.Of(0), true, credit), 0b1u);
    EXPECT_EQ(credit[0], 100 * met.weight());
    EXPECT_EQ(credit[0], met.credit_most());
    EXPECT_EQ(met.CreditMost(0), 100 * met.weight());
    EXPECT_EQ(met.GiveCredit(1, work.Of(1), true, credit), 0b100u);
    EXPECT_EQ(credit[2], 100 * needs.back().weight);
    met.Follow(ItemLists(), 40);
    EXPECT_EQ(met.CreditMost(0), met.inferred_most());
    EXPECT_EQ(met.GiveCredit(0, work.Of(0), true, credit), 0u) << "of another leaf";
  }
}

TEST_F(NeedsMetTest, TakeTheBestThatThereIsAndNoSum) {
  NeedsMet met(*taxonomy_, Needs(2));
  met.Follow(ItemLists({Holds(0, 0), Holds(0, 0)}), 4);
  const std::vector<Mention> worked = {Held(0, OccupationRelation::kHeld),
                                       Held(1, OccupationRelation::kHeld),
                                       Held(2, OccupationRelation::kSought)};
  const Mentions work(4, worked);
  BlockPoints credit = {};
  EXPECT_EQ(met.GiveCredit(0, work.Of(0), true, credit), 0b11u);
  EXPECT_EQ(credit[0], 100 * kEssentialWeight);
  EXPECT_EQ(credit[1], kEssentialForOccupationHeld * kEssentialWeight);
  EXPECT_EQ(credit[1], met.inferred_most());
  EXPECT_EQ(credit[2], 0) << "what is only sought has taught nothing";
  EXPECT_EQ(met.GiveCredit(0, work.Of(0), false, credit), 0b1u);
}

TEST_F(NeedsMetTest, OfUnknownSkillsAreMetByNobody) {
  const std::vector<SkillNeed> needs = {
      {.skill = kNoIndex, .level = SkillLevel::kWorking, .weight = kEssentialWeight}};
  const NeedsMet met(*taxonomy_, needs);
  EXPECT_EQ(met.weight(), kEssentialWeight);
  EXPECT_EQ(met.credit_most(), 0);
  EXPECT_EQ(met.inferred_most(), 0);
}

}  // namespace
}  // namespace throughgate::matcher
