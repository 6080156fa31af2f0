#include "services/import/label_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

using matcher::Concept;
using matcher::ConceptKind;
using testing::ElementsAre;
using testing::IsEmpty;

Concept Occupation(std::string code, std::string label, std::vector<std::string> other,
                   std::string group) {
  return {.code = std::move(code),
          .kind = ConceptKind::kOccupation,
          .label = std::move(label),
          .other_labels = std::move(other),
          .broader = {std::move(group)},
          .essential_skills = {},
          .optional_skills = {}};
}

Concept Other(ConceptKind kind, std::string code, std::string label,
              std::vector<std::string> other = {}) {
  return {.code = std::move(code),
          .kind = kind,
          .label = std::move(label),
          .other_labels = std::move(other),
          .broader = {},
          .essential_skills = {},
          .optional_skills = {}};
}

LabelIndex IndexOf(std::vector<Concept> concepts) {
  return LabelIndex(matcher::Taxonomy::Build("t", "", std::move(concepts)));
}

// The codes of all labels in `text`.
std::vector<std::string> Codes(const LabelIndex& index, std::string_view text) {
  std::vector<std::string> codes;
  for (const LabelMatch& match : index.Find(text)) {
    if (match.kind != LabelKind::kVague) codes.emplace_back(match.code);
  }
  return codes;
}

TEST(LabelIndex, FindsLabelsOnWordBoundariesOnly) {
  const LabelIndex index = IndexOf({Occupation("o/chef", "chef", {}, "isco/5120")});
  EXPECT_THAT(Codes(index, "Head CHEF, nights"), ElementsAre("o/chef"));
  EXPECT_THAT(Codes(index, "chefette cheffing mischef"), IsEmpty());
}

TEST(LabelIndex, TakesPluralsAndSeparatorsForTheSame) {
  const LabelIndex index = IndexOf({Occupation("o/fork", "fork-lift driver", {}, "isco/8344"),
                                    Occupation("o/nanny", "nannies", {}, "isco/5311"),
                                    Occupation("o/boss", "boss", {}, "isco/1")});
  for (const char* text : {"Forklift Drivers", "fork lift driver", "Fork/Lift-Driver"}) {
    EXPECT_THAT(Codes(index, text), ElementsAre("o/fork")) << text;
  }
  EXPECT_THAT(Codes(index, "Nanny"), ElementsAre("o/nanny"));
  EXPECT_THAT(Codes(index, "Bosses"), ElementsAre("o/boss"));
  EXPECT_THAT(Codes(index, "Bos"), IsEmpty());
}

TEST(LabelIndex, SaysWhereInTheBytesOfTheText) {
  const LabelIndex index = IndexOf({Occupation("o/chef", "head chef", {}, "isco/5120")});
  const std::string text = "Café – Head Chef’s";
  const std::vector<LabelMatch> matches = index.Find(text);
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(text.substr(matches[0].begin, matches[0].end - matches[0].begin), "Head Chef’s");
  EXPECT_EQ(matches[0].label, "head chef");
}

TEST(LabelIndex, PreferredLabelsBeatOthersAndOccupationsTheirGroups) {
  const LabelIndex index =
      IndexOf({Occupation("o/a", "cook", {"sorter"}, "isco/1"),
               Occupation("o/b", "sorter", {"cook"}, "isco/2"),
               Other(ConceptKind::kOccupationGroup, "isco/2", "Cooks"),
               Other(ConceptKind::kOccupationGroup, "isco/3", "Foresters", {})});
  EXPECT_THAT(Codes(index, "cook"), ElementsAre("o/a"));
  EXPECT_THAT(Codes(index, "forester"), ElementsAre("isco/3"));
}

TEST(LabelIndex, OfSeveralWithOneOtherLabelTheGroupOfMostIsMeant) {
  const std::vector<Concept> concepts = {Occupation("o/a", "a a", {"loader"}, "isco/1"),
                                         Occupation("o/b", "b b", {"loader"}, "isco/2"),
                                         Occupation("o/c", "c c", {"loader"}, "isco/2")};
  EXPECT_THAT(Codes(IndexOf(concepts), "loader"), ElementsAre("o/b"));
  std::vector<Concept> with_group = concepts;
  with_group.push_back(Other(ConceptKind::kOccupationGroup, "isco/2", "Handlers"));
  EXPECT_THAT(Codes(IndexOf(with_group), "loader"), ElementsAre("isco/2"));
  std::vector<Concept> even = concepts;
  even.push_back(Occupation("o/d", "d d", {"loader"}, "isco/1"));
  EXPECT_THAT(Codes(IndexOf(even), "loader"), IsEmpty());
}

TEST(LabelIndex, LeavesOutWhatIsTooVague) {
  const LabelIndex index =
      IndexOf({Occupation("o/a", "zoo section leader", {"team leader", "manager"}, "isco/1"),
               Other(ConceptKind::kSkill, "s/c", "C"),
               Other(ConceptKind::kSkill, "s/econ", "economics", {"finances"})});
  EXPECT_THAT(Codes(index, "Team Leaders, Manager, C, finances"), IsEmpty());
  EXPECT_THAT(Codes(index, "economics"), ElementsAre("s/econ"));
}

TEST(LabelIndex, FindsNobodyInASumOfMoney) {
  const LabelIndex index = IndexOf({Occupation("o/pa", "x y", {"PA"}, "isco/3343")});
  EXPECT_THAT(Codes(index, "PA to the director, 25k"), ElementsAre("o/pa"));
  for (const char* text : {"Cook **** pa", "Cook 25,000 p/a", "Cook 25k pa", "Cook ****K P.A."}) {
    EXPECT_THAT(Codes(index, text), IsEmpty()) << text;
  }
}

TEST(LabelIndex, ACuisineIsALanguageOnlyWhereItIsSpoken) {
  const LabelIndex index = IndexOf({Other(ConceptKind::kSkill, "s/it", "Italian"),
                                    Other(ConceptKind::kSkill, "s/de", "German")});
  EXPECT_THAT(Codes(index, "Italian restaurant"), IsEmpty());
  for (const char* text : {"Italian speaking", "Italian speaker", "fluent Italian"}) {
    EXPECT_THAT(Codes(index, text), ElementsAre("s/it")) << text;
  }
  EXPECT_THAT(Codes(index, "German adviser"), ElementsAre("s/de"));
}

TEST(LabelIndex, MarksVaguePhrasesOfSeveralWords) {
  const LabelIndex index = IndexOf({});
  const std::vector<LabelMatch> matches = index.Find("Risk assessor, manager");
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches[0].kind, LabelKind::kVague);
  EXPECT_EQ(matches[0].label, "risk assessor");
}

TEST(LabelIndex, TellsTheGapInsideALabel) {
  const LabelIndex index = IndexOf({Occupation("o/h", "waiter/waitress", {"head chef"}, "isco/1")});
  const auto gap = [&](std::string_view text) { return index.Find(text).front().gap; };
  EXPECT_EQ(gap("head chef, Leeds"), Gap::kBlank);
  EXPECT_EQ(gap("Waiter / Waitress"), Gap::kSlash);
  EXPECT_EQ(gap("Head, chef"), Gap::kBreak);
}

TEST(LabelIndex, AnAdviserIsAnAdvisor) {
  EXPECT_THAT(Codes(IndexOf({Occupation("o/a", "sales advisor", {}, "isco/1")}), "Sales Advisers"),
              testing::Contains("o/a"));
}

TEST(LabelIndex, KnowsSkillsWithoutTheirBrackets) {
  const LabelIndex index =
      IndexOf({Other(ConceptKind::kSkill, "s/java", "Java (computer programming)")});
  EXPECT_THAT(Codes(index, "Java developer"), ElementsAre("s/java"));
}

TEST(LabelIndex, SkillsThatShareALabelAreNotTold) {
  const LabelIndex index = IndexOf({Other(ConceptKind::kSkill, "s/1", "x", {"stock control"}),
                                    Other(ConceptKind::kSkill, "s/2", "y", {"stock control"})});
  EXPECT_THAT(Codes(index, "stock control"), IsEmpty());
}

TEST(LabelIndex, BritishTitlesMeanAnOccupationOrElseItsGroup) {
  const Concept worker = Occupation("o/w", "warehouse worker", {}, "isco/9333");
  const Concept group = Other(ConceptKind::kOccupationGroup, "isco/9333", "Freight handlers");
  EXPECT_THAT(Codes(IndexOf({worker, group}), "Warehouse Operatives"), testing::Contains("o/w"));
  EXPECT_THAT(Codes(IndexOf({group}), "warehouse operative"), testing::Contains("isco/9333"));
  EXPECT_THAT(Codes(IndexOf({Occupation("o/x", "x y", {}, "isco/1")}), "warehouse operative"),
              IsEmpty());
}

}  // namespace
}  // namespace throughgate::services
