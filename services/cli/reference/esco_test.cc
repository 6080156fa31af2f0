#include "services/cli/reference/esco.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "absl/strings/str_cat.h"
#include "services/cli/testing/test_files.h"

namespace throughgate::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kUri[] = "http://data.europa.eu/esco/";

std::string U(const char* code) { return absl::StrCat(kUri, code); }

// The smallest zips that have one of everything.
TempFolder::Entries Language() {
  return {{"occupations_en.csv",
           absl::StrCat("conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels\n",
                        U("occupation/o1"), ",9333,loader,\"hand packer\nloader man\",porter\n",
                        U("occupation/o2"), ",9333,dock loader,,\n")},
          {"ISCOGroups_en.csv", absl::StrCat("conceptUri,code,preferredLabel,altLabels\n",
                                             U("isco/C9333"), ",9333,Freight handlers,\n")},
          {"skills_en.csv", absl::StrCat("conceptUri,preferredLabel,altLabels,hiddenLabels\n",
                                         U("skill/s1"), ",load goods,,\n")},
          {"skillsHierarchy_en.csv", "of no use\n"},
          {"skillGroups_en.csv", absl::StrCat("conceptUri,preferredLabel,altLabels,hiddenLabels\n",
                                              U("isced-f/10"), ",services,,\n")}};
}

TempFolder::Entries Relations() {
  return {{"broaderRelationsOccPillar.csv",
           absl::StrCat("conceptUri,broaderUri\n", U("occupation/o2"), ",", U("occupation/o1"),
                        "\n", U("occupation/o1"), ",", U("isco/C9333"), "\n")},
          {"broaderRelationsSkillPillar.csv",
           absl::StrCat("conceptUri,broaderUri\n", U("skill/s1"), ",", U("isced-f/10"), "\n")},
          {"occupationSkillRelations.csv",
           absl::StrCat("occupationUri,relationType,skillUri\n", U("occupation/o1"), ",essential,",
                        U("skill/s1"), "\n", U("occupation/o2"), ",optional,", U("skill/s1"), "\n",
                        U("occupation/gone"), ",optional,", U("skill/s1"), "\n")}};
}

TEST(EscoCode, IsTheUriWithoutItsBeginning) {
  EXPECT_EQ(EscoCode("http://data.europa.eu/esco/isco/C9333"), "isco/9333");
  EXPECT_EQ(EscoCode("http://data.europa.eu/esco/skill/0005c151"), "skill/0005c151");
  EXPECT_EQ(EscoCode("http://data.europa.eu/esco/isced-f/0011"), "isced-f/0011");
}

TEST(ReadEsco, JoinsConceptsAndRelationsInEitherOrder) {
  const TempFolder folder;
  const std::string language = folder.WriteZip("en.zip", Language());
  const std::string relations = folder.WriteZip("relations.zip", Relations());
  for (const auto& zips : {std::vector{language, relations}, std::vector{relations, language}}) {
    const auto taxonomy = ReadEsco(zips);
    ASSERT_TRUE(taxonomy.ok()) << taxonomy.status();
    std::map<std::string, v1::Concept> by_code;
    for (const v1::Concept& item : taxonomy->concepts) by_code[item.code()] = item;
    EXPECT_EQ(by_code.size(), 5u);
    const v1::Concept& loader = by_code["occupation/o1"];
    EXPECT_EQ(loader.label(), "loader");
    EXPECT_EQ(loader.kind(), v1::CONCEPT_KIND_OCCUPATION);
    EXPECT_THAT(loader.other_labels(), ElementsAre("hand packer", "loader man", "porter"));
    EXPECT_THAT(loader.broader(), ElementsAre("isco/9333"));
    EXPECT_THAT(loader.essential_skills(), ElementsAre("skill/s1"));
    EXPECT_THAT(by_code["occupation/o2"].broader(), ElementsAre("isco/9333", "occupation/o1"));
    EXPECT_THAT(by_code["occupation/o2"].optional_skills(), ElementsAre("skill/s1"));
    EXPECT_THAT(by_code["skill/s1"].broader(), ElementsAre("isced-f/10"));
    EXPECT_EQ(by_code["isced-f/10"].kind(), v1::CONCEPT_KIND_SKILL_GROUP);
    EXPECT_EQ(taxonomy->dangling_relations, 1);
  }
}

TEST(ReadEsco, NamesTheFileThatIsMissingOrMalformed) {
  const TempFolder folder;
  const std::string language = folder.WriteZip("en.zip", Language());
  EXPECT_THAT(std::string(ReadEsco({language}).status().message()),
              HasSubstr("broaderRelationsOccPillar"));
  TempFolder::Entries broken = Language();
  broken[2].second += "one cell\n";
  EXPECT_THAT(std::string(ReadEsco({folder.WriteZip("b.zip", broken)}).status().message()),
              HasSubstr("skills_en.csv: line 3 has more or fewer cells"));
}

}  // namespace
}  // namespace throughgate::cli
