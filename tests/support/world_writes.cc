// A small world as records that a catalogue takes.
#include "matcher/index/gazetteer.h"
#include "matcher/index/premises_layer.h"
#include "matcher/index/taxonomy.h"
#include "tests/support/world.h"

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

template <typename Name, typename Part>
Write SetPart(void (CatalogueBuilder::*set)(const Name&, const Part&), const Name& name,
              const Part& part) {
  return [=](CatalogueBuilder& builder) { (builder.*set)(name, part); };
}

// Terms and detail, by the setters of that kind of record.
template <typename Record, typename Name, typename Terms, typename Detail>
void AddParts(const std::vector<Record>& records,
              void (CatalogueBuilder::*set_terms)(const Name&, const Terms&),
              void (CatalogueBuilder::*set_detail)(const Name&, const Detail&),
              std::vector<Write>& writes) {
  for (const Record& record : records) {
    writes.push_back(SetPart(set_terms, record.name, record.terms));
    writes.push_back(SetPart(set_detail, record.name, record.detail));
  }
}

Write SetPlan(const CandidateName& name, const std::optional<RiskPlanTerms>& plan) {
  return [=](CatalogueBuilder& builder) {
    // Whether it can be prepared is for the test to say.
    if (plan) builder.SetRiskPlan(name, *plan).IgnoreError();
  };
}

Write SetLink(const LinkName& name, const std::optional<LinkTerms>& terms) {
  return [=](CatalogueBuilder& builder) {
    if (terms) {
      builder.SetLink(name, *terms);
    } else {
      builder.ForgetLink(name);
    }
  };
}

Concept Occupation(const char* code, std::vector<std::string> broader,
                   std::vector<std::string> essential, std::vector<std::string> optional) {
  return {code, ConceptKind::kOccupation, code, {}, broader, essential, optional};
}

Concept Skill(const char* code, std::vector<std::string> broader) {
  return {code, ConceptKind::kSkill, code, {}, broader, {}, {}};
}

}  // namespace

const std::vector<Concept>& WorldConcepts() {
  static const auto& concepts = *new std::vector<Concept>{
      {"group/food", ConceptKind::kSkillGroup, "food", {}, {}, {}, {}},
      Skill("skill/bake", {"group/food"}),
      Skill("skill/bread", {"skill/bake"}),
      Skill("skill/cakes", {"skill/bake"}),
      Skill("skill/rye", {"skill/bread", "group/food"}),
      Skill("skill/bricks", {"group/forgotten"}),
      Skill("skill/coal", {}),
      Skill("skill/post", {}),
      Skill("skill/till", {}),
      {"isco/75", ConceptKind::kOccupationGroup, "craft", {}, {}, {}, {}},
      Occupation("occupation/baker", {"isco/7512"}, {"skill/bread"}, {"skill/cakes"}),
      Occupation("occupation/pastry-cook", {"isco/7512"}, {"skill/cakes"}, {"skill/bake"}),
      Occupation("occupation/butcher", {"isco/7511"}, {}, {"skill/nowhere"}),
      Occupation("occupation/bricklayer", {"isco/7112"}, {"skill/bricks"}, {}),
      // Near to each other by the skills that they share, 3 of 7 or 2 of 8; but for the lawyer, who
      // has studied.
      Occupation("occupation/clerk", {"isco/4110"},
                 {"skill/post", "skill/till", "skill/bread", "skill/cakes", "skill/bake"}, {}),
      Occupation("occupation/waiter", {"isco/5131"},
                 {"skill/till", "skill/bread", "skill/cakes", "skill/rye", "skill/bricks"}, {}),
      Occupation(
          "occupation/stoker", {"isco/8182"},
          {"skill/post", "skill/till", "skill/bricks", "skill/rye", "skill/coal", "skill/nowhere"},
          {}),
      Occupation("occupation/lawyer", {"isco/2611"},
                 {"skill/post", "skill/till", "skill/bread", "skill/cakes", "skill/bake"}, {}),
  };
  return concepts;
}

std::vector<Write> WritesOf(const World& world) {
  std::vector<Write> writes;
  AddParts<Employer, EmployerName, EmployerTerms, EmployerDetail>(
      world.employers, &CatalogueBuilder::SetEmployer, &CatalogueBuilder::SetEmployer, writes);
  AddParts<Site, SiteName, SiteTerms, SiteDetail>(world.sites, &CatalogueBuilder::SetSite,
                                                  &CatalogueBuilder::SetSite, writes);
  AddParts<Vacancy, VacancyName, VacancyTerms, VacancyDetail>(
      world.vacancies, &CatalogueBuilder::SetVacancy, &CatalogueBuilder::SetVacancy, writes);
  AddParts<Candidate, CandidateName, CandidateTerms, CandidateDetail>(
      world.candidates, &CatalogueBuilder::SetCandidate, &CatalogueBuilder::SetCandidate, writes);
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    writes.push_back(SetPlan(world.candidates[i].name, world.plans[i]));
  }
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    const CandidateName& name = world.candidates[i].name;
    const SharedEffects& effects = world.effects[i];
    writes.push_back([=](CatalogueBuilder& builder) { builder.SetSharedEffects(name, effects); });
  }
  for (std::size_t i = 0; i < world.candidates.size(); ++i) {
    for (std::size_t j = 0; j < kWorldOrganisations.size(); ++j) {
      writes.push_back(
          SetLink({{kWorldOrganisations[j]}, world.candidates[i].name}, world.links[i][j]));
    }
  }
  for (const WorkTrialSlot& slot : world.slots) {
    writes.push_back([=](CatalogueBuilder& builder) { builder.SetSlot(slot.name, slot.terms); });
  }
  return writes;
}

CatalogueBuilder EmptyCatalogue(const World& world, const ForestSizes& sizes) {
  static const auto& taxonomy =
      *new std::shared_ptr<const Taxonomy>(Taxonomy::Build("small", "", WorldConcepts()));
  const auto gazetteer = Gazetteer::Build("small", world.districts);
  const auto premises = PremisesLayer::Build("small", world.premises);
  if (!world.has_key) return CatalogueBuilder(taxonomy, gazetteer, nullptr, sizes, premises);
  return CatalogueBuilder(taxonomy, gazetteer, WorldDigest, sizes, premises);
}

std::shared_ptr<const Catalogue> Catalogued(const World& world) {
  CatalogueBuilder builder = EmptyCatalogue(world);
  for (const Write& write : WritesOf(world)) write(builder);
  return builder.Publish(1);
}

}  // namespace throughgate
