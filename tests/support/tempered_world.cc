#include "tests/support/tempered_world.h"

#include <array>
#include <utility>

namespace throughgate {
namespace {

using namespace matcher;  // NOLINT: every word here is one of the model's

void PutAtOnePoint(World& world) {
  const GeoPoint point = world.districts.front().centre;
  for (District& district : world.districts) district.centre = point;
  for (Site& site : world.sites) {
    if (site.terms.place) site.terms.place->at = point;
  }
}

void GiveOneTypeOfWork(World& world) {
  for (Vacancy& vacancy : world.vacancies) {
    vacancy.terms.occupations = {{.code = "occupation/baker", .inferred_from = {}}};
  }
  for (Candidate& candidate : world.candidates) {
    candidate.detail.occupations = {
        {.code = "occupation/baker", .relation = OccupationRelation::kSought}};
  }
}

void ReachFar(World& world) {
  for (Candidate& candidate : world.candidates) candidate.terms.reach = {1'000'000};
}

void TakeSitesAway(World& world) {
  for (Vacancy& vacancy : world.vacancies) vacancy.terms.sites.clear();
}

// Even those that list sites: they do not count.
void SendHome(World& world) {
  for (Vacancy& vacancy : world.vacancies) vacancy.terms.work_base = WorkBase::kHome;
}

void TakeSkillsAway(World& world) {
  for (Vacancy& vacancy : world.vacancies) vacancy.detail.skills.clear();
  for (Candidate& candidate : world.candidates) candidate.detail.skills.clear();
}

void MakeAllAlike(World& world) {
  for (Vacancy& vacancy : world.vacancies) {
    vacancy.terms = world.vacancies.front().terms;
    vacancy.detail = world.vacancies.front().detail;
  }
  for (Candidate& candidate : world.candidates) {
    candidate.terms = world.candidates.front().terms;
    candidate.detail = world.candidates.front().detail;
  }
}

constexpr std::array kTempers = {PutAtOnePoint, GiveOneTypeOfWork, ReachFar,    TakeSitesAway,
                                 SendHome,      TakeSkillsAway,    MakeAllAlike};

}  // namespace

World Tempered(World world, std::uint64_t seed) {
  constexpr std::uint64_t kAsItIs = 4;  // of as many as there are tempers and this
  const std::uint64_t which = seed % (kTempers.size() + kAsItIs);
  if (which >= kTempers.size()) return world;
  kTempers[which](world);
  if (seed % 3 == 0) kTempers[seed / 7 % kTempers.size()](world);
  return world;
}

World WorldLike(const World& world, std::uint64_t seed) {
  return WorldNamedAs(world)(rc::Random(seed), rc::kNominalSize).value();
}

std::vector<Write> WritesThatForget(const World& world) {
  std::vector<Write> writes;
  for (const Vacancy& vacancy : world.vacancies) {
    for (const CardPart part : {kTermsPart, kDetailPart}) {
      writes.push_back(
          [name = vacancy.name, part](CatalogueBuilder& builder) { builder.Forget(name, part); });
    }
  }
  for (const Candidate& candidate : world.candidates) {
    for (const CardPart part : {kTermsPart, kDetailPart}) {
      writes.push_back(
          [name = candidate.name, part](CatalogueBuilder& builder) { builder.Forget(name, part); });
    }
    writes.push_back(
        [name = candidate.name](CatalogueBuilder& builder) { builder.ClearRiskPlan(name); });
    writes.push_back([name = candidate.name](CatalogueBuilder& builder) {
      builder.SetSharedEffects(name, SharedEffects());
    });
    for (const char* organisation : kWorldOrganisations) {
      writes.push_back([link = LinkName{{organisation}, candidate.name}](
                           CatalogueBuilder& builder) { builder.ForgetLink(link); });
    }
  }
  for (const Site& site : world.sites) {
    writes.push_back(
        [name = site.name](CatalogueBuilder& builder) { builder.SetSite(name, SiteTerms()); });
  }
  for (const Employer& employer : world.employers) {
    writes.push_back([name = employer.name](CatalogueBuilder& builder) {
      builder.SetEmployer(name, EmployerTerms());
    });
  }
  return writes;
}

}  // namespace throughgate
