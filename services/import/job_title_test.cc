#include "services/import/job_title.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/import/infer.h"

namespace throughgate::services {
namespace {

using matcher::Concept;
using matcher::ConceptKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Concept Occupation(std::string label, std::string group) {
  Concept made;
  made.code = label;
  made.kind = ConceptKind::kOccupation;
  made.label = std::move(label);
  made.broader = {std::move(group)};
  return made;
}

Concept Group(std::string code) {
  Concept made;
  made.code = code;
  made.kind = ConceptKind::kOccupationGroup;
  made.label = "group " + std::move(code);
  return made;
}

// The tables of British titles put words to these.
const LabelIndex& Index() {
  static const auto* index = new LabelIndex(matcher::Taxonomy::Build(
      "t", "",
      {Occupation("warehouse worker", "isco/9333"), Occupation("warehouse manager", "isco/1324"),
       Occupation("cargo vehicle driver", "isco/8332"),
       Occupation("forklift operator", "isco/8344"), Occupation("vehicle technician", "isco/7231"),
       Occupation("chef", "isco/3434"), Occupation("head chef", "isco/3434"),
       Occupation("lawyer", "isco/2611"), Occupation("personal assistant", "isco/3343"),
       Occupation("carpenter", "isco/7115"), Occupation("recruitment consultant", "isco/2423"),
       Group("isco/832"), Group("isco/911"), Group("isco/2320"), Group("isco/2424")}));
  return *index;
}

// The codes of the occupations that a title is of.
std::vector<std::string> Of(std::string_view title, std::string_view description = "") {
  std::vector<std::string> codes;
  for (const auto& occupation : Infer(Index(), title, description).occupations) {
    codes.push_back(occupation.code);
  }
  return codes;
}

TEST(JobTitle, EndsInWhatThePersonIs) {
  EXPECT_THAT(Of("Chef"), ElementsAre("chef"));
  EXPECT_THAT(Of("Chef nights"), ElementsAre("chef"));
  EXPECT_THAT(Of("Chef Supervisor"), IsEmpty());
  EXPECT_THAT(Of("Chef team leader"), IsEmpty());
  EXPECT_THAT(Of("Chef, supervisor"), ElementsAre("chef"));
  EXPECT_THAT(Of("Cleaner supervisors"), IsEmpty());
}

TEST(JobTitle, WhoTeachesIsNotWhoDoes) {
  EXPECT_THAT(Of("Chef Trainer"), ElementsAre("isco/2424"));
  EXPECT_THAT(Of("Carpenter / joiner assessor"), UnorderedElementsAre("isco/2320", "carpenter"));
  EXPECT_THAT(Of("Assessor trainer"), UnorderedElementsAre("isco/2320", "isco/2424"));
}

TEST(JobTitle, AnotherTitleRightBehindIsAnotherJob) {
  EXPECT_THAT(Of("Cleaner Chef"), UnorderedElementsAre("isco/911", "chef"));
}

TEST(JobTitle, ATradeIsShortForWhoWorksInIt) {
  EXPECT_THAT(Of("Warehouse"), ElementsAre("warehouse worker"));
  EXPECT_THAT(Of("Warehouse nights, Leeds"), ElementsAre("warehouse worker"));
  EXPECT_THAT(Of("Apprentice - joinery"), ElementsAre("carpenter"));
  EXPECT_THAT(Of("HGV Class 1"), ElementsAre("cargo vehicle driver"));
}

TEST(JobTitle, ATradeIsNotThatOfWhoLeadsTeachesOrSellsIt) {
  EXPECT_THAT(Of("Warehouse and logistics manager"), IsEmpty());
  EXPECT_THAT(Of("Warehouse/logistics manager"), IsEmpty());
  EXPECT_THAT(Of("Head of warehouse"), IsEmpty());
  EXPECT_THAT(Of("Joinery lecturer"), IsEmpty());
  EXPECT_THAT(Of("Engineer (forklift)"), IsEmpty());
  EXPECT_THAT(Of("HGV Fitter"), ElementsAre("vehicle technician"));
  EXPECT_THAT(Of("Recruitment consultant warehouse"), ElementsAre("recruitment consultant"));
  EXPECT_THAT(Of("Recruitment consultant (joinery)"), ElementsAre("recruitment consultant"));
  EXPECT_THAT(Of("Data warehouse"), IsEmpty());
}

TEST(JobTitle, ATradeMaySayWhichOfManyKinds) {
  EXPECT_THAT(Of("Driver"), ElementsAre("isco/832"));
  EXPECT_THAT(Of("LGV night driver"), ElementsAre("cargo vehicle driver"));
  EXPECT_THAT(Of("Driver (HGV)"), ElementsAre("cargo vehicle driver"));
  EXPECT_THAT(Of("Driver / cleaner"), UnorderedElementsAre("isco/832", "isco/911"));
  EXPECT_THAT(Of("Chef / warehouse"), UnorderedElementsAre("chef", "warehouse worker"));
  EXPECT_THAT(Of("Chef / warehouse supplies"), ElementsAre("chef"));
  EXPECT_THAT(Of("Team leader / warehouse"), IsEmpty());
}

TEST(JobTitle, WhatFollowsAPrepositionIsWhomOneWorksFor) {
  EXPECT_THAT(Of("Personal assistant to the head chef"), ElementsAre("personal assistant"));
  EXPECT_THAT(Of("Assistant to a solicitor"), IsEmpty());
  EXPECT_THAT(Of("Trainee for our warehouse"), IsEmpty());
  EXPECT_THAT(Of("Opportunities for chefs in Leeds"), ElementsAre("chef"));
  EXPECT_THAT(Of("Assistant at a hotel, chef"), ElementsAre("chef"));
}

TEST(JobTitle, APossessiveIsNotTheOneOnOffer) {
  EXPECT_THAT(Of("The lawyer's personal assistant"), ElementsAre("personal assistant"));
  EXPECT_THAT(Of("The lawyer\u2019s clerk"), IsEmpty());
  EXPECT_THAT(Of("Chef's required"), ElementsAre("chef"));
}

TEST(JobTitle, VaguePhrasesHideWhatIsInsideThem) {
  EXPECT_THAT(Of("Risk assessor"), IsEmpty());
  EXPECT_THAT(Of("NVQ assessor"), ElementsAre("isco/2320"));
}

TEST(JobTitle, ProseNamesNoTrades) {
  EXPECT_THAT(Of("Start now", "Our warehouse near the HGV park."), IsEmpty());
  EXPECT_THAT(Of("Start now", "Our warehouse wants a forklift driver."),
              ElementsAre("forklift operator"));
  EXPECT_THAT(Of("Start now", "The manager is looking for a chef."), ElementsAre("chef"));
}

TEST(JobTitle, SaysMoreWithinASubMajorGroupOnly) {
  const matcher::Taxonomy& taxonomy = *Index().taxonomy();
  EXPECT_TRUE(SaysMore(taxonomy, "cargo vehicle driver", "isco/832"));
  EXPECT_FALSE(SaysMore(taxonomy, "isco/832", "cargo vehicle driver"));
  EXPECT_FALSE(SaysMore(taxonomy, "chef", "isco/832"));
  EXPECT_FALSE(SaysMore(taxonomy, "cargo vehicle driver", "forklift operator"));
  EXPECT_FALSE(SaysMore(taxonomy, "unknown", "isco/832"));
}

}  // namespace
}  // namespace throughgate::services
