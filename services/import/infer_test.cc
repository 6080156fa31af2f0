#include "services/import/infer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

using matcher::Concept;
using matcher::ConceptKind;
using testing::ElementsAre;
using testing::IsEmpty;

Concept Made(ConceptKind kind, std::string code, std::string label) {
  Concept made;
  made.code = std::move(code);
  made.kind = kind;
  made.label = std::move(label);
  return made;
}

class InferTest : public testing::Test {
 protected:
  // The codes found in the texts, occupations before skills.
  std::vector<std::string> Codes(std::string_view title, std::string_view description = "") {
    inferred = Infer(index, title, description);
    std::vector<std::string> codes;
    for (const auto& occupation : inferred.occupations) codes.push_back(occupation.code);
    for (const auto& skill : inferred.skills) codes.push_back(skill.code);
    return codes;
  }

  const LabelIndex index{
      matcher::Taxonomy::Build("t", "",
                               {Made(ConceptKind::kOccupation, "o/sales", "sales engineer"),
                                Made(ConceptKind::kOccupation, "o/car", "car sales engineer"),
                                Made(ConceptKind::kOccupation, "o/chef", "chef"),
                                Made(ConceptKind::kOccupation, "o/plumber", "plumber"),
                                Made(ConceptKind::kOccupation, "o/roofer", "roofer"),
                                Made(ConceptKind::kOccupation, "o/tailor", "tailor"),
                                Made(ConceptKind::kSkill, "s/car", "car sales"),
                                Made(ConceptKind::kSkill, "s/safety", "health and safety")})};
  Inferred inferred;
};

TEST_F(InferTest, TheLongestLabelCounts) {
  EXPECT_THAT(Codes("Car Sales Engineer"), ElementsAre("o/car"));
  EXPECT_THAT(Codes("Senior Sales Engineers"), ElementsAre("o/sales"));
}

TEST_F(InferTest, LongerComesFirstThenEarlier) {
  EXPECT_THAT(Codes("Chef / Plumber / Tailor / Roofer"),
              ElementsAre("o/plumber", "o/tailor", "o/roofer", "o/chef"));
}

TEST_F(InferTest, NamesFourOccupationsAtMostAndEachOnce) {
  EXPECT_THAT(Codes("chef plumber tailor roofer sales engineer chef"),
              ElementsAre("o/sales", "o/plumber", "o/tailor", "o/roofer"));
  EXPECT_THAT(Codes("Chef, chefs"), ElementsAre("o/chef"));
}

TEST_F(InferTest, ASkillInsideAnOccupationIsNoSkill) {
  EXPECT_THAT(Codes("Car sales engineer, health & safety"), ElementsAre("o/car", "s/safety"));
  EXPECT_THAT(Codes("Car sales"), ElementsAre("s/car"));
}

TEST_F(InferTest, TheDescriptionIsAskedForAnOccupationOnlyWhereTheTitleHasNone) {
  EXPECT_THAT(Codes("Chef", "You work with a plumber. Health and safety."),
              ElementsAre("o/chef", "s/safety"));
  EXPECT_THAT(Codes("Immediate start", "As a roofer you report to the sales engineer"),
              ElementsAre("o/roofer"));
}

TEST_F(InferTest, LabelsInsideAPartComeBeforeThoseAcrossParts) {
  EXPECT_THAT(Codes("Sales / Engineer, car sales"), ElementsAre("o/sales", "s/car"));
  EXPECT_THAT(Codes("Chef, sales, engineer"), ElementsAre("o/chef", "o/sales"));
  EXPECT_THAT(Codes("Car / sales engineer"), ElementsAre("o/sales"));
}

TEST_F(InferTest, KeepsTheEvidence) {
  const std::string description = "Café: Roofers";
  Codes("Start now", description);
  ASSERT_EQ(inferred.occupations.size(), 1u);
  const auto& evidence = *inferred.occupations[0].inferred_from;
  EXPECT_EQ(evidence.label, "roofer");
  EXPECT_EQ(evidence.field, "description");
  EXPECT_EQ(description.substr(evidence.begin, evidence.end - evidence.begin), "Roofers");
}

TEST_F(InferTest, SkillsAreNotEssential) {
  Codes("Health and safety");
  ASSERT_EQ(inferred.skills.size(), 1u);
  EXPECT_FALSE(inferred.skills[0].essential);
}

TEST_F(InferTest, MayFindNothing) { EXPECT_THAT(Codes("**** required", "…"), IsEmpty()); }

}  // namespace
}  // namespace throughgate::services
