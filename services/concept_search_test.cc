#include "services/concept_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughgate::services {
namespace {

using matcher::Concept;
using matcher::ConceptKind;
using testing::ElementsAre;
using testing::IsEmpty;

Concept Made(ConceptKind kind, std::string code, std::string label,
             std::vector<std::string> other_labels = {}) {
  Concept made;
  made.code = std::move(code);
  made.kind = kind;
  made.label = std::move(label);
  made.other_labels = std::move(other_labels);
  return made;
}

class ConceptSearchTest : public testing::Test {
 protected:
  std::vector<std::string> Codes(const ConceptQuery& query) {
    std::vector<std::string> codes;
    for (const Concept* found : FindConcepts(*taxonomy, query)) codes.push_back(found->code);
    return codes;
  }

  const std::shared_ptr<const matcher::Taxonomy> taxonomy = matcher::Taxonomy::Build(
      "t", "",
      {Made(ConceptKind::kOccupation, "o/sous", "sous chef"),
       Made(ConceptKind::kOccupation, "o/cook", "cook", {"Chef"}),
       Made(ConceptKind::kOccupation, "o/chef", "chef", {"cook in charge of chefs"}),
       Made(ConceptKind::kOccupation, "o/partie", "chef de partie"),
       Made(ConceptKind::kSkill, "s/chefs", "chefs"),
       Made(ConceptKind::kOccupationGroup, "isco/3434", "Chefs")});
};

TEST_F(ConceptSearchTest, ExactThenPrefixThenContaining) {
  EXPECT_THAT(Codes({.text = "CHEF"}),
              ElementsAre("o/chef", "o/cook", "s/chefs", "o/partie", "o/sous"));
}

TEST_F(ConceptSearchTest, FindsOneKindWhenAsked) {
  EXPECT_THAT(Codes({.text = "chef", .kind = ConceptKind::kSkill}), ElementsAre("s/chefs"));
  EXPECT_THAT(Codes({.text = "chef", .kind = ConceptKind::kOccupationGroup}),
              ElementsAre("isco/3434"));
  EXPECT_THAT(Codes({.text = "chef", .kind = ConceptKind::kSkillGroup}), IsEmpty());
}

TEST_F(ConceptSearchTest, StopsAtTheLimit) {
  EXPECT_THAT(Codes({.text = "chef", .limit = 2}), ElementsAre("o/chef", "o/cook"));
}

TEST_F(ConceptSearchTest, MayFindNothing) { EXPECT_THAT(Codes({.text = "zz"}), IsEmpty()); }

}  // namespace
}  // namespace throughgate::services
