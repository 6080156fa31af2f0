#include "matcher/rank/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "matcher/index/catalogue_builder.h"

namespace throughgate::matcher {
namespace {

using testing::HasSubstr;

constexpr Day kToday{20'000};

std::string TextOf(Component component, const VacancyTerms& terms, const VacancyDetail& detail,
                   const CandidateDetail& person) {
  CatalogueBuilder builder(
      Taxonomy::Build("", "",
                      {{"occupation/cook", ConceptKind::kOccupation, "cook", {}, {}, {}, {}},
                       {"skill/fry", ConceptKind::kSkill, "fry food", {}, {}, {}, {}}}),
      Gazetteer::Build("", {}));
  builder.SetVacancy({"acme", "v"}, terms);
  builder.SetVacancy({"acme", "v"}, detail);
  builder.SetCandidate({"c"}, CandidateTerms());
  builder.SetCandidate({"c"}, person);
  return ScoreTexts(*builder.Publish(1), 0, 0, -1, kToday)[static_cast<std::size_t>(component)];
}

TEST(ScoreTexts, NameTheSkillsThatAreNeeded) {
  VacancyDetail detail;
  detail.skills = {{.code = "skill/fry", .inferred_from = {}},
                   {.code = "skill/nowhere", .inferred_from = {}}};
  CandidateDetail person;
  person.skills = {{.code = "skill/fry"}};
  EXPECT_EQ(TextOf(Component::kSkills, {}, detail, person),
            "1 of 2 met: fry food 70 %, a skill not in the taxonomy 0 %.");
}

TEST(ScoreTexts, NameTheWorkEvenWhenItsFirstCodeIsUnknown) {
  VacancyTerms terms;
  terms.occupations = {{"occupation/nowhere", {}}, {"occupation/cook", {}}};
  CandidateDetail person;
  person.occupations = {{.code = "occupation/cook"}};
  EXPECT_EQ(TextOf(Component::kOccupation, terms, {}, person),
            "cook: what the person seeks or has done.");
}

TEST(ScoreTexts, SayWhatIsNotStated) {
  EXPECT_THAT(TextOf(Component::kSkills, {}, {}, {}), HasSubstr("No skills are stated"));
  EXPECT_THAT(TextOf(Component::kOccupation, {}, {}, {}), HasSubstr("not known"));
  EXPECT_THAT(TextOf(Component::kDistance, {}, {}, {}), HasSubstr("not known"));
  EXPECT_THAT(TextOf(Component::kAvailability, {}, {}, {}), HasSubstr("any time"));
  EXPECT_THAT(TextOf(Component::kPay, {}, {}, {}), HasSubstr("half the points"));
  EXPECT_THAT(TextOf(Component::kCharter, {}, {}, {}), HasSubstr("No Charter pledge"));
}

TEST(ScoreTexts, SayThatStatedShiftsAreMissing) {
  CandidateDetail person;
  person.availability.spans = {{540, 480}};
  EXPECT_EQ(TextOf(Component::kAvailability, {}, {}, person),
            "The shifts are not stated: half their points; the start fits.");
}

}  // namespace
}  // namespace throughgate::matcher
